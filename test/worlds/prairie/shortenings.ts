/** Words as people shorten them, in the four languages. */
export const shortenings: ReadonlyArray<readonly [long: string, short: string]> = [
	['Manufacturing', 'Mfg'],
	['International', 'Intl'],
	['Associates', 'Assoc'],
	['Association', 'Assn'],
	['Services', 'Svcs'],
	['Construction', 'Constr.'],
	['Engineering', 'Eng'],
	['Insurance', 'Ins.'],
	['Management', 'Mgmt'],
	['Property', 'Prop.'],
	['Saint', 'St.'],
	['Mountain', 'Mtn'],
	['County', 'Cty'],
	['Center', 'Ctr'],
	['University', 'Univ.'],
	['Universidad', 'Univ.'],
	['Universitario', 'Univ.'],
	['Institute', 'Inst.'],
	['Department', 'Dept'],
	['National', 'Natl'],
	['Equipment', 'Equip.'],
	['Medical', 'Med.'],
	['Medicine', 'Med'],
	['Veterinary', 'Vet'],
	['Accounting', 'Acctg'],
	['Systems', 'Sys'],
	['Brothers', 'Bros.'],
	['Heating', 'Htg'],
	['Plumbing', 'Plbg'],
	['Transport', 'Transp.'],
	['Transportes', 'Transp.'],
	['Distributing', 'Dist.'],
	['School District', 'S.D.'],
	['Saint-', 'St-'],
	['Municipalité', 'Mun.'],
	['Assurances', 'Ass.'],
	['Laboratoire', 'Labo'],
	['Entreprises', 'Ent.'],
	['Associés', 'Assoc.'],
	['Engenharia', 'Eng.'],
	['Comércio', 'Com.'],
	['Indústria', 'Ind.'],
	['Construção', 'Constr.'],
	['Associação', 'Assoc.'],
	['Laboratório', 'Lab.'],
	['Cooperativa', 'Coop.'],
	['Distribuidora', 'Distrib.'],
	['Comercializadora', 'Com.'],
	['Constructora', 'Const.'],
	['Servicios', 'Serv.'],
	['Laboratorios', 'Labs.'],
	['Laboratorio', 'Lab.'],
	['Industrial', 'Ind.'],
	['Instituto', 'Inst.'],
	['Fundación', 'Fund.'],
	['Inmobiliaria', 'Inm.'],
	['Productos', 'Prods.'],
];

/** The name with every word shortened that has a short form here; null when none has. */
export function shortened(name: string): string | null {
	let short = name;
	for (const [long, brief] of shortenings) {
		short = long.endsWith('-')
			? short.replace(long, brief)
			: short.replace(new RegExp(`(^|\\s)${long}(?=\\s|$|,)`), `$1${brief}`);
	}
	return short === name ? null : short;
}
