/** Countries as the two vendors write them, brought to ISO 3166 alpha-2. */

const NAMES_BY_CODE: Record<string, string> = {
	US: 'usa,united states,united states of america,u s a,u s,estados unidos,eua,ee uu,etats unis',
	CA: 'can,canada',
	BR: 'bra,brazil,brasil',
	MX: 'mex,mexico',
	GB: 'gbr,uk,u k,united kingdom,great britain,england,scotland,wales,northern ireland',
	IE: 'irl,ireland',
	DE: 'deu,ger,germany,deutschland,alemania,alemanha',
	FR: 'fra,france,francia,franca',
	ES: 'esp,spain,espana,espanha',
	PT: 'prt,portugal',
	IT: 'ita,italy,italia',
	NL: 'nld,netherlands,the netherlands,holland,nederland',
	BE: 'bel,belgium,belgique,belgie',
	LU: 'lux,luxembourg',
	CH: 'che,switzerland,schweiz,suisse',
	AT: 'aut,austria,osterreich',
	SE: 'swe,sweden,sverige',
	NO: 'nor,norway,norge',
	DK: 'dnk,denmark,danmark',
	FI: 'fin,finland,suomi',
	IS: 'isl,iceland',
	PL: 'pol,poland,polska',
	CZ: 'cze,czechia,czech republic',
	SK: 'svk,slovakia',
	HU: 'hun,hungary',
	RO: 'rou,romania',
	BG: 'bgr,bulgaria',
	GR: 'grc,greece',
	AU: 'aus,australia',
	NZ: 'nzl,new zealand',
	SG: 'sgp,singapore',
	JP: 'jpn,japan',
	CN: 'chn,china',
	HK: 'hkg,hong kong',
	IN: 'ind,india',
	ZA: 'zaf,south africa',
	AE: 'are,uae,united arab emirates',
	IL: 'isr,israel',
	AR: 'arg,argentina',
	CL: 'chl,chile',
	CO: 'col,colombia',
	PE: 'per,peru',
	PR: 'pri,puerto rico',
};

const CODE_BY_NAME = new Map<string, string>();
for (const [code, names] of Object.entries(NAMES_BY_CODE)) {
	CODE_BY_NAME.set(code.toLowerCase(), code);
	for (const name of names.split(',')) CODE_BY_NAME.set(name, code);
}

/** The ISO code of a country however it is written, null when there is none or it is not known here. */
export function countryCode(country: string | null): string | null {
	if (country === null) return null;
	const before = READ.get(country);
	if (before !== undefined) return before;
	const code = readCountry(country);
	// A list names few countries; a list of anything else must not fill the memory.
	if (READ.size < MOST_READ) READ.set(country, code);
	return code;
}

const MOST_READ = 1000;
const READ = new Map<string, string | null>();

function readCountry(country: string): string | null {
	const plain = country
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}]+/gu, ' ')
		.trim();
	// A code that is not in the table stands for itself.
	return CODE_BY_NAME.get(plain) ?? (/^[a-z]{2}$/.test(plain) ? plain.toUpperCase() : null);
}

/** True only when both countries are known and are not the same one. */
export function countriesDiffer(a: string | null, b: string | null): boolean {
	const left = countryCode(a);
	const right = countryCode(b);
	return left !== null && right !== null && left !== right;
}
