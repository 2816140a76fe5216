import type { HaloLicence } from '../halo/schemas';
import { evidenceByLine } from '../sync/licences/evidenceByLine';
import { overridesOn, placed } from '../sync/licences/overrides';
import { indexLicences, type LicenceIndex } from '../sync/licences/rowIndex';
import { gatherCustomers, listedKeys } from '../sync/licences/sameCustomer';
import type { SavedLicence } from '../sync/licences/savedState';
import { foldKey, subscriptionKey } from '../sync/stellrKeys';
import type { ReconcileInput } from './input';
import { indexInvoices, type InvoiceIndex, type LicenceUse } from './invoiceIndex';
import type { LineFacts } from './lineFacts';
import { orphanRows, type OrphanRows } from './orphans';
import type { Pairing } from './pairing';
import { keyOfText, Sorting, type PairedLine } from './sorting';
import type { ReconciledLine, ReconcileResult } from './result';
import { nameReader, typedFindings } from './typedLines';

/** Every line with its rows and invoice lines, and what was left out on the way. */
export interface GatheredFacts {
	facts: LineFacts[];
	leftOut: ReconcileResult['leftOut'];
	attention: ReconcileResult['attention'];
	licencesNotJudged: number;
	shownQuantityDiffers: number;
	licencesById: ReadonlyMap<number, HaloLicence>;
	requestIds: (facts: LineFacts) => ReconciledLine['readBy'];
}

const NO_INVOICES: InvoiceIndex = {
	usesOf: () => [],
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
		invoicedRowIds: invoicedRows(input, invoices),
	});
	const several = listedKeys(gathered).several;
	const unreadable = new Set((input.unreadableTexts ?? []).map(keyOfText));
	const sorted = new Sorting(policy, index, several, unreadable);
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
	const orphans = orphanRows(gathered, index);
	const invoicesRead = input.invoices !== null;
	const facts = [
		...sorted.pairs.map((pair) => factsOf(pair, index, invoices, invoicesRead)),
		...orphans.rows.map((orphan) => orphanFacts(orphan, index, invoices, invoicesRead)),
	];
	findTypedLines(facts, invoices);
	return {
		facts: facts.filter((line) => !isPast(line)),
		leftOut: sorted.leftOut,
		attention: sorted.attention,
		licencesNotJudged: orphans.notJudged,
		shownQuantityDiffers: invoices.shownQuantityDiffers,
		licencesById,
		requestIds: (line) => requestIdsOf(line, input),
	};
}

function invoicedRows(input: ReconcileInput, invoices: InvoiceIndex): ReadonlySet<number> {
	const ids = input.licences.filter(({ id }) =>
		invoices.usesOf(id).some(({ place }) => place.active),
	);
	return new Set(ids.map(({ id }) => id));
}

function factsOf(
	{ key, folded, customer, subscription, seats, over, pairing }: PairedLine,
	index: LicenceIndex,
	invoices: InvoiceIndex,
	invoicesRead: boolean,
): LineFacts {
	const { row, by, others, unclear, atOtherClient } = pairing;
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
		atOtherClient,
		uses: usesOf(pairing, invoices),
		typed: NO_TYPED,
		typedLine: null,
		invoicesRead,
		saved,
		lastCount: row === null ? null : (saved?.lastCount ?? null),
	};
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

/** Typed lines are looked for only where no running line links the row. */
function findTypedLines(facts: readonly LineFacts[], invoices: InvoiceIndex): void {
	const byClient = new Map<number, LineFacts[]>();
	for (const line of facts) {
		const clientId = line.customer.haloClientId;
		if (clientId === null || line.unclear || invoices.typedAt(clientId).length === 0) continue;
		if (line.uses.some(({ place }) => place.active)) continue;
		const known = byClient.get(clientId);
		if (known === undefined) byClient.set(clientId, [line]);
		else known.push(line);
	}
	const nameOf = nameReader();
	for (const [clientId, here] of byClient) {
		const sought = (of: readonly LineFacts[]) =>
			of.map(({ key, subscription, row }) => ({
				key,
				subscription,
				licenceName: row?.name ?? null,
			}));
		const charged = sought(here.filter(({ seats }) => seats > 0));
		const others = sought(here.filter(({ seats }) => seats === 0));
		const found = typedFindings(clientId, charged, others, invoices, nameOf);
		for (const line of here) {
			const finding = found.get(line.key);
			if (finding === undefined) continue;
			line.typed = finding.all;
			line.typedLine = finding.only;
		}
	}
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
		atOtherClient: false,
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

const NOT_NOTED: ReconciledLine['readBy'] = { stellr: null, licence: null, invoice: null };

function requestIdsOf(
	{ key, row, uses, typed }: LineFacts,
	{ readBy }: ReconcileInput,
): ReconciledLine['readBy'] {
	if (readBy === undefined) return NOT_NOTED;
	const [use] = uses;
	const invoice = use?.place.invoice ?? typed[0]?.place.invoice;
	return {
		stellr: readBy.stellr(key),
		licence: row === null ? null : readBy.licence(row.id),
		invoice: invoice === undefined ? null : readBy.invoice(invoice.id),
	};
}
