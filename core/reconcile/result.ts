import type { Issue } from '../items/issue';
import type { StellrSubscription } from '../stellr/schemas';
import type { Verdict } from './verdicts';

/** A sum of money in whole minor units (cents) of one currency; never converted. */
export interface Amount {
	minor: number;
	currency: string;
}

/** What a line costs and brings a month. Null is "cannot be costed", with the reason in `uncosted`. */
export interface LineMoney {
	/** What Stellr charges. */
	cost: Amount | null;
	/** What active recurring lines bill. */
	revenue: Amount | null;
	margin: Amount | null;
	/** Above 0 the customer pays too little, below 0 too much. */
	difference: Amount | null;
	/** What `difference` is reckoned with. */
	differenceBy: 'invoiceLine' | 'suggestedPrice' | null;
	/** Why something could not be costed, in words; empty when everything could. */
	uncosted: string[];
}

/** One line of a recurring invoice, as far as it is about this licence. */
export interface InvoicedLine {
	invoiceId: number;
	/** The number that Halo's screens show. */
	invoiceNumber: number;
	invoiceName: string | null;
	lineId: number;
	itemName: string | null;
	/** Linked to the licence row, or typed and found by item or name. */
	by: 'link' | 'item' | 'name';
	/** It bills today: neither it nor its invoice is inactive, ended, or not begun. */
	active: boolean;
	/** What it bills for this licence. */
	quantity: number;
	free: number;
	minimum: number;
	proRata: boolean;
	/** Net price of one for the invoice's period, after discount; null when unknown. */
	price: number | null;
	discountPercent: number;
	/** Halo's own word for the invoice's period. */
	period: string | null;
	currency: string | null;
	/** A month's worth; null when it cannot be costed. */
	revenue: Amount | null;
}

export interface ReconciledLicence {
	id: number;
	name: string;
	count: number;
	active: boolean;
	/** How the row is known to be the line's: its key, the saved licence map, or evidence before adoption. */
	by: 'key' | 'map' | 'evidence';
}

/** Seats of a prepaid line that no recurring invoice bills before its term ends. */
export interface ByHand {
	seats: number;
	amount: Amount | null;
	/** Day of the addition, and what says so. */
	from: string;
	fromBy: 'saved' | 'today';
	/** Last day of the prepaid period. */
	to: string;
	daysLeft: number;
	daysInPeriod: number;
}

export interface Since {
	/** `yyyy-MM-dd`. */
	day: string;
	by: 'changeHistory' | 'endDate' | 'startDate' | 'held' | 'firstSeen';
}

/** Who moved a number, as far as it can be told. */
export interface ChangedBy {
	who: 'stellr' | 'person' | 'unknown';
	/** As Halo's change history names them. */
	name: string | null;
}

/** One subscription line, or one licence row without any, with everything known about it. */
export interface ReconciledLine {
	/** `<account>/<subscriptionId>`; the same on every run. */
	key: string;
	customer: { account: string; customerNo: string; name: string | null };
	haloClientId: number | null;
	haloClientName: string | null;
	/** Null for a licence without subscription. */
	subscription: StellrSubscription | null;
	product: string;
	licence: ReconciledLicence | null;
	/** Other rows that hold the key, or that may belong to the line. */
	otherLicences: Array<{ id: number; name: string; count: number }>;
	invoiceLines: InvoicedLine[];
	/** Null where there is none, or where it could not be read. */
	quantities: { stellr: number | null; halo: number | null; invoiced: number | null };
	/** What the kept invoice line should bill. */
	expected: number | null;
	/** Count that was last written or last seen in step; null without memory. */
	lastCount: number | null;
	verdict: Verdict;
	/** What applies beside the verdict. */
	findings: Verdict[];
	since: Since | null;
	/** Null when nothing differs. */
	age: 'timing' | 'drift' | 'unknown' | null;
	changedBy: ChangedBy | null;
	money: LineMoney;
	byHand: ByHand | null;
	/** One sentence that a person reads. */
	text: string;
	/** Where each number was read: the request ids of the lists. */
	readBy: { stellr: string | null; licence: string | null; invoice: string | null };
}

/** Sums of one currency, in minor units, a month. */
export interface MoneyTotals {
	currency: string;
	underBilled: number;
	overBilled: number;
	paidForInactiveClients: number;
	cost: number;
	revenue: number;
	/** Of lines whose cost and revenue are both known in this currency. */
	margin: number;
	/** Once, not a month. */
	toInvoiceByHand: number;
}

export interface ReconcileResult {
	/** In the order of customers and subscription ids. */
	lines: ReconciledLine[];
	counts: Record<Verdict, number>;
	/** Lines that are no seats, that are left out by the settings, or that are over without a trace in Halo. */
	leftOut: {
		otherKinds: number;
		bySettings: number;
		over: number;
		ignored: number;
		/** Lines of customers of whom a person has still to say which client they are. */
		inReview: number;
	};
	/** Customers without a client whose subscriptions were not read. */
	customersNotRead: Array<{ account: string; customerNo: string; name: string | null }>;
	/** Lines that could not be compared. */
	attention: Array<{ key: string; issue: Issue }>;
	/** Active rows of ours of which nothing can be said: a list of that client was not complete or did not come. */
	licencesNotJudged: number;
	/** Linked lines that show another quantity than their links add up to. */
	shownQuantityDiffers: number;
	totals: MoneyTotals[];
	uncosted: number;
	/** False when recurring invoices could not be read: then nothing is said about invoices. */
	invoicesRead: boolean;
}
