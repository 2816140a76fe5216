import type { Side } from '../check';
import type { Probe } from '../probe';
import type { TokenFacts } from '../token';
import { fact, type Fact } from './fact';
import { isRow } from './shapes';

/** What is told of both sides in the same way. */

export function tokenFact(side: Side, token: TokenFacts | null): Fact {
	const what = 'Token: its fields and how long it lives';
	if (token === null || token.fields.length === 0) return fact(side, 'token', what, null);
	const lives = token.lifetime === null ? 'lifetime not named' : `lives ${token.lifetime} s`;
	const scope = token.scope === null ? 'names no scope' : 'names the scope';
	const names = token.fields.filter((name) => /^[a-z_]{1,40}$/i.test(name));
	return fact(side, 'token', what, `${names.join(', ')}; ${lives}; ${scope}`);
}

/** Headers by which an answer could be told apart by support, or says how much may be asked. */
const TELLING =
	/^(retry-after|x-rate-?limit.*|ratelimit.*|x-request-id|request-id|x-correlation-id)$/;

export function headersFact(side: Side, probe: Probe): Fact {
	const what = 'Request ids, Retry-After and limits in answers';
	if (probe.answers.length === 0) return fact(side, 'headers', what, null);
	const names = new Set(
		probe.answers.flatMap(({ answer }) =>
			Object.keys(answer.headers).filter((name) => TELLING.test(name)),
		),
	);
	const inBody = probe.answers.filter(
		({ answer: { body } }) =>
			isRow(body) && Object.keys(body).some((name) => /^requestid$/i.test(name)),
	).length;
	const limited = probe.answers.filter(({ answer }) => answer.status === 429).length;
	const seen = [
		`${inBody} of ${probe.answers.length} answers carry a request id in the body`,
		`headers: ${[...names].join(', ') || 'none of these'}`,
		`answers with status 429: ${limited}`,
	];
	return fact(side, 'headers', what, seen.join('; '));
}

/** With which status what may not be done is answered; null when all went well. */
export function refusalsFact(side: Side, probe: Probe): Fact {
	const refused = probe.answers.filter(({ answer }) => answer.status >= 400);
	const seen = refused.map(
		({ doing, answer }) => `"${doing}" ${answer.status}, ${bodyForm(answer.body, answer.isJson)}`,
	);
	const what = 'What a refusal looks like';
	return fact(side, 'refusals', what, seen.length === 0 ? null : [...new Set(seen)].join('; '));
}

function bodyForm(body: unknown, isJson: boolean): string {
	if (body === undefined || body === null || body === '') return 'no body';
	return isJson ? 'JSON' : 'text';
}
