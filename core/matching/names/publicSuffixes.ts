/**
 * Endings below which anybody may register a name, beyond the plain ones such as `com` or `ca`: `acorn.com.br` is a
 * company's domain, `com.br` is not. Kept to the countries that Stellr sells in and their neighbours in trade.
 */
const BY_COUNTRY: Readonly<Record<string, string>> = {
	br: 'com net org adm adv agr am app arq art ato bib bio blog bmd cim cng cnt coop coz des det dev ecn eco edu emp enf eng esp etc eti far flog fm fnd fot fst g12 geo ggf gov imb ind inf jor jus leg lel log mat med mil mp mus ntr nom not odo ong ppg pro psc psi qsl radio rec rep seg slg srv taxi tc tec teo tmp trd tur tv vet vlog wiki zlg',
	mx: 'com net org gob edu',
	ca: 'ab bc mb nb nf nl ns nt nu on pe qc sk yk gc',
	us: 'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc fed',
	uk: 'co org ltd plc me net sch ac gov nhs police',
	au: 'com net org edu gov id asn act nsw nt qld sa tas vic wa',
	nz: 'co net org govt ac school geek gen kiwi maori iwi health',
	za: 'co org net ac gov',
	jp: 'co ne or ac go',
	in: 'co net org firm gen ind ac gov',
	kr: 'co or',
	sg: 'com net org edu gov',
	hk: 'com net org edu',
	tw: 'com net org',
	my: 'com net org',
	ph: 'com net org',
	ar: 'com net org gob edu',
	co: 'com net org gov edu',
	pe: 'com net org gob',
	ve: 'com co net',
	ec: 'com net fin',
	uy: 'com net org',
	py: 'com',
	bo: 'com',
	cr: 'co',
	do: 'com',
	gt: 'com',
	sv: 'com',
	hn: 'com',
	ni: 'com',
	pa: 'com',
	pr: 'com',
	es: 'com org nom gob',
	pt: 'com',
	fr: 'asso com',
	pl: 'com net org',
	tr: 'com',
	gr: 'com',
	il: 'co org',
	sa: 'com',
	id: 'co',
	th: 'co',
	vn: 'com',
	cn: 'com net org gov',
	cy: 'com',
	mt: 'com',
};

/** Hosts that give each customer a name of its own below theirs. */
const PLATFORMS =
	'onmicrosoft.com sharepoint.com azurewebsites.net wixsite.com wordpress.com blogspot.com squarespace.com weebly.com godaddysites.com business.site github.io webflow.io myshopify.com herokuapp.com br.com uk.com us.com mex.com';

const SUFFIXES = new Set(PLATFORMS.split(' '));
for (const [country, seconds] of Object.entries(BY_COUNTRY)) {
	for (const second of seconds.split(' ')) SUFFIXES.add(`${second}.${country}`);
}

const BRAZILIAN_STATES =
	'ac al am ap ba ce df es go ma mg ms mt pa pb pe pi pr rj rn ro rr rs sc se sp to'.split(' ');
for (const state of BRAZILIAN_STATES) {
	for (const second of ['gov', 'leg', 'jus', 'mp']) SUFFIXES.add(`${state}.${second}.br`);
}
for (const province of BY_COUNTRY.ca.split(' ')) SUFFIXES.add(`gov.${province}.ca`);
for (const state of BY_COUNTRY.us.split(' ')) {
	for (const third of ['k12', 'cc', 'lib', 'state', 'ci', 'co'])
		SUFFIXES.add(`${third}.${state}.us`);
}
for (const state of ['act', 'nsw', 'nt', 'qld', 'sa', 'tas', 'vic', 'wa']) {
	for (const second of ['edu', 'gov']) SUFFIXES.add(`${state}.${second}.au`);
}

/** The part of a host name that was registered: `mail.acorn.com.br` is `acorn.com.br`; null for a bare ending. */
export function registrableDomain(host: string): string | null {
	const lastDot = host.lastIndexOf('.');
	if (lastDot < 0 || SUFFIXES.has(host)) return null;
	let from = 0;
	for (let dot = host.indexOf('.'); dot < lastDot; dot = host.indexOf('.', dot + 1)) {
		if (SUFFIXES.has(host.slice(dot + 1))) return from === 0 ? host : host.slice(from);
		from = dot + 1;
	}
	// Below a plain ending such as `com`.
	return from === 0 ? host : host.slice(from);
}
