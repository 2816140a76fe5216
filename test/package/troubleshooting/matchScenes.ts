import type { IDataObject } from 'n8n-workflow';

import { matchCustomers } from '../../../core/matching';
import { client, customer } from '../../core/matching/records';
import { acme, asked, native, row, stamped } from './matchStage';
import { bareScene, type Scene } from './scene';

/** Customers that are left to a person for a list in part, for what is saved, and for keys that contradict. */

export const listScenes: Scene[] = [
	asked('no list of clients', ['noList', 'nothingByNames'], { clientItems: null }),
	asked('items without the mark of a list', ['noMark'], {
		clientItems: [client(7, 'Acme') as unknown as IDataObject],
	}),
	asked('a list of which only some came in', ['someOfList'], {
		clientItems: stamped('h', [client(7, 'Acme')], { total: 717 }),
	}),
	asked('a list that was not read to its end', ['listNotWhole'], {
		clientItems: stamped('h', [client(7, 'Acme')], { complete: false }),
	}),
	asked('a client that cannot be read', ['oneNoClient', 'unreadClient'], {
		clientItems: [...stamped('h', [client(7, 'Acme')]), { id: 'x' }],
	}),
	asked('two clients that cannot be read', ['noClients'], {
		clientItems: [...stamped('h', [client(7, 'Acme')]), { id: 'x' }, { id: 'y' }],
	}),
	asked('a customer that cannot be read', ['oneNoCustomer'], {
		customerItems: [...stamped('s', [acme]), { name: 'x' }],
	}),
	asked(
		'two customers that cannot be read, and much else that is missing',
		['noCustomers', 'moreReasons'],
		{
			customerItems: [...stamped('s', [acme], { total: 9 }), { name: 'x' }, { name: 'y' }],
			clientItems: stamped('h', [client(7, 'Acme')], { total: 717 }),
			saved: [{ decision: 'manual' }],
		},
	),
	asked('an empty item', ['emptyItem', 'needAttention'], {
		clientItems: [...stamped('h', [client(7, 'Acme')]), {}],
	}),
	asked('two items that need attention', ['needAttention-2'], {
		clientItems: [...stamped('h', [client(7, 'Acme')]), {}, { id: 'x' }],
	}),
];

export const savedScenes: Scene[] = [
	asked('a row that cannot be read', ['savedRow', 'rowUnreadable'], {
		saved: [{ ...row('1', 'manual', 7), decision: 'perhaps' }],
	}),
	asked('a row that does not say whom it is about', ['rowOfNobody'], {
		saved: [{ decision: 'manual' }],
	}),
	asked('a row without an account', ['cell-account'], {
		saved: [{ ...row('1', 'manual', 7), account: '' }],
	}),
	asked('a row without a customer number', ['cell-customerNo'], {
		saved: [{ ...row('1', 'manual', 7), customerNo: '' }],
	}),
	asked('a client ID that is no number', ['cell-clientNumber'], {
		saved: [{ ...row('1', 'manual', 7), haloClientId: 'seven' }],
	}),
	asked('a mapped row without a client', ['cell-clientMissing'], {
		saved: [row('1', 'manual', null)],
	}),
	asked('a new client without a name', ['cell-nameMissing'], { saved: [row('1', 'create', null)] }),
	asked('a day that is none', ['cell-day'], {
		saved: [row('1', 'rejected', 7, { until: 'soon' })],
	}),
	asked('rows that do not agree', ['rowsDisagree'], {
		clients: [client(7, 'Acme')],
		saved: [row('1', 'manual', 7), row('1', 'manual', 8)],
	}),
	asked('a client that is mapped and rejected', ['mappedAndRejected'], {
		clients: [client(7, 'Acme')],
		saved: [row('1', 'manual', 7), row('1', 'rejected', 7)],
	}),
	asked('a saved client that is not in Halo any more', ['clientGone'], {
		saved: [row('1', 'manual', 7, { haloClientName: 'Old' })],
	}),
	asked('a saved client, and a list in part', ['clientNotInList'], {
		clientItems: stamped('h', [client(8, 'Other')], { total: 9 }),
		saved: [row('1', 'manual', 7)],
	}),
	asked('a wish for a new client, and a client found since', ['wantedOtherwise'], {
		clients: [client(7, 'Acme')],
		saved: [row('1', 'create', null, { haloClientName: 'Acme New' })],
	}),
	asked('a customer to be asked about later', ['askedLater', 'needReview'], {
		saved: [row('1', 'later', null, { until: '2026-12-01' })],
	}),
	asked('two customers that need review', ['needReview-2'], {
		customers: [acme, customer('2', 'Bolt')],
		saved: [
			row('1', 'later', null, { until: '2026-12-01' }),
			row('2', 'later', null, { until: '2026-12-01' }),
		],
	}),
];

const READER =
	'Mapping Match refuses such a row before it is weighed; other callers of the matcher do not.';

export const bareMatchScenes: Scene[] = [
	bareScene(
		'a new client without a name, given to the matcher',
		READER,
		['match-createNoName'],
		() => matchCustomers({ customers: [acme], clients: [], saved: [row('1', 'create', null)] }),
	),
	bareScene(
		'a mapped row without a client, given to the matcher',
		READER,
		['match-mappedNoClient'],
		() => matchCustomers({ customers: [acme], clients: [], saved: [row('1', 'manual', null)] }),
	),
];

export const keyScenes: Scene[] = [
	asked('a key on two clients', ['keyTwice'], {
		clients: [client(7, 'A', { stellrKeys: ['us/1'] }), client(8, 'B', { stellrKeys: ['us/1'] })],
	}),
	asked('a key on a client that a person rejected', ['keyRejected'], {
		clients: [client(7, 'A', { stellrKeys: ['us/1'] })],
		saved: [row('1', 'rejected', 7)],
	}),
	asked('a number that the native module maps to two clients', ['nativeSeveral'], {
		clients: [
			client(7, 'A', { nativeMappings: native() } as never),
			client(8, 'B', { nativeMappings: native() } as never),
		],
	}),
	asked('an inactive client that the native module maps to', ['nativeInactive'], {
		clients: [client(7, 'A', { inactive: true, nativeMappings: native() } as never)],
	}),
	asked('a native mapping under another name', ['nativeOtherName'], {
		clients: [client(7, 'A', { nativeMappings: native({ customerName: 'Zulu' }) } as never)],
	}),
	asked('a native mapping without a name', ['nativeNoName'], {
		clients: [client(7, 'A', { nativeMappings: native({ customerName: null }) } as never)],
	}),
];
