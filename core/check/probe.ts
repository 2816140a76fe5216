import { call } from '../http/call';
import type { Result } from '../http/failure';
import type { HttpAnswer, HttpRequest, Runtime } from '../http/types';
import type { Side } from './check';

/** An answer as it came, with the times by this machine's clock between which the server wrote it. */
export interface WatchedAnswer {
	doing: string;
	request: HttpRequest;
	answer: HttpAnswer;
	sentAt: number;
	cameAt: number;
}

/** Asks an API, reading only, and keeps every answer so that more can be told from it without asking again. */
export class Probe {
	readonly answers: WatchedAnswer[] = [];
	private doing = '';
	readonly runtime: Runtime;

	constructor(
		private readonly api: Side,
		runtime: Runtime,
	) {
		this.runtime = { ...runtime, http: async (request) => await this.watched(runtime, request) };
	}

	/** One read. `doing` is the vendor's word for it, by which the permission it needs is known: "List Customers". */
	async read(doing: string, path: string, query?: HttpRequest['query']): Promise<Result<unknown>> {
		this.doing = doing;
		const request: HttpRequest = { method: 'GET', path, ...(query === undefined ? {} : { query }) };
		return await call(this.runtime, { api: this.api, doing }, request);
	}

	/** The body of the last good answer to `doing`; undefined when there was none. */
	bodyOf(doing: string): unknown {
		const found = this.answers.filter(
			({ doing: done, answer }) => done === doing && isGood(answer),
		);
		return found[found.length - 1]?.answer.body;
	}

	/** The status of the last answer to `doing`, whatever it was; null when none came. */
	statusOf(doing: string): number | null {
		const found = this.answers.filter(({ doing: done }) => done === doing);
		return found[found.length - 1]?.answer.status ?? null;
	}

	/** Names what is read next through `runtime` by somebody else's function. */
	about(doing: string): Runtime {
		this.doing = doing;
		return this.runtime;
	}

	private async watched(runtime: Runtime, request: HttpRequest) {
		const { doing } = this;
		const sentAt = runtime.now();
		const outcome = await runtime.http(request);
		if (outcome.kind === 'answer') {
			this.answers.push({ doing, request, answer: outcome, sentAt, cameAt: runtime.now() });
		}
		return outcome;
	}
}

function isGood({ status, isJson }: HttpAnswer): boolean {
	return status >= 200 && status < 300 && isJson;
}
