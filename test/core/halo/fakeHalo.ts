import type { HttpAnswer, HttpOutcome, HttpRequest, Runtime } from '../../../core/http/types';

/** A Halo that is one function; remembers what it was asked. */
export interface FakeHalo {
	runtime: Runtime;
	requests: HttpRequest[];
}

export function fakeHalo(answer: (request: HttpRequest) => HttpOutcome | unknown): FakeHalo {
	const requests: HttpRequest[] = [];
	let clock = 1_700_000_000_000;
	const runtime: Runtime = {
		http: async (request) => {
			requests.push(request);
			const given = answer(request);
			return isOutcome(given) ? given : json(given);
		},
		sleep: async (milliseconds) => {
			clock += milliseconds;
		},
		now: () => clock,
		random: () => 0.5,
	};
	return { runtime, requests };
}

export function json(body: unknown, status = 200): HttpAnswer {
	return { kind: 'answer', status, headers: {}, body, isJson: true };
}

export interface ListHabits {
	/** Rows on a page whatever is asked. */
	cap?: number;
	/** Answer `page_no` 2 and up with page 1 again. */
	repeats?: boolean;
}

/** A page of rows as Halo cuts it: paging needs `pageinate=true`, else the first 50 come without a word. */
export function pageOf(
	request: HttpRequest,
	key: string,
	rows: unknown[],
	habits: ListHabits = {},
): unknown {
	const query = request.query ?? {};
	if (query.pageinate !== true) return { record_count: rows.length, [key]: rows.slice(0, 50) };
	const size = Math.min(Number(query.page_size), habits.cap ?? 100);
	const pageNo = habits.repeats === true ? 1 : Number(query.page_no);
	return {
		page_no: pageNo,
		page_size: size,
		record_count: rows.length,
		[key]: rows.slice((pageNo - 1) * size, pageNo * size),
	};
}

function isOutcome(given: unknown): given is HttpOutcome {
	return (
		typeof given === 'object' &&
		given !== null &&
		'kind' in given &&
		(given.kind === 'answer' || given.kind === 'lost')
	);
}
