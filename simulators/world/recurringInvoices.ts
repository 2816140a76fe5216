/** Recurring invoices and how their lines count licences: linked, typed, twice or not at all. */
import type { HaloInvoiceLine, HaloLicenceRow, HaloRecurringInvoice } from '../halo/state';
import type { Random } from '../random';
import { aLinkedLine, aRecurringInvoice, aRecurringLine } from './builders';
import { addMonths, endOfMonth, haloDate, addDays } from './days';
import type { RecurringOptions } from './options';
import type { SubscriptionTruth } from './truth';

export interface InvoicedClient {
	clientId: number;
	currency: string;
	rows: HaloLicenceRow[];
}

export type RecurringKind = SubscriptionTruth['recurring'];

export interface WrittenInvoices {
	invoices: HaloRecurringInvoice[];
	/** Licence id → how it is invoiced. */
	kinds: Map<number, RecurringKind>;
}

export function writeRecurringInvoices(
	clients: readonly InvoicedClient[],
	asOf: string,
	options: RecurringOptions,
	random: Random,
): WrittenInvoices {
	const kinds = drawKinds(
		clients.flatMap(({ rows }) => rows),
		options,
		random,
	);
	const writer = new LineWriter(options, random);
	const invoices: HaloRecurringInvoice[] = [];
	for (const { clientId, currency, rows } of clients) {
		const lines = rows.flatMap((row) => writer.linesFor(row, kinds.get(row.id) ?? 'none'));
		if (lines.length === 0) continue;
		const period = random.weighted(options.periods);
		invoices.push(
			aRecurringInvoice({
				id: -10 - invoices.length,
				client_id: clientId,
				name: `${period} services`,
				currency_code: currency,
				period,
				in_advance: random.chance(options.inAdvance),
				start_date: haloDate(`${addMonths(asOf, -random.between(3, 30)).slice(0, 7)}-01`),
				next_invoice_date: haloDate(addDays(endOfMonth(asOf), 1)),
				lines,
			}),
		);
	}
	return { invoices, kinds };
}

function drawKinds(
	rows: readonly HaloLicenceRow[],
	{ linked, typed, twice }: RecurringOptions,
	random: Random,
): Map<number, RecurringKind> {
	const inOrder = random.shuffled(rows);
	const kinds = new Map<number, RecurringKind>();
	let from = 0;
	const give = (kind: RecurringKind, share: number) => {
		const count = Math.round(share * rows.length);
		inOrder.slice(from, from + count).forEach(({ id }) => kinds.set(id, kind));
		from += count;
	};
	give('linked', linked);
	give('typed', typed);
	give('twice', twice);
	inOrder.slice(from).forEach(({ id }) => kinds.set(id, 'none'));
	return kinds;
}

class LineWriter {
	private lastId = 90_000;

	constructor(
		private readonly options: RecurringOptions,
		private readonly random: Random,
	) {}

	linesFor(row: HaloLicenceRow, kind: RecurringKind): HaloInvoiceLine[] {
		if (kind === 'none') return [];
		if (kind === 'typed') return [this.typedLine(row)];
		return kind === 'twice' ? [this.linkedLine(row), this.linkedLine(row)] : [this.linkedLine(row)];
	}

	private linkedLine(row: HaloLicenceRow): HaloInvoiceLine {
		const { freeQuantity, minimum, proRata } = this.options;
		const free = this.random.chance(freeQuantity) ? 1 : 0;
		return aLinkedLine(
			row,
			{ id: this.nextId(), discount_perc: this.discount() },
			{
				qty_free: Math.min(free, row.count),
				minimum_qty: this.random.chance(minimum) ? Math.max(1, row.count - 1) : 0,
				pro_rata: this.random.chance(proRata),
				use_linked_subscription_price: this.random.chance(0.1),
			},
		);
	}

	private typedLine(row: HaloLicenceRow): HaloInvoiceLine {
		return aRecurringLine({
			id: this.nextId(),
			item_shortdescription: row.name,
			qty_order: row.count,
			unit_price: row.price,
			unit_cost: row.purchase_price,
			discount_perc: this.discount(),
		});
	}

	private discount(): number {
		return this.random.chance(this.options.discounted) ? this.random.pick([5, 10, 15]) : 0;
	}

	private nextId(): number {
		this.lastId += 1;
		return this.lastId;
	}
}
