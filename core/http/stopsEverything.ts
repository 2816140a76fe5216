import type { ApiFailure, FailureCode } from './failure';

const CODES: ReadonlySet<FailureCode> = new Set([
	'cancelled',
	'rateLimited',
	'signInRefused',
	'signInUnavailable',
	'wrongTenant',
	'unreachable',
	'notAllowed',
	'notJson',
]);

/** Whether every further request of the kind would end the same way, so that asking on is of no use. */
export function stopsEverything(failure: ApiFailure): boolean {
	return CODES.has(failure.code);
}
