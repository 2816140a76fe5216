import type { SubscriptionKind } from './schemas';
import { termFromName } from './term';

/** What a line is, and why: only seats are synced unless a person decides otherwise. */

const TRIAL = /\btrial\b/i;
const ONE_TIME_NAME = /\b(one[ -]?time|perpetual|non[ -]recurring)\b/i;
const ONE_TIME_FREQUENCY = /^(one[ _-]?time|once|single|non[ _-]?recurring)$/i;
// "Azure Active Directory Premium" and "Azure Information Protection" are seats: the second word decides.
const AZURE_USAGE =
	/\bazure\b.*\b(plan|subscription|reserv\w+|savings?|consumption|usage|instance|virtual machine)\b/i;
const USAGE = /\b(pay[ -]as[ -]you[ -]go|payg|metered|consumption|usage[ -]based|overage)\b/i;
const RECURRING =
	/^(months?|monthly|annual|annually|years?|yearly|quarter|quarterly|semi[ _-]?annual(ly)?|biennial|triennial|\d+[ _-]?(months?|years?)|p\d+[my])$/i;

export interface KindWithReason {
	kind: SubscriptionKind;
	kindReason: string;
}

export function kindOf(line: {
	productName: string | null;
	billingFrequency: string | null;
	term: string | null;
}): KindWithReason {
	const name = line.productName ?? '';
	const frequency = line.billingFrequency;
	if (TRIAL.test(name)) return { kind: 'trial', kindReason: 'name says trial' };
	const billedOnce = frequency !== null && ONE_TIME_FREQUENCY.test(frequency);
	// A three-year commitment paid upfront is billed once too, and still counts seats.
	const committed = billedOnce ? termFromName(line.productName) : null;
	if (billedOnce && committed === null)
		return { kind: 'oneTime', kindReason: `billed "${frequency}"` };
	if (ONE_TIME_NAME.test(name)) {
		return {
			kind: 'oneTime',
			kindReason: `name says ${ONE_TIME_NAME.exec(name)?.[0].toLowerCase()}`,
		};
	}
	const usage = AZURE_USAGE.exec(name)?.[1] ?? null;
	if (usage !== null)
		return { kind: 'usage', kindReason: `name says Azure ${usage.toLowerCase()}` };
	if (USAGE.test(name)) {
		return { kind: 'usage', kindReason: `name says ${USAGE.exec(name)?.[0].toLowerCase()}` };
	}
	if (billedOnce) return { kind: 'seat', kindReason: `committed for ${committed}, paid upfront` };
	if (frequency !== null && RECURRING.test(frequency)) {
		return { kind: 'seat', kindReason: `billed by the seat each "${frequency}"` };
	}
	if (frequency !== null) {
		return { kind: 'unknown', kindReason: `billing frequency "${frequency}" is not known` };
	}
	if (line.term !== null) return { kind: 'seat', kindReason: `committed for ${line.term}` };
	return { kind: 'unknown', kindReason: 'neither billing frequency nor commitment is given' };
}
