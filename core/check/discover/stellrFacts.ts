import { pageOf } from '../../stellr/answerShape';
import { stateOf } from '../../stellr/state';
import { textOrNull } from '../../stellr/rawValues';
import type { StellrToCheck } from '../stellrChecks';
import type { Probe } from '../probe';
import { hostOf, isTdSynnexHost } from '../stellrAddresses';
import type { TokenFacts } from '../token';
import { headersFact, refusalsFact, tokenFact } from './common';
import { fact, type Fact } from './fact';
import { dateShapes, datesAreRead, fieldNames, isRow, kindsOf, nameInUse, wordsOf } from './shapes';

/** More than the 200 rows a page that one integrator's comment names. */
export const OVER_PAGE_LIMIT = 201;
export const LARGE_PAGE = 'List Customers, a Large Page';
export const RESELLER_GUESS = 'List All Subscriptions at the Guessed Path';
export const RESELLER_PATH_GUESS = '/api/v1/subscriptions';

/** Two requests more than the checks made. Nothing is asked when there is no connection. */
export async function askStellr(probe: Probe, { settings }: StellrToCheck): Promise<void> {
	if (probe.bodyOf('List Customers') === undefined) return;
	await probe.read(LARGE_PAGE, settings.customersPath, { pageNo: 1, pageSize: OVER_PAGE_LIMIT });
	if (settings.allSubscriptionsPath === null) {
		await probe.read(RESELLER_GUESS, RESELLER_PATH_GUESS, { pageNo: 1, pageSize: 1 });
	}
}

export interface StellrSeen {
	probe: Probe;
	stellr: StellrToCheck;
	token: TokenFacts | null;
}

/** What the answers show of everything that TD SYNNEX does not publish. */
export function stellrFacts({ probe, stellr, token }: StellrSeen): Fact[] {
	const body = probe.bodyOf(LARGE_PAGE) ?? probe.bodyOf('List Customers');
	const customers = pageOf(body, stellr.settings)?.rows ?? [];
	const subscriptions = pageOf(probe.bodyOf('List Subscriptions'), stellr.settings)?.rows ?? [];
	return [
		tokenHost(stellr, token),
		tokenFact('stellr', token),
		envelope(body),
		pageLimit(probe, stellr),
		names('customerFields', 'Fields of a customer', customers),
		used('customerNames', 'Names under which a customer is read', customers, CUSTOMER_NAMES),
		statusWords('customerStatus', 'Status words of customers', customers),
		domainNames(customers),
		single(probe),
		names('subscriptionFields', 'Fields of a subscription', subscriptions),
		used(
			'subscriptionNames',
			'Names under which a subscription is read',
			subscriptions,
			LINE_NAMES,
		),
		statusWords('subscriptionStatus', 'Status words of subscriptions', subscriptions),
		billing(subscriptions),
		dates(subscriptions),
		lineIds(subscriptions),
		wholeReseller(probe, stellr),
		headersFact('stellr', probe),
		refusalsFact('stellr', probe),
	];
}

/** As the records are read, first hit wins. */
const CUSTOMER_NAMES = {
	number: ['customerNo', 'customerNumber', 'id', 'customerId'],
	name: ['name', 'companyName', 'customerName', 'displayName'],
	country: ['country', 'countryCode'],
	domain: ['domain'],
	'Microsoft tenant': ['microsoftTenantId', 'tenantId', 'tenant_id'],
	phone: ['phone', 'phoneNumber'],
};

const LINE_NAMES = {
	id: ['subscriptionId', 'id', 'agreementId', 'vendorSubscriptionId'],
	customer: ['customerNo', 'customerNumber', 'customerId'],
	product: ['productName', 'name', 'description'],
	vendor: ['vendorName', 'vendor', 'publisher', 'manufacturer', 'mfrName', 'brand', 'vendorId'],
	seats: ['quantity', 'seats', 'qty'],
	cost: ['unitPrice', 'unitCost', 'cost'],
	'suggested price': ['customerPrice'],
	currency: ['currency', 'currencyCode'],
	billing: ['billingFrequency', 'billingCycle'],
	start: ['startDate', 'effectiveDate', 'createdDate'],
	end: ['renewalDate', 'endDate', 'expiryDate'],
};

const REPORT = 'Send this report to the makers of this node: there is no setting for it yet.';

function tokenHost({ addresses }: StellrToCheck, token: TokenFacts | null): Fact {
	const what = 'Token host of the region';
	if (token === null) return fact('stellr', 'tokenHost', what, null);
	const host = isTdSynnexHost(addresses.tokenUrl)
		? hostOf(addresses.tokenUrl)
		: 'another host than those of TD SYNNEX';
	const seen = `region ${addresses.region}, ${addresses.environment}: ${host} gave a token`;
	return fact('stellr', 'tokenHost', what, seen);
}

function envelope(body: unknown): Fact {
	const what = 'Where a list has its records and its total';
	if (body === undefined) return fact('stellr', 'envelope', what, null);
	if (Array.isArray(body)) {
		return fact('stellr', 'envelope', what, 'the answer is the list itself, without a total');
	}
	const data = isRow(body) ? body.data : undefined;
	const inner = isRow(data)
		? `data: ${fieldNames([data])}`
		: `data: ${Array.isArray(data) ? 'the list' : 'none'}`;
	const total = isRow(data) ? `total is ${kindsOf([data], 'total')}` : 'no total';
	const usual = isRow(data) && Array.isArray(data.records);
	const seen = `top: ${fieldNames([body])}; ${inner}; ${total}`;
	const setting = usual
		? null
		: 'If lists come out empty: set Records Path and Total Path under Change API Details of the Stellr credential.';
	return fact('stellr', 'envelope', what, seen, setting);
}

function pageLimit(probe: Probe, { settings }: StellrToCheck): Fact {
	const what = `Rows on a page when ${OVER_PAGE_LIMIT} are asked for`;
	const body = probe.bodyOf(LARGE_PAGE);
	const status = probe.statusOf(LARGE_PAGE);
	if (body === undefined) {
		const seen = status === null ? null : `refused with status ${status}`;
		return fact('stellr', 'pageLimit', what, seen);
	}
	const page = pageOf(body, settings);
	const came = page?.rows.length ?? 0;
	const total = page?.total ?? null;
	const whole = total !== null && came >= total;
	const seen = `${came} came of ${total ?? 'an unknown number'}${whole ? ', which is all there are' : ''}`;
	const setting =
		came > 0 && !whole && came < settings.pageSize
			? `Set Page Size under Change API Details of the Stellr credential to ${came}.`
			: null;
	return fact('stellr', 'pageLimit', what, seen, setting);
}

function names(code: string, what: string, rows: unknown[]): Fact {
	return fact('stellr', code, what, rows.length === 0 ? null : fieldNames(rows));
}

function used(
	code: string,
	what: string,
	rows: unknown[],
	known: Record<string, readonly string[]>,
): Fact {
	if (rows.length === 0) return fact('stellr', code, what, null);
	const parts = Object.entries(known).map(([meaning, candidates]) => {
		const name = nameInUse(rows, candidates);
		return { meaning, text: name === null ? 'none filled' : `${name} (${kindsOf(rows, name)})` };
	});
	const vital = ['number', 'id', 'name', 'product', 'seats'];
	const missing = parts.some(
		({ meaning, text }) => vital.includes(meaning) && text === 'none filled',
	);
	const seen = parts.map(({ meaning, text }) => `${meaning}: ${text}`).join('; ');
	return fact('stellr', code, what, seen, missing ? REPORT : null);
}

function statusWords(code: string, what: string, rows: unknown[]): Fact {
	if (rows.length === 0) return fact('stellr', code, what, null);
	const unknown = rows.some(
		(row) =>
			isRow(row) &&
			textOrNull(row.status) !== null &&
			stateOf(textOrNull(row.status)) === 'unknown',
	);
	const setting = unknown
		? 'Words that are not known count as "unknown": no row is created or ended by them. Send this report to the makers of this node.'
		: null;
	return fact('stellr', code, what, wordsOf(rows, 'status'), setting);
}

const DOMAIN = /^([a-z0-9-]+\.)+[a-z]{2,}$/i;

function domainNames(rows: unknown[]): Fact {
	const what = 'How many customers are named by a domain';
	const name = nameInUse(rows, CUSTOMER_NAMES.name);
	if (name === null) return fact('stellr', 'domainNames', what, null);
	const count = rows.filter((row) => isRow(row) && DOMAIN.test(String(row[name]))).length;
	return fact('stellr', 'domainNames', what, `${count} of ${rows.length}`);
}

function single(probe: Probe): Fact {
	const what = 'Form of one record alone';
	const body = probe.bodyOf('Get Customer');
	if (!isRow(body)) return fact('stellr', 'single', what, null);
	const seen = isRow(body.data) ? 'inside "data"' : 'the whole answer';
	return fact(
		'stellr',
		'single',
		what,
		`${seen}; fields: ${fieldNames([isRow(body.data) ? body.data : body])}`,
	);
}

function billing(rows: unknown[]): Fact {
	const what = 'Words for the billing frequency';
	const name = nameInUse(rows, LINE_NAMES.billing);
	return fact('stellr', 'billing', what, name === null ? null : wordsOf(rows, name));
}

function dates(rows: unknown[]): Fact {
	const fields = [...LINE_NAMES.start, ...LINE_NAMES.end];
	const seen = dateShapes(rows, fields);
	const setting = seen === null || datesAreRead(seen) ? null : REPORT;
	return fact('stellr', 'dates', 'How dates are written', seen, setting);
}

function lineIds(rows: unknown[]): Fact {
	const what = 'Whether a subscription id is contract and line, as in 1_1';
	const name = nameInUse(rows, LINE_NAMES.id);
	if (name === null) return fact('stellr', 'lineIds', what, null);
	const count = rows.filter((row) => isRow(row) && /^\d+_\d+$/.test(String(row[name]))).length;
	return fact('stellr', 'lineIds', what, `${count} of ${rows.length} are`);
}

function wholeReseller(probe: Probe, { settings }: StellrToCheck): Fact {
	const what = 'The list of the whole reseller';
	const known = settings.allSubscriptionsPath !== null;
	const doing = known ? 'List All Subscriptions' : RESELLER_GUESS;
	const status = probe.statusOf(doing);
	if (status === null) return fact('stellr', 'resellerList', what, null);
	const path = known ? 'All Subscriptions Path' : RESELLER_PATH_GUESS;
	const rows = pageOf(probe.bodyOf(doing), settings)?.rows.length ?? 0;
	if (known) {
		return fact(
			'stellr',
			'resellerList',
			what,
			`${path} answered with status ${status}, ${rows} rows`,
		);
	}
	const setting =
		rows > 0
			? `Set All Subscriptions Path under Change API Details of the Stellr credential to ${path}: a night then needs far fewer requests.`
			: null;
	return fact(
		'stellr',
		'resellerList',
		what,
		`${path} answered with status ${status}, ${rows} rows`,
		setting,
	);
}
