import {
	aHaloClient,
	aLicenceRow,
	aStellrState,
	aHaloState,
	aStellrCustomer,
	aSubscription,
} from '../../../simulators/world/builders';
import type { StageOptions } from './stage';

/**
 * Four customers: Acorn and its branch are one Halo client, where a seat was added and a line is new; at Brook's a jump in
 * seats is held; Cedar has no client.
 */
export function sharedClientWorld(): Pick<StageOptions, 'stellr' | 'halo' | 'haloSwitches'> {
	const line = (subscriptionId: string, customerNo: number, quantity: number, sku: number) =>
		aSubscription({
			subscriptionId,
			customerNo,
			quantity,
			skuNo: sku,
			mfgPartNo: `PART-${sku}`,
			productId: sku,
		});
	return {
		stellr: aStellrState({
			customers: [
				aStellrCustomer({ customerNo: 100482, name: 'Acorn Construction' }),
				aStellrCustomer({ customerNo: 100483, name: 'Acorn Construction East' }),
				aStellrCustomer({ customerNo: 100484, name: 'Brook Holdings' }),
				aStellrCustomer({ customerNo: 100485, name: 'Cedar Freight' }),
			],
			subscriptions: [
				line('411833_1', 100482, 43, 7001),
				line('411840_1', 100483, 5, 7002),
				line('411850_1', 100484, 90, 7003),
			],
		}),
		halo: aHaloState({
			clients: [
				aHaloClient({ id: 12, name: 'Acorn Construction', stellrKey: 'us/100482;us/100483' }),
				aHaloClient({ id: 13, name: 'Brook Holdings', stellrKey: 'us/100484' }),
			],
			licences: [
				aLicenceRow({ id: 501, client_id: 12, snowid: 'us/411833_1', count: 42 }),
				aLicenceRow({ id: 502, client_id: 13, snowid: 'us/411850_1', count: 10 }),
			],
		}),
		haloSwitches: { rateLimit: 0 },
	};
}
