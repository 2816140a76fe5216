import type { CheckDefinition, Verdict } from '../check/check';
import type { AddressObjection } from '../check/stellrAddresses';
import type { ApiFailure } from '../http/failure';
import { issueOfFailure } from './failures';
import { STELLR_PERMISSIONS } from './permissions';

/** What Connection Check says about the side of Stellr. */

type Failed = Verdict & { remedy: string };

const permission = (code: string, doing: string, mandatory = true): CheckDefinition => ({
	code,
	check: STELLR_PERMISSIONS[doing],
	mandatory,
});

export const stellrChecks: readonly CheckDefinition[] = [
	{ code: 'credential', check: 'Credential filled in', mandatory: true },
	{ code: 'signIn', check: 'Sign-in (token)', mandatory: true },
	{ code: 'environment', check: 'Region and Application Type', mandatory: true },
	permission('listCustomers', 'List Customers'),
	{ code: 'customersVisible', check: 'Customers visible', mandatory: true },
	permission('getCustomer', 'Get Customer'),
	permission('listSubscriptions', 'List Subscriptions'),
	permission('getSubscription', 'Get Subscription'),
	permission('listAllSubscriptions', 'List All Subscriptions', false),
	{ code: 'clock', check: 'Clock', mandatory: false },
];

const APPLICATION_TYPES = { production: 'Production', sandbox: 'Sandbox' } as const;

export function addressesDoNotFit(objection: AddressObjection): Failed {
	switch (objection.kind) {
		case 'ion':
			return {
				seen: 'The address in the credential is that of StreamOne ION, which is another product with another API.',
				remedy:
					'Leave API Base URL and Token URL empty for the usual addresses of StreamOne Stellr, and use a credential of the Stellr developer portal.',
			};
		case 'notTheApi':
			return {
				seen: `API Base URL names ${objection.host}, which is not the API.`,
				remedy: 'Leave API Base URL empty; the address of the API begins with "api".',
			};
		case 'environment': {
			const is = APPLICATION_TYPES[objection.hostIs];
			return {
				seen: `Sandbox and production are mixed up: ${objection.host} is the address of ${is}.`,
				remedy: `Set Application Type to ${is}, or leave API Base URL empty; the Client ID must have been made for the same one.`,
			};
		}
		case 'region':
			return {
				seen: `Two regions are mixed up: ${objection.host} is the address of "${objection.hostIs}".`,
				remedy:
					'Set Region to where your reseller account is, and leave API Base URL empty for its usual address.',
			};
	}
}

/** The sign-in was refused, or its service did not answer like one. */
export function noToken(failure: ApiFailure, subject: string, region: string): Failed {
	const { message, remedy, requestId } = issueOfFailure(failure, subject);
	if (failure.code !== 'signInRefused') return { seen: message, remedy, requestId };
	const asTokenService = /invalid_\w+/.test(failure.vendorText ?? '');
	const also = asTokenService
		? ''
		: ' It did not answer like a token service: check Token URL as well.';
	const other =
		region === 'ca'
			? ' If all of that is right, try the Token URL https://sso.us.tdsynnex.com/oauth2/v1/token.'
			: '';
	return { seen: message, remedy: `${remedy}${also}${other}`, requestId };
}

/** A token came, and the API's address does not take it. */
export function tokenNotTaken(failure: ApiFailure): Failed {
	return {
		seen: 'Stellr gave a token, but the API at this address does not accept it for anything.',
		remedy:
			'Check Region and Application Type: a credential works in one region, and either in Production or in Sandbox. If both are right, the credential is younger than 10 minutes or has no permission at all: wait, then tick the four permissions in the TD SYNNEX developer portal.',
		requestId: failure.requestId,
	};
}

/** Any other reason why a call did not succeed. */
export function refusedCall(failure: ApiFailure, subject: string): Failed {
	const { message, remedy, requestId } = issueOfFailure(failure, subject);
	return { seen: message, remedy, requestId };
}

export function wrongAddress(failure: ApiFailure, subject: string): Failed {
	const { message, requestId } = issueOfFailure(failure, subject);
	return {
		seen: message,
		remedy:
			'This is not the StreamOne Stellr API: check Region, Application Type and API Base URL, and Customers Path under Change API Details.',
		requestId,
	};
}

export const unknownListForm: Failed = {
	seen: 'Stellr answered, but the answer holds no list of customers in any known place.',
	remedy:
		'Turn Discover on, and set Records Path under Change API Details of the credential to where the list is.',
};

export const tickPermission = (doing: string) =>
	`Tick the permission "${STELLR_PERMISSIONS[doing]}" in the TD SYNNEX developer portal`;

export const noCustomers: Failed = {
	seen: 'Connected, but no customers are visible.',
	remedy: `Check that the credential belongs to this reseller, Region and Application Type. ${tickPermission('List Customers')}: without it Stellr may answer with an empty list.`,
};

export const unreadableCustomers: Failed = {
	seen: 'Stellr listed customers, but none has a number under a name that is known.',
	remedy:
		'Turn Discover on and send its report to the makers of this node: it shows the names of the fields, and none of their values.',
};

export function emptySingle(doing: 'Get Customer' | 'Get Subscription'): Failed {
	const what = doing === 'Get Customer' ? 'customer' : 'subscription';
	return {
		seen: `Stellr listed a ${what}, and answered with nothing when it was asked for alone.`,
		remedy: `${tickPermission(doing)}, wait 10 minutes, then check again.`,
	};
}

export function noSubscriptions(customers: number): Failed {
	return {
		seen: `None of the ${customers} customers looked at has a subscription.`,
		remedy: `If they have some in StreamOne Stellr: ${tickPermission('List Subscriptions').replace(/^T/, 't')}; without it Stellr may answer with an empty list.`,
	};
}

export function otherSubscriptionsPath(path: string, requestId: string | null): Failed {
	return {
		seen: 'There is nothing at Subscriptions Path, but there is a list at its known alternative.',
		remedy: `Set Subscriptions Path under Change API Details of the credential to ${path}.`,
		requestId,
	};
}
