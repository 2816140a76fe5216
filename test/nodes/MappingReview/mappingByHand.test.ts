import type { IDataObject } from 'n8n-workflow';

import { matchCustomers } from '../../../core/matching';
import { MappingReview } from '../../../nodes/MappingReview/MappingReview.node';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import {
	aHaloClient,
	aLicenceRow,
	aLinkedLine,
	aRecurringInvoice,
} from '../../../simulators/world/builders';
import { client, customer, savedRow } from '../../core/matching/records';
import { pageOf } from '../../core/review/editRecords';
import { runNode } from '../harness';
import { expectNoErrorKey, haloNodeStage, issueOf, type HaloNodeStage } from '../haloNode';

/** Mapping by hand under n8n's engine: page, consequences against a simulated Halo, rows. */

const acorn = customer('100482', 'Acorn Construction');
const acornClient = client(12, 'Acorn Construction', { stellrKeys: ['us/100482'] });
const brookClient = client(13, 'Brook Holdings');
const clients = [acornClient, brookClient] as unknown as IDataObject[];

function matched(saved: IDataObject[] = []): IDataObject[] {
	const result = matchCustomers({
		customers: [acorn],
		clients: [acornClient, brookClient],
		saved: saved as never,
	});
	const all = [...result.mapped, ...result.review, ...result.ignored];
	return all.map(({ customer: record, match }) => ({ ...record, match }) as unknown as IDataObject);
}

const savedItem = (id: number, row: ReturnType<typeof savedRow>): IDataObject =>
	({ id, createdAt: 'x', updatedAt: 'y', ...row }) as unknown as IDataObject;

async function choicePage(search: { customerSearch: string; clientSearch: string }) {
	const run = await runNode({
		nodeType: MappingReview,
		parameters: { resource: 'byHand', operation: 'editForm', ...search },
		inputs: [matched(), clients, [{}]],
	});
	expectNoErrorKey(run);
	return { run, page: pageOf(String(run.outputs[4][0].form)) };
}

async function answer(more: IDataObject): Promise<IDataObject> {
	const { page } = await choicePage({ customerSearch: 'acorn', clientSearch: 'brook' });
	const [brook] = page.choices.client;
	return { customer: page.choices.customer[0], client: brook, reason: '', until: '', ...more };
}

describe('Build Edit Form', () => {
	it('offers what is found, and needs neither saved rows nor a credential', async () => {
		const { run, page } = await choicePage({ customerSearch: 'ACORN', clientSearch: '13' });
		expect(run.outputs[4][0]).toMatchObject({ customersFound: 1, clientsFound: 2 });
		expect(page.choices.customer[0]).toContain('us/100482): mapped to Acorn Construction (12)');
		expect(page.choices.client[0]).toContain('Brook Holdings (13)');
	});

	it('puts items that are no customers or clients to Needs Attention', async () => {
		const run = await runNode({
			nodeType: MappingReview,
			parameters: { resource: 'byHand', operation: 'editForm' },
			inputs: [[...matched(), { name: 'x' }], [...clients, { id: 'x' }], [{ decision: 'manual' }]],
		});
		expect(run.outputs[3].map((item) => issueOf(item).code)).toEqual([
			'itemNotUnderstood',
			'itemNotUnderstood',
			'savedRowNotUnderstood',
		]);
		expect(run.outputs[4][0]).toMatchObject({ customersFound: 1 });
	});
});

describe('Edit Consequences', () => {
	let stage: HaloNodeStage;
	afterEach(async () => await stage.stop());

	async function start(switches: Partial<HaloSwitches> = {}): Promise<void> {
		const licence = aLicenceRow({ id: 501, client_id: 12, snowid: 'us/411833_1' });
		stage = await haloNodeStage(
			MappingReview,
			{
				clients: [aHaloClient({ id: 12 }), aHaloClient({ id: 13, name: 'Brook Holdings' })],
				licences: [licence, aLicenceRow({ id: 502, client_id: 13, snowid: 'us/1_1' })],
				recurringInvoices: [aRecurringInvoice({ client_id: 12, lines: [aLinkedLine(licence)] })],
			},
			switches,
		);
	}

	async function consequences(given: IDataObject): Promise<IDataObject> {
		const run = await stage.run(null, {
			parameters: {
				resource: 'byHand',
				operation: 'editConsequences',
				answer: JSON.stringify(given),
			},
			inputs: [matched(), clients, [{}]],
		});
		expectNoErrorKey(run);
		if (run.error) throw new Error(run.error.message);
		return run.outputs[4][0];
	}

	it('reads the licences and recurring invoices of the old client only, and writes nothing', async () => {
		await start();
		const shown = await consequences(await answer({ action: 'Map to this client' }));
		expect(shown).toMatchObject({ canConfirm: true, change: { action: 'map', haloClientId: 13 } });
		expect(shown.html).toContain('Microsoft 365 Business Premium (501): count 42');
		expect(shown.html).toContain('on recurring invoice 1 &quot;Managed services&quot;');
		expect(shown.html).not.toContain('(502)');
		expect(stage.counts()).toEqual({ 'GET /softwarelicence': 1, 'GET /recurringinvoice': 1 });
		const reads = stage.halo.requests.entries.filter(({ method }) => method === 'GET');
		expect(reads.map(({ query }) => query.client_id)).toEqual(['12', '12']);
	});

	it('says what it may not read, and the decision can be confirmed all the same', async () => {
		await start({ missingPermissions: ['read:invoices'] });
		const shown = await consequences(await answer({ action: 'Map to this client' }));
		expect(shown.canConfirm).toBe(true);
		expect(shown.html).toContain('(501)');
		expect(shown.html).toContain('read:invoices');
	});

	it('asks Halo nothing for an answer that is not possible', async () => {
		await start();
		const shown = await consequences(await answer({ action: 'Delete everything' }));
		expect(shown).toMatchObject({ canConfirm: false, change: null, title: 'Nothing was written' });
		expect(await consequences({ form: 'the page timed out' })).toMatchObject({ canConfirm: false });
		expect(stage.counts()).toEqual({});
	});

	it('leads to the row that was confirmed, and to none without a tick', async () => {
		await start();
		const shown = await consequences(await answer({ action: 'Map to this client' }));
		const { confirm } = pageOf(String(shown.form)).choices;
		const record = async (ticked: string[], saved: IDataObject[] = [{}]) =>
			await runNode({
				nodeType: MappingReview,
				parameters: {
					resource: 'byHand',
					operation: 'recordEdit',
					change: JSON.stringify(shown.change),
					answer: JSON.stringify({
						confirm: ticked,
						submittedAt: 'x',
						user: { email: 'anna@msp.example' },
					}),
				},
				inputs: [[{}], null, saved],
			});
		const done = await record(confirm);
		expect(done.outputs[0]).toEqual([
			expect.objectContaining({
				customerNo: '100482',
				haloClientId: 13,
				decision: 'manual',
				decidedBy: 'anna@msp.example',
			}),
		]);
		expect(done.outputs.slice(1, 4)).toEqual([[], [], []]);
		expect(done.outputs[4][0]).toMatchObject({ written: true });
		expect((await record([])).outputs[0]).toEqual([]);
		const meanwhile = [savedItem(7, savedRow('100482', 'ignored', null))];
		expect((await record(confirm, meanwhile)).outputs[4][0]).toMatchObject({ written: false });
	});
});

describe('Record Edit', () => {
	it('stops, saying so, when it gets no change', async () => {
		const run = await runNode({
			nodeType: MappingReview,
			parameters: { resource: 'byHand', operation: 'recordEdit', change: '', answer: '{}' },
		});
		expect(run.error?.message).toBe('Change does not hold what Edit Consequences put out.');
	});
});
