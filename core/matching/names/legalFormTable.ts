/**
 * Legal forms of companies by jurisdiction, with the ways they are written. Aliases are given as `foldName` leaves
 * them: lower case, no accents, no dots, single letters run together ("S.A. de C.V." is `sa de cv`).
 * Two names whose forms differ are two companies (Unilever N.V. and Unilever plc), so the form is compared, not lost.
 */

export interface LegalForm {
	/** How a person writes it; also its identity: equal labels in two countries are one form. */
	label: string;
	aliases: string[];
	/** Too loose a word to tell two companies apart: "Acme Co" may well be "Acme Ltd". */
	loose?: boolean;
	/**
	 * Also an everyday word, state or abbreviation ("Serenity Spa", "Smith Ag", Alberta's AB): it tells two companies
	 * apart unless both names end in it.
	 */
	alsoWord?: boolean;
}

const ENGLISH: LegalForm[] = [
	{ label: 'Inc', aliases: ['inc', 'incorporated'] },
	{ label: 'Corp', aliases: ['corp', 'corporation', 'corpn'] },
	{ label: 'LLC', aliases: ['llc', 'limited liability company', 'limited liability co'] },
	{
		label: 'Ltd',
		aliases: ['ltd', 'limited', 'co ltd', 'company ltd', 'company limited', 'co limited'],
	},
	{ label: 'LLP', aliases: ['llp', 'limited liability partnership'] },
	{ label: 'LP', aliases: ['lp', 'limited partnership'] },
	{ label: 'Co', aliases: ['co', 'company'], loose: true },
];

const UNITED_STATES: LegalForm[] = [
	{ label: 'LC', aliases: ['lc'], alsoWord: true },
	{ label: 'PC', aliases: ['pc', 'professional corporation'], alsoWord: true },
	{ label: 'PLLC', aliases: ['pllc', 'professional limited liability company'] },
	{ label: 'PA', aliases: ['pa', 'professional association'], alsoWord: true },
	{ label: 'LLLP', aliases: ['lllp'] },
	{ label: 'PBC', aliases: ['pbc', 'public benefit corporation'] },
];

const CANADA: LegalForm[] = [
	// The French and the English form of one and the same incorporation.
	{ label: 'Ltd', aliases: ['ltee', 'limitee', 'cie ltee', 'compagnie limitee'] },
	{ label: 'Inc', aliases: ['incorporee'] },
	{ label: 'ULC', aliases: ['ulc', 'unlimited liability company'] },
	{ label: 'SENC', aliases: ['senc', 'societe en nom collectif'] },
	{ label: 'SENCRL', aliases: ['sencrl'] },
	{ label: 'SEC', aliases: ['sec', 'societe en commandite'], alsoWord: true },
	{ label: 'Co', aliases: ['cie', 'compagnie'], loose: true },
];

const UNITED_KINGDOM_AND_IRELAND: LegalForm[] = [
	{ label: 'plc', aliases: ['plc', 'public limited company'] },
	{ label: 'Ltd', aliases: ['cyf', 'cyfyngedig', 'teoranta'] },
	{ label: 'CIC', aliases: ['cic', 'community interest company'], alsoWord: true },
	{ label: 'DAC', aliases: ['dac', 'designated activity company'], alsoWord: true },
	{ label: 'CLG', aliases: ['clg', 'company limited by guarantee'], alsoWord: true },
];

const BRAZIL: LegalForm[] = [
	{
		label: 'Ltda',
		aliases: ['ltda', 'limitada', 'ltda me', 'ltda epp', 'cia ltda', 'compania limitada'],
	},
	{ label: 'S.A.', aliases: ['sociedade anonima'] },
	{ label: 'EIRELI', aliases: ['eireli', 'eireli me', 'eireli epp'] },
	{ label: 'ME', aliases: ['me', 'microempresa'], alsoWord: true },
	{ label: 'EPP', aliases: ['epp'], loose: true },
	{ label: 'MEI', aliases: ['mei'], alsoWord: true },
	{ label: 'SLU', aliases: ['slu'] },
	{ label: 'Co', aliases: ['cia', 'companhia', 'compania'], loose: true },
];

const MEXICO: LegalForm[] = [
	{ label: 'S.A. de C.V.', aliases: ['sa de cv', 'sa cv', 'sociedad anonima de capital variable'] },
	{ label: 'S.A.B. de C.V.', aliases: ['sab de cv'] },
	{ label: 'S.A.P.I. de C.V.', aliases: ['sapi de cv'] },
	{ label: 'S. de R.L. de C.V.', aliases: ['s de rl de cv', 'srl de cv', 's de rl cv'] },
	{ label: 'S. de R.L.', aliases: ['s de rl', 'sociedad de responsabilidad limitada'] },
	{ label: 'S.A.S. de C.V.', aliases: ['sas de cv'] },
	{ label: 'S.C.', aliases: ['sc', 'sociedad civil'], alsoWord: true },
	{ label: 'A.C.', aliases: ['ac', 'asociacion civil'], alsoWord: true },
];

const FRANCE_AND_BELGIUM: LegalForm[] = [
	{ label: 'S.A.', aliases: ['sa', 'societe anonyme', 'sociedad anonima'] },
	{ label: 'SAS', aliases: ['sas', 'societe par actions simplifiee'], alsoWord: true },
	{ label: 'SASU', aliases: ['sasu'] },
	{ label: 'SARL', aliases: ['sarl', 'societe a responsabilite limitee'] },
	{ label: 'EURL', aliases: ['eurl'] },
	{ label: 'SNC', aliases: ['snc'], alsoWord: true },
	{ label: 'SCI', aliases: ['sci'], alsoWord: true },
	{ label: 'SPRL', aliases: ['sprl'] },
	{ label: 'BVBA', aliases: ['bvba'] },
];

const GERMANY_AUSTRIA_SWITZERLAND: LegalForm[] = [
	{ label: 'GmbH', aliases: ['gmbh', 'gesellschaft mit beschrankter haftung', 'gesmbh', 'mbh'] },
	{
		label: 'GmbH & Co. KG',
		aliases: ['gmbh and co kg', 'gmbh co kg', 'gmbh and cokg', 'gmbh and co kommanditgesellschaft'],
	},
	{ label: 'gGmbH', aliases: ['ggmbh'] },
	{ label: 'AG', aliases: ['ag', 'aktiengesellschaft'], alsoWord: true },
	{ label: 'AG & Co. KG', aliases: ['ag and co kg', 'ag co kg'] },
	{ label: 'KG', aliases: ['kg', 'kommanditgesellschaft', 'and co kg', 'co kg'] },
	{ label: 'KGaA', aliases: ['kgaa', 'ag and co kgaa', 'se and co kgaa'] },
	{ label: 'OHG', aliases: ['ohg', 'and co ohg'] },
	{ label: 'GbR', aliases: ['gbr'], alsoWord: true },
	{
		label: 'UG',
		aliases: ['ug', 'ug haftungsbeschrankt', 'unternehmergesellschaft'],
		alsoWord: true,
	},
	{ label: 'e.K.', aliases: ['ek', 'ekfm', 'ekfr'], alsoWord: true },
	{ label: 'e.V.', aliases: ['ev', 'eingetragener verein'], alsoWord: true },
	{ label: 'SE', aliases: ['se', 'societas europaea'], alsoWord: true },
	{ label: 'SE & Co. KG', aliases: ['se and co kg'] },
];

const ITALY: LegalForm[] = [
	{ label: 'S.p.A.', aliases: ['spa', 'societa per azioni'], alsoWord: true },
	{ label: 'S.r.l.', aliases: ['srl', 'societa a responsabilita limitata'] },
	{ label: 'S.r.l.s.', aliases: ['srls'] },
	{ label: 'S.a.p.a.', aliases: ['sapa'] },
];

const SPAIN_AND_PORTUGAL: LegalForm[] = [
	{ label: 'S.L.', aliases: ['sl', 'sociedad limitada'] },
	{ label: 'S.A.U.', aliases: ['sau'], alsoWord: true },
	{ label: 'Lda', aliases: ['lda'] },
];

const NETHERLANDS: LegalForm[] = [
	{ label: 'B.V.', aliases: ['bv', 'besloten vennootschap'] },
	{ label: 'N.V.', aliases: ['nv', 'naamloze vennootschap'], alsoWord: true },
	{ label: 'V.O.F.', aliases: ['vof'] },
	{ label: 'C.V.', aliases: ['cv'], alsoWord: true },
];

const NORDICS: LegalForm[] = [
	{ label: 'AB', aliases: ['ab', 'aktiebolag'], alsoWord: true },
	{ label: 'AB (publ)', aliases: ['ab publ'] },
	{ label: 'A/S', aliases: ['as', 'aktieselskab', 'aksjeselskap'], alsoWord: true },
	{ label: 'ASA', aliases: ['asa'], alsoWord: true },
	{ label: 'ApS', aliases: ['aps', 'anpartsselskab'], alsoWord: true },
	{ label: 'I/S', aliases: ['is'], alsoWord: true },
	{ label: 'K/S', aliases: ['ks'], alsoWord: true },
	{ label: 'Oy', aliases: ['oy', 'osakeyhtio'] },
	{ label: 'Oyj', aliases: ['oyj'] },
	{ label: 'Oy Ab', aliases: ['oy ab'] },
];

const CENTRAL_AND_EASTERN_EUROPE: LegalForm[] = [
	{ label: 'Sp. z o.o.', aliases: ['sp z oo', 'spzoo', 'sp zoo'] },
	{ label: 'S.K.A.', aliases: ['ska'], alsoWord: true },
	{ label: 's.r.o.', aliases: ['sro', 'spol sro'] },
	{ label: 'd.o.o.', aliases: ['doo'], alsoWord: true },
	{ label: 'Kft', aliases: ['kft'] },
	{ label: 'Zrt', aliases: ['zrt'] },
	{ label: 'EOOD', aliases: ['eood'] },
	{ label: 'OOD', aliases: ['ood'] },
	{ label: 'OÜ', aliases: ['ou'], alsoWord: true },
	{ label: 'UAB', aliases: ['uab'] },
	{ label: 'SIA', aliases: ['sia'], alsoWord: true },
];

const ASIA_AND_PACIFIC: LegalForm[] = [
	{ label: 'Pty Ltd', aliases: ['pty ltd', 'pty limited', 'proprietary limited', 'pty'] },
	{ label: 'Pte Ltd', aliases: ['pte ltd', 'pte limited', 'private limited', 'pvt ltd', 'pte'] },
	{ label: 'Sdn Bhd', aliases: ['sdn bhd'] },
	{ label: 'Bhd', aliases: ['bhd'] },
	{ label: 'KK', aliases: ['kk', 'kabushiki kaisha'] },
	{ label: 'GK', aliases: ['gk', 'godo kaisha'], alsoWord: true },
];

/** The table; where one alias stands in two jurisdictions the first one names it. */
export const legalFormsByJurisdiction = {
	english: ENGLISH,
	unitedStates: UNITED_STATES,
	canada: CANADA,
	unitedKingdomAndIreland: UNITED_KINGDOM_AND_IRELAND,
	brazil: BRAZIL,
	mexico: MEXICO,
	franceAndBelgium: FRANCE_AND_BELGIUM,
	germanyAustriaSwitzerland: GERMANY_AUSTRIA_SWITZERLAND,
	italy: ITALY,
	spainAndPortugal: SPAIN_AND_PORTUGAL,
	netherlands: NETHERLANDS,
	nordics: NORDICS,
	centralAndEasternEurope: CENTRAL_AND_EASTERN_EUROPE,
	asiaAndPacific: ASIA_AND_PACIFIC,
} as const;

/** Legal forms that one country only has: they say where a company is when its address does not. */
export const COUNTRY_OF_FORM: Readonly<Record<string, string>> = {
	'S.A. de C.V.': 'MX',
	'S.A.B. de C.V.': 'MX',
	'S.A.P.I. de C.V.': 'MX',
	'S. de R.L. de C.V.': 'MX',
	'S.A.S. de C.V.': 'MX',
	EIRELI: 'BR',
	LLC: 'US',
	PLLC: 'US',
	ULC: 'CA',
	SENCRL: 'CA',
	'Pty Ltd': 'AU',
};
