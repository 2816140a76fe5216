/**
 * What nobody outside TD SYNNEX knows about the API, one switch each; the default is the guess the contract ranks first.
 * Everything served under any setting is reconstructed, not captured from TD SYNNEX.
 */

/** Permissions by the names the partner portal shows. */
export type StellrPermission =
	| 'End Customers - List Customers'
	| 'End Customers - Get Customer Details'
	| "Subscriptions - List Customers' Subscriptions"
	| 'Subscriptions - Get Subscription Details'
	| "List Reseller's Subscriptions";

export interface StellrSwitches {
	/** Asked for more than 200 records a page: serve 200, refuse, or serve what was asked. */
	pageSizeOver200: 'clamp' | '400' | 'accept';
	/** Permissions the credentials lack; all accounts, or one account's as `{ us: [...] }`. */
	missingPermissions: StellrPermission[] | Record<string, StellrPermission[]>;
	/** How a missing permission answers. */
	missingPermission: '403' | '401' | 'empty';
	/** A customer number the account does not have: 404, or 200 with nothing. */
	unknownCustomer: '404' | 'empty';
	/** 1: `data.errorCode` and `data.errorMessage`; 2: both at the top. */
	errorShape: 1 | 2;
	/** What a 429 says about when to come back. */
	retryAfter: 'seconds' | 'date' | 'none';
	/** Quantities, prices and ids of products as JSON numbers or as strings. */
	numbers: 'number' | 'string';
	/** `customerNo` as JSON number or as string. */
	customerNoAs: 'number' | 'string';
	/** The customer number's key. */
	customerNoKey: 'customerNo' | 'customerNumber' | 'id' | 'customerId';
	/** The customer name's key. */
	nameKey: 'name' | 'companyName' | 'customerName' | 'displayName';
	/** The key of a customer's country. */
	countryKey: 'country' | 'countryCode';
	/** The key of a customer's Microsoft tenant, if it is served at all. */
	tenantIdKey: 'microsoftTenantId' | 'tenantId' | 'tenant_id';
	/** The subscription id's key. */
	subscriptionIdKey: 'subscriptionId' | 'id' | 'agreementId';
	/** The product name's key. */
	productNameKey: 'productName' | 'name' | 'description';
	/** The vendor name's key. */
	vendorNameKey: 'vendorName' | 'vendor' | 'publisher' | 'manufacturer' | 'mfrName' | 'brand';
	/** The key of the seat count. */
	quantityKey: 'quantity' | 'seats' | 'qty';
	/** The key of the currency. */
	currencyKey: 'currency' | 'currencyCode';
	/** The key of the billing frequency. */
	billingFrequencyKey: 'billingFrequency' | 'billingCycle';
	/** The key of a line's activation date. */
	startDateKey: 'startDate' | 'effectiveDate' | 'createdDate';
	/** The key of a line's term end. */
	endDateKey: 'endDate' | 'renewalDate' | 'expiryDate';
	/** A day, a moment in UTC, or a moment with an offset without colon as change logs have it. */
	dateFormat: 'day' | 'utc' | 'offset';
	/** A field without value: null, left out, or an empty string. */
	noValue: 'null' | 'absent' | 'empty';
	/** Profiles may hold unexpected credential values, TD SYNNEX warns; this adds some. */
	strayCredentials: boolean;
	/** One customer or subscription inside `data`, or as the whole body. */
	singleObject: 'wrapped' | 'bare';
	/** Where a list's records are: `data.records`, `data` itself, or the body itself. */
	listShape: 'records' | 'dataArray' | 'bareArray';
	/** Lists repeat `pageNo` and `pageSize` in `data`. */
	pagingEcho: boolean;
	/** Every call answers 200 and fails inside: at the top, nested, as `bizError`, or line by line. */
	businessError: 'off' | 'top' | 'nested' | 'bizError' | 'perLine';
	/** Client id and secret in the form body only, or in an `Authorization: Basic` header too. */
	tokenClientAuth: 'body' | 'bodyOrBasic';
	/** Life of a token; 7200 is attested. */
	tokenLifetimeSeconds: number;
	/** A new credential is refused for this long after the start; TD SYNNEX speaks of up to 10 minutes. */
	newCredentialInertSeconds: number;
	/** Share of API calls, 0 to 1, that answer 500 or 502; which ones is fixed by the order of calls. */
	burstShare: number;
	/** This page and all after it serve the records of the page before it; 0 is off. */
	repeatedPage: number;
	/** `data.total` right, left out, or off by `totalOffset`. */
	total: 'right' | 'missing' | 'wrong';
	/** Added to the total when `total` is `wrong`. */
	totalOffset: number;
	/** A record leaves or joins at the front before each further page: one is never seen, or seen twice. */
	shifting: 'off' | 'skips' | 'repeats';
	/** Path of a customer's subscriptions. */
	subscriptionsPath: 'customers' | 'cloudCustomers' | 'both';
	/** Path of the reseller-wide list, such as `/api/v1/subscriptions`; null is absent. */
	resellerWidePath: string | null;
	/** What that list leaves out, without a word and with a total that fits: the lines of the first customer, cancelled and expired lines, or on every line whose it is. */
	resellerWideHides: 'nothing' | 'firstCustomer' | 'endedLines' | 'customerNo';
	/** Last part of the change-log path under `…/subscriptions/`; null is absent. */
	changeLogPath: null | 'changelogs' | 'change-logs' | 'changeLogs' | 'change-log' | 'changelog';
	/** A query parameter the contract does not know: record it and go on, or refuse. */
	unknownQuery: 'record' | '400';
	/** Added to every answer. */
	latencyMs: number;
	/** Calls per window and account that pass; null is no limit. */
	rateLimit: { requests: number; windowSeconds: number } | null;
}

export const defaultStellrSwitches: Readonly<StellrSwitches> = {
	pageSizeOver200: 'clamp',
	missingPermissions: [],
	missingPermission: '403',
	unknownCustomer: '404',
	errorShape: 1,
	retryAfter: 'seconds',
	numbers: 'number',
	customerNoAs: 'number',
	customerNoKey: 'customerNo',
	nameKey: 'name',
	countryKey: 'country',
	tenantIdKey: 'microsoftTenantId',
	subscriptionIdKey: 'subscriptionId',
	productNameKey: 'productName',
	vendorNameKey: 'vendorName',
	quantityKey: 'quantity',
	currencyKey: 'currency',
	billingFrequencyKey: 'billingFrequency',
	startDateKey: 'startDate',
	endDateKey: 'endDate',
	dateFormat: 'day',
	noValue: 'null',
	strayCredentials: false,
	singleObject: 'wrapped',
	listShape: 'records',
	pagingEcho: false,
	businessError: 'off',
	tokenClientAuth: 'body',
	tokenLifetimeSeconds: 7200,
	newCredentialInertSeconds: 0,
	burstShare: 0,
	repeatedPage: 0,
	total: 'right',
	totalOffset: 7,
	shifting: 'off',
	subscriptionsPath: 'customers',
	resellerWidePath: null,
	resellerWideHides: 'nothing',
	changeLogPath: null,
	unknownQuery: 'record',
	latencyMs: 0,
	rateLimit: null,
};
