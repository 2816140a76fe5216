import { foldKey, subscriptionKey } from '../sync/stellrKeys';
import type { InvoiceIndex } from './invoiceIndex';
import type { LineFacts } from './lineFacts';
import type { Sorting } from './sorting';
import {
	nameReader,
	typedFindings,
	type Sought,
	type TypedClaims,
	type TypedFinding,
} from './typedLines';

/** Typed lines are looked for only where no running line links the row. */
export function findTypedLines(
	facts: readonly LineFacts[],
	uncompared: Sorting['uncompared'],
	invoices: InvoiceIndex,
): void {
	const byClient = new Map<number, ClientClaims>();
	const claimsAt = (clientId: number | null): ClientClaims | null => {
		if (clientId === null || invoices.typedAt(clientId).length === 0) return null;
		const known = byClient.get(clientId);
		if (known !== undefined) return known;
		const none = { charged: [], uncompared: [], linked: [], others: [] };
		byClient.set(clientId, none);
		return none;
	};
	for (const { customer, subscription } of uncompared) {
		const key = foldKey(subscriptionKey(subscription));
		claimsAt(customer.haloClientId)?.uncompared.push({ key, subscription, licenceName: null });
	}
	for (const line of facts)
		claimsAt(line.customer.haloClientId)?.[claimOf(line)].push(soughtOf(line));
	const nameOf = nameReader();
	const found = new Map<string, TypedFinding>();
	for (const [clientId, claims] of byClient) {
		for (const [key, finding] of typedFindings(clientId, claims, invoices, nameOf)) {
			found.set(key, finding);
		}
	}
	if (found.size === 0) return;
	for (const line of facts) {
		const finding = found.get(line.folded);
		if (finding === undefined) continue;
		line.typed = finding.all;
		line.typedLine = finding.only;
	}
}

type ClientClaims = { [Group in keyof TypedClaims]: Sought[] };

function claimOf({ seats, unclear, uses }: LineFacts): keyof TypedClaims {
	const isLinked = uses.some(({ place }) => place.active);
	// A line that is over and linked needs no typed one, but may claim it from nobody.
	if (seats === 0) return isLinked ? 'linked' : 'others';
	if (unclear) return 'uncompared';
	return isLinked ? 'linked' : 'charged';
}

function soughtOf({ folded, subscription, row }: LineFacts): Sought {
	return { key: folded, subscription, licenceName: row?.name ?? null };
}
