import type { HaloLicence } from '../halo/schemas';
import type { Issue } from '../items/issue';
import type { StellrSubscription } from '../stellr/schemas';
import { evidenceByLine } from '../sync/licences/evidenceByLine';
import { leftOut } from '../sync/licences/leftOut';
import type { CustomerLines } from '../sync/licences/customerLines';
import { overridesOn, placed } from '../sync/licences/overrides';
import { indexLicences, type LicenceIndex } from '../sync/licences/rowIndex';
import { gatherCustomers, listedSeveralTimes } from '../sync/licences/sameCustomer';
import type { SavedLicence } from '../sync/licences/savedState';
import { daysBetween } from '../sync/days';
import { foldKey, parseLicenceKey, subscriptionKey } from '../sync/stellrKeys';
import { reconcileIssues } from '../words/reconcileIssues';
import type { ReconcileInput, ReconcilePolicy } from './input';
import { indexInvoices, type InvoiceIndex, type LicenceUse } from './invoiceIndex';
import type { LineFacts } from './lineFacts';
import { orphanRows, type OrphanRows } from './orphans';
import { pairOf, type Pairing } from './pairing';
import type { ReconciledLine, ReconcileResult } from './result';
import { typedFindings, type TypedFinding } from './typedLines';

/** Every line with its rows and invoice lines, and what was left out on the way. */
export interface GatheredFacts {
	facts: LineFacts[];
	leftOut: ReconcileResult['leftOut'];
	attention: ReconcileResult['attention'];
	licencesNotJudged: number;
	shownQuantityDiffers: number;
	licencesById: ReadonlyMap<number, HaloLicence>;
	savedOf: (facts: LineFacts) => SavedLicence | null;
	requestIds: (facts: LineFacts) => ReconciledLine['readBy'];
}

const NO_INVOICES: InvoiceIndex = {
	usesOf: () => [],
	typedAt: () => [],
	shownQuantityDiffers: 0,
};

/** Days after its end in which a line of unknown state may still be a live one whose renewal was not shown yet. */
const UNKNOWN_GRACE_DAYS = 30;

export function gatherFacts(input: ReconcileInput): GatheredFacts {
	const { policy } = input;
	const licencesById = new Map(input.licences.map((row) => [row.id, row]));
	const invoices =
		input.invoices === null ? NO_INVOICES : indexInvoices(input.invoices, licencesById, policy);
	const index = indexLicences({
		licences: [...input.licences],
		...(input.saved === undefined ? {} : { saved: [...input.saved] }),
		policy,
	});
	const overrides = overridesOn(policy.today, [...(input.overrides ?? [])]);
	const gathered = placed(gatherCustomers([...input.customers]), overrides);
	const customers = gathered.map(({ customer }) => customer);
	const evidence = evidenceByLine(customers, index, {
		ownSuppliers: policy.ownSuppliers,
		invoicedRowIds: invoicedRows(input, invoices),
	});
	const several = listedSeveralTimes(gathered);
	const unreadable = new Set((input.unreadableTexts ?? []).map(keyOfText));
	const sorted = new Sorting(policy, index, several, unreadable);
	for (const customer of customers) {
		for (const subscription of customer.subscriptions) {
			if (overrides.get(foldKey(subscriptionKey(subscription)))?.ignore === true) {
				sorted.leftOut.ignored += 1;
			} else if (customer.haloClientId === null && customer.inReview === true) {
				sorted.leftOut.inReview += 1;
			} else sorted.take(customer, subscription, evidence.get(subscription));
		}
	}
	const orphans = orphanRows(gathered, index);
	const invoicesRead = input.invoices !== null;
	const drafts = [
		...sorted.pairs.map((pair) => draftOf(pair, index, invoices, invoicesRead)),
		...orphans.rows.map((orphan) => orphanDraft(orphan, index, invoices, invoicesRead)),
	];
	const facts = withTypedLines(drafts, invoices).filter((line) => !isPast(line));
	return {
		facts,
		leftOut: sorted.leftOut,
		attention: sorted.attention,
		licencesNotJudged: orphans.notJudged,
		shownQuantityDiffers: invoices.shownQuantityDiffers,
		licencesById,
		savedOf: (line) => savedEntry(line, index),
		requestIds: (line) => requestIdsOf(line, input),
	};
}

function invoicedRows(input: ReconcileInput, invoices: InvoiceIndex): ReadonlySet<number> {
	const ids = input.licences.filter(({ id }) =>
		invoices.usesOf(id).some(({ place }) => place.active),
	);
	return new Set(ids.map(({ id }) => id));
}

interface PairedLine {
	customer: CustomerLines;
	subscription: StellrSubscription;
	seats: number;
	over: boolean;
	pairing: Pairing;
}

/** Sorts lines into those that are compared and those that are not, with the reason. */
class Sorting {
	readonly pairs: PairedLine[] = [];
	readonly leftOut: ReconcileResult['leftOut'] = {
		otherKinds: 0,
		bySettings: 0,
		over: 0,
		ignored: 0,
		inReview: 0,
	};
	readonly attention: Array<{ key: string; issue: Issue }> = [];
	private readonly taken = new Set<string>();

	constructor(
		private readonly policy: ReconcilePolicy,
		private readonly index: LicenceIndex,
		private readonly several: ReadonlySet<string>,
		private readonly unreadable: ReadonlySet<string>,
	) {}

	take(
		customer: CustomerLines,
		subscription: StellrSubscription,
		evidence: Parameters<typeof pairOf>[3],
	): void {
		const key = subscriptionKey(subscription);
		const folded = foldKey(key);
		if (this.several.has(folded)) {
			if (!this.taken.has(folded)) {
				this.attention.push({
					key,
					issue: reconcileIssues.severalCustomers(customer, subscription),
				});
			}
			this.taken.add(folded);
			return;
		}
		const pairing = pairOf(subscription, customer, this.index, evidence);
		const filtered = leftOut(
			subscription,
			this.policy,
			pairing.row !== null && pairing.by !== 'evidence',
		);
		if (filtered?.reason.code === 'productLeftOut') this.leftOut.bySettings += 1;
		else if (filtered?.action === 'skipped') this.leftOut.otherKinds += 1;
		else if (filtered !== null) {
			this.attention.push({ key, issue: reconcileIssues.kindUnknown(customer, subscription) });
		} else this.compare(customer, subscription, pairing);
	}

	/** A row that Halo shows but that could not be read names the line. */
	private mayBeUnreadable(subscription: StellrSubscription): boolean {
		const { subscriptionId, vendorSubscriptionId } = subscription;
		return [subscriptionKey(subscription), subscriptionId, vendorSubscriptionId].some(
			(name) => name !== null && this.unreadable.has(foldKey(name)),
		);
	}

	private compare(
		customer: CustomerLines,
		subscription: StellrSubscription,
		pairing: Pairing,
	): void {
		const over = isOver(subscription, pairing.row === null, this.policy.today);
		const { quantity } = subscription;
		if (!over && (quantity === null || !Number.isInteger(quantity) || quantity < 0)) {
			const key = subscriptionKey(subscription);
			this.attention.push({ key, issue: reconcileIssues.quantity(customer, subscription) });
			return;
		}
		if (over && pairing.row === null) this.leftOut.over += 1;
		else if (pairing.row === null && this.mayBeUnreadable(subscription)) {
			const key = subscriptionKey(subscription);
			this.attention.push({ key, issue: reconcileIssues.rowUnreadable(customer, subscription) });
		} else
			this.pairs.push({ customer, subscription, seats: over ? 0 : (quantity ?? 0), over, pairing });
	}
}

/** Texts of rows may be keys with a mark behind them. */
function keyOfText(text: string): string {
	return parseLicenceKey(text)?.key ?? foldKey(text);
}

/** Cancelled or expired, and past its end; for a state that nobody knows, long past it and without a row. */
function isOver(
	{ state, endDate }: StellrSubscription,
	withoutRow: boolean,
	today: string,
): boolean {
	if (endDate === null || endDate >= today) return false;
	if (state === 'cancelled' || state === 'expired') return true;
	return state === 'unknown' && withoutRow && daysBetween(endDate, today) > UNKNOWN_GRACE_DAYS;
}

/** Everything but the typed lines. */
type Draft = Omit<LineFacts, 'typed' | 'typedLine'>;

function draftOf(
	{ customer, subscription, seats, over, pairing }: PairedLine,
	index: LicenceIndex,
	invoices: InvoiceIndex,
	invoicesRead: boolean,
): Draft {
	const key = subscriptionKey(subscription);
	const { row } = pairing;
	const uses = usesOf(pairing, invoices);
	const lastCount = row === null ? null : lastCountOf(row, key, index);
	return { key, customer, subscription, seats, over, ...pairing, uses, invoicesRead, lastCount };
}

/** A line that is over, with an inactive row that nothing bills, has nothing to say. */
function isPast(facts: LineFacts): boolean {
	const { over, row, uses, typedLine } = facts;
	const billed = typedLine !== null || uses.some(({ place }) => place.active);
	return over && row?.active !== true && !billed;
}

function usesOf({ row, others, unclear }: Pairing, invoices: InvoiceIndex): LicenceUse[] {
	const rows = row === null ? [] : unclear ? [row] : [row, ...others];
	const uses = rows.flatMap(({ id }) => invoices.usesOf(id));
	return rows.length > 1 ? uses.sort((a, b) => a.place.line.id - b.place.line.id) : uses;
}

/** Typed lines are looked for only where no running line links the row. */
function withTypedLines(drafts: readonly Draft[], invoices: InvoiceIndex): LineFacts[] {
	const byClient = new Map<number, Draft[]>();
	for (const draft of drafts) {
		const clientId = draft.customer.haloClientId;
		if (clientId === null || draft.unclear || draft.uses.some(({ place }) => place.active))
			continue;
		if (invoices.typedAt(clientId).length === 0) continue;
		const known = byClient.get(clientId);
		if (known === undefined) byClient.set(clientId, [draft]);
		else known.push(draft);
	}
	const found = new Map<string, TypedFinding>();
	for (const [clientId, here] of byClient) {
		const sought = (of: readonly Draft[]) =>
			of.map(({ key, subscription, row }) => ({
				key,
				subscription,
				licenceName: row?.name ?? null,
			}));
		const charged = sought(here.filter(({ seats }) => seats > 0));
		const others = sought(here.filter(({ seats }) => seats === 0));
		for (const [key, finding] of typedFindings(clientId, charged, others, invoices)) {
			found.set(key, finding);
		}
	}
	return drafts.map((draft) => {
		const finding = found.get(draft.key);
		return { ...draft, typed: finding?.all ?? [], typedLine: finding?.only ?? null };
	});
}

function orphanDraft(
	{ customer, row, key, by }: OrphanRows['rows'][number],
	index: LicenceIndex,
	invoices: InvoiceIndex,
	invoicesRead: boolean,
): Draft {
	return {
		key,
		customer,
		subscription: null,
		seats: 0,
		over: false,
		row,
		by,
		others: [],
		unclear: false,
		atOtherClient: false,
		uses: invoices.usesOf(row.id),
		invoicesRead,
		lastCount: lastCountOf(row, key, index),
	};
}

/** The count last written. At an adoption that waits, the row's own count was not written by anybody of ours. */
function lastCountOf(row: HaloLicence, key: string, index: LicenceIndex): number | null {
	const saved = index.savedFor(key)?.entry ?? index.savedOfRow(row);
	return saved?.lastCount ?? null;
}

function savedEntry({ row, key }: LineFacts, index: LicenceIndex): SavedLicence | null {
	return index.savedFor(key)?.entry ?? (row === null ? null : index.savedOfRow(row));
}

function requestIdsOf(
	{ key, row, uses, typed }: LineFacts,
	{ readBy }: ReconcileInput,
): ReconciledLine['readBy'] {
	const [use] = uses;
	const invoice = use?.place.invoice ?? typed[0]?.place.invoice;
	return {
		stellr: readBy?.stellr(key) ?? null,
		licence: row === null ? null : (readBy?.licence(row.id) ?? null),
		invoice: invoice === undefined ? null : (readBy?.invoice(invoice.id) ?? null),
	};
}
