import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import nock from 'nock';

import { connectStellr } from '../../nodes/shared/connect';
import { runNode } from './harness';

const probe: INodeType = {
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['input'],
		description: '',
		version: 1,
		defaults: { name: 'Probe' },
		inputs: ['main'],
		outputs: ['main', 'main'],
		credentials: [{ name: 'stellrOAuth2Api', required: true }],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		const { runtime, account, requests } = await connectStellr(this);
		const outcome = await runtime.http({ method: 'GET', path: '/x', query: { a: 1 } });
		return [
			[{ json: { account, outcome: { ...outcome }, count: requests.count() }, pairedItem: 0 }],
			[],
		];
	},
};

describe('the node harness', () => {
	beforeEach(() => nock.disableNetConnect());
	afterEach(() => {
		nock.cleanAll();
		nock.enableNetConnect();
	});

	it('mints a token with the credential and calls the API with it', async () => {
		nock('https://sso.us.tdsynnex.com')
			.post('/oauth2/v1/token', 'grant_type=client_credentials&client_id=id&client_secret=geheim')
			.reply(200, { access_token: 'abc', token_type: 'Bearer', expires_in: 7200 });
		nock('https://api.us.tdsynnex.com', { reqheaders: { authorization: 'Bearer abc' } })
			.get('/x?a=1')
			.reply(200, { fine: true });
		const { outputs, error } = await runNode({
			nodeType: probe,
			credentials: {
				stellrOAuth2Api: { accountLabel: ' US ', clientId: 'id', clientSecret: 'geheim' },
			},
		});
		expect(error).toBeUndefined();
		expect(outputs).toEqual([
			[
				{
					account: 'us',
					count: 1,
					outcome: expect.objectContaining({ status: 200, body: { fine: true }, isJson: true }),
				},
			],
			[],
		]);
	});
});
