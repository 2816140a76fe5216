import type { IExecuteFunctions } from 'n8n-workflow';

import { differences, readResellerList } from '../../core/stellr/resellerList';
import { resellerListNotUsed, resellerListUsed } from '../../core/words/resellerList';
import type { StellrConnection } from '../shared/connect';
import { readByCustomer, type ReadsByCustomer } from './customerRead';

export type ResellerListChoice = 'automatic' | 'never';

export type ChosenReads = ReadsByCustomer & {
	/** Customers whose lines come from the list of the whole reseller, and not from their own. */
	fromResellerList: ReadonlySet<string>;
};

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Reads customers by Stellr's list of the whole reseller where that is allowed, cheaper and proves right, else each by its
 * own list; a hint says which way was gone and why. Whatever speaks against the common list, the own lists are the way
 * back, and those that were read to check it are not read again.
 */
export async function readChosenWay(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	customerNos: readonly string[],
	{ includeRaw, resellerList }: { includeRaw: boolean; resellerList: ResellerListChoice },
): Promise<ChosenReads> {
	const wanted = [...new Set(customerNos)];
	const path = stellr.settings.allSubscriptionsPath;
	const onlyOwn = async (numbers: string[]) => await readByCustomer(stellr, numbers, includeRaw);
	if (path === null || resellerList === 'never' || wanted.length < 2) {
		return { ...(await onlyOwn(wanted)), fromResellerList: NOBODY };
	}
	const before = stellr.requests.count();
	const common = await readResellerList(stellr, { path, customerNos: wanted, includeRaw });
	if (!common.ok) {
		tell(context, common.objection.kind === 'dearer', resellerListNotUsed(common.objection));
		return { ...(await onlyOwn(wanted)), fromResellerList: NOBODY };
	}
	const own = await onlyOwn(common.toCheck);
	if (!own.ok) return { ...own, fromResellerList: NOBODY };
	const objection = differences(common.parts, own.byCustomer);
	if (objection !== null) {
		tell(context, false, resellerListNotUsed(objection));
		const others = await onlyOwn(wanted.filter((customerNo) => !own.byCustomer.has(customerNo)));
		if (!others.ok) return { ...others, fromResellerList: NOBODY };
		const byCustomer = new Map([...own.byCustomer, ...others.byCustomer]);
		return { ok: true, byCustomer, fromResellerList: NOBODY };
	}
	const requests = stellr.requests.count() - before;
	const facts = { requests, customers: wanted.length, checked: own.byCustomer.size };
	tell(context, true, resellerListUsed(facts));
	return {
		ok: true,
		byCustomer: new Map([...common.parts, ...own.byCustomer]),
		fromResellerList: new Set(
			[...common.parts.keys()].filter((customerNo) => !own.byCustomer.has(customerNo)),
		),
	};
}

function tell(context: IExecuteFunctions, asExpected: boolean, message: string): void {
	const type = asExpected ? ('info' as const) : ('warning' as const);
	context.addExecutionHints({ type, location: 'outputPane', message });
}
