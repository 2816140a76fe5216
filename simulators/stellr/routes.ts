/** The paths the API serves: pattern, permission, known query parameters, and what each answers. */
import type { Answer } from './answer';
import { emptyListAnswer, objectAnswer, refusal } from './answer';
import type { Call, Route } from './call';
import { pageOf } from './paging';
import { runSubscriptionAction, SUBSCRIPTION_ACTIONS } from './subscriptionActions';
import type { StellrAccountState, StellrSubscriptionRow } from './state';
import type { StellrSwitches } from './switches';
import { changeOnWire, customerOnWire, subscriptionOnWire } from './wireRecords';

const PAGING = ['pageNo', 'pageSize'];

export function stellrRoutes(switches: StellrSwitches): Route[] {
	const routes = [...customerRoutes(), ...operationRoutes()];
	if (switches.resellerWidePath) routes.push(resellerWideRoute(switches.resellerWidePath));
	const roots: Record<StellrSwitches['subscriptionsPath'], string[]> = {
		customers: ['/api/v1/customers'],
		cloudCustomers: ['/api/v1/cloud/customers'],
		both: ['/api/v1/customers', '/api/v1/cloud/customers'],
	};
	for (const root of roots[switches.subscriptionsPath]) {
		const path = `${root}/{customerNo}/subscriptions`;
		if (switches.changeLogPath) routes.push(changeLogRoute(`${path}/${switches.changeLogPath}`));
		routes.push(...subscriptionRoutes(path));
	}
	return routes;
}

export function matchRoute(
	routes: Route[],
	method: string,
	path: string,
): { route: Route; params: Record<string, string> } | null {
	const parts = path.split('/');
	for (const route of routes) {
		const wanted = route.pattern.split('/');
		if (route.method !== method || wanted.length !== parts.length) continue;
		const params: Record<string, string> = {};
		const fits = wanted.every((part, index) => {
			if (!part.startsWith('{')) return part === parts[index];
			params[part.slice(1, -1)] = decodeURIComponent(parts[index]);
			return parts[index] !== '';
		});
		if (fits) return { route, params };
	}
	return null;
}

function customerRoutes(): Route[] {
	return [
		{
			method: 'GET',
			pattern: '/api/v1/cloud/customers',
			permission: 'End Customers - List Customers',
			query: PAGING,
			isList: true,
			answer: (call) => pageOf(call.account.customers, call, customerOnWire),
		},
		{
			method: 'GET',
			pattern: '/api/v1/cloud/customers/{customerNo}',
			permission: 'End Customers - Get Customer Details',
			query: [],
			isList: false,
			answer: (call) => {
				const row = call.account.customers.find(
					({ customerNo }) => String(customerNo) === call.params.customerNo,
				);
				return row ? objectAnswer(customerOnWire(row, call.switches), call.switches) : noSuch(call);
			},
		},
		{
			method: 'GET',
			pattern: '/api/v1/cloud/vendors',
			query: PAGING,
			isList: true,
			answer: (call) => pageOf(vendorsOf(call.account), call, (vendor) => ({ ...vendor })),
		},
	];
}

function subscriptionRoutes(path: string): Route[] {
	return [
		{
			method: 'GET',
			pattern: path,
			permission: "Subscriptions - List Customers' Subscriptions",
			query: PAGING,
			isList: true,
			answer: (call) =>
				knowsCustomer(call)
					? pageOf(subscriptionsOf(call), call, subscriptionOnWire)
					: noSuch(call, true),
		},
		{
			method: 'GET',
			pattern: `${path}/{subscriptionId}`,
			permission: 'Subscriptions - Get Subscription Details',
			query: [],
			isList: false,
			answer: (call) => {
				const row = subscriptionOf(call);
				return row
					? objectAnswer(subscriptionOnWire(row, call.switches), call.switches)
					: noSuch(call);
			},
		},
		...SUBSCRIPTION_ACTIONS.map(
			(action): Route => ({
				method: 'POST',
				pattern: `${path}/{subscriptionId}/${action}`,
				query: [],
				isList: false,
				answer: (call) => {
					const row = subscriptionOf(call);
					return row ? runSubscriptionAction(action, row, call) : noSuch(call);
				},
			}),
		),
	];
}

function resellerWideRoute(path: string): Route {
	return {
		method: 'GET',
		pattern: path,
		permission: "List Reseller's Subscriptions",
		query: PAGING,
		isList: true,
		answer: (call) => pageOf(shownInCommon(call), call, inCommonOnWire),
	};
}

function shownInCommon({ account, switches }: Call): StellrSubscriptionRow[] {
	const { subscriptions, customers } = account;
	switch (switches.resellerWideHides) {
		case 'firstCustomer':
			return subscriptions.filter(({ customerNo }) => customerNo !== customers[0]?.customerNo);
		case 'endedLines':
			return subscriptions.filter(({ status }) => !/cancel|expire/i.test(status ?? ''));
		default:
			return subscriptions;
	}
}

function inCommonOnWire(row: StellrSubscriptionRow, switches: StellrSwitches): object {
	const shown = subscriptionOnWire(row, switches);
	if (switches.resellerWideHides !== 'customerNo') return shown;
	return Object.fromEntries(
		Object.entries(shown).filter(([field]) => field !== switches.customerNoKey),
	);
}

function changeLogRoute(path: string): Route {
	return {
		method: 'GET',
		pattern: path,
		permission: "Subscriptions - List Customers' Subscriptions",
		query: [...PAGING, 'contractNo', 'startDate'],
		isList: true,
		answer: (call) => {
			const { contractNo, startDate } = call.query;
			const rows = call.account.changeLog.filter(
				(row) =>
					String(row.customerNo) === call.params.customerNo &&
					(contractNo === undefined || String(row.contractNo) === contractNo) &&
					(startDate === undefined || row.entryDatetime.slice(0, 10) >= startDate),
			);
			return pageOf(rows, call, changeOnWire);
		},
	};
}

function operationRoutes(): Route[] {
	return [
		{
			method: 'GET',
			pattern: '/api/v1/subscriptions/operations/{operationId}',
			query: [],
			isList: false,
			// Writes take effect at once here; the fields of an operation are unknown.
			answer: ({ params, switches }) =>
				objectAnswer({ operationId: params.operationId, status: 'Completed' }, switches),
		},
	];
}

function noSuch({ switches }: Call, isList = false): Answer {
	if (switches.unknownCustomer === 'empty') {
		return isList ? emptyListAnswer(switches) : objectAnswer({}, switches);
	}
	return refusal(404, 'NotFound', 'No such record', switches);
}

function knowsCustomer({ account, params }: Call): boolean {
	return account.customers.some(({ customerNo }) => String(customerNo) === params.customerNo);
}

function subscriptionsOf({ account, params }: Call): StellrSubscriptionRow[] {
	return account.subscriptions.filter(({ customerNo }) => String(customerNo) === params.customerNo);
}

function subscriptionOf(call: Call): StellrSubscriptionRow | undefined {
	return subscriptionsOf(call).find(
		({ subscriptionId }) => subscriptionId === call.params.subscriptionId,
	);
}

function vendorsOf(account: StellrAccountState): Array<{ vendorId: string; vendorName: string }> {
	const vendors = new Map(
		account.subscriptions.map(({ vendorId, vendorName }) => [vendorId, vendorName]),
	);
	return [...vendors].map(([vendorId, vendorName]) => ({ vendorId, vendorName }));
}
