import { domainIn, domainLabel } from '../matching/names/domainName';

/** Longer names nobody types; Halo's own limit is not published. */
export const LONGEST_CLIENT_NAME = 200;

/** A typed name as it will stand in Halo. */
export function tidyName(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Stellr's name where it can be the client's: no domain, and nothing that a page shows in another way. */
export function offeredName(name: string | null): string | null {
	const tidy = tidyName(name ?? '');
	const unfit = tidy === '' || tidy.length > LONGEST_CLIENT_NAME || /[<>]/.test(tidy);
	return unfit || domainIn(tidy) !== null ? null : tidy;
}

/** An example of a name for a customer that Stellr knows by its domain: `buhler-industries.com` is "Buhler Industries". */
export function exampleName(name: string | null): string {
	const domain = domainIn(name ?? '');
	if (domain === null) return 'e.g. Acorn Construction';
	const words = domain
		.slice(0, domain.indexOf('.'))
		.split('-')
		.filter((word) => word !== '');
	const titled = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
	return `e.g. ${titled.join(' ') || domainLabel(domain)}`;
}
