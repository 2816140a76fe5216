/** One call to the API from arrival to answer: limit, faults, token, rights, checks, route. */
import { type Answer, WEB_PAGE, bare, ok } from './answers';
import {
	type FaultScript,
	type ScriptedFault,
	answerAfter,
	answerInstead,
	queryInstead,
	rateLimited,
} from './faults';
import { Query } from './query';
import type { RateWindow } from './rateWindow';
import type { LoggedRequest, RequestLog } from '../requestLog';
import { bodyViolations } from './requestSchemas';
import { type FoundRoute, findRoute, routeName } from './routing';
import type { Simulation } from './simulation';
import type { HaloPermission } from './switches';
import type { TokenService } from './token';
import { asSeen } from './visibility';
import { unknownQueryNames } from './wire/queryNames';

export interface ApiCall {
	method: string;
	/** As sent, with `/api`. */
	path: string;
	query: Record<string, string>;
	body: string;
	contentType: string;
	authorization: string;
}

/** What the connection is to do: answer, break off, or never say a word. */
export type Outcome = { answer: Answer } | 'cut' | 'silence';

export interface ApiParts {
	simulation: Simulation;
	tokens: TokenService;
	log: RequestLog;
	faults: FaultScript;
	window: RateWindow;
	/** API calls so far, for the share of 502. */
	served: { calls: number };
}

/** Answers a call and notes it. */
export function answerApiCall(parts: ApiParts, call: ApiCall): Outcome {
	const path = call.path.toLowerCase().replace(/^\/api/, '') || '/';
	const found = findRoute(call.method, path);
	const entry = parts.log.add({
		method: call.method,
		path: call.path,
		query: call.query,
		body: parsed(call.body),
		status: 0,
		route: routeName(found, path),
		account: parts.tokens.clientOf(call.authorization),
		at: parts.simulation.now(),
		isToken: false,
	});
	const outcome = limited(parts) ?? faulty(parts, call, path, found, entry);
	if (typeof outcome !== 'string') entry.status = outcome.answer.status;
	return outcome;
}

function limited({ simulation, window }: ApiParts): Outcome | null {
	const { rateLimit, rateWindowSeconds, rateLimitRetryAfter } = simulation.switches;
	const wait = window.take(simulation.now(), rateLimit, rateWindowSeconds);
	if (wait === null) return null;
	return { answer: rateLimited(rateLimitRetryAfter === 'sent' ? wait : null) };
}

function faulty(
	parts: ApiParts,
	call: ApiCall,
	path: string,
	found: FoundRoute | null,
	entry: LoggedRequest,
): Outcome {
	const fault = parts.faults.next(call.method, path.replace(/\/$/, ''));
	if (fault === null) return { answer: plainAnswer(parts, call, found, entry) };
	if (fault.do === 'reset-before') return 'cut';
	if (fault.do === 'timeout-before') return 'silence';
	if (fault.do === 'expire-token') parts.tokens.expireAll();
	const instead = answerInstead(fault);
	if (instead) return { answer: instead };
	const served = { ...call, query: queryInstead(fault, call.query) };
	return afterwards(fault, plainAnswer(parts, served, found, entry));
}

function afterwards(fault: ScriptedFault, answer: Answer): Outcome {
	if (fault.do === 'reset-after-commit') return 'cut';
	if (fault.do === 'timeout-after-commit') return 'silence';
	return { answer: answerAfter(fault, answer) };
}

function plainAnswer(
	parts: ApiParts,
	call: ApiCall,
	found: FoundRoute | null,
	entry: LoggedRequest,
): Answer {
	const { simulation, tokens } = parts;
	const { switches } = simulation;
	if (switches.htmlWith200) return WEB_PAGE;
	if (isBadGateway(parts)) return bare(502);
	if (!found) return bare(404);
	const { route, id } = found;
	const writes = route.method !== 'GET';
	if (!route.open) {
		const refusal = tokens.refuse(call.authorization, route.area, writes);
		if (refusal) return refusal;
		if (route.area !== null && lacks(switches.missingPermissions, route.area, writes)) {
			return bare(403);
		}
	}
	if (switches.softwareLicensing === 'off' && route.area === 'softwarelicensing') return bare(404);
	const unreadable = checked(parts, call, found, entry);
	if (unreadable) return unreadable;
	return route.answer({
		simulation: writes ? simulation : asSeen(simulation, route.area),
		query: new Query(call.query),
		id,
		// The log keeps what was sent, whatever becomes of the rows.
		body: structuredClone(entry.body),
	});
}

function isBadGateway({ simulation, served }: ApiParts): boolean {
	const { badGatewayShare } = simulation.switches;
	served.calls += 1;
	return (
		Math.floor(served.calls * badGatewayShare) > Math.floor((served.calls - 1) * badGatewayShare)
	);
}

function lacks(missing: HaloPermission[], area: string, writes: boolean): boolean {
	return missing.some(
		(permission) => permission === `read:${area}` || (writes && permission === `edit:${area}`),
	);
}

/** Notes every departure from Halo's document; answers where one is refused. */
function checked(
	{ simulation, log }: ApiParts,
	call: ApiCall,
	{ route }: FoundRoute,
	entry: LoggedRequest,
): Answer | null {
	const { switches } = simulation;
	for (const name of unknownQueryNames(route.method, route.pattern, Object.keys(call.query))) {
		log.addViolation(entry, `?${name}`, "is no query parameter in Halo's document");
	}
	if (route.method !== 'POST') return null;
	if (!/json/i.test(call.contentType)) {
		log.addViolation(entry, '', `the body is sent as "${call.contentType}", not as JSON`);
		return bare(415);
	}
	const violations = bodyViolations(route.pattern, entry.body);
	for (const { field, what } of violations) log.addViolation(entry, field, what);
	const refused = violations.filter(({ field, unknownField }) => {
		if (unknownField) return switches.unknownField === 'refuse';
		return field !== '' || switches.nonArrayPost === 'refuse' || !isObject(entry.body);
	});
	if (refused.length === 0) return null;
	return ok(Object.fromEntries(refused.map(({ field, what }) => [field, [what]])), 400);
}

const isObject = (value: unknown) =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body as JSON; text that is none stays text, which no schema takes. */
function parsed(body: string): unknown {
	if (body === '') return undefined;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}
