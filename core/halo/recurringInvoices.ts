import { z } from 'zod';
import type { Runtime } from '../http/types';
import { readList } from './lists';
import {
	flag,
	optionalDate,
	optionalNumber,
	optionalText,
	optionalWholeNumber,
	wholeNumber,
} from './rawValues';
import { recordReader, type RecordsRead } from './rejected';

/** What customers are billed from: recurring invoices, and which licence rows their lines count. Only ever read. */

/** A link from a line to a licence row; the line bills the sum of `count − free` over its links. */
export interface LicenceLink {
	licenceId: number;
	free: number;
	minimum: number;
	proRata: boolean;
	useLinkedPrice: boolean;
	useLinkedCost: boolean;
}

export interface RecurringInvoiceLine {
	id: number;
	itemId: number | null;
	itemName: string | null;
	itemCode: string | null;
	/** The line's long text, where people write what it is for. */
	itemText: string | null;
	/** The typed quantity; a linked line bills what its links add up to. */
	quantity: number | null;
	/** What one unit is sold at on this line, before discount. */
	sellPrice: number | null;
	unitCost: number | null;
	discountPercent: number | null;
	quantityFrom: 'typed' | 'licence' | 'users' | 'assets' | 'subscription' | 'unknown';
	inactive: boolean;
	startDate: string | null;
	endDate: string | null;
	links: LicenceLink[];
}

export interface RecurringInvoice {
	/** Negative in Halo's database. */
	id: number;
	/** The number Halo's screens show: -9 - id. */
	shownNumber: number;
	clientId: number | null;
	clientName: string | null;
	name: string | null;
	currency: string | null;
	/** Halo's own word or code, such as "Monthly". */
	period: string | null;
	inAdvance: boolean | null;
	inactive: boolean;
	startDate: string | null;
	endDate: string | null;
	nextInvoiceDate: string | null;
	lines: RecurringInvoiceLine[];
}

/** `recurring_invoice_quantity_type` (report SQL written against Halo's database). */
const QUANTITY_FROM: ReadonlyArray<RecurringInvoiceLine['quantityFrom']> = [
	'typed',
	'licence',
	'users',
	'assets',
	'subscription',
];

/** A licence counts once on a line, in whichever of the two lists it stands. */
function onceEach(links: Array<LicenceLink | null>): LicenceLink[] {
	const once = new Map<number, LicenceLink>();
	for (const link of links) {
		if (link !== null && !once.has(link.licenceId)) once.set(link.licenceId, link);
	}
	return [...once.values()];
}

/** A line that does not say where its quantity comes from counts the licences that it links. */
function quantityFrom(
	type: number | null,
	{
		quantity_licences,
		quantity_subscriptions,
	}: Record<'quantity_licences' | 'quantity_subscriptions', unknown[]>,
): RecurringInvoiceLine['quantityFrom'] {
	if (type !== null) return QUANTITY_FROM[type] ?? 'unknown';
	if (quantity_licences.length > 0) return 'licence';
	return quantity_subscriptions.length > 0 ? 'subscription' : 'typed';
}

const absentList = z.union([z.null(), z.undefined()]).transform(() => []);

const linkSchema = z
	.object({
		licence_id: optionalWholeNumber,
		qty_free: optionalNumber,
		minimum_qty: optionalNumber,
		// An integer in Halo's document; 0 is no.
		pro_rata: z
			.union([z.boolean(), z.number(), z.null(), z.undefined()])
			.transform((value) => value === true || (typeof value === 'number' && value > 0)),
		use_linked_subscription_price: flag(false),
		use_linked_subscription_cost: flag(false),
	})
	.transform((raw): LicenceLink | null =>
		raw.licence_id === null
			? null
			: {
					licenceId: raw.licence_id,
					free: raw.qty_free ?? 0,
					minimum: raw.minimum_qty ?? 0,
					proRata: raw.pro_rata,
					useLinkedPrice: raw.use_linked_subscription_price,
					useLinkedCost: raw.use_linked_subscription_cost,
				},
	);

const linksSchema = z.union([z.array(linkSchema), absentList]);

const lineSchema = z
	.object({
		id: wholeNumber,
		_itemid: optionalWholeNumber,
		item_id: optionalWholeNumber,
		item_shortdescription: optionalText,
		item_longdescription: optionalText,
		item_code: optionalText,
		qty_order: optionalNumber,
		unit_price: optionalNumber,
		unit_cost: optionalNumber,
		discount_perc: optionalNumber,
		recurring_invoice_quantity_type: optionalWholeNumber,
		isinactive: flag(false),
		startdate: optionalDate,
		enddate: optionalDate,
		quantity_licences: linksSchema,
		quantity_subscriptions: linksSchema,
	})
	.transform(
		(raw): RecurringInvoiceLine => ({
			id: raw.id,
			itemId: raw._itemid ?? raw.item_id,
			itemName: raw.item_shortdescription,
			itemCode: raw.item_code,
			itemText: raw.item_longdescription,
			quantity: raw.qty_order,
			sellPrice: raw.unit_price,
			unitCost: raw.unit_cost,
			discountPercent: raw.discount_perc,
			quantityFrom: quantityFrom(raw.recurring_invoice_quantity_type, raw),
			inactive: raw.isinactive,
			startDate: raw.startdate,
			endDate: raw.enddate,
			links: onceEach([...raw.quantity_licences, ...raw.quantity_subscriptions]),
		}),
	);

const invoiceSchema = z
	.object({
		id: wholeNumber,
		client_id: optionalWholeNumber,
		client_name: optionalText,
		name: optionalText,
		currency_code_name: optionalText,
		currency_code: optionalText,
		currency: optionalText,
		periodname: optionalText,
		period: optionalText,
		in_advance: z.union([z.boolean(), z.null(), z.undefined()]).transform((value) => value ?? null),
		disabled: flag(false),
		isinactive: flag(false),
		startdate: optionalDate,
		start_date: optionalDate,
		enddate: optionalDate,
		end_date: optionalDate,
		nextcreationdate: optionalDate,
		next_invoice_date: optionalDate,
		lines: z.union([z.array(lineSchema), absentList]),
	})
	.transform(
		(raw): RecurringInvoice => ({
			id: raw.id,
			shownNumber: -9 - raw.id,
			clientId: raw.client_id,
			clientName: raw.client_name,
			name: raw.name,
			currency: currencyOf([raw.currency_code_name, raw.currency_code, raw.currency]),
			period: raw.periodname ?? raw.period,
			inAdvance: raw.in_advance,
			inactive: raw.disabled || raw.isinactive,
			startDate: raw.startdate ?? raw.start_date,
			endDate: raw.enddate ?? raw.end_date,
			nextInvoiceDate: raw.nextcreationdate ?? raw.next_invoice_date,
			lines: raw.lines,
		}),
	);

/** All recurring invoices with their lines: ceil(invoices ÷ 100) requests. */
export async function readRecurringInvoices(
	runtime: Runtime,
	options: { clientId?: number } = {},
): Promise<RecordsRead<RecurringInvoice>> {
	return await readList<RecurringInvoice>(
		runtime,
		{ path: '/RecurringInvoice', key: 'invoices', doing: 'List Recurring Invoices' },
		{
			includelines: true,
			...(options.clientId === undefined ? {} : { client_id: options.clientId }),
		},
		{ parse: recordReader<RecurringInvoice>(invoiceSchema, 'recurring invoice') },
	);
}

/** Licence rows that an active line of an active recurring invoice counts. */
export function invoicedLicenceIds(invoices: readonly RecurringInvoice[]): Set<number> {
	const active = invoices.filter((invoice) => !invoice.inactive);
	const lines = active.flatMap((invoice) => invoice.lines.filter((line) => !line.inactive));
	return new Set(lines.flatMap((line) => line.links.map((link) => link.licenceId)));
}

/** `currency_code` is a number in Halo's document: only a text of letters names a currency. */
function currencyOf(texts: Array<string | null>): string | null {
	return texts.find((text) => text !== null && /^[a-z]{3}$/i.test(text))?.toUpperCase() ?? null;
}

/** Rows that an active pro-rata line counts: each change of their count may leave an entry dated at the write. */
export function proRataLicenceIds(invoices: readonly RecurringInvoice[]): Set<number> {
	const links = invoices.flatMap(({ lines }) => lines).flatMap((line) => line.links);
	return new Set(links.filter(({ proRata }) => proRata).map(({ licenceId }) => licenceId));
}
