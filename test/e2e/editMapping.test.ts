import {
	aHaloClient,
	aHaloState,
	aLicenceRow,
	aLinkedLine,
	aRecurringInvoice,
	aStellrCustomer,
	aStellrState,
	aSubscription,
} from '../../simulators/world/builders';
import type { FlowRun, Json } from '../../tools/host/flowRun';
import type { Workflow } from '../../tools/host/restClient';
import { writesOf } from './support/costs';
import { FormVisitor, type FormPage } from './support/formVisitor';
import { openStage, type Stage } from './support/stage';

/** Mapping by hand, and the saved mapping out to a CSV file and in again, in the real n8n. */

jest.setTimeout(300_000);
const EDIT = 'Edit mapping';
const EXPORT = 'Export mapping';
const IMPORT = 'Import mapping';
const TABLE = 'stellr_halo_mapping_v1';
const OWNER = /@/;
const HOSTILE = `=HYPERLINK("http://x.example","1"), <script>alert(1)</script> {{ $json.id }} 'O"Hara'`;

let stage: Stage;

/** Acorn is linked by its key and billed from licence 501; Brook is known to Stellr by its domain. */
beforeEach(async () => {
	const licence = aLicenceRow({ id: 501, client_id: 12, snowid: 'us/411833_1' });
	stage = await openStage({
		stellr: aStellrState({
			customers: [
				aStellrCustomer({ customerNo: 100482, name: 'Acorn Construction' }),
				aStellrCustomer({ customerNo: 100483, name: 'brkhld.example' }),
				aStellrCustomer({ customerNo: 100484, name: HOSTILE }),
			],
			subscriptions: [aSubscription({ subscriptionId: '411833_1', customerNo: 100482 })],
		}),
		halo: aHaloState({
			clients: [
				aHaloClient({ id: 12, name: 'Acorn Construction', stellrKey: 'us/100482' }),
				aHaloClient({ id: 13, name: 'Brook Holdings' }),
				aHaloClient({ id: 14, name: `"><img src=x onerror=alert(1)> ${HOSTILE}` }),
			],
			licences: [licence],
			recurringInvoices: [aRecurringInvoice({ client_id: 12, lines: [aLinkedLine(licence)] })],
		}),
		haloSwitches: { rateLimit: 0 },
	});
});

afterEach(async () => {
	const { violations } = stage.halo.requests.counts();
	await stage.close();
	expect(violations).toEqual([]);
});

async function publish(flow: string): Promise<void> {
	await stage.rest.publishWorkflow((await stage.rest.findWorkflow(flow)).id);
}

async function endedRun(flow: string): Promise<FlowRun> {
	const workflow = await stage.rest.findWorkflow(flow);
	const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
	const { results } = await stage.rest.data<{ results: Array<{ id: string }> }>(
		'GET',
		`/rest/executions?filter=${filter}&limit=5`,
	);
	return await stage.rest.waitForExecution(results[0].id, workflow);
}

function shown(page: FormPage | null): FormPage {
	if (page === null) throw new Error('No page came.');
	return page;
}

const saved = async (): Promise<Json[]> => (await stage.rows(TABLE)) ?? [];
const decisions = async () =>
	(await saved()).map(({ customerNo, decision, haloClientId }) => [
		customerNo,
		decision,
		haloClientId,
	]);

async function signedIn(): Promise<FormVisitor> {
	const visitor = new FormVisitor();
	await visitor.signIn();
	return visitor;
}

/** Opens the form and searches; resolves to the page of choices. */
async function search(visitor: FormVisitor, customer: string, client: string): Promise<FormPage> {
	const first = shown(await visitor.open('stellr-halo-edit'));
	return shown(await visitor.fillIn(first, { Customer: customer, Client: client }));
}

interface Edit {
	customer: string;
	client?: string;
	action: string;
	reason?: string;
}

/** Chooses by what the choices begin with; resolves to the page that shows the consequences. */
async function choose(visitor: FormVisitor, edit: Edit, clientSearch = ''): Promise<FormPage> {
	const page = await search(visitor, edit.customer, clientSearch);
	const optionOf = (label: string, text: string) => {
		const found = page.fields[label].options.find((option) => option.includes(text));
		if (found === undefined) throw new Error(`${label} has no choice with ${text}.`);
		return found;
	};
	const answers = {
		Customer: page.fields.Customer.options[0],
		Action: optionOf('Action', edit.action),
		Reason: edit.reason ?? '',
		...(edit.client === undefined ? {} : { Client: optionOf('Client', edit.client) }),
	};
	return shown(await visitor.fillIn(page, answers));
}

/** Ticks the confirmation and ends the run. */
async function confirm(visitor: FormVisitor, page: FormPage, tick = true): Promise<FormPage> {
	const done = shown(await visitor.fillIn(page, { Confirm: tick ? page.choices : [] }));
	await visitor.close(done);
	const run = await endedRun(EDIT);
	expect(run.stopReason).toBeNull();
	return done;
}

async function edit(change: Edit, clientSearch?: string): Promise<FormPage> {
	const visitor = await signedIn();
	return await confirm(visitor, await choose(visitor, change, clientSearch));
}

describe('Edit mapping', () => {
	beforeEach(async () => await publish(EDIT));

	it('shows the page to nobody who is not signed in to n8n', async () => {
		expect(await new FormVisitor().open('stellr-halo-edit')).toBeNull();
	});

	it('maps a customer that nothing else finds, and the next run obeys', async () => {
		const done = await edit(
			{ customer: 'brkhld', client: 'Brook Holdings', action: 'Map', reason: 'the holding' },
			'brook',
		);
		expect(done.title).toBe('The decision is saved');
		expect(done.text).toContain('brkhld.example (us/100483) is mapped to Brook Holdings (13)');
		const rows = await saved();
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({
			account: 'us',
			customerNo: '100483',
			stellrName: 'brkhld.example',
			haloClientId: 13,
			haloClientName: 'Brook Holdings',
			decision: 'manual',
			decidedBy: expect.stringMatching(OWNER) as string,
			reason: 'the holding',
			until: null,
		});
		expect(writesOf(stage)).toBe(0);

		const run = await stage.runFlow('Import customers');
		const decided = run.items('Mapping Match', 'Decided');
		expect(decided.find(({ customerNo }) => customerNo === '100483')).toMatchObject({
			haloClientId: 13,
			match: { level: 'saved', savedDecision: 'manual' },
		});
	});

	it('shows the licences and invoice lines at the old client before it maps a customer elsewhere', async () => {
		const visitor = await signedIn();
		const page = await choose(
			visitor,
			{ customer: '100482', client: 'Brook Holdings', action: 'Map' },
			'brook',
		);
		expect(page.text).toContain(
			'Now: Acorn Construction (us/100482): mapped to Acorn Construction (12)',
		);
		expect(page.text).toContain('these licences stay at Acorn Construction (12)');
		expect(page.text).toContain('Microsoft 365 Business Premium (501): count 42');
		expect(page.text).toContain('key us/411833_1; on recurring invoice 1 "Managed services"');
		expect(page.text).toContain('holds the key us/100482 of this customer in Halo');
		const refused = await confirm(visitor, page, false);
		expect(refused.text).toContain('The decision was not confirmed');
		expect(await saved()).toEqual([]);

		await edit({ customer: '100482', client: 'Brook Holdings', action: 'Map' }, 'brook');
		expect(await decisions()).toEqual([['100482', 'manual', 13]]);
		expect(writesOf(stage)).toBe(0);
		const night = await stage.runFlow('Update licences');
		const held = night.items('Plan licences', 'Held');
		expect(held.map(({ plan }) => (plan as Json).action)).toEqual(['moved']);
		expect(stage.halo.state.licences[0]).toMatchObject({ client_id: 12, count: 42 });
	});

	it('rejects a pair, ignores, maps again and forgets, each in the one row that decides', async () => {
		await edit({ customer: '100482', client: 'Acorn', action: 'Reject', reason: 'sister firm' });
		expect(await decisions()).toEqual([['100482', 'rejected', 12]]);
		await edit({ customer: '100482', action: 'Ignore' });
		expect(await decisions()).toEqual([
			['100482', 'rejected', 12],
			['100482', 'ignored', null],
		]);
		await edit({ customer: '100482', client: 'Acorn', action: 'Map to this' }, 'acorn');
		expect(await decisions()).toEqual([['100482', 'manual', 12]]);
		await edit({ customer: '100482', client: 'Brook', action: 'Reject' }, 'brook');
		await edit({ customer: '100482', action: 'Forget what was decided' });
		expect(await decisions()).toEqual([['100482', 'rejected', 13]]);
		await edit({ customer: '100482', action: 'rejected clients too' });
		expect(await decisions()).toEqual([]);
		expect(writesOf(stage)).toBe(0);
	});

	it('writes nothing when somebody else decided while the page was open', async () => {
		const visitor = await signedIn();
		const page = await choose(visitor, { customer: 'brkhld', action: 'Ignore' });
		const table = (await stage.rest.listDataTables()).find(({ name }) => name === TABLE);
		await stage.rest.insertDataTableRows(table?.id ?? '', [
			{ account: 'us', customerNo: '100483', decision: 'manual', haloClientId: 13 },
		]);
		const done = await confirm(visitor, page);
		expect(done.text).toContain('changed while the page was open');
		expect(await decisions()).toEqual([['100483', 'manual', 13]]);
	});

	it('writes nothing for a choice that fits nothing, and says so', async () => {
		const visitor = await signedIn();
		const page = await search(visitor, 'brkhld', '');
		const done = shown(
			await visitor.fillIn(page, {
				Customer: 'brkhld.example (us/100483): has no client · 0123456789',
				Action: 'Never import this customer (Ignore)',
			}),
		);
		expect(done.text).toContain('the choice fits no Stellr customer any more');
		await visitor.close(done);
		expect((await endedRun(EDIT)).nodesThatRan).not.toContain('Record edit');
		expect(await saved()).toEqual([]);
	});

	it('says when no customer has the text in its name or number', async () => {
		const visitor = await signedIn();
		const done = await search(visitor, '<b>zebra', '');
		expect(done.text).toContain('No Stellr customer has “<b>zebra”');
		await visitor.close(done);
		expect((await endedRun(EDIT)).stopReason).toBeNull();
	});

	it('shows hostile names as the text they are', async () => {
		const done = await edit(
			{ customer: 'HYPERLINK', client: '(14)', action: 'Map', reason: HOSTILE },
			'14',
		);
		expect(done.text).toContain('<script>alert(1)</script> {{ $json.id }}');
		expect(await saved()).toEqual([
			expect.objectContaining({ customerNo: '100484', stellrName: HOSTILE, reason: HOSTILE }),
		]);
	});
});

describe('Export mapping and Import mapping', () => {
	const COLUMNS = {
		account: 'string',
		customerNo: 'string',
		stellrName: 'string',
		haloClientId: 'number',
		haloClientName: 'string',
		decision: 'string',
		level: 'string',
		origin: 'string',
		decidedBy: 'string',
		decidedAt: 'string',
		reason: 'string',
		until: 'string',
	} as const;
	const ACORN = {
		account: 'us',
		customerNo: '100482',
		stellrName: 'Acorn Construction',
		haloClientId: 12,
		haloClientName: 'Acorn Construction',
		decision: 'manual',
		decidedBy: 'bob@msp.example',
		decidedAt: '2026-01-02T03:04:05.000Z',
		reason: 'one, "two",\nthree',
	};
	const ODD = {
		account: 'us',
		customerNo: '100484',
		stellrName: HOSTILE,
		decision: 'ignored',
		decidedBy: '+bob',
		decidedAt: '2026-01-02T03:04:05.000Z',
		reason: "'=1+1",
		until: '2026-12-31',
	};

	beforeEach(async () => await stage.setRows(TABLE, COLUMNS, [ACORN, ODD]));

	/** The exported file's text, read by a node that a user could add. */
	async function exported(): Promise<string> {
		await stage.edit(EXPORT, (workflow: Workflow) => {
			if (workflow.nodes.some(({ name }) => name === 'Its text')) return;
			workflow.nodes.push({
				name: 'Its text',
				type: 'n8n-nodes-base.extractFromFile',
				typeVersion: 1.1,
				position: [1300, 0],
				parameters: { operation: 'text', destinationKey: 'text', options: {} },
			});
			workflow.connections['Make the file'] = {
				main: [[{ node: 'Its text', type: 'main', index: 0 }]],
			};
		});
		const run = await stage.runFlow(EXPORT);
		expect(run.stopReason).toBeNull();
		return String(run.items('Its text')[0].text);
	}

	async function load(content: string, unclear = 'Write nothing'): Promise<FormPage> {
		await publish(IMPORT);
		const visitor = await signedIn();
		const first = shown(await visitor.open('stellr-halo-import-mapping'));
		const file = { fileName: 'mapping.csv', content };
		const done = shown(
			await visitor.fillIn(first, { File: file, 'If a line is not clear': unclear }),
		);
		await visitor.close(done);
		expect((await endedRun(IMPORT)).stopReason).toBeNull();
		return done;
	}

	const withoutNumbers = async () =>
		(await saved()).map(({ id, createdAt, updatedAt, ...row }) => {
			void [id, createdAt, updatedAt];
			return row;
		});

	it('give back the same rows, hostile ones too, into an empty table', async () => {
		const before = await withoutNumbers();
		const text = await exported();
		expect(text).toContain('account,customerNo,stellrName,haloClientId');
		for (const cell of text.split(/,|\n/)) expect(cell).not.toMatch(/^"?[=+@-]/);
		await stage.setRows(TABLE, COLUMNS, []);
		expect((await load(text)).text).toContain('2 rows saved');
		const byNumber = (rows: Json[]) =>
			[...rows].sort((a, b) => (String(a.customerNo) < String(b.customerNo) ? -1 : 1));
		expect(byNumber(await withoutNumbers())).toEqual(byNumber(before));
	});

	it('write only the line that was changed, signed by who imported it', async () => {
		const before = await saved();
		const text = await exported();
		expect((await load(text)).text).toContain('Nothing was written');
		expect(await saved()).toEqual(before);
		const changed = text.replace('12,Acorn Construction,manual', '13,,manual');
		expect((await load(changed)).text).toContain('1 row saved');
		const [acorn, odd] = await saved();
		expect(acorn).toMatchObject({
			haloClientId: 13,
			haloClientName: 'Brook Holdings',
			decidedBy: expect.stringMatching(OWNER) as string,
		});
		expect(acorn.decidedBy).not.toBe('bob@msp.example');
		expect(odd).toEqual(before[1]);
	});

	it('refuse the file for one unknown client, with the line; its other lines only when asked', async () => {
		const text = await exported();
		const more =
			'us,100483,,13,,manual,,,,,,\nus,100482,,99,,manual,,,,,,\nus,100482,,12,,rejected,,,,,,\n';
		const header = text.slice(0, text.indexOf('\n') + 1);
		const refused = await load(header + more);
		expect(refused.text).toContain('Nothing was written');
		expect(refused.text).toContain(
			'Line 3: "haloClientId" holds 99, and Halo shows no such client',
		);
		expect(await decisions()).toHaveLength(2);
		const taken = await load(header + more, 'Import Readable Rows');
		expect(taken.text).toContain('1 row saved');
		expect(await decisions()).toEqual([
			['100482', 'manual', 12],
			['100484', 'ignored', null],
			['100483', 'manual', 13],
		]);
	});

	it('say of a file that is no such file what was found', async () => {
		expect((await load('name;value\nx;1\n')).text).toContain('The file has no column');
		expect((await load('')).text).toContain('The file has no column');
		const torn = await load('account,customerNo,decision\nus,1\n');
		expect(torn.text).toContain('The file cannot be read as CSV');
		expect(await decisions()).toHaveLength(2);
	});
});
