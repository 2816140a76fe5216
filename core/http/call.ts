import type { ApiFailure, FailureCode, Result } from './failure';
import {
	looksLikeHtml,
	refusalInSuccess,
	requestIdOf,
	shortText,
	vendorText,
} from './responseText';
import { afterWait, retryPolicies, waitBeforeRepeat } from './retry';
import type { RetryState } from './retry';
import type { HttpAnswer, HttpLost, HttpOutcome, HttpRequest, Runtime } from './types';
import { waitUnlessCancelled } from './waiting';

/** Whose API it is and what is being done, in the vendor's words: "List Customers". */
export interface CallAbout {
	api: 'stellr' | 'halo';
	doing: string;
}

function failed(
	about: CallAbout,
	code: FailureCode,
	details: Partial<Omit<ApiFailure, 'api' | 'doing' | 'code'>> = {},
): { ok: false; failure: ApiFailure } {
	return {
		ok: false,
		failure: {
			code,
			...about,
			status: null,
			vendorText: null,
			requestId: null,
			uncertain: false,
			...details,
		},
	};
}

function codeOfStatus(status: number): FailureCode {
	if (status >= 300 && status < 400) return 'notJson';
	// n8n has already minted a new token and repeated the call: what is left is a missing right.
	if (status === 401 || status === 403) return 'notAllowed';
	if (status === 404) return 'notFound';
	if (status === 429) return 'rateLimited';
	if (status === 408 || status >= 500) return 'serverTrouble';
	return 'refused';
}

function resultOfAnswer(
	about: CallAbout,
	request: HttpRequest,
	answer: HttpAnswer,
): Result<unknown> {
	const { status, body, headers } = answer;
	const isWrite = request.method === 'POST';
	const requestId = requestIdOf(body, headers);
	const said = { status, requestId, vendorText: vendorText(body) };
	const took = answer.tookMs === undefined ? {} : { tookMs: answer.tookMs };
	if (status >= 300 && status < 400) {
		const location = headers.location
			? shortText(`sent on to ${headers.location.split('?')[0]}`)
			: null;
		return failed(about, 'notJson', { ...said, vendorText: location });
	}
	if (status < 200 || status >= 400) {
		const uncertain = isWrite && (status === 408 || status >= 500);
		return failed(about, codeOfStatus(status), { ...said, uncertain });
	}
	const empty = body === undefined || body === null || body === '';
	// A write that was answered with nothing was carried out: its caller looks for the row.
	if (empty && isWrite) return { ok: true, value: null, requestId, ...took };
	if (empty || !answer.isJson || looksLikeHtml(body)) {
		return failed(about, 'notJson', { ...said, uncertain: isWrite });
	}
	const refusal = refusalInSuccess(about.api, body);
	if (refusal !== null) {
		// Some lines of a refused write may have gone through.
		return failed(about, 'businessRefusal', { ...said, vendorText: refusal, uncertain: isWrite });
	}
	return { ok: true, value: body, requestId, ...took };
}

function codeOfSignIn(about: CallAbout, lost: HttpLost): FailureCode {
	const { status, detail } = lost;
	// Halo answers a wrong tenant with a plain 500 at the token service.
	if (about.api === 'halo' && status === 500) return 'wrongTenant';
	if (status === 429) return 'rateLimited';
	// A page or a 404 is not this API's token service at all; only a true "no" blames the secret.
	const refused = status === 400 || status === 401 || status === 403;
	const saysSo = /invalid_|unauthorized|access_denied/i.test(detail);
	return refused || saysSo ? 'signInRefused' : 'signInUnavailable';
}

function resultOfLost(about: CallAbout, request: HttpRequest, lost: HttpLost): Result<unknown> {
	const vendor = shortText(lost.detail);
	const uncertain = request.method === 'POST' && lost.sent !== false;
	switch (lost.cause) {
		case 'signIn':
			return failed(about, codeOfSignIn(about, lost), {
				status: lost.status ?? null,
				vendorText: vendor,
			});
		case 'unreachable':
			return failed(about, 'unreachable', { vendorText: vendor });
		case 'cancelled':
			return failed(about, 'cancelled', { uncertain });
		case 'timeout':
		case 'reset':
			return failed(about, 'noAnswer', { vendorText: vendor, uncertain });
	}
}

function resultOf(about: CallAbout, request: HttpRequest, outcome: HttpOutcome): Result<unknown> {
	return outcome.kind === 'answer'
		? resultOfAnswer(about, request, outcome)
		: resultOfLost(about, request, outcome);
}

/**
 * One request, repeated as its API allows, and its outcome as data. Reads come back after 429, 408, 5xx and lost
 * answers; a write only after 429, since any other outcome may hide that it was carried out (`uncertain`).
 */
export async function call(
	runtime: Runtime,
	about: CallAbout,
	request: HttpRequest,
): Promise<Result<unknown>> {
	let state: RetryState = { rateLimited: 0, troubled: 0, waited: 0 };
	for (;;) {
		if (runtime.signal?.aborted) return failed(about, 'cancelled');
		const outcome = await runtime.http(request);
		const wait = waitBeforeRepeat(retryPolicies[about.api], state, request, outcome, runtime);
		if (wait === null) return resultOf(about, request, outcome);
		if (!(await waitUnlessCancelled(runtime, wait))) return failed(about, 'cancelled');
		state = afterWait(state, outcome, wait);
	}
}
