import type { ApiFailure, FailureCode, Result } from '../http/failure';
import { pageOf, singleOf } from '../stellr/answerShape';
import { customerNoOf } from '../stellr/rawCustomer';
import { subscriptionIdOf } from '../stellr/rawSubscription';
import { textOrNull } from '../stellr/rawValues';
import { isRecord } from '../stellr/rejected';
import type { StellrSettings } from '../stellr/settings';
import { isActiveCustomer } from '../stellr/state';
import { clockVerdict } from '../words/checkClock';
import {
	addressesDoNotFit,
	emptySingle,
	noCustomers,
	noSubscriptions,
	noToken,
	otherSubscriptionsPath,
	refusedCall,
	stellrChecks,
	tokenNotTaken,
	unknownListForm,
	unreadableCustomers,
	wrongAddress,
} from '../words/checkStellr';
import { CheckSheet, type Check } from './check';
import { clockAhead } from './clock';
import type { Probe } from './probe';
import { addressObjection, type StellrAddresses } from './stellrAddresses';

export interface StellrToCheck {
	account: string;
	settings: StellrSettings;
	addresses: StellrAddresses;
}

/** Most customers that are asked for subscriptions until one has some. */
const CUSTOMERS_TO_TRY = 10;
const SAMPLE_ROWS = 25;

export const CLOUD_SUBSCRIPTIONS_PATH = '/api/v1/cloud/customers/{customerNo}/subscriptions';

/** The checks of a side whose credential cannot be used at all. */
export function stellrNotUsable(verdict: { seen: string; remedy: string }): Check[] {
	const sheet = new CheckSheet('stellr', stellrChecks);
	sheet.fail('credential', verdict);
	return sheet.all(nameOf('credential'));
}

/** Four requests where all is well. */
export async function checkStellr(probe: Probe, stellr: StellrToCheck): Promise<Check[]> {
	const sheet = new CheckSheet('stellr', stellrChecks);
	sheet.account = stellr.account;
	const inTheWay = await lookAt({ probe, sheet, ...stellr });
	const { ok, verdict } = clockVerdict(clockAhead(probe.answers), 'Stellr');
	if (ok === null) sheet.leaveOpen('clock', verdict);
	else if (ok) sheet.pass('clock', { seen: verdict.seen });
	else sheet.fail('clock', verdict);
	return sheet.all(inTheWay === null ? null : nameOf(inTheWay));
}

interface Looking extends StellrToCheck {
	probe: Probe;
	sheet: CheckSheet;
}

/** Answers the code of the check that keeps the rest from being made; null when all were. */
async function lookAt(looking: Looking): Promise<string | null> {
	const { sheet, addresses } = looking;
	const objection = addressObjection(addresses);
	if (objection !== null) {
		sheet.fail('credential', addressesDoNotFit(objection));
		return 'credential';
	}
	sheet.pass('credential', { seen: 'Account Label and both addresses are set.' });
	const rows = await customers(looking);
	if (!Array.isArray(rows)) return rows.inTheWay;
	const numbers = sampleOf(rows);
	if (numbers.length === 0) {
		sheet.fail('customersVisible', unreadableCustomers);
		return 'customersVisible';
	}
	await oneCustomer(looking, numbers[0]);
	await subscriptions(looking, numbers);
	await wholeReseller(looking);
	return null;
}

async function customers(looking: Looking): Promise<unknown[] | { inTheWay: string }> {
	const { probe, sheet, settings } = looking;
	const answer = await probe.read('List Customers', settings.customersPath, {
		pageNo: 1,
		pageSize: Math.min(SAMPLE_ROWS, settings.pageSize),
	});
	if (!answer.ok) return { inTheWay: await whyNotListed(looking, answer.failure) };
	const { requestId } = answer;
	sheet.pass('signIn', { seen: 'Stellr gave a token.' });
	const page = pageOf(answer.value, settings);
	if (page === null) {
		sheet.pass('environment', { seen: 'The API took the token.' });
		sheet.fail('listCustomers', { ...unknownListForm, requestId });
		return { inTheWay: 'listCustomers' };
	}
	if (page.rows.length === 0) {
		const seen = 'Stellr answered, but with an empty list.';
		sheet.leaveOpen('listCustomers', { seen, requestId });
		sheet.leaveOpen('environment', { seen: 'The API took the token, and showed nothing.' });
		sheet.fail('customersVisible', { ...noCustomers, requestId });
		return { inTheWay: 'customersVisible' };
	}
	sheet.pass('environment', { seen: 'The API took the token.' });
	sheet.pass('listCustomers', { seen: 'Stellr listed customers.', requestId });
	const count = page.total ?? page.rows.length;
	const more = page.total === null ? ' or more' : '';
	sheet.pass('customersVisible', { seen: `${count}${more} customers are visible.`, requestId });
	return page.rows;
}

const NO_TOKEN: readonly FailureCode[] = ['signInRefused', 'signInUnavailable'];
const WRONG_ADDRESS: readonly FailureCode[] = ['unreachable', 'notJson', 'notFound'];

async function whyNotListed(looking: Looking, failure: ApiFailure): Promise<string> {
	const { sheet, addresses, probe } = looking;
	const subject = subjectOf(looking);
	if (NO_TOKEN.includes(failure.code)) {
		sheet.fail('signIn', noToken(failure, subject, addresses.region));
		return 'signIn';
	}
	// What is neither a refusal nor a wrong address says nothing about the token: the service may be in trouble.
	if (probe.statusOf('List Customers') !== null || WRONG_ADDRESS.includes(failure.code)) {
		sheet.pass('signIn', { seen: 'Stellr gave a token.' });
	}
	if (WRONG_ADDRESS.includes(failure.code)) {
		sheet.fail('environment', wrongAddress(failure, subject));
		return 'environment';
	}
	if (failure.code === 'notAllowed' && failure.status === 401) {
		// A list that needs none of the permissions: where it is refused too, the address takes this token for nothing.
		await probe.read('List Vendors', '/api/v1/cloud/vendors', { pageNo: 1, pageSize: 1 });
		if (probe.statusOf('List Vendors') === 401) {
			sheet.fail('environment', tokenNotTaken(failure));
			return 'environment';
		}
	}
	if (failure.code === 'notAllowed') sheet.pass('environment', { seen: 'The API took the token.' });
	sheet.fail('listCustomers', refusedCall(failure, subject));
	return 'listCustomers';
}

/** Numbers of active customers first: they are likelier to have subscriptions. */
function sampleOf(rows: unknown[]): string[] {
	const known = rows.flatMap((raw) => {
		const customerNo = customerNoOf(raw);
		if (customerNo === null || !isRecord(raw)) return [];
		return [{ customerNo, active: isActiveCustomer(textOrNull(raw.status)) }];
	});
	const inOrder = [
		...known.filter(({ active }) => active),
		...known.filter(({ active }) => !active),
	];
	return inOrder.slice(0, CUSTOMERS_TO_TRY).map(({ customerNo }) => customerNo);
}

async function oneCustomer(looking: Looking, customerNo: string): Promise<void> {
	const { probe, settings } = looking;
	const path = `${settings.customersPath}/${encodeURIComponent(customerNo)}`;
	judgeSingle(looking, 'getCustomer', 'Get Customer', await probe.read('Get Customer', path));
}

function judgeSingle(
	looking: Looking,
	code: string,
	doing: 'Get Customer' | 'Get Subscription',
	answer: Result<unknown>,
): void {
	const { sheet } = looking;
	if (!answer.ok) {
		sheet.fail(code, refusedCall(answer.failure, subjectOf(looking)));
		return;
	}
	const { requestId } = answer;
	const record = withoutRequestId(singleOf(answer.value));
	if (record === null) sheet.fail(code, { ...emptySingle(doing), requestId });
	else sheet.pass(code, { seen: 'Stellr showed one alone.', requestId });
}

/** A bare record stands beside the request id; nothing else beside it is no record. */
function withoutRequestId(record: Record<string, unknown> | null): object | null {
	if (record === null) return null;
	return Object.keys(record).some((name) => !/^requestid$/i.test(name)) ? record : null;
}

async function subscriptions(looking: Looking, numbers: string[]): Promise<void> {
	const { probe, sheet, settings } = looking;
	for (const customerNo of numbers) {
		const path = pathOf(settings.subscriptionsPath, customerNo);
		const answer = await probe.read('List Subscriptions', path, {
			pageNo: 1,
			pageSize: SAMPLE_ROWS,
		});
		if (!answer.ok) {
			await whyNoSubscriptions(looking, customerNo, answer.failure);
			return;
		}
		const { requestId } = answer;
		const rows = pageOf(answer.value, settings)?.rows ?? [];
		const subscriptionId = rows.map(subscriptionIdOf).find((id) => id !== null);
		if (subscriptionId === undefined || subscriptionId === null) continue;
		sheet.pass('listSubscriptions', { seen: 'Stellr listed subscriptions.', requestId });
		const one = `${path}/${encodeURIComponent(subscriptionId)}`;
		const single = await probe.read('Get Subscription', one);
		judgeSingle(looking, 'getSubscription', 'Get Subscription', single);
		return;
	}
	// A few customers may well have none; of many without one subscription the permission is the likelier cause.
	const verdict = noSubscriptions(numbers.length);
	if (numbers.length < 3) sheet.leaveOpen('listSubscriptions', verdict);
	else sheet.fail('listSubscriptions', verdict);
	sheet.leaveOpen('getSubscription', { seen: 'Not checked, since no subscription was seen.' });
}

async function whyNoSubscriptions(
	looking: Looking,
	customerNo: string,
	failure: ApiFailure,
): Promise<void> {
	const { probe, sheet, settings } = looking;
	sheet.leaveOpen('getSubscription', {
		seen: `Not checked, since "${nameOf('listSubscriptions')}" did not pass.`,
	});
	if (failure.code === 'notFound' && settings.subscriptionsPath !== CLOUD_SUBSCRIPTIONS_PATH) {
		const path = pathOf(CLOUD_SUBSCRIPTIONS_PATH, customerNo);
		const other = await probe.read('List Subscriptions at the Other Path', path, {
			pageNo: 1,
			pageSize: 1,
		});
		if (other.ok) {
			const verdict = otherSubscriptionsPath(CLOUD_SUBSCRIPTIONS_PATH, other.requestId);
			sheet.fail('listSubscriptions', verdict);
			return;
		}
	}
	sheet.fail('listSubscriptions', refusedCall(failure, subjectOf(looking)));
}

async function wholeReseller(looking: Looking): Promise<void> {
	const { probe, sheet, settings } = looking;
	const path = settings.allSubscriptionsPath;
	if (path === null) {
		const seen = 'Not checked, since All Subscriptions Path is empty in the credential.';
		sheet.leaveOpen('listAllSubscriptions', { seen });
		return;
	}
	const answer = await probe.read('List All Subscriptions', path, { pageNo: 1, pageSize: 1 });
	if (!answer.ok) {
		sheet.fail('listAllSubscriptions', refusedCall(answer.failure, subjectOf(looking)));
	} else if ((pageOf(answer.value, settings)?.rows.length ?? 0) === 0) {
		sheet.fail('listAllSubscriptions', {
			seen: 'The list of the whole reseller came back empty.',
			remedy:
				'Tick the permission "List Reseller\'s Subscriptions" in the TD SYNNEX developer portal, or empty All Subscriptions Path in the credential: then customers are read one by one.',
			requestId: answer.requestId,
		});
	} else {
		const { requestId } = answer;
		sheet.pass('listAllSubscriptions', { seen: 'Stellr listed the whole reseller.', requestId });
	}
}

function pathOf(pattern: string, customerNo: string): string {
	return pattern.replace('{customerNo}', encodeURIComponent(customerNo));
}

function subjectOf({ account }: StellrToCheck): string {
	return `Stellr account "${account}"`;
}

function nameOf(code: string): string {
	return stellrChecks.find((definition) => definition.code === code)?.check ?? code;
}
