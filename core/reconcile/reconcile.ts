import type { HaloLicence } from '../halo/schemas';
import type { StellrSubscription } from '../stellr/schemas';
import type { CustomerLines } from '../sync/licences/customerLines';
import { foldKey } from '../sync/stellrKeys';
import { lineText } from '../words/reconcileLine';
import { ageOf, changedByOf, sinceOf } from './age';
import { byHandOf } from './byHand';
import { numbersOf } from './driftRows';
import { gatherFacts, type GatheredFacts } from './gather';
import type { ReconcileInput } from './input';
import { invoicedLines } from './invoicedLines';
import { judged } from './judge';
import { expectedAt, haloCount, invoicedQuantity, type LineFacts } from './lineFacts';
import { moneyOf } from './money';
import type { ReconciledLine, ReconcileResult } from './result';
import { countsOf, totalsOf } from './totals';
import { ranked } from './verdicts';

/**
 * Puts Stellr's seats, Halo's count and the quantity on recurring invoices beside each other, line by line, and says
 * which is wrong and what it is worth a month. Pure and read only: equal snapshots give an equal result, in the order of
 * customers and subscription ids. Amounts are whole minor units and are never converted.
 */
export function reconcileLicences(input: ReconcileInput): ReconcileResult {
	const gathered = gatherFacts(input);
	const remembered = memoryIn(input);
	const lines = gathered.facts.map((facts) => reconciled(facts, gathered, remembered, input));
	return {
		lines,
		counts: countsOf(lines),
		leftOut: gathered.leftOut,
		customersNotRead: [...(input.customersNotRead ?? [])],
		attention: gathered.attention,
		licencesNotJudged: gathered.licencesNotJudged,
		shownQuantityDiffers: gathered.shownQuantityDiffers,
		totals: totalsOf(lines),
		uncosted: lines.filter(({ money }) => money.uncosted.length > 0).length,
		invoicesRead: input.invoices !== null,
	};
}

interface Remembered {
	named: (customer: CustomerLines) => ReconciledLine['customer'];
	seen: ReadonlyMap<string, NonNullable<ReconcileInput['seen']>[number]>;
	held: ReadonlyMap<string, NonNullable<ReconcileInput['pending']>[number]>;
}

function memoryIn({ seen = [], pending = [] }: ReconcileInput): Remembered {
	// Of several rows of a key the oldest comes last, and holds.
	const newestFirst = [...pending].sort((a, b) => b.heldSince.localeCompare(a.heldSince));
	return {
		named: nameKeeper(),
		seen: new Map(seen.map((row) => [row.key, row])),
		held: new Map(newestFirst.map((row) => [foldKey(row.key), row])),
	};
}

function reconciled(
	facts: LineFacts,
	{ licencesById }: GatheredFacts,
	{ named, seen, held }: Remembered,
	{ policy, readBy }: ReconcileInput,
): ReconciledLine {
	const { customer, subscription, row, key } = facts;
	const invoiceLines = invoicedLines(facts, licencesById);
	const money = moneyOf(facts, invoiceLines);
	const { verdict, findings } = ranked(judged(facts, money));
	const quantities = {
		stellr: subscription === null ? null : facts.seats,
		halo: haloCount(facts),
		invoiced: facts.invoicesRead ? invoicedQuantity(facts) : null,
	};
	const memory = {
		seen: seen.get(key),
		held: held.size === 0 ? undefined : held.get(facts.folded),
	};
	const since = sinceOf(verdict, facts, numbersOf({ quantities }), memory);
	const line: ReconciledLine = {
		key,
		customer: named(customer),
		haloClientId: customer.haloClientId,
		haloClientName: customer.haloClientName,
		subscription,
		product: productOf(subscription, row, key),
		licence:
			row === null
				? null
				: { id: row.id, name: row.name, count: row.count, active: row.active, by: facts.by },
		otherLicences: facts.others.map(({ id, name, count }) => ({ id, name, count })),
		invoiceLines,
		quantities,
		expected: expectedAt(facts, facts.seats),
		lastCount: facts.lastCount,
		verdict,
		findings,
		since,
		age: ageOf(verdict, since, policy),
		changedBy: changedByOf(verdict),
		money,
		byHand: byHandOf(facts, policy),
		readBy: requestIdsOf(facts, readBy),
		text: '',
	};
	line.text = lineText(line);
	return line;
}

const NOT_NOTED: ReconciledLine['readBy'] = { stellr: null, licence: null, invoice: null };

function requestIdsOf(
	{ key, row, uses, typed }: LineFacts,
	readBy: ReconcileInput['readBy'],
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

/** One record for all lines of a customer. */
function nameKeeper(): (customer: CustomerLines) => ReconciledLine['customer'] {
	const known = new WeakMap<CustomerLines, ReconciledLine['customer']>();
	return (customer) => {
		const before = known.get(customer);
		if (before !== undefined) return before;
		const { account, customerNo, name } = customer;
		const record = { account, customerNo, name };
		known.set(customer, record);
		return record;
	};
}

function productOf(
	subscription: StellrSubscription | null,
	row: HaloLicence | null,
	key: string,
): string {
	return subscription?.productName ?? (row?.name || key);
}
