import type { HttpAnswer, HttpOutcome, HttpRequest, Runtime } from '../../../core/http/types';

export interface FakeRuntime extends Runtime {
	requests: HttpRequest[];
	/** Every single sleep, in milliseconds. */
	slept: number[];
	abort(): void;
}

/** A runtime whose clock moves only by sleeping, and whose API answers from a script; the last answer repeats. */
export function fakeRuntime(
	answer: ((request: HttpRequest, index: number) => HttpOutcome) | HttpOutcome[],
): FakeRuntime {
	let clock = Date.UTC(2026, 10, 23);
	const requests: HttpRequest[] = [];
	const slept: number[] = [];
	const controller = new AbortController();
	return {
		requests,
		slept,
		abort: () => controller.abort(),
		signal: controller.signal,
		now: () => clock,
		random: () => 0.5,
		sleep: async (milliseconds) => {
			slept.push(milliseconds);
			clock += milliseconds;
		},
		http: async (request) => {
			requests.push(request);
			const index = requests.length - 1;
			return typeof answer === 'function'
				? answer(request, index)
				: answer[Math.min(index, answer.length - 1)];
		},
	};
}

export function json(
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): HttpAnswer {
	return { kind: 'answer', status, headers, body, isJson: typeof body !== 'string' };
}

export function text(
	status: number,
	body: string,
	headers: Record<string, string> = {},
): HttpAnswer {
	return { kind: 'answer', status, headers, body, isJson: false };
}
