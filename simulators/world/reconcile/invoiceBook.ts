/** The recurring invoices of a world in which each invoiced row is on one linked line, and what can be done to such a line. */
import type {
	HaloInvoiceLine,
	HaloLicenceRow,
	HaloRecurringInvoice,
	HaloState,
} from '../../halo/state';
import { aLinkedLine, aRecurringInvoice, aRecurringLine } from '../builders';

export interface InvoicedRow {
	invoice: HaloRecurringInvoice;
	line: HaloInvoiceLine;
}

export class InvoiceBook {
	private readonly byLicence = new Map<number, InvoicedRow>();
	private readonly byClient = new Map<number, HaloRecurringInvoice>();
	private lastLineId = 0;
	private lastInvoiceId = -9;

	constructor(private readonly halo: HaloState) {
		for (const invoice of halo.recurringInvoices) {
			this.byClient.set(invoice.client_id, invoice);
			this.lastInvoiceId = Math.min(this.lastInvoiceId, invoice.id);
			for (const line of invoice.lines) {
				this.lastLineId = Math.max(this.lastLineId, line.id);
				for (const { licence_id } of [...line.quantity_licences, ...line.quantity_subscriptions]) {
					this.byLicence.set(licence_id, { invoice, line });
				}
			}
		}
	}

	isInvoiced(row: HaloLicenceRow): boolean {
		return this.byLicence.has(row.id);
	}

	/** The one line the row is on. */
	lineOf(row: HaloLicenceRow): InvoicedRow {
		const found = this.byLicence.get(row.id);
		if (!found) throw new Error(`The licence row ${row.id} is on no recurring invoice`);
		return found;
	}

	/** Off the invoice; an invoice without lines goes. */
	takeOff(row: HaloLicenceRow): void {
		const { invoice, line } = this.lineOf(row);
		this.byLicence.delete(row.id);
		invoice.lines = invoice.lines.filter((other) => other !== line);
		if (invoice.lines.length > 0) return;
		if (this.byClient.get(invoice.client_id) === invoice) this.byClient.delete(invoice.client_id);
		this.halo.recurringInvoices = this.halo.recurringInvoices.filter((other) => other !== invoice);
	}

	/** The quantity is typed from now on, and nothing leads from the line to the row but the name. */
	makeTyped(row: HaloLicenceRow, quantity: number): void {
		const { invoice, line } = this.lineOf(row);
		const { id, unit_price, unit_cost, discount_perc } = line;
		const typed = aRecurringLine({
			id,
			item_shortdescription: row.name,
			qty_order: quantity,
			unit_price,
			unit_cost,
			discount_perc,
		});
		invoice.lines = invoice.lines.map((other) => (other === line ? typed : other));
	}

	/** A second linked line at the same price, on the same invoice or on another of the client. */
	addSecond(row: HaloLicenceRow, onSameInvoice: boolean): void {
		const { invoice, line } = this.lineOf(row);
		const { unit_price, unit_cost } = line;
		const second = aLinkedLine(row, { id: this.nextLineId(), unit_price, unit_cost });
		if (onSameInvoice) invoice.lines.push(second);
		else this.addInvoice({ ...invoice, name: 'Licences', lines: [second] });
	}

	/** A line for a row that had none, on the invoice of its client or on the first that it gets. */
	addLine(row: HaloLicenceRow, currency: string, fields: Partial<HaloInvoiceLine> = {}): void {
		const line = aLinkedLine(row, { id: this.nextLineId(), ...fields });
		const first = { client_id: row.client_id, currency_code: currency, name: 'Monthly services' };
		const invoice = this.byClient.get(row.client_id) ?? this.addInvoice(first);
		this.byClient.set(row.client_id, invoice);
		invoice.lines.push(line);
		this.byLicence.set(row.id, { invoice, line });
	}

	/** The line alone on another invoice, which is like its own but for the fields given. */
	moveToOwnInvoice(row: HaloLicenceRow, fields: Partial<HaloRecurringInvoice>): void {
		const { invoice, line } = this.lineOf(row);
		this.takeOff(row);
		const own = this.addInvoice({ ...invoice, name: 'Earlier services', lines: [line], ...fields });
		this.byLicence.set(row.id, { invoice: own, line });
	}

	private addInvoice(fields: Partial<HaloRecurringInvoice>): HaloRecurringInvoice {
		this.lastInvoiceId -= 1;
		const invoice = aRecurringInvoice({ lines: [], ...fields, id: this.lastInvoiceId });
		this.halo.recurringInvoices.push(invoice);
		return invoice;
	}

	private nextLineId(): number {
		this.lastLineId += 1;
		return this.lastLineId;
	}
}
