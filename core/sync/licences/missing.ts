import { licenceReasons as why } from '../../words/planReasons';
import type { CustomerLines } from './customerLines';
import type { LicenceIndex } from './rowIndex';
import type { LicencePlanEntry } from './plan';
import { planItem } from '../planItem';
import { customerKey, foldKey, subscriptionKey } from '../stellrKeys';

/**
 * Rows of ours whose subscription Stellr no longer names. Only where the complete lists of all customers of the account
 * that share the client came: absent is not empty. They are reported and left alone.
 */
export function missingLines(customers: CustomerLines[], index: LicenceIndex): LicencePlanEntry[] {
	const byClient = new Map<number, CustomerLines[]>();
	for (const customer of customers) {
		if (customer.haloClientId === null) continue;
		byClient.set(customer.haloClientId, [...(byClient.get(customer.haloClientId) ?? []), customer]);
	}
	return [...byClient].flatMap(([clientId, sharing]) => missingAt(clientId, sharing, index));
}

function missingAt(
	clientId: number,
	sharing: CustomerLines[],
	index: LicenceIndex,
): LicencePlanEntry[] {
	const entries: LicencePlanEntry[] = [];
	const listed = new Set(
		sharing.flatMap((customer) =>
			customer.subscriptions.map((line) => foldKey(subscriptionKey(line))),
		),
	);
	for (const account of new Set(sharing.map((customer) => foldKey(customer.account)))) {
		const own = sharing.filter((customer) => foldKey(customer.account) === account);
		if (!allKnown(account, own)) continue;
		const unreadable = new Set(
			own.flatMap((customer) => customer.unreadable.map((id) => foldKey(`${account}/${id}`))),
		);
		for (const row of index.rowsOf(clientId)) {
			const key = index.keyTextOf(row)?.key ?? null;
			if (key === null || !key.startsWith(`${account}/`) || !row.active || row.deleted) continue;
			if (listed.has(key) || unreadable.has(key)) continue;
			const plan = planItem({
				action: 'held',
				target: 'licence',
				key,
				haloId: row.id,
				before: { is_active: true, count: row.count },
				after: null,
				reasons: [why.missingAtStellr()],
			});
			entries.push({ customer: own[0], subscription: null, plan });
		}
	}
	return entries;
}

/** Every customer of the account that the client is known to hold came, with its complete list. */
function allKnown(account: string, own: CustomerLines[]): boolean {
	if (own.some((customer) => !customer.complete)) return false;
	const here = new Set(own.map((customer) => foldKey(customerKey(customer))));
	return own
		.flatMap((customer) => customer.clientKeys)
		.map(foldKey)
		.filter((key) => key.startsWith(`${account}/`))
		.every((key) => here.has(key));
}
