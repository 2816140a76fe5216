import type { StellrSubscription } from '../../stellr/schemas';
import { daysBetween } from '../days';

/** Days after its end in which a line of unknown state may still be a live one whose renewal was not shown yet. */
const GRACE_DAYS = 30;

/** A line whose state nobody knows, so long past its end that it is taken for over. */
export function endedLongAgo(
	{ state, endDate }: Pick<StellrSubscription, 'state' | 'endDate'>,
	today: string,
): boolean {
	return state === 'unknown' && endDate !== null && daysBetween(endDate, today) > GRACE_DAYS;
}
