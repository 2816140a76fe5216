import { invoicedLicenceIds, readRecurringInvoices } from '../../../core/halo/recurringInvoices';
import { searchClients } from '../../../core/halo/searches';
import { getSite, readSites } from '../../../core/halo/sites';
import { searchSuppliers } from '../../../core/halo/suppliers';
import { readTopLevels } from '../../../core/halo/topLevels';
import { fakeHalo, pageOf } from './fakeHalo';

describe('top levels', () => {
	test.each([
		['tree', { tree: [{ id: 1, name: 'Customers' }] }],
		['toplevels', { record_count: 1, toplevels: [{ id: 1, name: 'Customers' }] }],
		['a bare array', [{ id: 1, name: 'Customers' }]],
	])('are read from %s', async (_shape, body) => {
		const { runtime } = fakeHalo(() => body);
		expect(await readTopLevels(runtime)).toMatchObject({
			rows: [{ id: 1, name: 'Customers' }],
			complete: true,
		});
	});

	it('one without an id keeps the list from being complete', async () => {
		const { runtime } = fakeHalo(() => [{ id: 1, name: 'Customers' }, { name: 'Other' }]);
		expect(await readTopLevels(runtime)).toMatchObject({ complete: false });
	});
});

describe('sites', () => {
	const row = { id: 31, client_id: 12.0, name: 'Main', phonenumber: ' ', country_code: 'CA' };

	it('come with addresses, inactive ones included', async () => {
		const halo = fakeHalo((request) =>
			pageOf(request, 'sites', [
				{ ...row, delivery_address: { id: 4, line1: '1 High St', postcode: 'R3T' } },
			]),
		);
		const { list } = await readSites(halo.runtime);
		expect(halo.requests[0].query).toMatchObject({ includeaddress: true, includeinactive: true });
		expect(list.rows).toEqual([
			{
				id: 31,
				clientId: 12,
				name: 'Main',
				inactive: false,
				phone: null,
				deliveryAddress: {
					id: 4,
					line1: '1 High St',
					line2: null,
					line3: null,
					line4: null,
					postcode: 'R3T',
				},
				invoiceAddress: null,
				countryCode: 'CA',
				regionCode: null,
			},
		]);
	});

	it('may show the address in flat lines, the postcode in line 5', async () => {
		const { runtime } = fakeHalo(() => ({
			...row,
			delivery_address_line1: '1 High St',
			delivery_address_line5: 'R3T',
		}));
		expect(await getSite(runtime, 31)).toMatchObject({
			ok: true,
			value: { deliveryAddress: { id: null, line1: '1 High St', postcode: 'R3T' } },
		});
	});
});

describe('recurring invoices', () => {
	const link = (licenceId: number) => ({ licence_id: licenceId, qty_free: 1, pro_rata: 1 });
	const line = (id: number, licenceId: number, more: object = {}) => ({
		id,
		qty_order: 3,
		unit_price: 20,
		recurring_invoice_quantity_type: 4,
		quantity_subscriptions: [link(licenceId)],
		...more,
	});

	it('say which licences an active line counts', async () => {
		const halo = fakeHalo((request) =>
			pageOf(request, 'invoices', [
				{
					id: -30,
					client_id: 12,
					currency_code: 2,
					currency_code_name: 'cad',
					period: 3,
					periodname: 'Monthly',
					lines: [line(1, 501), line(2, 502, { isinactive: true })],
				},
				{ id: -31, client_id: 12, disabled: true, lines: [line(3, 503)] },
				{
					id: -32,
					client_id: 13,
					lines: [line(4, 504, { quantity_subscriptions: null, quantity_licences: [link(504)] })],
				},
			]),
		);
		const { list, rejected } = await readRecurringInvoices(halo.runtime);
		expect(rejected).toEqual([]);
		expect(halo.requests[0].query).toMatchObject({ includelines: true });
		expect(list.rows[0]).toMatchObject({
			id: -30,
			shownNumber: 21,
			currency: 'CAD',
			period: 'Monthly',
			lines: [
				{
					id: 1,
					quantityFrom: 'subscription',
					links: [{ licenceId: 501, free: 1, minimum: 0, proRata: true }],
				},
				{ id: 2, inactive: true },
			],
		});
		expect(invoicedLicenceIds(list.rows)).toEqual(new Set([501, 504]));
	});
});

describe('search boxes', () => {
	it('search clients by name, inactive ones included', async () => {
		const halo = fakeHalo((request) =>
			pageOf(request, 'clients', [{ id: 1, name: 'Acorn', inactive: true }]),
		);
		expect(await searchClients(halo.runtime, ' aco ')).toMatchObject({
			ok: true,
			value: [{ id: 1, name: 'Acorn', inactive: true }],
		});
		expect(halo.requests[0].query).toMatchObject({
			search: 'aco',
			search_name_only: true,
			includeinactive: true,
			pageinate: true,
			page_no: 1,
		});
	});

	it('search suppliers, and send no empty search', async () => {
		const halo = fakeHalo((request) =>
			pageOf(request, 'suppliers', [{ id: 7, name: 'TD SYNNEX' }]),
		);
		expect(await searchSuppliers(halo.runtime, '')).toMatchObject({ ok: true, value: [{ id: 7 }] });
		expect(halo.requests[0].query).not.toHaveProperty('search');
	});
});
