/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import path from 'node:path';
import type { Page } from 'playwright-core';
import {
	aHaloClient,
	aHaloState,
	aStellrCustomer,
	aStellrState,
	aSubscription,
} from '../../simulators/world/builders';
import { hostAddress } from '../e2e/support/sharedHost';
import { openStage, type Stage } from '../e2e/support/stage';
import { signIn, type SignedIn } from './support/browser';

/** A person at a browser: generates the mapping in the editor, decides on the page, runs again. */

const PICTURES = path.resolve(__dirname, '../../.browser');
const CUSTOMERS: Array<[number, string]> = [
	[100, 'Acorn Construction'],
	[101, 'Birch Dental'],
	[102, 'Cedar Freight'],
	[103, 'elm-bakery.com'],
	[104, 'Fir Optics'],
];
const CLIENTS: Array<[number, string]> = [
	[11, 'Acorn Construction'],
	[12, 'Birch Dental'],
	[13, 'Cedar Freight Group'],
	[14, 'Cedar Freight Services'],
	[15, 'Elm Bakery & Café'],
	[16, 'Fir Optical'],
];

let stage: Stage;
let user: SignedIn;

beforeAll(async () => {
	stage = await openStage({
		stellr: aStellrState({
			customers: CUSTOMERS.map(([customerNo, name]) => aStellrCustomer({ customerNo, name })),
			subscriptions: CUSTOMERS.map(([customerNo], at) =>
				aSubscription({ subscriptionId: `41${at}_1`, customerNo, endDate: '2099-11-30' }),
			),
		}),
		halo: aHaloState({ clients: CLIENTS.map(([id, name]) => aHaloClient({ id, name })) }),
		haloSwitches: { rateLimit: 0 },
	});
	await stage.rest.publishWorkflow((await stage.rest.findWorkflow('Review mapping')).id);
	user = await signIn();
});

afterAll(async () => {
	await user.close();
	await stage.close();
});

const savedRows = async () => (await stage.rows('stellr_halo_mapping_v1')) ?? [];
const rowOf = async (customerNo: string) =>
	(await savedRows()).find((row) => row.customerNo === customerNo && row.decision !== 'rejected');

/** Runs a flow from the editor, as a person does, and waits until n8n says that it went well. */
async function runInEditor(page: Page, flow: string): Promise<void> {
	const { id } = await stage.rest.findWorkflow(flow);
	await page.goto(`${hostAddress().url}/workflow/${id}`);
	await page.locator('[data-test-id="canvas-node"]').first().waitFor();
	await page.locator('[data-test-id="execute-workflow-button"]').first().click();
	await page.getByText('Workflow executed successfully').first().waitFor({ timeout: 120_000 });
}

/** Opens the review page and asks who waits. */
async function openReview(page: Page): Promise<void> {
	await page.goto(`${hostAddress().url}/form/stellr-halo-review`);
	await allowIfAsked(page);
	await page.getByRole('button', { name: /./ }).first().click();
	await page.waitForURL(/form-waiting/, { timeout: 120_000 });
	await page.locator('form').first().waitFor();
}

/** n8n asks once whether the form may know who is signed in. */
async function allowIfAsked(page: Page): Promise<void> {
	const allow = page.getByRole('button', { name: 'Allow' });
	const form = page.locator('form');
	await allow.or(form).first().waitFor();
	if (await allow.isVisible()) {
		await allow.click();
		await form.first().waitFor();
	}
}

it('generates the mapping from the editor, and nothing is linked by it', async () => {
	await runInEditor(user.page, 'Generate mapping');
	expect(await rowOf('100')).toMatchObject({ decision: 'proposed', haloClientId: 11 });
	await runInEditor(user.page, 'Import customers');
	expect(stage.halo.state.clients.flatMap(({ customfields }) => customfields)).toEqual([]);
});

/** Ticks the first choice with this text, of all that stand below a heading. */
async function tick(page: Page, text: string, heading?: string): Promise<void> {
	const options =
		heading === undefined
			? page.locator('.multiselect-option', { hasText: text })
			: page.locator(
					`xpath=//div[.//h3[contains(., "${heading}")]]/following::div[contains(@class, "multiselect-option")]`,
					{ hasText: text },
				);
	await options.first().locator('label').click();
}

async function submit(page: Page): Promise<string> {
	await page.locator('#submit-btn').click();
	// The last page has no form to fill in.
	await page.locator('form#n8n-form').waitFor({ state: 'detached', timeout: 120_000 });
	await page.locator('h1').first().waitFor();
	return await page.locator('body').innerText();
}

it('takes the answers of a person on a page: equal names at once, and three cases one by one', async () => {
	const { page } = user;
	await openReview(page);
	expect(await page.locator('h1').first().innerText()).toBe('Review mapping');
	await tick(page, 'Accept 2 customers with the same name');
	await tick(page, 'Link to "Cedar Freight Services"', 'Cedar Freight (us/102)');
	await tick(page, 'Create a new client', 'elm-bakery.com (us/103)');
	const name = page.getByLabel(/Name of the new client/).nth(1);
	await name.fill('Elm Bakery');
	await tick(page, 'None of these', 'Fir Optics (us/104)');
	await page.screenshot({ path: path.join(PICTURES, 'review-mapping.png'), fullPage: true });
	const said = await submit(page);
	expect(said).toContain('5');
	expect(await rowOf('100')).toMatchObject({ decision: 'auto', haloClientId: 11 });
	expect(await rowOf('102')).toMatchObject({ decision: 'manual', haloClientId: 14 });
	expect(await rowOf('103')).toMatchObject({ decision: 'create', haloClientName: 'Elm Bakery' });
	expect(await rowOf('104')).toMatchObject({ decision: 'later' });
	for (const no of ['100', '102', '103', '104']) {
		expect((await rowOf(no))?.decidedBy).toBe(hostAddress().email);
	}
});

it('obeys the answers in the next run', async () => {
	await runInEditor(user.page, 'Import customers');
	const { clients } = stage.halo.state;
	const keysOn = (id: number) =>
		clients.find((client) => client.id === id)?.customfields.map(({ value }) => value) ?? [];
	expect([11, 12, 14].map(keysOn)).toEqual([['us/100'], ['us/101'], ['us/102']]);
	const created = clients.filter(({ id }) => !CLIENTS.some(([known]) => known === id));
	expect(created.map((client) => client.name)).toEqual(['Elm Bakery']);
	expect(keysOn(created[0].id)).toEqual(['us/103']);
});

it('does not ask again about who is settled', async () => {
	const { page } = user;
	await openReview(page);
	const shown = await page.locator('body').innerText();
	for (const [no] of CUSTOMERS) expect(shown).not.toContain(`us/${no}`);
});
