/** Addresses a secret may be sent to: https, or this very machine. */

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Why an address is not acceptable, in words that follow "<Field> "; null when it is. */
export function whyNotAnAddress(address: string): string | null {
	if (address.trim() === '') return 'is empty';
	let url: URL;
	try {
		url = new URL(address);
	} catch {
		return `is not an address: "${address}"`;
	}
	if (url.username !== '' || url.password !== '') return 'must not hold a user name or password';
	if (url.protocol === 'https:') return null;
	if (url.protocol === 'http:' && LOOPBACK.test(url.hostname)) return null;
	return `must begin with https:// (it is ${url.protocol}//${url.host})`;
}
