import type { HaloLicence } from '../halo/schemas';
import { isTyped } from './invoiceIndex';
import { activeUses, expectedAt, haloCount, invoicedQuantity, type LineFacts } from './lineFacts';
import type { LineMoney } from './result';
import type { Verdict } from './verdicts';

/** Everything that applies to a line, in no order; nothing for a line that is in sync. */
export function judged(facts: LineFacts, money: LineMoney): Verdict[] {
	const found: Verdict[] = [];
	const charged = facts.seats > 0;
	const { customer, row } = facts;
	const invoiced = invoicedQuantity(facts);
	if (facts.others.length > 0 && !facts.unclear) found.push('duplicateKey');
	if (facts.atAnotherClient) found.push('atAnotherClient');
	if (charged && customer.haloClientId !== null && customer.haloClientInactive) {
		found.push('clientInactive');
	}
	if (facts.over && isBilled(facts)) found.push('cancelledButInvoiced');
	if (facts.subscription === null) found.push('licenceWithoutSubscription');
	else if (charged && customer.haloClientId === null) found.push('customerWithoutClient');
	else if (charged && row === null) {
		found.push(facts.unclear ? 'licenceUnclear' : 'subscriptionWithoutLicence');
	} else if (row !== null) {
		const difference = countsDiffer(facts);
		if (difference !== null) found.push(difference);
	}
	if (row !== null && facts.invoicesRead) judgeByInvoices(facts, row, invoiced, money, found);
	if (found.length === 0 && charged && money.uncosted.length > 0) found.push('cannotBeCosted');
	return found;
}

/** A running line is about it, and bills something. */
function isBilled(facts: LineFacts): boolean {
	if (activeUses(facts).length === 0 && facts.typedLine === null) return false;
	return invoicedQuantity(facts) !== 0;
}

/**
 * Who moved, as far as the count last written tells. Halo's change history alone does not: a change from Stellr's count
 * may be our own write, after which Stellr moved back.
 */
function countsDiffer(facts: LineFacts): Verdict | null {
	const { row, seats, lastCount } = facts;
	const halo = haloCount(facts);
	if (row === null || halo === seats) return null;
	if (lastCount !== null) return halo === lastCount ? 'haloBehind' : 'editedByHand';
	return 'differsOriginUnknown';
}

function judgeByInvoices(
	facts: LineFacts,
	row: HaloLicence,
	invoiced: number | null,
	{ cost, revenue, uncosted }: LineMoney,
	found: Verdict[],
): void {
	const { seats, uses, typed, typedLine, subscription } = facts;
	const active = activeUses(facts);
	const isOver = seats === 0 && (facts.over || subscription === null);
	if (active.length > 1 || (active.length > 0 && typedLine !== null)) found.push('invoicedTwice');
	if (active.length === 0 && typed.length === 0 && seats > 0) {
		if (uses.length > 0) found.push('lineInactive');
		else if (subscription?.suggestedPrice !== 0) found.push('neverInvoiced');
	}
	if (isOver) return;
	const expected = expectedAt(facts, row.count);
	const kept = active[0]?.quantity ?? invoiced;
	if (expected !== null && kept !== null && kept !== expected) found.push('invoiceBehind');
	const keptIsTyped = active.length > 0 ? isTyped(active[0].place.line) : typed.length > 0;
	if (keptIsTyped && seats > 0) found.push('typedQuantity');
	if (cost !== null && revenue !== null && cost.currency !== revenue.currency && seats > 0) {
		found.push('currencyMismatch');
	}
	if (seats > 0 && uncosted.length > 0 && (active.length > 0 || typedLine !== null)) {
		found.push('cannotBeCosted');
	}
}
