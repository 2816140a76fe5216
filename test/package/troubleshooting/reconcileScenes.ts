import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type {
	HaloInvoiceLine,
	HaloLicenceRow,
	HaloRecurringInvoice,
} from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import {
	aHaloClient,
	aLicenceRow,
	aLinkedLine,
	aRecurringInvoice,
	aRecurringLine,
} from '../../../simulators/world/builders';
import { aLine, aSavedRow } from '../../core/sync/records';
import {
	customerToCompare,
	plannedItem,
	reconcileStage,
} from '../../nodes/LicenceReconcile/reconcileNode';
import { scene, type Scene } from './scene';

/** Licence Reconcile: what it finds, what it cannot compare, what it cannot cost. */

interface Books {
	rows?: HaloLicenceRow[];
	invoices?: HaloRecurringInvoice[];
	switches?: Partial<HaloSwitches>;
	items?: IDataObject[];
	saved?: object[];
	options?: INodeParameters;
	faults?: Array<{ path: string; do: '404' | '500' }>;
}

const row = (fields: Partial<HaloLicenceRow> = {}) =>
	aLicenceRow({ snowid: 'us/411833_1', ...fields });
const invoice = (lines: HaloInvoiceLine[], fields: Partial<HaloRecurringInvoice> = {}) =>
	aRecurringInvoice({ lines, ...fields });
const linked = (licence: HaloLicenceRow, fields: Partial<HaloInvoiceLine> = {}) =>
	aLinkedLine(licence, fields);

async function compare({
	rows = [row()],
	switches,
	items,
	saved,
	options,
	faults,
	...books
}: Books) {
	const invoices = books.invoices ?? [invoice([linked(rows[0] ?? row())])];
	const clients = [aHaloClient({ id: 12 }), aHaloClient({ id: 13, name: 'Birch Dental' })];
	const stage = await reconcileStage(
		structuredClone({ clients, licences: rows, recurringInvoices: invoices }),
		switches,
	);
	stage.halo.faults.replace(
		(faults ?? []).map((fault) => ({
			match: { path: fault.path },
			skip: 0,
			times: 9,
			do: fault.do,
		})),
	);
	try {
		const given = { includeInSync: true, ...options };
		return await stage.compare(items ?? [customerToCompare()], given, { saved: saved ?? null });
	} finally {
		await stage.stop();
	}
}

const found = (broken: string, codes: string[], books: Books): Scene =>
	scene(broken, codes, async () => await compare(books));
const verdict = (broken: string, code: string, books: Books): Scene =>
	found(broken, [`verdict-${code}`], books);

const over = aLine({ state: 'cancelled', status: 'Cancelled', endDate: '2026-10-31' });
const prepaid = (fields: object = {}) => customerToCompare([aLine(fields)]);

export const verdictScenes: Scene[] = [
	verdict('two rows with one key', 'duplicateKey', { rows: [row(), row({ id: 502 })] }),
	verdict('a row at another client', 'atAnotherClient', { rows: [row({ client_id: 13 })] }),
	verdict('an inactive client', 'clientInactive', {
		items: [
			customerToCompare([aLine()], {
				match: { status: 'mapped', client: { inactive: true, stellrKeys: [] } },
			}),
		],
	}),
	verdict('a subscription that ended and is on an invoice', 'cancelledButInvoiced', {
		items: [customerToCompare([over])],
	}),
	verdict('a customer without a client', 'customerWithoutClient', {
		rows: [],
		invoices: [],
		items: [
			customerToCompare([aLine()], {
				haloClientId: null,
				haloClientName: null,
				match: { status: 'unmapped', client: null },
			}),
		],
	}),
	verdict('a subscription without a row', 'subscriptionWithoutLicence', { rows: [], invoices: [] }),
	verdict('several rows that may be meant', 'licenceUnclear', {
		rows: [
			row({ id: 1, snowid: null, product_sku: '7654321' }),
			row({ id: 2, snowid: null, product_sku: '7654321' }),
		],
		invoices: [],
	}),
	found('a row with only the same name', ['verdict-licenceUnclear-2'], {
		rows: [row({ snowid: null })],
		invoices: [],
	}),
	verdict('a row whose subscription is not listed', 'licenceWithoutSubscription', {
		rows: [row(), row({ id: 503, snowid: 'us/9_1', name: 'Visio' })],
	}),
	verdict('a count that somebody changed', 'editedByHand', {
		rows: [row({ count: 7 })],
		saved: [aSavedRow({ lastCount: 40 })],
	}),
	verdict('seats that Stellr changed since', 'haloBehind', {
		rows: [row({ count: 40 })],
		saved: [aSavedRow({ lastCount: 40 })],
	}),
	verdict('two counts, and nothing tells which moved', 'differsOriginUnknown', {
		rows: [row({ count: 40 })],
	}),
	verdict('a row on two lines', 'invoicedTwice', {
		invoices: [invoice([linked(row()), linked(row(), { id: 902 })])],
	}),
	verdict('a row on an inactive line', 'lineInactive', {
		invoices: [invoice([linked(row(), { isinactive: true })])],
	}),
	verdict('a row on no invoice', 'neverInvoiced', { invoices: [] }),
	verdict('a typed quantity that is another', 'invoiceBehind', {
		invoices: [invoice([aRecurringLine({ qty_order: 40 })])],
	}),
	verdict('a typed quantity that is right', 'typedQuantity', {
		invoices: [invoice([aRecurringLine({ qty_order: 42 })])],
	}),
	verdict('an invoice in another currency', 'currencyMismatch', {
		invoices: [invoice([linked(row())], { currency_code: 'USD' })],
	}),
	verdict('an invoice period that is not known', 'cannotBeCosted', {
		invoices: [invoice([linked(row())], { period: 'Season' })],
	}),
	verdict('nothing at all', 'inSync', {}),
];

export const uncostedScenes: Scene[] = [
	found('a line without a price', ['uncosted-noPrice'], {
		invoices: [invoice([linked(row({ price: null as unknown as number }))])],
	}),
	found('an invoice without a currency', ['uncosted-noCurrency'], {
		switches: { invoiceCurrencyShown: 'left-out' },
	}),
	found('an invoice that says its period by a number', ['uncosted-noPeriod'], {
		invoices: [invoice([linked(row())], { period: '' })],
	}),
	found('an invoice period that is not known', ['uncosted-periodUnknown'], {
		invoices: [invoice([linked(row())], { period: 'Season' })],
	}),
	found('lines in several currencies', ['uncosted-severalCurrencies'], {
		invoices: [
			invoice([linked(row())]),
			invoice([linked(row(), { id: 902 })], { id: -11, currency_code: 'USD' }),
		],
	}),
	found('two typed lines that may bill it', ['uncosted-severalTypedLines'], {
		invoices: [
			invoice([aRecurringLine({ qty_order: 40 }), aRecurringLine({ id: 902, qty_order: 2 })]),
		],
	}),
	found('a typed line that fits two subscriptions', ['uncosted-oneTypedLine'], {
		rows: [row(), row({ id: 502, snowid: 'us/7_1' })],
		invoices: [invoice([aRecurringLine({ qty_order: 40 })])],
		items: [customerToCompare([aLine(), aLine({ subscriptionId: '7_1' })])],
	}),
	found('no suggested price, and no invoice', ['uncosted-suggestedUnknown'], {
		invoices: [],
		items: [prepaid({ suggestedPrice: null })],
	}),
	found('no price at Stellr', ['uncosted-noCost'], { items: [prepaid({ unitCost: null })] }),
	found('no currency at Stellr', ['uncosted-noStellrCurrency'], {
		items: [prepaid({ currency: null })],
	}),
	found('no billing frequency at Stellr', ['uncosted-noFrequency'], {
		items: [prepaid({ billingFrequency: null, productName: 'Duo', term: null })],
	}),
	found('a billing frequency that is not known', ['uncosted-frequencyUnknown'], {
		items: [prepaid({ billingFrequency: 'daily', productName: 'Duo', term: null })],
	}),
];

export const reconcileIssueScenes: Scene[] = [
	found('no quantity', ['reconcile-quantityMissing'], { items: [prepaid({ quantity: null })] }),
	found('half a seat', ['reconcile-quantityNotWhole'], { items: [prepaid({ quantity: 2.5 })] }),
	found('a kind that is not known', ['reconcile-kindUnknown'], {
		rows: [],
		invoices: [],
		items: [prepaid({ kind: 'unknown', kindReason: 'billing frequency "daily" is not known' })],
	}),
	found('a row that cannot be read', ['reconcile-rowUnreadable', 'halo-recordNotUnderstood'], {
		rows: [row({ client_id: null as unknown as number })],
		invoices: [],
	}),
	found('seats bought within a year that is paid ahead', ['reconcile-byHand'], {
		invoices: [invoice([linked(row())], { period: 'Yearly' })],
		items: [prepaid({ billingFrequency: 'annual', suggestedPrice: 365 })],
		saved: [
			aSavedRow({ lastCount: 42, increaseSeats: 2, increasedAt: '2026-11-10T02:00:00.000Z' }),
		],
	}),
	found('a key that Halo cut', ['reconcile-keyCut'], {
		rows: [row({ snowid: 'us/4118' })],
		invoices: [],
	}),
	found('a subscription that two customers list', ['reconcile-severalCustomers'], {
		items: [
			customerToCompare(),
			customerToCompare([aLine()], {
				customerNo: '100501',
				name: 'Birch Dental',
				haloClientId: 13,
			}),
		],
	}),
	found('a plan item', ['input-comparePlanItem'], { items: [plannedItem()] }),
	found('an item of another kind', ['input-compared'], {
		items: [customerToCompare([], { haloClientId: 'twelve' })],
	}),
	found('no right to read invoices', ['reconcile-invoicesNotCompared'], {
		switches: { missingPermissions: ['read:invoices'] },
	}),
	found('a recurring invoice that cannot be read', ['reconcile-invoicesNotUnderstood'], {
		invoices: [invoice([linked(row(), { qty_order: 'many' as unknown as number })])],
		switches: { linkedQuantityShown: 'stored' },
	}),
	found('a change history that Halo does not show', ['reconcile-historyNotRead'], {
		rows: [row({ count: 40 })],
		faults: [{ path: '/licencechange', do: '404' }],
	}),
	found('a list that came in part, and a row that is not on it', ['reconcile-notJudged'], {
		rows: [row(), row({ id: 503, snowid: 'us/9_1', name: 'Visio' })],
		items: [customerToCompare([aLine()], { complete: false })],
	}),
	found('quantity calculation switched off', ['reconcile-quantityCalculation'], {
		rows: [row({ count: 40 })],
		switches: { quantityCalculation: 'off' },
	}),
	found('a price that is not known', ['reconcile-inNoSum'], {
		items: [prepaid({ unitCost: null })],
	}),
	found('an invoice period that is no word with a number', ['parameter-noNumber'], {
		options: { invoicePeriods: 'Season' },
	}),
	found('a currency of four letters', ['parameter-noCurrency'], {
		options: { invoiceCurrency: 'euro' },
	}),
	found('an option with a value of an old version', ['parameter-reconcileOption'], {
		options: { historyLines: 'all' },
	}),
];
