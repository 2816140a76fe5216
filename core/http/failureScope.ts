import type { ApiFailure, FailureCode } from './failure';

const WHOLE_CONNECTION: readonly FailureCode[] = [
	'signInRefused',
	'signInUnavailable',
	'wrongTenant',
	'unreachable',
	'notJson',
	'cancelled',
];

/** Whether any other call over the same connection would end the same way, so that there is no use in going on. */
export function concernsWholeConnection(failure: ApiFailure): boolean {
	return WHOLE_CONNECTION.includes(failure.code);
}
