/** Report pages, read by a test. */

/** The page as a person reads it. */
export function readPage(page: string): string {
	return page
		.replace(/<style>[^<]*<\/style>/, '')
		.replace(/<(title|desc)[^>]*>[^<]*<\/\1>/g, '')
		.replace(/<caption>[^<]*<\/caption>/g, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/[\s\u00A0]+/g, ' ');
}

const ELEMENTS = new Set(
	'html head meta title style body header main nav section h1 h2 h3 p a b i bdi small div span dl dt dd figure figcaption svg desc text tspan rect line table caption thead tbody tr th td ul ol li'.split(
		' ',
	),
);
const ATTRIBUTES = new Set(
	'lang charset http-equiv content name class id href role aria-label aria-labelledby width height x y x1 x2 y1 y2 scope colspan'.split(
		' ',
	),
);
const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z0-9-]+(?:="[^"<>]*")?)*)\s*\/?>/g;

/** What the page has beside its own elements, and what stands there that should not. */
export function pageStrangers(page: string): string[] {
	const found: string[] = [];
	const rest = page
		.replace(/^<!DOCTYPE html>/, '')
		.replace(/<style>[^<]*<\/style>/, '')
		.replace(TAG, (_tag, element: string, attributes: string) => {
			if (!ELEMENTS.has(element)) found.push(element);
			for (const [, name] of attributes.matchAll(/\s([a-zA-Z0-9-]+)="/g)) {
				if (!ATTRIBUTES.has(name)) found.push(name);
			}
			return '';
		});
	if (/[<>"]/.test(rest)) found.push(rest);
	return found;
}
