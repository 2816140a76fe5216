import type { StellrSubscription } from '../../stellr/schemas';
import { subscriptionKey } from '../stellrKeys';
import type { CustomerLines } from './customerLines';
import { gatherEvidence, type Evidence, type EvidenceInput } from './evidence';
import { productNameReader } from './productNames';
import type { LicenceIndex } from './rowIndex';

/** Evidence is gathered client by client, over all Stellr customers that share the client. */
export function evidenceByLine(
	customers: CustomerLines[],
	index: LicenceIndex,
	input: Pick<EvidenceInput, 'ownSuppliers' | 'invoicedRowIds'>,
): Map<StellrSubscription, Evidence> {
	const open = new Map<number, StellrSubscription[]>();
	const listed = new Map<number, CustomerLines[]>();
	for (const customer of customers) {
		if (customer.haloClientId === null) continue;
		const sharing = listed.get(customer.haloClientId);
		if (sharing === undefined) listed.set(customer.haloClientId, [customer]);
		else sharing.push(customer);
		for (const subscription of customer.subscriptions) {
			const key = subscriptionKey(subscription);
			if (index.rowsByKey(key).length > 0 || index.savedFor(key) !== null) continue;
			const list = open.get(customer.haloClientId);
			if (list === undefined) open.set(customer.haloClientId, [subscription]);
			else list.push(subscription);
		}
	}
	const all = new Map<StellrSubscription, Evidence>();
	const read = productNameReader();
	for (const [clientId, subscriptions] of open) {
		const of = {
			subscriptions,
			allSubscriptions: (listed.get(clientId) ?? []).flatMap((customer) => customer.subscriptions),
			rows: index.freeRowsOf(clientId),
			ownSuppliers: input.ownSuppliers,
			invoicedRowIds: input.invoicedRowIds,
		};
		const found = gatherEvidence(of, read);
		for (const [subscription, evidence] of found) all.set(subscription, evidence);
	}
	return all;
}
