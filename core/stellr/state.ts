import type { SubscriptionState } from './schemas';

/**
 * The vendor's status words are not listed anywhere; seen are Activated, Expire, Discontinued, Cancelled, Suspended and
 * null. "Inactive" holds "active", hence the order.
 */
const WORDS: ReadonlyArray<readonly [RegExp, SubscriptionState]> = [
	[/suspend/i, 'suspended'],
	[/cancel|discontinu|inactiv/i, 'cancelled'],
	[/expir/i, 'expired'],
	// Not "Deactivated", which nobody has seen and which is anything but active.
	[/(?<!de)activ/i, 'active'],
];

/** What a status means; a word nobody knows, or none, is unknown and never guessed. */
export function stateOf(status: string | null): SubscriptionState {
	if (status === null) return 'unknown';
	return WORDS.find(([words]) => words.test(status))?.[1] ?? 'unknown';
}

/** A customer is inactive only if the status says so. */
export function isActiveCustomer(status: string | null): boolean {
	return stateOf(status) !== 'cancelled';
}
