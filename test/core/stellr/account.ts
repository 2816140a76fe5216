import type { StellrAccount } from '../../../core/stellr/client';
import { DEFAULT_STELLR_SETTINGS } from '../../../core/stellr/settings';
import type { StellrSettings } from '../../../core/stellr/settings';
import type { HttpOutcome, HttpRequest } from '../../../core/http/types';
import { fakeRuntime, json } from '../http/fakeRuntime';
import type { FakeRuntime } from '../http/fakeRuntime';

export interface FakeAccount extends StellrAccount {
	runtime: FakeRuntime;
}

/** A Stellr account that answers from a function. */
export function fakeAccount(
	answer: ((request: HttpRequest, index: number) => HttpOutcome) | HttpOutcome[],
	settings: Partial<StellrSettings> = {},
): FakeAccount {
	return {
		runtime: fakeRuntime(answer),
		account: 'ca',
		settings: { ...DEFAULT_STELLR_SETTINGS, ...settings },
	};
}

/** A list in the usual envelope; the whole of it, whatever page is asked. */
export function listOf(records: unknown[], total: unknown = records.length): HttpOutcome {
	return json(200, { requestId: 'req-1', data: { total, records } });
}
