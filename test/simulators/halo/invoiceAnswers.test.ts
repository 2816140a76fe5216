import type { HaloSwitches } from '../../../simulators/halo/switches';
import {
	type Json,
	clientRow,
	invoiceLine,
	licenceRow,
	listed,
	quantityLink,
	recurringInvoice,
	startHalo,
	stopAll,
} from './haloUnderTest';

afterEach(stopAll);

const state = {
	clients: [clientRow(1)],
	licences: [licenceRow(5, { count: 10 })],
	recurringInvoices: [
		recurringInvoice([
			invoiceLine(1, [quantityLink(5)], { qty_order: 7, unit_price: 10 }),
			invoiceLine(2, [], { recurring_invoice_quantity_type: 0, qty_order: 3 }),
		]),
	],
};

async function answers(switches: Partial<HaloSwitches> = {}) {
	const halo = await startHalo(state, switches);
	const [invoice] = listed(await halo.get('/recurringinvoice?includelines=true'), 'invoices');
	const { json } = await halo.get('/recurringinvoice/-31?includedetails=true');
	return { ...halo, invoice, single: json, lines: invoice.lines as Json[] };
}

describe('what a linked line shows', () => {
	it('is what its links add up to, unless the switch says that the stored quantity stays', async () => {
		const counted = await answers();
		expect(counted.lines).toMatchObject([
			{ qty_order: 10, net_amount: 100, _is_calculated_line: true },
			{ qty_order: 3, _is_calculated_line: false },
		]);
		const stored = await answers({ linkedQuantityShown: 'stored' });
		expect(stored.lines).toMatchObject([
			{ qty_order: 7, net_amount: 70, quantity_subscriptions: [{ licence_id: 5 }] },
			{ qty_order: 3 },
		]);
		expect((stored.single.lines as Json[])[0].qty_order).toBe(7);
	});

	it('does not move with the licence where the stored quantity is shown', async () => {
		const { post, get } = await answers({ linkedQuantityShown: 'stored' });
		await post('/softwarelicence', [{ id: 5, count: 20 }]);
		const { json } = await get('/recurringinvoice/-31?includelines=true');
		expect((json.lines as Json[])[0].qty_order).toBe(7);
	});
});

describe('the period of a recurring invoice', () => {
	it('comes as a word, or as nothing but a number', async () => {
		const word = await answers();
		expect(word.invoice.periodname).toBe('Monthly');
		expect(word.invoice).not.toHaveProperty('period');
		const { invoice, single } = await answers({ invoicePeriodShown: 'code' });
		expect(Number.isInteger(invoice.period)).toBe(true);
		expect(single.period).toBe(invoice.period);
		expect(invoice).not.toHaveProperty('periodname');
	});

	it('has another number for each word, and is the same invoice when the number comes back', async () => {
		const { sim, get, post, single } = await answers({ invoicePeriodShown: 'code' });
		const [invoice] = sim.state.recurringInvoices;
		const numbers = new Set<unknown>();
		for (const period of ['Monthly', 'Quarterly', 'Yearly']) {
			invoice.period = period;
			numbers.add((await get('/recurringinvoice/-31')).json.period);
		}
		expect(numbers.size).toBe(3);
		await post('/recurringinvoice', [{ id: -31, period: single.period }]);
		expect(invoice.period).toBe('Monthly');
	});
});

describe('the currency of a recurring invoice', () => {
	it('comes by name, as nothing but a number, or not at all', async () => {
		const fields = (invoice: Json) =>
			Object.fromEntries(Object.entries(invoice).filter(([name]) => name.startsWith('currency')));
		const byName = await answers();
		expect(fields(byName.invoice)).toEqual({ currency: 'CAD', currency_code_name: 'CAD' });
		const byCode = await answers({ invoiceCurrencyShown: 'code' });
		expect(fields(byCode.invoice)).toEqual({ currency_code: expect.any(Number) });
		const leftOut = await answers({ invoiceCurrencyShown: 'left-out' });
		expect(fields(leftOut.invoice)).toEqual({});
		expect(fields(leftOut.single)).toEqual({});
	});

	it('is the same currency when the number comes back', async () => {
		const { sim, post, single } = await answers({ invoiceCurrencyShown: 'code' });
		await post('/recurringinvoice', [{ id: -31, currency_code: single.currency_code }]);
		expect(sim.state.recurringInvoices[0].currency_code).toBe('CAD');
	});
});

describe('first and last day of a line', () => {
	it('are there when they are set, and left out otherwise', async () => {
		const { lines, post, get } = await answers();
		for (const line of lines) {
			expect(line).not.toHaveProperty('startdate');
			expect(line).not.toHaveProperty('enddate');
		}
		await post('/recurringinvoice/updatelines', [
			{ id: 2, startdate: '2026-01-01T00:00:00', enddate: '2026-10-31T00:00:00' },
		]);
		const shown = async () =>
			((await get('/recurringinvoice/-31?includelines=true')).json.lines as Json[])[1];
		expect(await shown()).toMatchObject({
			startdate: '2026-01-01T00:00:00',
			enddate: '2026-10-31T00:00:00',
		});
		await post('/recurringinvoice/updatelines', [{ id: 2, enddate: null }]);
		expect(await shown()).not.toHaveProperty('enddate');
	});
});
