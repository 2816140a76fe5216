import { addressObjection, isTdSynnexHost } from '../../../core/check/stellrAddresses';
import { addressesDoNotFit } from '../../../core/words/checkStellr';

const usual = {
	region: 'us',
	environment: 'production',
	baseUrl: 'https://api.us.tdsynnex.com',
	tokenUrl: 'https://sso.us.tdsynnex.com/oauth2/v1/token',
};

describe('the addresses of a Stellr credential', () => {
	it.each([
		['the usual ones', {}],
		['the sandbox', { environment: 'sandbox', baseUrl: 'https://api-uat.us.tdsynnex.com' }],
		['Brazil', { region: 'br', baseUrl: 'https://api-br.lac.tdsynnex.com' }],
		[
			'Canada with the token host of the States',
			{ region: 'ca', baseUrl: 'https://api.ca.tdsynnex.com' },
		],
		['a host of somebody else', { region: 'custom', baseUrl: 'http://127.0.0.1:4001' }],
	])('are taken: %s', (_, over) => {
		expect(addressObjection({ ...usual, ...over })).toBeNull();
	});

	it.each([
		['StreamOne ION', { baseUrl: 'https://ion.tdsynnex.com' }, /another product/],
		['the portal', { baseUrl: 'https://ec.us.tdsynnex.com' }, /not the API/],
		['a sandbox host in production', { baseUrl: 'https://api-uat.us.tdsynnex.com' }, /mixed up/],
		['a production host in the sandbox', { environment: 'sandbox' }, /address of Production/],
		['another region', { region: 'ca' }, /Two regions/],
		['Mexico for Brazil', { region: 'br', baseUrl: 'https://api-mx.lac.tdsynnex.com' }, /"mx"/],
	])('are objected to: %s', (_, over, seen) => {
		const objection = addressObjection({ ...usual, ...over });
		expect(objection).not.toBeNull();
		if (objection !== null) expect(addressesDoNotFit(objection).seen).toMatch(seen);
	});

	it('are shown in a report only where they are of TD SYNNEX', () => {
		expect(isTdSynnexHost(usual.tokenUrl)).toBe(true);
		expect(isTdSynnexHost('https://tdsynnex.com.example.org/token')).toBe(false);
		expect(isTdSynnexHost('nonsense')).toBe(false);
	});
});
