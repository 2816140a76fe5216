/** Faults a test orders for the next calls: "this write three times 500", "the answer to this create is lost". */
import { z } from 'zod';
import { type Answer, WEB_PAGE, answerText, bare, sentence } from './answers';

const scriptedFaultSchema = z
	.object({
		/** Without a path, any API call; a path matches the call's own without regard to case, `*` ends it freely. */
		match: z
			.object({ method: z.string().optional(), path: z.string().optional() })
			.strict()
			.default({}),
		/** Matching calls that pass before the first one hit. */
		skip: z.number().int().nonnegative().default(0),
		times: z.number().int().positive().default(1),
		do: z.union([
			z.string().regex(/^[45]\d\d$/),
			z.enum([
				'reset-before',
				'reset-after-commit',
				'timeout-before',
				'timeout-after-commit',
				'500-after-commit',
				'html',
				'truncated',
				'empty',
				'expire-token',
				// Lists: the page before once more, a total that is not so, a row twice, a row that slipped to the page before.
				'repeat-page',
				'wrong-total',
				'duplicate-row',
				'shift-rows',
				// A plain no in an answer that says yes, before anything was saved.
				'business-200',
				// The right body as text/html.
				'wrong-type',
			]),
		]),
		/** Seconds, sent as `Retry-After`. */
		retryAfter: z.number().optional(),
	})
	.strict();

export type ScriptedFault = z.output<typeof scriptedFaultSchema>;

/** The faults of a control call; null when they are not well formed. */
export function readFaultScript(given: unknown): ScriptedFault[] | null {
	const result = z.array(scriptedFaultSchema).safeParse(given);
	return result.success ? result.data : null;
}

export class FaultScript {
	private pending: ScriptedFault[] = [];

	replace(faults: ScriptedFault[]): void {
		this.pending = faults.map((fault) => ({ ...fault }));
	}

	/** Faults not used up yet. */
	get left(): readonly ScriptedFault[] {
		return this.pending;
	}

	/** The first fault that fits, used up once. `path` is below `/api`, or `/auth/token`. */
	next(method: string, path: string): ScriptedFault | null {
		const fault = this.pending.find(({ match }) => fits(match, method, path));
		if (!fault) return null;
		if (fault.skip > 0) {
			fault.skip -= 1;
			return null;
		}
		fault.times -= 1;
		if (fault.times === 0) this.pending = this.pending.filter((other) => other !== fault);
		return fault;
	}
}

function fits(match: ScriptedFault['match'], method: string, path: string): boolean {
	if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
	if (match.path === undefined) return path !== '/auth/token';
	const wanted = match.path
		.toLowerCase()
		.replace(/^\/api(?=\/)/, '')
		.replace(/\/$/, '');
	if (wanted.endsWith('*')) return path.startsWith(wanted.slice(0, -1));
	return path === wanted;
}

/** What answers instead of the route, which then does not run at all; null when the route runs. */
export function answerInstead(fault: ScriptedFault): Answer | null {
	if (fault.do === 'html') return WEB_PAGE;
	if (fault.do === '429') return rateLimited(fault.retryAfter ?? null);
	if (fault.do === 'business-200') {
		return {
			status: 200,
			body: { resultCode: -1, errorMessage: 'The record could not be saved.' },
		};
	}
	if (!/^\d+$/.test(fault.do)) return null;
	const answer = bare(Number(fault.do));
	if (fault.retryAfter === undefined) return answer;
	return { ...answer, headers: { 'retry-after': String(fault.retryAfter) } };
}

/** What becomes of the route's answer once the route has run. */
export function answerAfter(fault: ScriptedFault, answer: Answer): Answer {
	if (fault.do === '500-after-commit') return bare(500);
	if (fault.do === 'empty') return { status: answer.status, contentType: 'application/json' };
	if (fault.do === 'wrong-type') {
		return { ...answer, body: answerText(answer), contentType: 'text/html; charset=utf-8' };
	}
	if (fault.do === 'wrong-total' || fault.do === 'duplicate-row' || fault.do === 'shift-rows') {
		return { ...answer, body: listWith(fault.do, answer.body) };
	}
	if (fault.do !== 'truncated') return answer;
	const text = answerText(answer);
	return {
		...answer,
		body: text.slice(0, Math.max(1, Math.floor(text.length / 2))),
		contentType: 'application/json; charset=utf-8',
	};
}

const OFF_BY = 3;

function listWith(what: 'wrong-total' | 'duplicate-row' | 'shift-rows', body: unknown): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
	if (!('record_count' in body)) return body;
	if (what === 'wrong-total') return { ...body, record_count: Number(body.record_count) + OFF_BY };
	return Object.fromEntries(
		Object.entries(body).map(([name, value]): [string, unknown] => [
			name,
			Array.isArray(value) ? spoiled(what, value as unknown[]) : value,
		]),
	);
}

/** A row twice; or the page without its first row, as when one before it went while the pages were read. */
function spoiled(what: 'duplicate-row' | 'shift-rows', rows: unknown[]): unknown[] {
	return what === 'shift-rows' ? rows.slice(1) : [...rows.slice(0, 1), ...rows];
}

/** The query with which a list is served instead: that of the page before. */
export function queryInstead(
	fault: ScriptedFault,
	query: Record<string, string>,
): Record<string, string> {
	const name = Object.keys(query).find((key) => key.toLowerCase() === 'page_no');
	if (fault.do !== 'repeat-page' || name === undefined) return query;
	return { ...query, [name]: String(Math.max(1, Number(query[name]) - 1)) };
}

// PowerShellWarrantyReports issue 51 and HaloAPI issue 31 quote the text.
const RATE_LIMIT_TEXT = 'Rate Limit Reached - 300 Requests per rolling 5 minute window';

/** The refusal of a call too many. */
export function rateLimited(retryAfterSeconds: number | null): Answer {
	const answer = sentence(429, RATE_LIMIT_TEXT);
	if (retryAfterSeconds === null) return answer;
	return { ...answer, headers: { 'retry-after': String(retryAfterSeconds) } };
}
