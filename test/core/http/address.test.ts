import { whyNotAnAddress } from '../../../core/http/address';

describe('an address a secret may go to', () => {
	it.each([
		'https://api.us.tdsynnex.com',
		'http://localhost:8080/auth/token?tenant=x',
		'http://127.0.0.1:1',
		'http://[::1]:3000',
	])('%s is one', (address) => expect(whyNotAnAddress(address)).toBeNull());

	it.each([
		['', 'is empty'],
		['api.us.tdsynnex.com', 'is not an address: "api.us.tdsynnex.com"'],
		['http://api.us.tdsynnex.com/x', 'must begin with https:// (it is http://api.us.tdsynnex.com)'],
		['http://localhost.evil.com', 'must begin with https:// (it is http://localhost.evil.com)'],
		['ftp://x', 'must begin with https:// (it is ftp://x)'],
		['https://user:pw@x.com', 'must not hold a user name or password'],
	])('%j is none', (address, why) => expect(whyNotAnAddress(address)).toBe(why));
});
