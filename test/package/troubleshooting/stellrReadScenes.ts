import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';

import { resellerListNotUsed } from '../../../core/words/resellerList';
import { StellrCustomers } from '../../../nodes/StellrCustomers/StellrCustomers.node';
import { StellrSubscriptions } from '../../../nodes/StellrSubscriptions/StellrSubscriptions.node';
import { startStellrSimulator, type StellrSimulator } from '../../../simulators/stellr/server';
import type { StellrSwitches } from '../../../simulators/stellr/switches';
import { aStellrAccount, aStellrCustomer, aSubscription } from '../../../simulators/world/builders';
import { runNode } from '../../nodes/harness';
import { stellrFields } from '../../nodes/simulatedCredentials';
import { bareScene, scene, type Scene } from './scene';

/** What is said where StreamOne Stellr does not answer, refuses, or does not show everything. */

const RESELLER = '/api/v1/subscriptions';
const numbers = Array.from({ length: 12 }, (_, at) => 100001 + at);
const customers = numbers.map((customerNo) =>
	aStellrCustomer({ customerNo, name: `Customer ${customerNo}` }),
);
const subscriptions = numbers.map((customerNo, at) =>
	aSubscription({ customerNo, subscriptionId: `${411000 + at}_1` }),
);

interface Broken {
	switches?: Partial<StellrSwitches>;
	credential?: ICredentialDataDecryptedObject;
	parameters?: INodeParameters;
	items?: IDataObject[];
	nodeType?: new () => INodeType;
	act?: (stellr: StellrSimulator) => void;
}

async function read({ switches, credential = {}, parameters = {}, items, act, ...broken }: Broken) {
	const account = structuredClone(aStellrAccount({ customers, subscriptions }));
	const stellr = await startStellrSimulator({ accounts: [account] }, switches);
	act?.(stellr);
	try {
		return await runNode({
			nodeType: broken.nodeType ?? StellrCustomers,
			parameters,
			credentials: {
				stellrOAuth2Api: stellrFields(stellr, { changeApiDetails: true, ...credential }),
			},
			inputs: [items ?? [{}]],
			// So that the sentence comes out with its code; where the node stops, it is the same sentence.
			onError: 'continueRegularOutput',
		});
	} finally {
		await stellr.stop();
	}
}

const stellr = (broken: string, proves: string[], what: Broken): Scene =>
	scene(broken, proves, async () => await read(what));

const LIST = { path: '/api/v1/cloud/customers' };
type Fault = Parameters<StellrSimulator['faults']['replace']>[0][number];
const fault = (what: Fault['do'], more: Partial<Fault> = {}) => ({
	act: ({ faults }: StellrSimulator) =>
		faults.replace([{ match: LIST, skip: 0, times: 99, do: what, ...more }]),
});
const SOON = { retryAfter: 0.001 };
const asked = numbers.map((customerNo) => ({
	account: 'us',
	customerNo: String(customerNo),
	name: `Customer ${customerNo}`,
}));
const ofSubscriptions = { nodeType: StellrSubscriptions, items: asked };

export const stellrFailureScenes: Scene[] = [
	stellr('a wrong secret', ['stellr-signInRefused'], { credential: { clientSecret: 'wrong' } }),
	stellr('a token service that is none', ['stellr-signInUnavailable'], {
		credential: { tokenUrl: 'http://127.0.0.1:9/token' },
	}),
	stellr('a missing permission', ['stellr-notAllowed'], {
		switches: { missingPermissions: ['End Customers - List Customers'] },
	}),
	stellr('an address with nothing there', ['stellr-notFound'], fault('404')),
	stellr('too many requests', ['stellr-rateLimited'], fault('429', { retryAfter: 100_000 })),
	stellr('a server in trouble', ['stellr-serverTrouble'], fault('503', SOON)),
	stellr('a request that Stellr does not take', ['stellr-refused'], fault('400')),
	stellr('a no in an answer that says yes', ['stellr-businessRefusal'], {
		switches: { businessError: 'top' },
	}),
	stellr('a web page', ['stellr-notJson'], fault('html')),
	stellr('a list in another place', ['stellr-unexpectedShape'], {
		credential: { recordsPath: 'somewhere.else' },
	}),
	stellr('no answer', ['stellr-noAnswer'], fault('reset-before')),
	stellr('a host that refuses the connection', ['stellr-unreachable'], {
		credential: { baseUrl: 'http://127.0.0.1:9' },
	}),
	stellr('a list that does not add up', ['stellr-listIncomplete'], fault('wrong-total')),
	stellr('an account label that is empty', ['credential-noLabel'], {
		credential: { accountLabel: '' },
	}),
	stellr('an account label that no key can hold', ['credential-label'], {
		credential: { accountLabel: 'US East' },
	}),
	stellr('a customer without a number', ['stellr-recordWithoutId'], {
		act: ({ state }) => void (state.accounts[0].customers[0].customerNo = null as never),
	}),
	stellr('a subscription without a readable number of seats', ['stellr-recordNotUnderstood'], {
		...ofSubscriptions,
		act: ({ state }) =>
			void (state.accounts[0].subscriptions[0].quantity = { seats: 'many' } as never),
	}),
	stellr('no customers', ['stellr-noCustomersVisible'], {
		act: ({ state }) => void state.accounts[0].customers.splice(0),
	}),
	stellr('no customers, with all their subscriptions asked for', ['stellr-noCustomersVisible-2'], {
		nodeType: StellrSubscriptions,
		parameters: { source: 'wholeReseller' },
		act: ({ state }) => void state.accounts[0].customers.splice(0),
	}),
	stellr('no subscriptions', ['hint-noSubscriptions'], {
		...ofSubscriptions,
		act: ({ state }) => void state.accounts[0].subscriptions.splice(0),
	}),
	stellr('no customer picked', ['input-customerNotGiven'], {
		parameters: { operation: 'get', customer: { __rl: true, mode: 'id', value: '={{ "" }}' } },
	}),
	stellr('no subscription given', ['input-subscriptionNotGiven'], {
		nodeType: StellrSubscriptions,
		parameters: {
			operation: 'get',
			customer: { __rl: true, mode: 'id', value: '100001' },
			subscriptionId: '={{ "" }}',
		},
	}),
	stellr('an item that is no customer', ['input-noStellrCustomer'], {
		nodeType: StellrSubscriptions,
		items: [{ name: 'x' }],
	}),
];

/** Every customer asked for, with an address for the list of all. */
const common = (broken: string, codes: string[], what: Broken): Scene =>
	stellr(
		broken,
		codes.map((code) => `reseller-${code}`),
		{
			...ofSubscriptions,
			...what,
			switches: { resellerWidePath: RESELLER, ...what.switches },
			credential: { allSubscriptionsPath: RESELLER },
		},
	);

export const resellerListScenes: Scene[] = [
	common('nothing at all', ['used'], {}),
	common('few customers', ['dearer'], { items: asked.slice(0, 3) }),
	common('a list that is refused', ['failed'], {
		act: ({ faults }) =>
			faults.replace([{ match: { path: RESELLER }, skip: 0, times: 9, do: '400' }]),
	}),
	common('a list that comes back empty', ['empty'], {
		switches: { missingPermissions: ["List Reseller's Subscriptions"], missingPermission: 'empty' },
	}),
	common('a list that does not say how long it is', ['noTotal'], {
		switches: { total: 'missing' },
	}),
	common('lines that do not say whose they are', ['nameless'], {
		switches: { resellerWideHides: 'customerNo' },
	}),
	common('a list that lacks a customer', ['differs'], {
		switches: { resellerWideHides: 'firstCustomer' },
	}),
	common('a list that names few customers', ['fewCustomers'], {
		act: ({ state }) => void state.accounts[0].subscriptions.splice(2),
	}),
	bareScene(
		'none of the customers that are to prove the list readable',
		'The simulator refuses either one customer or all, and those that are to prove it change from day to day.',
		['reseller-notChecked'],
		() => resellerListNotUsed({ kind: 'notChecked' }),
	),
];
