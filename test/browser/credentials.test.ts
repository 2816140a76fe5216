import type { Locator } from 'playwright-core';
import { demoWorld } from '../../tools/demo/world';
import { HALO_ACCOUNT, STELLR_ACCOUNT } from '../../tools/host/accounts';
import { hostAddress } from '../e2e/support/sharedHost';
import { openStage, type Stage } from '../e2e/support/stage';
import { signIn, type SignedIn } from './support/browser';

/** Both credentials as a person fills them in; n8n tests them on every save. */

/** Nothing listens there. */
const NOBODY = 'http://127.0.0.1:9';

let stage: Stage;
let user: SignedIn;

beforeAll(async () => {
	const { stellr, halo } = demoWorld(25, 7);
	stage = await openStage({ stellr, halo, haloSwitches: { rateLimit: 0 }, flows: [] });
	user = await signIn();
});

afterAll(async () => {
	await user.close();
	await stage.close();
});

const ACCOUNTS = [
	{
		name: STELLR_ACCOUNT,
		addressField: 'baseUrl',
		right: () => ({
			address: stage.stellr.url,
			secret: stage.stellr.state.accounts[0].clientSecret,
		}),
	},
	{
		name: HALO_ACCOUNT,
		addressField: 'resourceServer',
		right: () => ({
			address: stage.halo.apiUrl,
			secret: stage.halo.credentials.clientSecret,
		}),
	},
];

describe.each(ACCOUNTS)('$name', ({ name, addressField, right }) => {
	const dialog = (): Locator => user.page.locator('[data-test-id="editCredential-modal"]');
	const passed = (): Locator =>
		dialog().locator('[data-test-id="credentials-config-container-test-success"]');
	const refused = (): Locator => dialog().getByText('Couldn’t connect with these settings');

	async function save(values: Record<string, string>): Promise<void> {
		for (const [field, value] of Object.entries(values)) {
			await dialog().locator(`[data-test-id="parameter-input-${field}"] input`).first().fill(value);
		}
		await dialog().locator('[data-test-id="credential-save-button"]').click();
	}

	it('passes its test when it is opened', async () => {
		const account = (await stage.rest.listCredentials()).find((entry) => entry.name === name);
		await user.page.goto(`${hostAddress().url}/home/credentials/${account?.id}`);
		await passed().waitFor();
	});

	it('says that a wrong secret does not connect', async () => {
		await save({ clientSecret: 'not-the-secret' });
		await refused().waitFor();
		expect(await passed().isVisible()).toBe(false);
	});

	it('passes with the right one again', async () => {
		await save({ clientSecret: right().secret });
		await passed().waitFor();
	});

	it('says that a wrong address does not connect', async () => {
		await save({ [addressField]: NOBODY });
		await refused().waitFor();
		expect(await passed().isVisible()).toBe(false);
	});

	it('passes with the right one again, at last', async () => {
		await save({ [addressField]: right().address });
		await passed().waitFor();
		expect(await refused().isVisible()).toBe(false);
	});
});
