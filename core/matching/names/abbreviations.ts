/** Words that firms write short, with all that each may stand for, as `foldName` leaves them. */
const TABLE = `
mfg manufacturing
mfr manufacturer
mfrs manufacturers
intl international
natl national
assoc associates association
assocs associates
assn association
univ university universidad universidade universite
dept department
centre center
theatre theater
svc service
svcs services
srvs services
bros brothers
mgmt management
mgt management
engr engineering
engrg engineering
constr construction construcciones construtora construcoes
distr distributors distributing distribution distribuidora
dist distributors distributing distribution distribuidora distribuciones
distrib distributors distributing distribution
inds industries
ind industria industrias industries industrial
com comercio comercial
equip equipment equipamentos equipos
elec electric electrical
hosp hospital
inst institute instituto institut
govt government
grp group
gpe groupe
hldg holding
hldgs holdings
labs laboratories
mktg marketing
organisation organization
prods products
st saint street
ste sainte
sta santa
sto santo
ave avenue
sys systems
transp transport transportation transportes
twp township
cnty county
labour labor
jewellery jewelry
tyre tire
tyres tires
acctg accounting
cia compania companhia
hnos hermanos
ets etablissements
cmnty community
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

/** Every word that is short for another. */
export const shortWords: readonly string[] = [...MEANINGS.keys()];
/** Every word that has a short form. */
export const longWords: readonly string[] = [...SHORTEST.keys()];

const SHORT_AT_FRONT = new Set(
	'intl natl univ assoc assn mfg st ste sta sto ets cia bros dept inst govt hosp centre theatre'.split(
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
	// Only together: "Ind. e Com."
	if (word === 'ind' && words[at + 1] !== 'and') return [word];
	if (word === 'com' && words[at - 1] !== 'and') return [word];
	// "St. Mary's" is a saint, "Main St." a street.
	if (word === 'st') return at < words.length - 1 ? (at === 0 ? ['saint'] : meanings) : ['street'];
	// The first word is mostly the firm's own: "Sol Foods", "Trans Pacific".
	return at > 0 || firstHasDot || word === 'ind' || SHORT_AT_FRONT.has(word) ? meanings : [word];
}
