import type { HaloLicence } from '../halo/schemas';
import { evidenceByLine } from '../sync/licences/evidenceByLine';
import { overridesOn, placed } from '../sync/licences/overrides';
import { indexLicences, type LicenceIndex } from '../sync/licences/rowIndex';
import { gatherCustomers, listedKeys } from '../sync/licences/sameCustomer';
import type { SavedLicence } from '../sync/licences/savedState';
import { foldKey, keyInText, subscriptionKey } from '../sync/stellrKeys';
import type { ReconcileInput } from './input';
import { indexInvoices, type InvoiceIndex, type LicenceUse } from './invoiceIndex';
import type { LineFacts } from './lineFacts';
import { orphanRows, type OrphanRows } from './orphans';
import type { Pairing } from './pairing';
import { Sorting, type PairedLine } from './sorting';
import type { ReconcileResult } from './result';
import { findTypedLines } from './findTypedLines';
import { withSuccessors } from './successors';

/** Every line with its rows and invoice lines, and what was left out on the way. */
export interface GatheredFacts {
	facts: LineFacts[];
	leftOut: ReconcileResult['leftOut'];
	attention: ReconcileResult['attention'];
	licencesNotJudged: number;
	shownQuantityDiffers: number;
	licencesById: ReadonlyMap<number, HaloLicence>;
}

const NO_INVOICES: InvoiceIndex = {
	usesOf: () => [],
	bills: () => false,
	typedAt: () => [],
	shownQuantityDiffers: 0,
};

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
		invoicedRowIds: new Set([...licencesById.keys()].filter(invoices.bills)),
	});
	const unreadable = new Set((input.unreadableTexts ?? []).map(keyInText));
	const invoicesRead = input.invoices !== null;
	const compared: LineFacts[] = [];
	const sorted = new Sorting(policy, index, listedKeys(gathered), unreadable, (pair) =>
		compared.push(factsOf(pair, index, invoices, invoicesRead)),
	);
	for (const customer of customers) {
		for (const subscription of customer.subscriptions) {
			const folded = foldKey(subscriptionKey(subscription));
			if (overrides.size > 0 && overrides.get(folded)?.ignore === true) {
				sorted.leftOut.ignored += 1;
			} else if (customer.haloClientId === null && customer.inReview === true) {
				sorted.leftOut.inReview += 1;
			} else sorted.take(customer, subscription, folded, evidence.get(subscription));
		}
	}
	const orphans = orphanRows(gathered, index, invoices, unreadAccounts(input));
	for (const orphan of orphans.rows)
		compared.push(orphanFacts(orphan, index, invoices, invoicesRead));
	const facts = withSuccessors(compared, policy.today);
	findTypedLines(facts, sorted.uncompared, invoices);
	return {
		facts: facts.filter((line) => !isPast(line)),
		leftOut: sorted.leftOut,
		attention: sorted.attention,
		licencesNotJudged: orphans.notJudged,
		shownQuantityDiffers: invoices.shownQuantityDiffers,
		licencesById,
	};
}

/** Accounts of which some customers were not read: what their lists do not name may stand in one of those. */
function unreadAccounts({ customersNotRead = [] }: ReconcileInput): ReadonlySet<string> {
	return new Set(customersNotRead.map(({ account }) => foldKey(account)));
}

function factsOf(
	{ key, folded, customer, subscription, seats, over, pairing }: PairedLine,
	index: LicenceIndex,
	invoices: InvoiceIndex,
	invoicesRead: boolean,
): LineFacts {
	const { row, by, unclear, atAnotherClient } = pairing;
	const others = withBilledRows(pairing, folded, index, invoices);
	const saved = savedEntry(folded, row, index);
	return {
		key,
		folded,
		customer,
		subscription,
		seats,
		over,
		row,
		by,
		others,
		unclear,
		atAnotherClient,
		uses: usesOf({ ...pairing, others }, invoices),
		typed: NO_TYPED,
		typedLine: null,
		invoicesRead,
		saved,
		lastCount: row === null ? null : (saved?.lastCount ?? null),
	};
}

/** A row that was set aside but that an invoice bills is a rival all the same: Halo bills inactive rows by their count. */
function withBilledRows(
	{ row, others, unclear }: Pairing,
	folded: string,
	index: LicenceIndex,
	invoices: InvoiceIndex,
): HaloLicence[] {
	const rows = index.rowsByKey(folded);
	if (row === null || unclear || rows.length < 2) return others;
	const billed = rows.filter(
		(other) =>
			other !== row && !other.deleted && !others.includes(other) && invoices.bills(other.id),
	);
	return billed.length === 0 ? others : [...others, ...billed];
}

const NO_TYPED: LineFacts['typed'] = [];

/** A line that is over, with an inactive row that nothing bills, has nothing to say. */
function isPast(facts: LineFacts): boolean {
	const { over, row, uses, typedLine } = facts;
	const billed = typedLine !== null || uses.some(({ place }) => place.active);
	return over && row?.active !== true && !billed;
}

function usesOf({ row, others, unclear }: Pairing, invoices: InvoiceIndex): readonly LicenceUse[] {
	if (row !== null && others.length === 0) return invoices.usesOf(row.id);
	const rows = row === null ? [] : unclear ? [row] : [row, ...others];
	const uses = rows.flatMap(({ id }) => invoices.usesOf(id));
	return rows.length > 1 ? uses.sort((a, b) => a.place.line.id - b.place.line.id) : uses;
}

function orphanFacts(
	{ customer, row, key, by }: OrphanRows['rows'][number],
	index: LicenceIndex,
	invoices: InvoiceIndex,
	invoicesRead: boolean,
): LineFacts {
	const saved = savedEntry(key, row, index);
	return {
		key,
		folded: key,
		customer,
		subscription: null,
		seats: 0,
		over: false,
		row,
		by,
		others: [],
		unclear: false,
		atAnotherClient: false,
		uses: invoices.usesOf(row.id),
		typed: NO_TYPED,
		typedLine: null,
		invoicesRead,
		saved,
		lastCount: saved?.lastCount ?? null,
	};
}

function savedEntry(
	folded: string,
	row: HaloLicence | null,
	index: LicenceIndex,
): SavedLicence | null {
	if (!index.hasSavedState) return null;
	return index.savedFor(folded)?.entry ?? (row === null ? null : index.savedOfRow(row));
}
