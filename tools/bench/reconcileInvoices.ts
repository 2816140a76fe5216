import type { RecurringInvoice, RecurringInvoiceLine } from '../../core/halo/recurringInvoices';
import type { HaloLicence } from '../../core/halo/schemas';
import type { CustomerLines } from '../../core/sync/licences/customerLines';
import type { Random } from '../../simulators/random';

const PERIODS = { Monthly: 82, Quarterly: 8, Yearly: 10 };
const PERIOD_MONTHS: Record<keyof typeof PERIODS, number> = {
	Monthly: 1,
	Quarterly: 3,
	Yearly: 12,
};
/** What invoice lines are, in hundredths. */
const LINES = { one: 65, several: 20, typed: 15 };
const MOST_LINKS = 6;
const SHARE_OTHER_CURRENCY = 0.02;
const SHARE_INVOICE_INACTIVE = 0.01;
const SHARE_LINE_INACTIVE = 0.02;
const SHARE_FREE = 0.08;
const SHARE_MINIMUM = 0.05;
const SHARE_DISCOUNTED = 0.1;
const SHARE_TYPED_RIGHT = 0.85;
const SHARE_TWICE = 0.02;

/** Recurring invoices as the reader hands them on, one for each client that has lines. */
export class InvoiceMaker {
	readonly invoices: RecurringInvoice[] = [];
	private lastLineId = 90_000;

	constructor(
		private readonly random: Random,
		private readonly today: string,
	) {}

	/** So many lines over the rows, in their order; rows that are left are on no invoice. */
	addInvoiceOf(
		{ haloClientId, haloClientName }: CustomerLines,
		rows: readonly HaloLicence[],
		lines: number,
		currency: string,
	): void {
		const { random } = this;
		if (rows.length === 0 || lines === 0) return;
		const period = random.weighted(PERIODS);
		const id = -10 - this.invoices.length;
		this.invoices.push({
			id,
			shownNumber: -9 - id,
			clientId: haloClientId,
			clientName: haloClientName,
			name: `${period} services`,
			currency: random.chance(SHARE_OTHER_CURRENCY) ? otherThan(currency) : currency,
			period,
			inAdvance: null,
			inactive: random.chance(SHARE_INVOICE_INACTIVE),
			startDate: '2025-01-01T00:00:00',
			endDate: null,
			nextInvoiceDate: `${this.today.slice(0, 4)}-12-01T00:00:00`,
			lines: this.linesOver(rows, lines, PERIOD_MONTHS[period]),
		});
	}

	private linesOver(
		rows: readonly HaloLicence[],
		count: number,
		months: number,
	): RecurringInvoiceLine[] {
		let next = 0;
		return Array.from({ length: count }, (_, index) => {
			const kind = this.random.weighted(LINES);
			// Each line that follows needs a row of its own.
			const spare = rows.length - next - (count - index - 1);
			const wanted = kind === 'several' ? this.random.between(2, MOST_LINKS) : 1;
			const taken = rows.slice(next, next + Math.max(1, Math.min(wanted, spare)));
			const counted = taken.length > 0 ? taken : rows.slice(-1);
			const isSecond = next > 0 && this.random.chance(SHARE_TWICE);
			next += taken.length;
			if (kind === 'typed') return this.typedLine(counted[0], months);
			return this.linkedLine(isSecond ? [rows[next - 1 - taken.length]] : counted, months);
		});
	}

	private linkedLine(rows: readonly HaloLicence[], months: number): RecurringInvoiceLine {
		const { random } = this;
		const links = rows.map((row) => ({
			licenceId: row.id,
			free: random.chance(SHARE_FREE) ? 1 : 0,
			minimum: random.chance(SHARE_MINIMUM) ? 5 : 0,
			proRata: random.chance(0.25),
			useLinkedPrice: false,
			useLinkedCost: false,
		}));
		const seats = rows.map(({ count }, at) => Math.max(count - links[at].free, links[at].minimum));
		const quantity = seats.reduce((sum, count) => sum + count, 0);
		return { ...this.line(rows[0], months), quantity, quantityFrom: 'subscription', links };
	}

	private typedLine(row: HaloLicence, months: number): RecurringInvoiceLine {
		const isRight = this.random.chance(SHARE_TYPED_RIGHT);
		const quantity = isRight ? row.count : row.count + this.random.between(1, 3);
		return { ...this.line(row, months), quantity };
	}

	private line(row: HaloLicence, months: number): RecurringInvoiceLine {
		const { random } = this;
		this.lastLineId += 1;
		const cycle = row.billingCycle === 'Monthly' ? 1 : 12;
		const priced = (amount: number | null) =>
			Math.round((100 * (amount ?? 0) * months) / cycle) / 100;
		return {
			id: this.lastLineId,
			itemId: null,
			itemName: row.name,
			itemCode: null,
			itemText: null,
			quantity: null,
			sellPrice: priced(row.price),
			unitCost: priced(row.cost),
			discountPercent: random.chance(SHARE_DISCOUNTED) ? random.pick([5, 10, 15]) : 0,
			quantityFrom: 'typed',
			inactive: random.chance(SHARE_LINE_INACTIVE),
			startDate: null,
			endDate: null,
			links: [],
		};
	}
}

function otherThan(currency: string): string {
	return currency === 'USD' ? 'CAD' : 'USD';
}
