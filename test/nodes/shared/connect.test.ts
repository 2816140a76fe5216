/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { sleep } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import nock from 'nock';

import type { HttpRequest } from '../../../core/http/types';
import { connectHalo } from '../../../nodes/shared/connect';
import { runNode } from '../harness';
import { useNock } from '../stellrApi';

/** Sends the requests of its parameter one after the other and puts the outcomes out. */
const probe: INodeType = {
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['input'],
		description: '',
		version: 1,
		defaults: { name: 'Probe' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'haloPsaOAuth2Api', required: true }],
		properties: [
			{ displayName: 'Requests', name: 'requests', type: 'json', default: '[]' },
			{ displayName: 'Parallel', name: 'parallel', type: 'boolean', default: false },
		],
	},
	async execute(this: IExecuteFunctions) {
		const halo = await connectHalo(this);
		const requests = JSON.parse(this.getNodeParameter('requests', 0) as string) as HttpRequest[];
		const outcomes: object[] = [];
		if (this.getNodeParameter('parallel', 0)) {
			outcomes.push(...(await Promise.all(requests.map(halo.runtime.http))));
		} else {
			for (const request of requests) outcomes.push(await halo.runtime.http(request));
		}
		const summary = { tenant: halo.tenant, count: halo.requests.count() };
		return [
			outcomes.map((outcome) => ({ json: { outcome: { ...outcome }, ...summary }, pairedItem: 0 })),
		];
	},
};

const HOST = 'https://acme.halopsa.com';
const GET: HttpRequest = { method: 'GET', path: '/Client', query: { pageinate: true, page_no: 1 } };
const POST: HttpRequest = { method: 'POST', path: '/Client', body: [{ name: 'A' }] };
const inAnHour = () => String(Date.now() + 3_600_000);

function credential(over: ICredentialDataDecryptedObject = {}) {
	return {
		haloPsaOAuth2Api: {
			resourceServer: `${HOST}/api`,
			tenant: 'acme',
			clientId: 'id',
			clientSecret: 'geheim-123',
			...over,
		},
	};
}

const withToken = (token: string, expiresAt = inAnHour()) =>
	credential({ oauthTokenData: { access_token: token, n8n_expires_at: expiresAt } });

async function send(
	requests: HttpRequest[],
	credentials: ReturnType<typeof credential> = withToken('fresh'),
	parallel = false,
) {
	const run = await runNode({
		nodeType: probe,
		parameters: { requests: JSON.stringify(requests), parallel },
		credentials,
	});
	expect(run.error).toBeUndefined();
	return {
		hints: run.hints.map(({ message }) => message),
		outcomes: run.outputs[0].map(({ outcome }) => outcome),
		count: run.outputs[0][0].count,
		tenant: run.outputs[0][0].tenant,
	};
}

function grant(times = 1): () => number {
	let granted = 0;
	nock(HOST)
		.post('/auth/token', {
			grant_type: 'client_credentials',
			client_id: 'id',
			client_secret: 'geheim-123',
			scope: 'all',
		})
		.query({ tenant: 'acme' })
		.times(times)
		.reply(200, () => {
			granted += 1;
			return { access_token: `minted-${granted}`, token_type: 'Bearer', expires_in: 3600 };
		});
	return () => granted;
}

describe('Halo reached through its credential', () => {
	useNock();

	it('is a tenant of a host, and counts what it sends', async () => {
		nock(HOST).get('/api/Client').query(true).reply(200, { record_count: 0, clients: [] });
		expect(await send([GET])).toMatchObject({ tenant: 'acme.halopsa.com acme', count: 1 });
	});

	it('gives status, lower-cased headers and body of every answer', async () => {
		nock(HOST)
			.get('/api/Client')
			.query({ pageinate: 'true', page_no: 1 })
			.reply(429, 'Rate Limit Reached', { 'Retry-After': '30' });
		// A tenant of its own: the limiter of this one pauses as told.
		const { outcomes } = await send([GET], {
			haloPsaOAuth2Api: { ...withToken('fresh').haloPsaOAuth2Api, tenant: 'limited' },
		});
		expect(outcomes).toMatchObject([
			{
				kind: 'answer',
				status: 429,
				headers: { 'retry-after': '30' },
				body: 'Rate Limit Reached',
				isJson: false,
			},
		]);
	});

	it('posts arrays as JSON', async () => {
		nock(HOST, { reqheaders: { 'content-type': 'application/json' } })
			.post('/api/Client', [{ name: 'A' }])
			.reply(201, [{ id: 7 }]);
		expect((await send([POST])).outcomes).toMatchObject([
			{ status: 201, body: [{ id: 7 }], isJson: true },
		]);
	});

	it.each([400, 401, 403])(
		'takes a %i for an expired token when the stored one is old, mints once and repeats',
		async (status) => {
			const tokens = grant();
			nock(HOST, { reqheaders: { authorization: 'Bearer old' } })
				.get('/api/Client')
				.query(true)
				.reply(status, '');
			nock(HOST, { reqheaders: { authorization: 'Bearer minted-1' } })
				.get('/api/Client')
				.query(true)
				.reply(200, { clients: [] });
			const { outcomes } = await send([GET], withToken('old', String(Date.now() - 1000)));
			expect(outcomes).toMatchObject([{ status: 200 }]);
			expect(tokens()).toBe(1);
		},
	);

	it.each([
		[400, 'Name is required'],
		[403, ''],
	])('gives a true %i as it came while the token is fresh', async (status, body) => {
		nock(HOST).post('/api/Client').reply(status, body);
		expect((await send([POST])).outcomes).toMatchObject([{ kind: 'answer', status, body }]);
	});

	it('mints anew when Halo says by 400 that a token n8n holds for fresh is none', async () => {
		const tokens = grant();
		nock(HOST, { reqheaders: { authorization: 'Bearer revoked' } })
			.get('/api/Client')
			.query(true)
			.times(2)
			.reply(400, { error: 'invalid_token', error_description: 'The access token has expired' });
		nock(HOST, { reqheaders: { authorization: 'Bearer minted-1' } })
			.get('/api/Client')
			.query(true)
			.reply(200, { clients: [] });
		expect((await send([GET], withToken('revoked'))).outcomes).toMatchObject([{ status: 200 }]);
		expect(tokens()).toBe(1);
	});

	it('reports a 401 that stays after minting', async () => {
		grant();
		nock(HOST)
			.get('/api/Client')
			.query(true)
			.times(2)
			.reply(401, { Message: 'No' }, { 'X-Request-Id': 'q' });
		expect((await send([GET], withToken('old'))).outcomes).toMatchObject([
			{ kind: 'answer', status: 401, body: { Message: 'No' }, headers: { 'x-request-id': 'q' } },
		]);
	});

	it('fetches one token for requests that begin together', async () => {
		const tokens = grant(5);
		nock(HOST).persist().get('/api/Client').query(true).reply(200, { clients: [] });
		const { outcomes } = await send([GET, GET, GET, GET], credential(), true);
		expect(outcomes).toHaveLength(4);
		expect(tokens()).toBe(1);
	});

	it.each([
		['a token that lasts', withToken('fresh'), 2],
		['a token that ends within a minute', withToken('old', String(Date.now() + 50_000)), 1],
		['a token of which nobody knows when it ends', withToken('old', ''), 1],
		['no token', credential(), 1],
	])('begins with %s by as many requests as fit', async (_, kept, together) => {
		grant();
		let underWay = 0;
		const seen: number[] = [];
		nock(HOST)
			.persist()
			.get('/api/Client')
			.query(true)
			.reply(async () => {
				seen.push((underWay += 1));
				await sleep(30);
				underWay -= 1;
				return [200, { clients: [] }];
			});
		await send([GET, GET], kept, true);
		expect(Math.max(...seen)).toBe(together);
	});

	it('renews a stored token once for requests that are refused together', async () => {
		const tokens = grant(5);
		nock(HOST, { reqheaders: { authorization: 'Bearer fresh' } })
			.persist()
			.get('/api/Client')
			.query(true)
			.reply(401);
		nock(HOST, { reqheaders: { authorization: 'Bearer minted-1' } })
			.persist()
			.get('/api/Client')
			.query(true)
			.reply(200, { clients: [] });
		const { outcomes } = await send([GET, GET, GET, GET], withToken('fresh'), true);
		expect(outcomes).toMatchObject(Array(4).fill({ kind: 'answer', status: 200 }));
		expect(tokens()).toBe(1);
	});

	it('does not carry its token to where a redirect leads', async () => {
		nock(HOST)
			.get('/api/Client')
			.query(true)
			.reply(302, '', { location: 'https://elsewhere.example/login' });
		expect((await send([GET])).outcomes).toMatchObject([
			{ status: 302, headers: { location: 'https://elsewhere.example/login' } },
		]);
	});

	it.each([
		[500, 'Internal Server Error', { status: 500 }],
		[
			401,
			{ error: 'invalid_client', error_description: 'Wrong' },
			{ detail: 'invalid_client: Wrong' },
		],
		[400, { error: 'invalid_scope' }, { detail: expect.stringContaining('invalid_scope') }],
		[429, 'Retry later', { status: 429 }],
		[200, '<html>Sign in</html>', { cause: 'signIn' }],
	])('says what the token service answered: %i', async (status, body, expected) => {
		nock(HOST).post('/auth/token').query(true).reply(status, body);
		// A tenant of its own: after a 429 everybody waits.
		const { outcomes } = await send([GET], credential({ tenant: `answers ${status}` }));
		expect(outcomes).toMatchObject([{ kind: 'lost', cause: 'signIn', ...expected }]);
		expect(JSON.stringify(outcomes)).not.toContain('geheim-123');
	});

	it('tells a token host that cannot be reached from an API that cannot', async () => {
		nock.enableNetConnect('127.0.0.1');
		const closed = 'http://127.0.0.1:1';
		const noSignIn = await send([GET], credential({ authorisationServer: `${closed}/auth` }));
		expect(noSignIn.outcomes).toMatchObject([
			{ cause: 'signIn', detail: 'the host refused the connection' },
		]);
		nock(HOST)
			.post('/auth/token')
			.query(true)
			.reply(200, { access_token: 'a', token_type: 'Bearer' });
		const noApi = await send(
			[POST],
			credential({ resourceServer: `${closed}/api`, authorisationServer: `${HOST}/auth` }),
		);
		expect(noApi.outcomes).toMatchObject([
			{ kind: 'lost', cause: 'unreachable', detail: 'the host refused the connection' },
		]);
	});

	it('calls a connection that breaks off lost, not refused', async () => {
		// A true socket: an error replied by nock ends the test process.
		const server = createServer((request) => request.socket.destroy());
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		nock.enableNetConnect('127.0.0.1');
		const { port } = server.address() as AddressInfo;
		const { outcomes } = await send([POST], {
			haloPsaOAuth2Api: {
				...withToken('fresh').haloPsaOAuth2Api,
				resourceServer: `http://127.0.0.1:${port}/api`,
			},
		});
		await new Promise((resolve) => server.close(resolve));
		expect(outcomes).toMatchObject([{ kind: 'lost', cause: 'reset' }]);
	});
});

describe('the pace of the credential', () => {
	useNock();

	it('is kept by all nodes of the process together, and the run says how long it waited', async () => {
		const arrived: number[] = [];
		nock(HOST)
			.persist()
			.get('/api/Client')
			.query(true)
			.reply(200, () => {
				arrived.push(Date.now());
				return {};
			});
		const slow = {
			haloPsaOAuth2Api: {
				...withToken('fresh').haloPsaOAuth2Api,
				tenant: 'slow',
				changeApiDetails: true,
				requestsPerWindow: 4,
				windowSeconds: 3,
				workers: 2,
			},
		};
		const [one, other] = await Promise.all([send([GET, GET], slow), send([GET], slow)]);
		expect(arrived).toHaveLength(3);
		expect(arrived[2] - arrived[0]).toBeGreaterThanOrEqual(3000);
		expect([...one.hints, ...other.hints]).toEqual([
			'HaloPSA: waited 3 s in all, since its limit in this n8n is 2 requests per 3 s.',
		]);
	});
});
