import {
	aHaloClient,
	aHaloState,
	aStellrAccount,
	aStellrCustomer,
} from '../../simulators/world/builders';
import type { Json } from '../../tools/host/flowRun';
import { haloCredential, stellrCredentials } from '../../tools/host/accounts';
import { openStage, type Stage } from './support/stage';

describe('the test buttons of the two accounts', () => {
	let stage: Stage;

	beforeAll(async () => {
		const account = aStellrAccount({ customers: [aStellrCustomer()] });
		stage = await openStage({
			stellr: { accounts: [account] },
			halo: aHaloState({ clients: [aHaloClient()] }),
			flows: [],
		});
	});

	afterAll(async () => await stage.close());

	/** What the form says after these changes to a right account. */
	async function test(
		which: 'stellr' | 'halo',
		changes: Json = {},
	): Promise<{ status: string; message: string }> {
		const right =
			which === 'stellr' ? stellrCredentials(stage.stellr)[0] : haloCredential(stage.halo);
		const changed = {
			...right,
			name: `${which} ${JSON.stringify(changes)}`.slice(0, 120),
			data: { ...right.data, ...changes },
		};
		const created = await stage.rest.createCredential(changed);
		return await stage.rest.testCredential({ ...created, data: changed.data });
	}

	it('are content with accounts that work', async () => {
		expect(await test('stellr')).toMatchObject({ status: 'OK' });
		expect(await test('halo')).toMatchObject({ status: 'OK' });
	});

	it('refuse a wrong secret', async () => {
		expect(await test('stellr', { clientSecret: 'not-this' })).toMatchObject({ status: 'Error' });
		expect(await test('halo', { clientSecret: 'not-this' })).toMatchObject({ status: 'Error' });
	});

	it('notice that no customers are visible', async () => {
		const { customers } = stage.stellr.state.accounts[0];
		const kept = customers.splice(0);
		try {
			expect(await test('stellr')).toEqual({
				status: 'Error',
				message: expect.stringContaining('no customers are visible'),
			});
		} finally {
			customers.push(...kept);
		}
	});

	it('notice that no clients are visible', async () => {
		stage.halo.switches.invisibleAreas = ['customers'];
		try {
			expect(await test('halo')).toEqual({
				status: 'Error',
				message: expect.stringContaining('no clients are visible'),
			});
		} finally {
			stage.halo.switches.invisibleAreas = [];
		}
	});

	it('notice a missing permission', async () => {
		stage.halo.switches.missingPermissions = ['read:customers'];
		try {
			expect(await test('halo')).toEqual({
				status: 'Error',
				message: expect.stringContaining('clients may not be read'),
			});
		} finally {
			stage.halo.switches.missingPermissions = [];
		}
	});

	it('notice a web page in place of the API', async () => {
		stage.halo.switches.htmlWith200 = true;
		try {
			expect(await test('halo')).toEqual({
				status: 'Error',
				message: expect.stringContaining('not the Resource Server'),
			});
		} finally {
			stage.halo.switches.htmlWith200 = false;
		}
	});

	it('notice another host than the one they were made for', async () => {
		expect(await test('halo', { resourceServer: stage.stellr.url })).toMatchObject({
			status: 'Error',
		});
		expect(await test('stellr', { baseUrl: stage.halo.url })).toMatchObject({ status: 'Error' });
	});
});
