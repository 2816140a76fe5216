import type { SubscriptionState } from '../../stellr/schemas';

/** The words written to a Halo licence's free-text status. "Active" is what Halo's own rows show. */
const WORDS: Record<SubscriptionState, string | null> = {
	active: 'Active',
	suspended: 'Suspended',
	cancelled: 'Cancelled',
	expired: 'Expired',
	// An unseen word at Stellr says nothing: the row keeps what it has.
	unknown: null,
};

export function statusTextOf(state: SubscriptionState): string | null {
	return WORDS[state];
}

/** Whether the row's own words already say so, whoever wrote them ("Activated" is Active). */
export function saysState(status: string | null, state: SubscriptionState): boolean {
	const word = (status ?? '').trim().toLowerCase();
	switch (state) {
		case 'active':
			return word.startsWith('activ') || word === 'enabled';
		case 'suspended':
			return word.startsWith('suspend');
		case 'cancelled':
			return /cancel|discontinu|inactiv/.test(word) && !word.startsWith('pending');
		case 'expired':
			return word.startsWith('expir');
		case 'unknown':
			return true;
	}
}
