/** Articles that a name may begin with or not: "The Acorn Group", "Le Groupe Acorn", "O Boticário". */
const ARTICLES = new Set('le la les el los las lo o a os as'.split(' '));

export const articleWords: readonly string[] = ['the', ...ARTICLES];

/**
 * In other languages than English an article is one only where the name shows the language: "Las Vegas Paving" and "El
 * Paso Electric" begin with none.
 */
const ROMANCE =
	/[àâçéèêëîïôùûñáíóúãõ]|\b(?:de|du|des|del|et|y|e|da|do|das|dos|groupe|grupo|ltda|ltee|eireli|sarl)\b/i;

/** "Paper Lantern School, The", as in an index. */
const THE_BEHIND = /,\s*the\s*$/i;

/** The words without a leading article; a name of one word keeps it. */
export function withoutArticle(
	words: string[],
	name: string,
): { words: string[]; article: string | null } {
	if (words.length < 2) return { words, article: null };
	const [first] = words;
	if (first === 'the') return { words: words.slice(1), article: first };
	if (words[words.length - 1] === 'the' && THE_BEHIND.test(name)) {
		return { words: words.slice(0, -1), article: 'the' };
	}
	// In capitals it is a city or a state: "LA Pest Control".
	const inCapitals = first.length > 1 && name.trim().startsWith(`${first.toUpperCase()} `);
	return ARTICLES.has(first) && ROMANCE.test(name) && !inCapitals
		? { words: words.slice(1), article: first }
		: { words, article: null };
}
