import type { IDataObject } from 'n8n-workflow';

import { aLine } from '../core/sync/records';

/** A customer as Stellr Subscriptions puts it out: Acorn, linked to client 12. */
export function customerItem(subscriptions = [aLine()], fields: object = {}): IDataObject {
	return {
		account: 'us',
		customerNo: '100482',
		name: 'Acorn Construction',
		haloClientId: 12,
		haloClientName: 'Acorn Construction',
		match: { client: { inactive: false, stellrKeys: ['us/100482'] } },
		subscriptions,
		complete: true,
		subscriptionsReadAt: '2026-11-23T04:07:00.000Z',
		...fields,
	} as unknown as IDataObject;
}
