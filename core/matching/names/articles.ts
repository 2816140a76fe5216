/** Articles that a name may begin with or not: "The Acorn Group", "Le Groupe Acorn", "O Boticário". */
const ARTICLES = new Set('the le la les el los las lo il der die das het'.split(' '));
/** Also letters and prepositions elsewhere: "A Plus Roofing" is not "Plus Roofing". */
const PORTUGUESE_ARTICLES = new Set(['o', 'a', 'os', 'as']);
export const articleWords: readonly string[] = [...ARTICLES, ...PORTUGUESE_ARTICLES];

const PORTUGUESE = /[ãõç]|\b(?:do|da|dos|das|de|ltda|eireli|com[eé]rcio|grupo|casa|padaria)\b/i;

const COMMA_ARTICLE = /,\s*\p{L}+\s*$/u;

/** The words without a leading article; a name of one word keeps it. */
export function withoutArticle(
	words: string[],
	name: string,
): { words: string[]; article: string | null } {
	if (words.length < 2) return { words, article: null };
	const [first] = words;
	// As in an index: "Paper Lantern School, The".
	const last = words[words.length - 1];
	if (ARTICLES.has(last) && COMMA_ARTICLE.test(name)) {
		return { words: words.slice(0, -1), article: last };
	}
	const isArticle =
		ARTICLES.has(first) || (PORTUGUESE_ARTICLES.has(first) && PORTUGUESE.test(name));
	return isArticle ? { words: words.slice(1), article: first } : { words, article: null };
}
