/**
 * What a product is called, without what changes from list to list: the channel programme, the term, the billing. Used
 * to find rows that may be the same product; never to decide.
 */

const NOISE = new Set(
	(
		'nce new commerce experience microsoft ms office csp annual annually year yearly yr month monthly mo commit commitment billing billed paid ' +
		'prepaid upfront term plan subscription licence license licences licenses seat seats user users per for the and of online ' +
		'1y 3y p1y p1m p3y one three corporate commercial promo renewal'
	).split(' '),
);

/** What technicians type instead of the full name. */
const SHORT_FORMS: Array<[RegExp, string]> = [
	[/\bbus(?:iness)?\s+prem(?:ium)?\b|\bm?365\s*bp\b|\bbp\b/g, ' business premium '],
	[/\bbus(?:iness)?\s+(?:std|standard)\b|\bm?365\s*bs\b|\bbs\b/g, ' business standard '],
	[/\bbus(?:iness)?\s+basic\b|\bm?365\s*bb\b|\bbb\b/g, ' business basic '],
	[/\bexo\b|\bexch\b/g, ' exchange '],
	[/\bo365\b|\bm365\b/g, ' 365 '],
	[/\bplan\s+(\d)\b|\bp(\d)\b/g, ' plan$1$2 '],
	[/\bazure\s+ad\b|\baad\b/g, ' entra id '],
];

export function normalProductName(name: string): string {
	return productWords(name).join(' ');
}

export function productWords(name: string): string[] {
	let text = name
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase();
	text = text.replace(/[^a-z0-9]+/g, ' ');
	for (const [pattern, full] of SHORT_FORMS) text = text.replace(pattern, full);
	return text.split(/\s+/).filter((word) => word !== '' && !NOISE.has(word));
}
