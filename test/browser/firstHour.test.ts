/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
	selectors,
	type Browser,
	type BrowserContext,
	type Locator,
	type Page,
} from 'playwright-core';
import type { HaloState } from '../../simulators/halo/state';
import type { StellrState } from '../../simulators/stellr/state';
import { UNPREPARED_LICENCES, unpreparedWorld } from '../../simulators/world/scenarios/unprepared';
import { RestClient } from '../../tools/host/restClient';
import { openBrowser } from './support/browser';
import { Person } from './support/person';
import { startUnpreparedDemo, type UnpreparedDemo } from './support/unpreparedDemo';

/** Follows docs/first-hour.md, and nothing but it, from an empty n8n and a Halo that nobody has prepared. */

const PAGE = path.resolve(__dirname, '../../docs/first-hour.md');
const PICTURES = path.resolve(__dirname, '../../.browser/first-hour');
/** The screen of an ordinary notebook. */
const SCREEN = { width: 1600, height: 1000 };
/** Another one than n8n takes by itself, as the menu has it and as n8n keeps it. */
const TIME_ZONE = { shown: 'America/Toronto', kept: 'America/Toronto' };

const folder = mkdtempSync(path.join(tmpdir(), 'stellr-halo-first-hour-'));
const person = new Person(PICTURES);
const scripted: string[] = [];

let demo: UnpreparedDemo;
let browser: Browser;
let context: BrowserContext;
let n8n: Page;
let portal: Page;
let halo: Page;

beforeAll(async () => {
	mkdirSync(PICTURES, { recursive: true });
	// As n8n writes it.
	selectors.setTestIdAttribute('data-test-id');
	browser = await openBrowser();
	context = await browser.newContext({ viewport: SCREEN });
	context.setDefaultTimeout(30_000);
	[n8n, portal, halo] = [await context.newPage(), await context.newPage(), await context.newPage()];
});

afterAll(async () => {
	await browser.close();
	await demo.end();
	rmSync(folder, { recursive: true, force: true });
});

/** A step of the page, by its heading. */
function step(heading: string, follow: () => Promise<void>): void {
	scripted.push(heading);
	it(heading, async () => {
		person.begin(heading);
		await follow();
		const number = heading.split('.')[0].padStart(2, '0');
		if (person.actions > 0) await person.picture(number);
	});
}

step('1. Start n8n and two accounts that nobody has set up', async () => {
	demo = await startUnpreparedDemo(folder);
	const { licences, fieldInfo, synnexDetails } = await stateOf<HaloState>(demo.settings);
	expect([licences.length, fieldInfo.length]).toEqual([UNPREPARED_LICENCES, 0]);
	expect(synnexDetails.map(({ halointegrator }) => halointegrator)).toEqual([true]);
});

step('2. Sign in', async () => {
	await person.open(n8n, demo.emptyWorkflow);
	await person.type(n8n.locator('input[type="email"], input[autocomplete="email"]'), demo.email);
	await person.type(n8n.locator('input[type="password"]'), demo.password);
	await person.press('Enter');
	await n8n.getByTestId('workflow-menu').waitFor();
});

step('3. Import the flow that checks the connection', async () => {
	await importFlow('connection-check.json');
});

step('4. Give the permissions at TD SYNNEX', async () => {
	await person.open(portal, demo.portal);
	await person.click(portal.getByLabel('Subscriptions - Get Subscription Details'));
	await person.click(portal.getByRole('button', { name: 'Save' }));
	await portal.getByText('Saved.').waitFor();
});

step('5. Set up HaloPSA', async () => {
	await person.open(halo, demo.settings);
	const save = async (button: string) => {
		await person.click(halo.getByRole('button', { name: button }));
		await halo.getByText('Saved.').waitFor();
	};
	await person.choose(halo.getByLabel('Customers', { exact: true }), 'Read and Modify');
	await person.choose(halo.getByLabel('Software Licensing Access Level'), 'Read and Modify');
	await person.choose(halo.getByLabel('Invoices', { exact: true }), 'Read Only');
	await person.click(halo.getByLabel('Software Licensing', { exact: true }));
	await person.click(halo.getByLabel(/Allow recurring invoice line quantities/));
	await person.click(halo.getByLabel('Halo Integrator'));
	await save('Save');
	await person.type(halo.getByLabel('Field Name'), 'StellrCustomerNo');
	await person.type(halo.getByLabel('Field Label'), 'Stellr customer number');
	await save('Add');
});

step('6. Connect both in n8n', async () => {
	await person.turnTo(n8n);
	await person.doubleClick(nodeCalled('Connection Check'));
	await person.click(n8n.getByText('Connect to StreamOne Stellr'));
	await person.type(field('clientId'), await copied(portal, 'Client ID'));
	await person.type(field('clientSecret'), await copied(portal, 'Client Secret'));
	await person.type(field('accountLabel'), 'us');
	await person.click(n8n.getByTestId('parameter-input-region'));
	await person.click(n8n.getByRole('option', { name: 'Custom' }));
	await person.type(field('baseUrl'), await copied(portal, 'API Base URL'));
	await person.picture('06-stellr');
	await person.click(saveCredential());
	await saveCredential().waitFor({ state: 'hidden' });
	await person.click(n8n.getByText('Connect to HaloPSA'));
	await person.type(field('clientId'), await copied(halo, 'Client ID'));
	await person.type(field('clientSecret'), await copied(halo, 'Client Secret'));
	await person.type(field('resourceServer'), await copied(halo, 'Resource Server'));
	await person.click(saveCredential());
	await saveCredential().waitFor({ state: 'hidden' });
});

step('7. Check both', async () => {
	await person.click(executeStep());
	await outputCalled('Checks').waitFor();
	await person.drag(n8n.getByTestId('panel-drag-button').first(), -600);
	await person.picture('07-wide');
	await expectInView(outputCalled('Summary'));
	await person.click(outputCalled('Summary'));
	await inNode()
		.getByText(/^Test successful\. Not told: whether Halo's own[^;]*$/)
		.first()
		.waitFor();
});

step('8. Import the flow that does the work, and set its time zone', async () => {
	await person.open(n8n, demo.emptyWorkflow);
	await importFlow('quick-start.json');
	await person.click(n8n.getByTestId('workflow-menu'));
	await person.click(n8n.getByRole('menuitem', { name: 'Settings', exact: true }));
	await person.click(n8n.getByTestId('workflow-settings-timezone'));
	await person.click(n8n.getByRole('option', { name: TIME_ZONE.shown, exact: true }));
	await person.click(n8n.getByTestId('workflow-settings-save-execution-progress'));
	await person.click(n8n.getByRole('option', { name: 'Save', exact: true }));
	await person.picture('08-settings');
	await person.click(n8n.getByTestId('workflow-settings-save-button').getByRole('button'));
	await n8n.getByTestId('workflow-settings-dialog').waitFor({ state: 'hidden' });
});

step('9. See the plan', async () => {
	await person.doubleClick(nodeCalled('Plan licences'));
	await person.click(executeStep());
	await inNode()
		.getByText(/held: open the second output/)
		.waitFor({ timeout: 120_000 });
	await person.click(outputCalled('Held'));
	await person.picture('09-held');
	await expectInView(inNode().getByText('why', { exact: true }).first());
	await expectInView(inNode().getByText('so the row gets no key and stays as it is').first());
	await person.click(outputCalled('Summary'));
	expect(await inNode().innerText()).toMatch(/to be adopted, .* to be created/);
	const { licences } = await stateOf<HaloState>(demo.settings);
	expect(licences).toEqual(unpreparedWorld().halo.licences);
});

step('10. Write it', async () => {
	await person.click(n8n.getByTestId('ndv-close-button'));
	await person.click(n8n.getByTestId('execute-workflow-button').first());
	await n8n.getByText('Workflow executed successfully').first().waitFor({ timeout: 120_000 });
});

step('11. Let it run every night', async () => {
	await publish();
});

step('12. Approve what is held', async () => {
	await person.open(n8n, demo.emptyWorkflow);
	await importFlow('approve-changes.json');
	await publish();
	await person.open(n8n, demo.approvals);
	await person.click(n8n.getByRole('button', { name: 'Allow' }));
	await person.click(n8n.locator('#submit-btn'));
	await n8n.waitForURL(/form-waiting/, { timeout: 120_000 });
	const differing = n8n.locator('.multiselect-option', {
		hasText: 'When the row was taken over, Halo billed',
	});
	await differing.first().waitFor();
	await person.picture('12-choices');
	expect(await differing.count()).toBe(2);
	for (const choice of await differing.all()) await person.click(choice.locator('label'));
	await person.click(n8n.locator('#submit-btn'));
	await n8n.getByText('2 applied').waitFor({ timeout: 120_000 });
});

it('follows every step of the page, in its order', () => {
	const headings = [...readFileSync(PAGE, 'utf8').matchAll(/^## (\d+\. .+)$/gm)].map(
		([, heading]) => heading,
	);
	expect(headings).toEqual(scripted);
});

it('takes less than 60 actions and 12 values', () => {
	const told = person.efforts.map(
		({ step: name, actions, values }) =>
			`${name}: ${actions.length} actions, ${values.length} values`,
	);
	process.stdout.write(
		`${told.join('\n')}\nIn all ${person.actions} actions, ${person.values} values\n`,
	);
	expect(person.actions).toBeLessThan(60);
	expect(person.values).toBeLessThan(12);
});

it('ends with each licence that was taken over at the count that was sold, and none twice', async () => {
	const { licences } = await stateOf<HaloState>(demo.settings);
	const { accounts } = await stateOf<StellrState>(demo.portal);
	const before = unpreparedWorld();
	const known = new Set(before.halo.licences.map(({ id }) => id));
	const keyed = licences.flatMap(({ id, snowid, count }) => {
		const key = /^us\/(\S+)/.exec(snowid ?? '')?.[1];
		return key === undefined ? [] : [{ id, key, count }];
	});
	const sold = new Map(
		accounts[0].subscriptions.map(({ subscriptionId, quantity }) => [subscriptionId, quantity]),
	);
	const takenOver = keyed.filter(({ id }) => known.has(id));
	expect(takenOver.length).toBeGreaterThan(20);
	expect(takenOver.filter(({ key, count }) => count !== sold.get(key))).toEqual([]);
	expect(new Set(keyed.map(({ key }) => key)).size).toBe(keyed.length);
	// All rows are still there, and no new one stands for a line that had one of them.
	expect(licences.filter(({ id }) => known.has(id))).toHaveLength(UNPREPARED_LICENCES);
	const hadRow = new Set(
		before.truth.subscriptions
			.filter(({ licenceId }) => licenceId !== null)
			.map(({ subscriptionId }) => subscriptionId),
	);
	const added = keyed.filter(({ id }) => !known.has(id));
	expect(added.length).toBeGreaterThan(10);
	expect(added.filter(({ key }) => hadRow.has(key))).toEqual([]);
});

it('ends with a flow that starts every night, and that writes nothing when it runs again', async () => {
	const rest = new RestClient(demo.n8n, { email: demo.email, password: demo.password });
	await rest.login();
	const flow = await rest.findWorkflow('Quick start');
	expect(flow.active).toBe(true);
	const schedule = flow.nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
	// n8n leaves out what is its own default: every day.
	expect(schedule?.parameters.rule).toEqual({ interval: [{ triggerAtHour: 4 }] });
	const written = await stateOf<HaloState>(demo.settings);
	expect(flow.settings).toMatchObject({ timezone: TIME_ZONE.kept, saveExecutionProgress: true });
	const run = await rest.runWorkflow(flow.id);
	expect([run.status, run.stopReason]).toEqual(['success', null]);
	expect(await stateOf<HaloState>(demo.settings)).toEqual(written);
});

/** Opens the menu, points at Import, and chooses the file. */
async function importFlow(file: string): Promise<void> {
	await person.click(n8n.getByTestId('workflow-menu'));
	await n8n.getByRole('menuitem', { name: 'Import' }).hover();
	const fromFile = n8n.getByRole('menuitem', { name: /from file/i });
	await person.chooseFile(fromFile, path.join(demo.flows, file));
	await n8n.getByTestId('canvas-node').first().waitFor();
	// n8n saves by itself; until then the address is that of no workflow yet.
	await n8n.waitForURL((url) => !url.pathname.endsWith('/new'));
}

async function publish(): Promise<void> {
	await person.click(n8n.getByRole('button', { name: 'Publish' }).first());
	await person.click(n8n.getByRole('dialog').getByRole('button', { name: 'Publish' }));
	await n8n.getByText('Workflow published').first().waitFor();
}

/** A node on the canvas. */
function nodeCalled(name: string): Locator {
	return n8n.getByTestId('canvas-node').filter({ hasText: name }).first();
}

function inNode(): Locator {
	return n8n.locator('#app-modals');
}

function executeStep(): Locator {
	return n8n.getByTestId('node-execute-button');
}

function outputCalled(name: string): Locator {
	return inNode()
		.getByText(new RegExp(`^${name} Branch`))
		.first();
}

/** Whether a person sees it without scrolling. */
async function expectInView(what: Locator): Promise<void> {
	const box = await what.boundingBox();
	if (box === null) throw new Error(`${String(what)} is not shown`);
	expect(box.x).toBeGreaterThanOrEqual(0);
	expect(box.x + box.width).toBeLessThanOrEqual(SCREEN.width);
	expect(box.y + box.height).toBeLessThanOrEqual(SCREEN.height);
}

/** A field of the credential that is open. */
function field(name: string): Locator {
	return n8n.getByTestId(`parameter-input-${name}`).locator('input').first();
}

function saveCredential(): Locator {
	return n8n.getByTestId('credential-save-button');
}

/** What stands in a box of a page, for a person to copy. */
async function copied(page: Page, label: string): Promise<string> {
	return await page.getByLabel(label, { exact: true }).inputValue();
}

/** What a simulator holds, by the address of its page. */
async function stateOf<State>(page: string): Promise<State> {
	const { origin } = new URL(page);
	return (await (await fetch(`${origin}/_sim/state`)).json()) as State;
}
