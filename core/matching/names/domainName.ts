/** Stellr customers are often named by their domain, such as `buhlerindustries.com`. */

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/;

/** The bare domain in a text that is a domain, web or mail address; null for anything else. */
export function domainIn(text: string | null): string | null {
	if (text === null || !text.includes('.')) return null;
	const bare = text
		.trim()
		.toLowerCase()
		.replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
		.replace(/^[^\s/@]+@/, '')
		.replace(/[/?#:].*$/s, '')
		.replace(/^www\./, '')
		.replace(/\.$/, '');
	return DOMAIN.test(bare) ? bare : null;
}
