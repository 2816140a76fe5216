import type { IDataObject } from 'n8n-workflow';

import { StellrSubscriptions } from '../../../nodes/StellrSubscriptions/StellrSubscriptions.node';
import { startStellrSimulator, type StellrSimulator } from '../../../simulators/stellr/server';
import type { StellrSwitches } from '../../../simulators/stellr/switches';
import { aStellrAccount, aStellrCustomer, aSubscription } from '../../../simulators/world/builders';
import { runNode } from '../harness';
import { stellrFields } from '../simulatedCredentials';

/** The subscriptions of many customers from Stellr's list of the whole reseller, and every way back from it. */

const PATH = '/api/v1/subscriptions';
const CUSTOMERS = 30;
const WITHOUT_LINES = 2;
const LINES = 10;

const numbers = Array.from({ length: CUSTOMERS }, (_, at) => 100001 + at);
const customers = numbers.map((customerNo) =>
	aStellrCustomer({ customerNo, name: `Customer ${customerNo}` }),
);
const lines = numbers
	.slice(0, CUSTOMERS - WITHOUT_LINES)
	.flatMap((customerNo, at) =>
		Array.from({ length: LINES }, (_, line) =>
			aSubscription({ customerNo, subscriptionId: `${411000 + at}_${line + 1}` }),
		),
	);
/** Every second customer has a line that is over. */
const ended = numbers
	.slice(0, CUSTOMERS - WITHOUT_LINES)
	.flatMap((customerNo, at) =>
		at % 2 === 1
			? [aSubscription({ customerNo, subscriptionId: `${411900 + at}_1`, status: 'Cancelled' })]
			: [],
	);

let stellr: StellrSimulator;
beforeAll(async () => {
	const account = aStellrAccount({ customers, subscriptions: [...lines, ...ended] });
	stellr = await startStellrSimulator({ accounts: [account] });
});
afterAll(async () => await stellr.stop());
beforeEach(() => {
	stellr.reset();
	stellr.switches.resellerWidePath = PATH;
});
afterEach(() => expect(stellr.requests.counts().violations).toEqual([]));

async function subscriptionsOf(
	customerNos: number[],
	more: { parameters?: IDataObject; path?: string; pageSize?: number } = {},
) {
	stellr.requests.clear();
	const items = customerNos.map((customerNo) => ({
		account: 'us',
		customerNo: String(customerNo),
		name: `Customer ${customerNo}`,
	}));
	const run = await runNode({
		nodeType: StellrSubscriptions,
		parameters: { ...more.parameters } as never,
		credentials: {
			stellrOAuth2Api: stellrFields(stellr, {
				changeApiDetails: true,
				allSubscriptionsPath: more.path ?? PATH,
			}),
		},
		inputs: [items],
	});
	const { counts } = stellr.requests.counts();
	const of = (route: RegExp) =>
		Object.entries(counts)
			.filter(([name]) => route.test(name))
			.reduce((sum, [, count]) => sum + count, 0);
	return {
		...run,
		customers: run.outputs[0],
		hint: run.hints.map(({ type, message }) => `${type}: ${message}`).join('\n'),
		common: of(/GET \/api\/v1\/subscriptions$/),
		own: of(/customers\/[^/]+\/subscriptions$/),
	};
}

/** What a run puts out, without when and by which list it was read. */
const facts = (items: IDataObject[]): IDataObject[] =>
	items.map((item) => ({
		...item,
		subscriptionsReadAt: null,
		subscriptionsRequestId: null,
		subscriptionsFrom: null,
	}));

describe('with a list of the whole reseller', () => {
	it('its pages, the customers without a line and a few to check it are all that is read', async () => {
		const run = await subscriptionsOf(numbers);
		expect(run.error).toBeUndefined();
		// 294 lines; 2 customers without any, and the root of 28 rounded up.
		expect([run.common, run.own]).toEqual([3, WITHOUT_LINES + 6]);
		expect(run.customers.map(({ customerNo }) => customerNo)).toEqual(numbers.map(String));
		expect(run.customers.every(({ complete }) => complete === true)).toBe(true);
		const from = (list: string) =>
			run.customers.filter(({ subscriptionsFrom }) => subscriptionsFrom === list).length;
		expect([from('ownList'), from('resellerList')]).toEqual([8, 22]);
		expect(run.hint).toMatch(/^info: The subscriptions of 30 customers come from/);
		expect(run.hint).toContain('11 requests instead of 30');
	});

	it('the same comes out as from the own lists', async () => {
		const together = await subscriptionsOf(numbers);
		const oneByOne = await subscriptionsOf(numbers, { parameters: { resellerList: 'never' } });
		expect([oneByOne.common, oneByOne.own]).toEqual([0, CUSTOMERS]);
		expect(oneByOne.hint).toBe('');
		const byId = (items: IDataObject[]) =>
			facts(items).map((item) => ({
				...item,
				subscriptions: [...(item.subscriptions as IDataObject[])].sort((a, b) =>
					String(a.subscriptionId) < String(b.subscriptionId) ? -1 : 1,
				),
			}));
		expect(byId(together.customers)).toEqual(byId(oneByOne.customers));
	});

	it('the whole reseller is read so too', async () => {
		const run = await subscriptionsOf(numbers.slice(0, 1), {
			parameters: { source: 'wholeReseller' },
		});
		expect(run.customers.map(({ customerNo }) => customerNo)).toEqual(numbers.map(String));
		expect([run.common, run.own]).toEqual([3, 8]);
	});

	it('customers to whom it would be dearer are read by their own lists', async () => {
		const few = await subscriptionsOf(numbers.slice(0, 3));
		expect([few.common, few.own]).toEqual([0, 3]);
		expect(few.hint).toMatch(/^info: 3 customers were read one by one/);
		// Its first page says that it has three, and with what it takes to check it that is no gain.
		const some = await subscriptionsOf(numbers.slice(0, 6));
		expect([some.common, some.own]).toEqual([1, 6]);
		expect(some.hint).toMatch(/^info: 6 customers were read one by one/);
	});

	it('other customers check it on another day', async () => {
		const checked = async (day: string) => {
			jest.useFakeTimers({
				doNotFake: ['nextTick', 'setImmediate', 'setTimeout'],
				now: new Date(day),
			});
			const { customers: items } = await subscriptionsOf(numbers);
			jest.useRealTimers();
			return items
				.filter(({ subscriptionsFrom }) => subscriptionsFrom === 'ownList')
				.map(({ customerNo }) => customerNo);
		};
		const seen = new Set<unknown>();
		for (let day = 1; day <= 6; day += 1) {
			for (const customerNo of await checked(`2026-11-0${day}T04:00:00Z`)) seen.add(customerNo);
		}
		expect(seen.size).toBe(CUSTOMERS);
	});
});

describe('the list of the whole reseller is not believed', () => {
	it('where it does not say how many lines it has', async () => {
		stellr.switches.total = 'missing';
		const run = await subscriptionsOf(numbers);
		expect(run.customers.every(({ subscriptionsFrom }) => subscriptionsFrom === 'ownList')).toBe(
			true,
		);
		expect(run.hint).toMatch(/how many lines it has/);
	});

	const fault = (what: '400' | '404' | 'wrong-total' | 'html') => (): void =>
		stellr.faults.replace([{ match: { path: PATH }, skip: 0, times: 20, do: what }]);
	const hiding = (what: StellrSwitches['resellerWideHides']) => (): void => {
		stellr.switches.resellerWideHides = what;
	};
	const denied = (how: '401' | '403' | 'empty') => (): void => {
		stellr.switches.missingPermissions = ["List Reseller's Subscriptions"];
		stellr.switches.missingPermission = how;
	};

	it.each([
		['where the permission is missing, said by 403', denied('403'), /with status 403/],
		['where the permission is missing, said by 401', denied('401'), /with status 401/],
		['where it comes back empty', denied('empty'), /came back empty/],
		['where there is none', fault('404'), /List of the whole reseller: /],
		['where it is refused', fault('400'), /List of the whole reseller: /],
		['where something else is at its address', fault('html'), /List of the whole reseller: /],
		['where it comes short of its own total', fault('wrong-total'), /294 of 297 came/],
		[
			'where lines do not say whose they are',
			hiding('customerNo'),
			/294 of its lines do not name a customer/,
		],
		[
			'where a customer is missing in it',
			hiding('firstCustomer'),
			/other lines for customer 100001/,
		],
		[
			'where lines that are over are missing in it',
			hiding('endedLines'),
			/other lines for customer 1000/,
		],
	] as const)('%s, and every customer is read by its own list', async (_where, arrange, why) => {
		arrange();
		const run = await subscriptionsOf(numbers);
		expect(run.error).toBeUndefined();
		expect(run.customers).toHaveLength(CUSTOMERS);
		expect(
			run.customers.every(
				({ subscriptionsFrom, complete }) => subscriptionsFrom === 'ownList' && complete === true,
			),
		).toBe(true);
		expect(run.customers.flatMap(({ subscriptions }) => subscriptions)).toHaveLength(294);
		// Those that were read to check it are not read again.
		expect(run.own).toBe(CUSTOMERS);
		expect(run.hint).toMatch(/^warning: Stellr's list of the whole reseller was not used/);
		expect(run.hint).toMatch(why);
	});
});
