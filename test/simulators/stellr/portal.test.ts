/** The page that stands for the vendor's portal: what to copy, what to tick. */
import { startStellrSimulator } from '../../../simulators/stellr/server';
import type { StellrSimulator } from '../../../simulators/stellr/server';
import { aStellrAccount, aStellrCustomer } from '../../../simulators/world/builders';
import { getWith, tokenOf } from './client';

const CUSTOMERS = '/api/v1/cloud/customers?pageNo=1&pageSize=2';
const LIST = 'End Customers - List Customers';

let stellr: StellrSimulator;

beforeEach(async () => {
	stellr = await startStellrSimulator({
		accounts: ['us', 'ca'].map((label) =>
			aStellrAccount({ label, customers: [aStellrCustomer()] }),
		),
	});
});
afterEach(async () => stellr.stop());

async function save(account: string, ...permissions: string[]) {
	const body = new URLSearchParams({ account });
	permissions.forEach((permission) => body.append('permission', permission));
	return await fetch(stellr.portalUrl, { method: 'POST', body, redirect: 'manual' });
}

const statusOf = async (label: string) =>
	(await getWith(stellr, CUSTOMERS, await tokenOf(stellr, label))).status;

it('shows the address and the client credential of each account', async () => {
	const page = await fetch(stellr.portalUrl);
	const text = await page.text();
	expect(page.headers.get('content-type')).toContain('text/html');
	for (const { clientId, clientSecret } of stellr.state.accounts) {
		expect(text).toContain(`value="${clientId}"`);
		expect(text).toContain(`value="${clientSecret}"`);
	}
	expect(text).toContain(`value="${stellr.url}"`);
	expect(text).toMatch(/value="End Customers - List Customers" checked/);
});

it('saves the permissions of one account and leaves the other alone', async () => {
	expect((await save('us')).status).toBe(303);
	expect([await statusOf('us'), await statusOf('ca')]).toEqual([403, 200]);
	await save('us', LIST);
	expect([await statusOf('us'), await statusOf('ca')]).toEqual([200, 200]);
});

it('is no call of the API: the log knows nothing of it', async () => {
	await save('us', LIST);
	expect(stellr.requests.counts().total).toBe(0);
});
