/** Words that firms write short, with all that each may stand for, as `foldName` leaves them. */
const TABLE = `
mfg manufacturing
mfr manufacturer
mfrs manufacturers
intl international
int international internacional
natl national
nal nacional
assoc associates association
assocs associates
assn association
univ university universidad universidade universite
dept department
ctr center
centre center
theatre theater
svc service
svcs services
serv service services servicos servicios
srvs services
bros brothers
mgmt management
mgt management
tech technology technologies technical
techs technologies
eng engineering engenharia
engr engineering
engrg engineering
constr construction construcciones construtora construcoes
const construction construcciones construcoes
dev development
distr distributors distributing distribution distribuidora
dist distributors distributing distribution distribuidora distribuciones
distrib distributors distributing distribution
ins insurance
inds industries
ind industries industrial industria industrias
equip equipment equipamentos equipos
elec electric electrical electronics
elect electric electrical
hosp hospital
inst institute instituto institut
govt government
grp group
gpo grupo
gpe groupe
hldg holding
hldgs holdings
labs laboratories
lab laboratory
mech mechanical
med medical
mktg marketing
org organization
organisation organization
pharm pharmacy pharmaceutical pharmaceuticals
prof professional
prods products
prod products productions produtos productos
props properties
prop property
mt mount
ft fort
st saint street
ste sainte societe
sta santa
sto santo
ave avenue
rd road
sch school
soc society sociedade sociedad
sys systems
syst systems
soln solutions
solns solutions
sol solutions
sols solutions
transp transport transportation transportes
trans transport transportation
twp township
cnty county
cty county
coop cooperative cooperativa
labour labor
jewellery jewelry
tyre tire
tyres tires
comm communications
comms communications
telecom telecommunications
cons consulting
conslt consulting
acctg accounting
acct accounting
admin administration
adm administracao
com comercio comercial
hnos hermanos
rep representacoes
cia compania companhia
ets etablissements
cmnty community
mun municipality
veh vehicles
whse warehouse
refrig refrigeration
plbg plumbing
`;

const MEANINGS = new Map<string, readonly string[]>();
/** The usual short form of a long word, where the table names it first. */
const SHORTEST = new Map<string, string>();
for (const line of TABLE.trim().split('\n')) {
	const [short, ...long] = line.split(' ');
	MEANINGS.set(short, long);
	for (const word of long) if (!SHORTEST.has(word)) SHORTEST.set(word, short);
}

/** Every word that is short for another, or has a short form. */
export const shortWords: readonly string[] = [...MEANINGS.keys(), ...SHORTEST.keys()];

const SHORT_AT_FRONT = new Set(
	'intl natl univ ind assoc assn mfg mt ft st ste sta sto ets cia bros dept inst govt ctr hosp centre theatre'.split(
		' ',
	),
);

/** Beyond this a name has too many readings to say anything. */
const MOST_READINGS = 8;

/**
 * Every way to read the words in full; the first is the likeliest. Words without a short form stay as they are; the
 * first word is read in full only where it can be nothing else, or has a dot behind it.
 */
export function fullReadings(words: readonly string[], firstHasDot: boolean): string[][] {
	let readings: string[][] = [[]];
	words.forEach((word, at) => {
		const meanings = meaningsOf(word, at, words, firstHasDot);
		if (meanings.length === 1 || readings.length * meanings.length > MOST_READINGS) {
			readings = readings.map((reading) => [...reading, meanings[0]]);
		} else {
			readings = meanings.flatMap((meaning) => readings.map((reading) => [...reading, meaning]));
		}
	});
	return readings;
}

/** Whether any word has a longer form. */
export function hasShortWord(words: readonly string[]): boolean {
	return words.some((word) => MEANINGS.has(word));
}

/** The words with every long one written short, as in a domain: `acornmfg.com`; null when none can be. */
export function shortReading(words: readonly string[]): string[] | null {
	return words.some((word) => SHORTEST.has(word))
		? words.map((word) => SHORTEST.get(word) ?? word)
		: null;
}

function meaningsOf(
	word: string,
	at: number,
	words: readonly string[],
	firstHasDot: boolean,
): readonly string[] {
	const meanings = MEANINGS.get(word);
	if (meanings === undefined) return [word];
	// "St. Mary's" is a saint, "Main St." a street.
	if (word === 'st') return at < words.length - 1 ? (at === 0 ? ['saint'] : meanings) : ['street'];
	// The first word is mostly the firm's own: "Sol Foods", "Trans Pacific".
	return at > 0 || firstHasDot || SHORT_AT_FRONT.has(word) ? meanings : [word];
}
