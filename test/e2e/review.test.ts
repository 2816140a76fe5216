import {
	aHaloClient,
	aHaloState,
	aStellrCustomer,
	aStellrState,
	aSubscription,
} from '../../simulators/world/builders';
import type { FlowRun, Json } from '../../tools/host/flowRun';
import { writesOf } from './support/costs';
import { FormVisitor, type FormAnswer, type FormPage } from './support/formVisitor';
import { hostAddress } from './support/sharedHost';
import { openStage, type Stage } from './support/stage';

/** The round trip of the mapping in the real n8n: generate, review on the page, and the next run obeys. */

jest.setTimeout(400_000);
const GENERATE = 'Generate mapping';
const REVIEW = 'Review mapping';
const IMPORT = 'Import customers';
const TABLE = 'stellr_halo_mapping_v1';
const HOSTILE = `<script>alert(1)</script> {{ $json.id }} $("x") '"${'x'.repeat(400)}`;

let stage: Stage;

const CUSTOMERS: Array<[number, string]> = [
	[100, 'Acorn Construction'],
	[101, 'Birch Dental'],
	[102, 'Cedar Freight'],
	[103, 'elm-bakery.com'],
	[104, 'Fir Optics'],
	[105, 'Gum Studio Partners'],
];
const CLIENTS: Array<[number, string]> = [
	[11, 'Acorn Construction'],
	[12, 'Birch Dental'],
	[13, 'Cedar Freight Group'],
	[14, 'Cedar Freight Services'],
	[16, 'Gum Studios'],
	[17, 'Harbour Lights'],
];

async function open(
	customers: Array<[number, string]> = CUSTOMERS,
	clients: Array<[number, string]> = CLIENTS,
): Promise<void> {
	stage = await openStage({
		stellr: aStellrState({
			customers: customers.map(([customerNo, name]) => aStellrCustomer({ customerNo, name })),
			subscriptions: customers.map(([customerNo], at) =>
				aSubscription({ subscriptionId: `41${at}_1`, customerNo, endDate: '2099-11-30' }),
			),
		}),
		halo: aHaloState({ clients: clients.map(([id, name]) => aHaloClient({ id, name })) }),
		haloSwitches: { rateLimit: 0 },
	});
}

afterEach(async () => {
	const { violations } = stage.halo.requests.counts();
	await stage.close();
	expect(violations).toEqual([]);
});

const savedRows = async (): Promise<Json[]> => (await stage.rows(TABLE)) ?? [];

async function decisions(): Promise<Array<[string, string, number | null]>> {
	const rows = (await savedRows()).map((row): [string, string, number | null] => [
		String(row.customerNo),
		String(row.decision),
		row.haloClientId === null ? null : Number(row.haloClientId),
	]);
	return rows.sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

const keysOf = (clientId: number): unknown[] =>
	stage.halo.state.clients
		.find(({ id }) => id === clientId)
		?.customfields.map(({ value }) => value) ?? [];

async function runFlow(name: string): Promise<FlowRun> {
	const run = await stage.runFlow(name);
	expect(run.stopReason).toBeNull();
	return run;
}

const countsOf = (run: FlowRun, node: string): Json =>
	(run.items(node, 'Summary')[0]?.counts ?? {}) as Json;

async function publish(): Promise<void> {
	await stage.rest.publishWorkflow((await stage.rest.findWorkflow(REVIEW)).id);
}

function shown(page: FormPage | null): FormPage {
	if (page === null) throw new Error('No page came.');
	return page;
}

/** Signs in, opens the form and asks who waits. */
async function openPage(): Promise<{ visitor: FormVisitor; page: FormPage }> {
	const visitor = new FormVisitor();
	await visitor.signIn();
	const first = shown(await visitor.open('stellr-halo-review'));
	return { visitor, page: shown(await visitor.submit(first, null)) };
}

/** The label of a customer's choice on the page. */
function labelOf(page: FormPage, who: string): string {
	const label = Object.keys(page.fields).find(
		(text) => /^\d+\. Which Halo client/.test(text) && text.includes(who),
	);
	if (label === undefined) throw new Error(`The page does not ask about ${who}.`);
	return label;
}

type Picks = Record<string, { option: string; name?: string }>;

/** What a person's browser sends for these choices, all other fields as the page offered them. */
function answersFor(
	page: FormPage,
	picks: Picks,
	accept: string[] = [],
): Record<string, FormAnswer> {
	const answers: Record<string, FormAnswer> = {};
	if ('Accept' in page.fields) {
		answers.Accept = page.fields.Accept.options.filter((text) =>
			accept.some((start) => text.startsWith(start)),
		);
	}
	for (const [who, { option, name }] of Object.entries(picks)) {
		const label = labelOf(page, who);
		const found = page.fields[label].options.find((text) => text.startsWith(option));
		if (found === undefined) throw new Error(`${label} has no choice "${option}".`);
		answers[label] = [found];
		const [number] = label.split('. ');
		const nameLabel = Object.keys(page.fields).find((text) =>
			text.startsWith(`${number}. Name of the new client`),
		);
		if (name !== undefined) answers[String(nameLabel)] = name;
	}
	return answers;
}

async function endedRun(): Promise<FlowRun> {
	const workflow = await stage.rest.findWorkflow(REVIEW);
	const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
	const { results } = await stage.rest.data<{ results: Array<{ id: string }> }>(
		'GET',
		`/rest/executions?filter=${filter}&limit=5`,
	);
	return await stage.rest.waitForExecution(results[0].id, workflow);
}

async function submit(
	visitor: FormVisitor,
	page: FormPage,
	answers: Record<string, FormAnswer>,
): Promise<FormPage> {
	const done = shown(await visitor.fillIn(page, answers));
	await visitor.close(done);
	const run = await endedRun();
	expect(run.stopReason).toBeNull();
	return done;
}

describe('the round trip', () => {
	it('proposes, is decided on the page, and every decision is obeyed by the next run', async () => {
		await open();
		await publish();
		const generated = await runFlow(GENERATE);
		expect(countsOf(generated, 'Record matches')).toMatchObject({ proposed: 2, decided: 0 });
		expect(await decisions()).toEqual([
			['100', 'proposed', 11],
			['101', 'proposed', 12],
		]);

		// Nobody has confirmed anything: nothing is linked or created, though creating is allowed after approval.
		await runFlow(IMPORT);
		await runFlow('Update licences');
		expect(writesOf(stage)).toBe(0);

		const { visitor, page } = await openPage();
		expect(page.text).toContain('6 customers wait for a decision');
		expect(page.text).toContain('Acorn Construction (us/100) is Acorn Construction (11)');
		const done = await submit(visitor, page, {
			...answersFor(
				page,
				{
					'Cedar Freight': { option: 'Link to "Cedar Freight Services"' },
					'elm-bakery.com': { option: 'Create', name: 'Elm Bakery' },
					'Fir Optics': { option: 'Never' },
					'Gum Studio': { option: 'None of these' },
				},
				['Accept 2 customers with the same name'],
			),
			'Reason (kept with every decision of this page)': 'Agreed with sales',
		});
		expect(done.text).toContain('6 decisions recorded');
		expect(done.text).toContain('No customer waits any more');
		expect(await decisions()).toEqual([
			['100', 'auto', 11],
			['101', 'auto', 12],
			['102', 'manual', 14],
			['103', 'create', null],
			['104', 'ignored', null],
			['105', 'later', null],
			['105', 'rejected', 16],
		]);
		for (const row of await savedRows()) {
			expect(row).toMatchObject({ decidedBy: hostAddress().email, reason: 'Agreed with sales' });
			expect(Date.now() - Date.parse(String(row.decidedAt))).toBeLessThan(300_000);
		}

		const run = await runFlow(IMPORT);
		expect(countsOf(run, 'Apply clients')).toMatchObject({ linked: 3, created: 1, notWritten: 0 });
		expect(keysOf(11)).toEqual(['us/100']);
		expect(keysOf(14)).toEqual(['us/102']);
		expect([keysOf(13), keysOf(16)]).toEqual([[], []]);
		const created = stage.halo.state.clients.filter(({ id }) => id > 17);
		expect(created).toMatchObject([{ name: 'Elm Bakery' }]);
		expect(keysOf(created[0].id)).toEqual(['us/103']);
		expect((await decisions()).slice(3)).toEqual([
			['103', 'manual', created[0].id],
			['104', 'ignored', null],
			['105', 'later', null],
			['105', 'rejected', 16],
		]);

		// Mapped ones are not shown again, and nobody is asked twice.
		const again = await openPage();
		expect(again.page.text).toContain('No customer waits for a decision');
		expect(again.page.text).toContain('1 customer is to be asked about on a later day');
		expect(again.page.fields).toEqual({});
		stage.forgetRequests();
		const quiet = await runFlow(IMPORT);
		expect(writesOf(stage)).toBe(0);
		expect(quiet.timesRun('Save mapping')).toBe(0);
		await runFlow(GENERATE);
		expect((await savedRows()).length).toBe(7);
	});

	it('lets a decision be changed later: what was ruled out stays so', async () => {
		await open();
		await publish();
		const first = await openPage();
		await submit(
			first.visitor,
			first.page,
			answersFor(first.page, { 'Gum Studio': { option: 'None of these' } }),
		);
		const rows = await savedRows();
		const columns = Object.fromEntries(
			Object.keys(rows[0])
				.filter((name) => !['id', 'createdAt', 'updatedAt'].includes(name))
				.map((name) => [name, name === 'haloClientId' ? ('number' as const) : ('string' as const)]),
		);
		// The day to ask again has come.
		const due = rows.map((row) => {
			const cells = Object.fromEntries(Object.keys(columns).map((name) => [name, row[name]]));
			return row.decision === 'later' ? { ...cells, until: '2020-01-01' } : cells;
		});
		await stage.setRows(TABLE, columns, due);
		const second = await openPage();
		const label = labelOf(second.page, 'Gum Studio');
		expect(second.page.fields[label].options.join()).not.toContain('Link to "Gum Studios"');
		await submit(
			second.visitor,
			second.page,
			answersFor(second.page, { 'Gum Studio': { option: 'Create', name: 'Gum Studio Partners' } }),
		);
		expect((await decisions()).filter(([customerNo]) => customerNo === '105')).toEqual([
			['105', 'create', null],
			['105', 'rejected', 16],
		]);
		await runFlow(IMPORT);
		expect(stage.halo.state.clients.map(({ name }) => name)).toContain('Gum Studio Partners');
	});
});

describe('the page writes nothing', () => {
	beforeEach(async () => {
		await open();
		await publish();
	});

	it('for whoever is not signed in to n8n', async () => {
		expect(await new FormVisitor().open('stellr-halo-review')).toBeNull();
	});

	it('when nothing is chosen', async () => {
		const { visitor, page } = await openPage();
		const done = await submit(visitor, page, answersFor(page, {}));
		expect(done.text).toContain('Nothing was recorded');
		expect((await endedRun()).nodesThatRan).not.toContain('Record decisions');
		expect(await savedRows()).toEqual([]);
	});

	it('when nobody answers in time', async () => {
		await stage.change(REVIEW, 'Open cases', { resumeAmount: 2, resumeUnit: 'seconds' });
		await publish();
		await openPage();
		const run = await endedRun();
		expect(run.status).toBe('success');
		expect(run.nodesThatRan).not.toContain('Record decisions');
		expect(await savedRows()).toEqual([]);
	});

	it('for a choice whose customer or clients changed while the page was open', async () => {
		const { visitor, page } = await openPage();
		const cedar = stage.halo.state.clients.find(({ id }) => id === 14);
		if (cedar !== undefined) cedar.name = 'Cedar Freight Logistics';
		const done = await submit(
			visitor,
			page,
			answersFor(page, {
				'Cedar Freight': { option: 'Link to "Cedar Freight Services"' },
				'Fir Optics': { option: 'Never' },
			}),
		);
		expect(done.text).toContain('1 decision recorded');
		expect(done.text).toContain('changed while the page was open');
		expect(await decisions()).toEqual([['104', 'ignored', null]]);
	});

	it('for a new client without a proper name', async () => {
		const { visitor, page } = await openPage();
		const done = await submit(
			visitor,
			page,
			answersFor(page, { 'elm-bakery.com': { option: 'Create', name: 'www.elm-bakery.com' } }),
		);
		expect(done.text).toContain('is a domain and not the name of a client');
		expect(await savedRows()).toEqual([]);
	});
});

it('shows hostile names as text and takes the choice all the same', async () => {
	await open([[100, HOSTILE]], [[11, HOSTILE]]);
	await publish();
	const { visitor, page } = await openPage();
	expect(page.text).toContain('<script>alert(1)</script> {{ $json.id }}');
	const done = await submit(visitor, page, answersFor(page, {}, ['Accept 1 customer']));
	expect(done.text).toContain('1 decision recorded');
	expect(await decisions()).toEqual([['100', 'auto', 11]]);
	expect((await savedRows())[0].stellrName).toBe(HOSTILE);
});
