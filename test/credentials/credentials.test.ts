import { haloBaseUrl } from '../../core/halo/baseUrl';
import { stellrBaseUrl } from '../../core/stellr/baseUrl';
import { HaloPsaOAuth2Api } from '../../credentials/HaloPsaOAuth2Api.credentials';
import { StellrOAuth2Api } from '../../credentials/StellrOAuth2Api.credentials';
import { resolveCredential, resolveTestText } from '../nodes/credentialsHelper';

type Fields = Parameters<typeof resolveCredential>[1];

/** The fields as nodes see them, the address that nodes call, and the one that the test of the credential calls. */
async function stellr(fields: Fields): Promise<Fields> {
	const resolved = await resolveCredential('stellrOAuth2Api', { ...CLIENT, ...fields });
	const testedAt = await inTestRequest(new StellrOAuth2Api(), resolved);
	return { ...resolved, calledAt: stellrBaseUrl(resolved), testedAt };
}

async function halo(fields: Fields): Promise<Fields> {
	const resolved = await resolveCredential('haloPsaOAuth2Api', { ...CLIENT, ...fields });
	const testedAt = await inTestRequest(new HaloPsaOAuth2Api(), resolved);
	return { ...resolved, calledAt: haloBaseUrl(resolved), testedAt };
}

const CLIENT = { clientId: 'i', clientSecret: 's' };

async function inTestRequest(
	{ test }: Pick<StellrOAuth2Api, 'test'>,
	credentials: Fields,
): Promise<string> {
	return String(await resolveTestText(String(test.request.baseURL), credentials));
}

describe.each([new StellrOAuth2Api(), new HaloPsaOAuth2Api()])('$name', (type) => {
	it('has one field of each name, since n8n keeps only the last of several', () => {
		const names = type.properties.map(({ name }) => name);
		expect(names).toHaveLength(new Set(names).size);
	});

	it('signs in with client credentials in the body, without being asked', async () => {
		expect(await resolveCredential(type.name, {})).toMatchObject({
			grantType: 'clientCredentials',
			authentication: 'body',
			sendAdditionalBodyProperties: false,
			additionalBodyProperties: '',
		});
	});
});

describe('the Stellr credential', () => {
	it.each([
		[
			'us',
			'production',
			'https://api.us.tdsynnex.com',
			'https://sso.us.tdsynnex.com/oauth2/v1/token',
		],
		[
			'us',
			'sandbox',
			'https://api-uat.us.tdsynnex.com',
			'https://sso.us.tdsynnex.com/oauth2/v1/token',
		],
		[
			'ca',
			'production',
			'https://api.ca.tdsynnex.com',
			'https://sso.ca.tdsynnex.com/oauth2/v1/token',
		],
		[
			'ca',
			'sandbox',
			'https://api-uat.ca.tdsynnex.com',
			'https://sso.ca.tdsynnex.com/oauth2/v1/token',
		],
		['br', 'production', 'https://api-br.lac.tdsynnex.com', ''],
		['mx', 'production', 'https://api-mx.lac.tdsynnex.com', ''],
		['br', 'sandbox', '', ''],
		['mx', 'sandbox', '', ''],
		['custom', 'production', '', ''],
	])(
		'knows the addresses of %s %s, or that it knows none',
		async (region, environment, base, token) => {
			expect(await stellr({ region, environment })).toMatchObject({
				calledAt: base,
				testedAt: base,
				accessTokenUrl: token,
			});
		},
	);

	it.each([
		[{ region: 'custom', baseUrl: ' https://a.example/// ', tokenUrl: 'https://t.example/x' }],
		[
			{
				region: 'ca',
				baseUrlOverride: 'https://a.example/',
				tokenUrlOverride: 'https://t.example/x ',
			},
		],
		[
			{
				region: 'br',
				environment: 'sandbox',
				sandboxBaseUrl: 'https://a.example',
				tokenUrl: 'https://t.example/x',
			},
		],
	])('takes the addresses of %j', async (fields) => {
		expect(await stellr(fields)).toMatchObject({
			calledAt: 'https://a.example',
			testedAt: 'https://a.example',
			accessTokenUrl: 'https://t.example/x',
		});
	});

	it('signs in at the host of a custom API where no other place is given', async () => {
		expect(await stellr({ region: 'custom', baseUrl: ' https://a.example/// ' })).toMatchObject({
			calledAt: 'https://a.example',
			testedAt: 'https://a.example',
			accessTokenUrl: 'https://a.example/oauth2/v1/token',
		});
		expect(await stellr({ region: 'br', baseUrl: 'https://a.example' })).toMatchObject({
			accessTokenUrl: '',
		});
	});

	it('forgets an address typed for another region', async () => {
		const fields = {
			region: 'us',
			baseUrl: 'https://old.example',
			tokenUrl: 'https://old.example/t',
		};
		expect(await stellr(fields)).toMatchObject({
			calledAt: 'https://api.us.tdsynnex.com',
			testedAt: 'https://api.us.tdsynnex.com',
			accessTokenUrl: 'https://sso.us.tdsynnex.com/oauth2/v1/token',
		});
	});

	it('is tested by a list that notices no customers, a foreign answer and a redirect', () => {
		const { request, rules } = new StellrOAuth2Api().test;
		expect(request).toMatchObject({ qs: { pageNo: 1, pageSize: 1 }, disableFollowRedirect: true });
		const bodyRules = (rules ?? []).filter(({ type }) => type === 'responseSuccessBody');
		expect(bodyRules.map(({ properties }) => properties)).toMatchObject([
			{ key: 'data.total', value: 0, message: expect.stringContaining('no customers are visible') },
			{ key: 'data.total', value: '0' },
			{
				key: 'data.records',
				value: undefined,
				message: expect.stringContaining('not with a list'),
			},
		]);
	});
});

describe('the Halo credential', () => {
	it.each([
		['https://acme.halopsa.com/api', ''],
		['https://acme.halopsa.com/api/', ''],
		['https://acme.halopsa.com', ''],
		[' https://acme.halopsa.com/ ', 'https://acme.halopsa.com/auth/'],
		['https://acme.halopsa.com/API', 'https://acme.halopsa.com/auth/token'],
	])(
		'understands Resource Server %j and Authorisation Server %j',
		async (resourceServer, authorisationServer) => {
			expect(await halo({ resourceServer, authorisationServer })).toMatchObject({
				calledAt: 'https://acme.halopsa.com/api',
				testedAt: 'https://acme.halopsa.com/api',
				accessTokenUrl: 'https://acme.halopsa.com/auth/token',
				scope: 'all',
			});
		},
	);

	it('has no address without a Resource Server', async () => {
		expect(await halo({})).toMatchObject({ calledAt: '' });
	});

	it('signs in at another host when told so', async () => {
		const fields = {
			resourceServer: 'https://a.example/api',
			authorisationServer: 'https://b.example/auth',
		};
		expect((await halo(fields)).accessTokenUrl).toBe('https://b.example/auth/token');
	});

	it('sends the tenant in the query, or in the body on request', async () => {
		const fields = { resourceServer: 'https://a.example/api', tenant: ' acme & co ' };
		expect(await halo(fields)).toMatchObject({
			accessTokenUrl: 'https://a.example/auth/token?tenant=acme%20%26%20co',
			additionalBodyProperties: '',
		});
		expect(await halo({ ...fields, changeApiDetails: true, tenantPlace: 'body' })).toMatchObject({
			accessTokenUrl: 'https://a.example/auth/token',
			additionalBodyProperties: '{"tenant":"acme & co"}',
		});
	});

	it('is tested by a list that notices no clients and a foreign answer', () => {
		const { rules } = new HaloPsaOAuth2Api().test;
		const bodyRules = (rules ?? []).filter(({ type }) => type === 'responseSuccessBody');
		expect(bodyRules.map(({ properties }) => properties)).toMatchObject([
			{ key: 'record_count', value: 0, message: expect.stringContaining('no clients are visible') },
			{
				key: 'record_count',
				value: undefined,
				message: expect.stringContaining('not the Resource Server'),
			},
		]);
	});
});
