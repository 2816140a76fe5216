import type { INodeParameters } from 'n8n-workflow';

import type { HaloLicenceRow, HaloRecurringInvoice } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import {
	aHaloClient,
	aLicenceRow,
	aLinkedLine,
	aRecurringInvoice,
} from '../../../simulators/world/builders';
import { fixDay } from '../fixedDay';
import { expectNoErrorKey, issueOf, originsOf } from '../haloNode';
import { customerToCompare, fileOf, reconcileStage, type ReconcileStage } from './reconcileNode';

/** What Compare reads of Halo, and what it says where Halo does not show everything. */

let stage: ReconcileStage;
beforeAll(() => fixDay('2026-11-25'));
afterAll(() => jest.restoreAllMocks());
afterEach(async () => await stage.stop());

const row = (fields: Partial<HaloLicenceRow> = {}) =>
	aLicenceRow({ snowid: 'us/411833_1', ...fields });
const invoiceOf = (
	licence: HaloLicenceRow,
	fields: Partial<HaloRecurringInvoice> = {},
): HaloRecurringInvoice => aRecurringInvoice({ lines: [aLinkedLine(licence)], ...fields });

async function start(
	{
		licences = [row()],
		recurringInvoices = [invoiceOf(licences[0])],
	}: { licences?: HaloLicenceRow[]; recurringInvoices?: HaloRecurringInvoice[] } = {},
	switches: Partial<HaloSwitches> = {},
) {
	const clients = [aHaloClient({ id: 12 }), aHaloClient({ id: 14, name: 'Cedar Freight' })];
	stage = await reconcileStage({ clients, licences, recurringInvoices }, switches);
}

/** The one line, in sync or not. */
async function oneLine(options: INodeParameters = {}) {
	const run = await stage.compare([customerToCompare()], { includeInSync: true, ...options });
	expect(run.error).toBeUndefined();
	expect(run.lines).toHaveLength(1);
	return { run, line: run.lines[0] };
}

describe('requests', () => {
	it('are one for each hundred licences, inactive ones too, and each hundred recurring invoices', async () => {
		const others = Array.from({ length: 230 }, (_, at) =>
			aLicenceRow({ id: 1000 + at, client_id: 14, name: `Other ${at}`, is_active: at % 3 > 0 }),
		);
		const invoices = Array.from({ length: 120 }, (_, at) =>
			aRecurringInvoice({ id: -100 - at, client_id: 14 }),
		);
		await start({
			licences: [row({ count: 40 }), ...others],
			recurringInvoices: [invoiceOf(row()), ...invoices],
		});
		const run = await stage.compare([customerToCompare()]);
		expect(run.lines.map(({ quantities }) => quantities.invoiced)).toEqual([40]);
		expect(stage.counts()).toEqual({
			'GET /softwarelicence': 3,
			'GET /recurringinvoice': 2,
			'GET /licencechange': 1,
		});
		expect(run.summary.requests).toBe(6);
		expect(fileOf(run, 'report').text).toContain('6 requests');
	});
});

describe('a licence list that did not come', () => {
	const rows = [row(), ...[1, 2, 3].map((id) => aLicenceRow({ id, client_id: 14 }))];
	const incomplete = () =>
		stage.halo.faults.replace([
			{ match: { method: 'GET', path: '/softwarelicence' }, skip: 0, times: 50, do: 'wrong-total' },
		]);
	const CASES: Array<[string, Partial<HaloSwitches>, () => void, RegExp]> = [
		['whole', {}, incomplete, /licences/i],
		[
			'for want of a right',
			{ missingPermissions: ['read:softwarelicensing'] },
			() => {},
			/"List Licences" with status 403/,
		],
	];

	it.each(CASES)('%s stops the node', async (_what, switches, fault, words) => {
		await start({ licences: rows }, switches);
		fault();
		const run = await stage.compare([customerToCompare()]);
		expect(run.error?.message).toMatch(words);
		expect(run.error?.description).toBeTruthy();
		expect(run.outputs).toEqual([[], [], []]);
		expect(stage.counts()).not.toHaveProperty(['GET /recurringinvoice']);
	});

	it.each(CASES)(
		'%s becomes an attention item and a summary where the flow goes on',
		async (_what, switches, fault) => {
			await start({ licences: rows }, switches);
			fault();
			const items = [customerToCompare(), customerToCompare([], { customerNo: '2' })];
			const run = await stage.compare(items, {}, { onError: 'continueRegularOutput' });
			expect(run.error).toBeUndefined();
			expect(run.lines).toEqual([]);
			expect(run.attention).toHaveLength(1);
			expect(originsOf(run, 1)).toEqual([[0, 1]]);
			expect(run.outputs[2]).toHaveLength(1);
			expect(run.summary.verdict).toContain(issueOf(run.attention[0]).message);
			expect(run.summary).toMatchObject({ driftRows: [], driftGone: [] });
			expectNoErrorKey(run);
		},
	);
});

describe('recurring invoices that could not be read', () => {
	it('for want of a right leave the two counts to be compared, and nothing is said of invoices', async () => {
		await start(
			{ licences: [row({ count: 40 })], recurringInvoices: [] },
			{ missingPermissions: ['read:invoices'] },
		);
		const { run, line } = await oneLine();
		expect(line.verdict).toBe('differsOriginUnknown');
		expect(line.findings).toEqual([]);
		expect(line.quantities).toEqual({ stellr: 42, halo: 40, invoiced: null });
		expect(line.money).toMatchObject({ revenue: null, difference: null });
		expect(line.text).toContain('invoiced quantity not known');
		const why = 'Recurring invoices were not compared: ';
		expect(String(run.summary.text)).toContain(why);
		expect(String(run.summary.text)).toContain('read:invoices');
		expect(fileOf(run, 'report').text).toContain('read:invoices');
	});

	it('for want of a right do not make a line never invoiced', async () => {
		await start({ recurringInvoices: [] });
		expect((await oneLine()).line.verdict).toBe('neverInvoiced');
		stage.halo.switches.missingPermissions = ['read:invoices'];
		expect((await oneLine()).line.verdict).toBe('inSync');
	});

	it('because one of them was not understood say that, and say nothing of invoices', async () => {
		await start();
		const broken = aLinkedLine(row(), { id: 999, qty_order: 'many' as unknown as number });
		stage.halo.state.recurringInvoices.push(aRecurringInvoice({ id: -99, lines: [broken] }));
		stage.halo.switches.linkedQuantityShown = 'stored';
		const { run, line } = await oneLine();
		expect(line.quantities.invoiced).toBeNull();
		expect(run.attention.map((item) => issueOf(item).code)).toEqual(['recordNotUnderstood']);
		const why = '1 of them could not be understood: see Needs Attention.';
		expect(String(run.summary.text)).toContain(why);
		expect(fileOf(run, 'report').text).toContain(why);
	});

	it('for another reason stop the node', async () => {
		await start();
		stage.halo.faults.replace([
			{ match: { path: '/recurringinvoice' }, skip: 0, times: 50, do: '404' },
		]);
		const run = await stage.compare([customerToCompare()]);
		expect(run.error?.message).toContain('List Recurring Invoices');
		expect(run.outputs).toEqual([[], [], []]);
	});
});

describe('a Halo that does not calculate the quantities of linked lines', () => {
	const stored = async (linkedQuantity?: string) => {
		const line = aLinkedLine(row(), { qty_order: 40 });
		await start(
			{ recurringInvoices: [aRecurringInvoice({ lines: [line] })] },
			{ linkedQuantityShown: 'stored' },
		);
		return await oneLine(linkedQuantity === undefined ? {} : { linkedQuantity });
	};

	it.each([[undefined], ['counted']])(
		'is counted from the licences with Quantity of Linked Lines %s, and the summary warns',
		async (linkedQuantity) => {
			const { run, line } = await stored(linkedQuantity);
			expect(line.verdict).toBe('inSync');
			expect(line.quantities.invoiced).toBe(42);
			expect(String(run.summary.text)).toContain('1 linked invoice lines show another quantity');
		},
	);

	it('bills what is shown with Quantity of Linked Lines shown', async () => {
		const { line } = await stored('shown');
		expect(line).toMatchObject({
			verdict: 'invoiceBehind',
			quantities: { stellr: 42, halo: 42, invoiced: 40 },
			money: { difference: { minor: 5986, currency: 'CAD' } },
		});
	});
});

describe('a Halo that says the period of an invoice by a number', () => {
	const quarterly = () => ({ recurringInvoices: [invoiceOf(row(), { period: 'Quarterly' })] });

	it('leaves the money out, and the line says what to set', async () => {
		await start(quarterly(), { invoicePeriodShown: 'code' });
		const { line } = await oneLine();
		expect(line.verdict).toBe('cannotBeCosted');
		expect(line.money).toMatchObject({ revenue: null, difference: null });
		expect(line.money.uncosted.join()).toContain('set Invoice Periods');
	});

	it('is understood with Invoice Periods', async () => {
		await start(quarterly(), { invoicePeriodShown: 'code' });
		const { line } = await oneLine({ invoicePeriods: '2=1, 3=3' });
		// 42 × 29.93 ÷ 3
		expect(line).toMatchObject({ verdict: 'inSync', money: { revenue: { minor: 41_902 } } });
	});
});

describe('a Halo that names no currency on invoices', () => {
	it('leaves the money out, and the line says what to set', async () => {
		await start({}, { invoiceCurrencyShown: 'left-out' });
		const { run, line } = await oneLine();
		expect(line.verdict).toBe('cannotBeCosted');
		expect(line.money.uncosted.join()).toContain('set Default Invoice Currency');
		expect(run.summary.counts).toMatchObject({ uncosted: 1 });
		expect(run.summary.money).toEqual([
			expect.objectContaining({ currency: 'CAD', cost: 1012.2, revenue: 0, margin: 0 }),
		]);
	});

	it('bills in the Default Invoice Currency', async () => {
		await start({}, { invoiceCurrencyShown: 'left-out' });
		const { line } = await oneLine({ invoiceCurrency: 'cad' });
		expect(line).toMatchObject({
			verdict: 'inSync',
			money: { revenue: { minor: 125_706, currency: 'CAD' } },
		});
	});

	it('does not let that currency overrule one that an invoice names', async () => {
		await start();
		const { line } = await oneLine({ invoiceCurrency: 'USD' });
		expect(line.money.revenue?.currency).toBe('CAD');
	});
});
