import type { Chance } from './chance';

/** How people write one legal form: shortened, spelled out, translated. What is not listed is only stripped of its dots. */
const writings: Record<string, readonly string[]> = {
	'Inc.': ['Inc', 'INC', 'Incorporated', 'inc.'],
	LLC: ['L.L.C.', 'Llc', 'llc'],
	LLP: ['L.L.P.', 'llp'],
	LP: ['L.P.', 'Limited Partnership'],
	PLLC: ['P.L.L.C.', 'pllc'],
	'P.A.': ['PA', 'Professional Association'],
	'P.C.': ['PC', 'Professional Corporation'],
	'Co.': ['Co', 'Company'],
	'Corp.': ['Corp', 'Corporation'],
	'Ltd.': ['Ltd', 'LTD', 'Limited', 'Ltée', 'Ltee'],
	'Co. Ltd.': ['Company Limited', 'Co Ltd'],
	Ltée: ['Ltee', 'Limitée', 'Ltd.', 'LTEE'],
	'Enr.': ['enr', 'Enregistrée'],
	'S.E.N.C.': ['SENC', 's.e.n.c.'],
	'S.E.N.C.R.L.': ['SENCRL', 's.e.n.c.r.l.', 'LLP'],
	'Limited Partnership': ['LP', 'L.P.'],
	'Prof. Corp.': ['Professional Corporation', 'P.C.'],
	'Ltda.': ['Ltda', 'LTDA', 'Limitada', 'ltda'],
	'S.A.': ['SA', 'S/A', 'S. A.'],
	'S.A. de C.V.': [
		'SA de CV',
		'S.A. DE C.V.',
		'S A de C V',
		'Sociedad Anónima de Capital Variable',
	],
	'S. de R.L. de C.V.': ['S de RL de CV', 'S. DE R.L. DE C.V.', 'S.de R.L. de C.V.'],
	'S.A.P.I. de C.V.': ['SAPI de CV', 'S.A.P.I. DE C.V.'],
	'S.P.R. de R.L.': ['SPR de RL', 'S.P.R. DE R.L.'],
	'S.C. de R.L.': ['SC de RL', 'S.C. DE R.L.'],
};

/** Another way to write the same form. */
export function otherWriting(form: string, chance: Chance): string {
	return chance.oneOf(writings[form] ?? [form.replace(/\./g, ''), form.toUpperCase()]);
}

const others: Record<string, readonly string[]> = {
	us: ['Inc.', 'LLC', 'LP', 'Corp.'],
	ca: ['Inc.', 'Ltd.', 'LP', 'Corp.'],
	br: ['S.A.', 'Ltda.', 'EIRELI'],
	mx: ['S.A. de C.V.', 'S. de R.L. de C.V.', 'S.C.'],
};

/** A form that belongs to another firm: "LLC" where this one is an "Inc.". */
export function differentForm(form: string, country: string, chance: Chance): string {
	return chance.oneOf(others[country].filter((other) => other !== form));
}

/** The words legal forms consist of, squeezed, to read a name without them. */
export const legalFormWords: ReadonlySet<string> = new Set(
	`inc incorporated llc llp lp pllc pa pc co company corp corporation ltd limited ltee limitee enr senc sencrl sa sapi
	spr sc rl cv ltda limitada me epp eireli`
		.split(/\s+/)
		.filter((word) => word !== ''),
);
