/** What happens to one API call between the door and its route: sign-in, pace, permission, faults of the whole API. */
import type { Answer } from './answer';
import { businessErrorAnswer, emptyListAnswer, objectAnswer, refusal } from './answer';
import type { Call, Route } from './call';
import type { CallRate } from './callRate';
import type { LoggedRequest } from '../requestLog';
import { matchRoute, stellrRoutes } from './routes';
import type { ScriptedFault } from './scriptedFaults';
import type { StellrAccountState } from './state';
import type { StellrPermission, StellrSwitches } from './switches';
import type { TokenService } from './tokens';

export interface ApiCall {
	entry: LoggedRequest;
	authorization: string | undefined;
	fault: ScriptedFault | null;
	violation: (field: string, what: string) => void;
}

interface Doors {
	tokens: TokenService;
	rate: CallRate;
	now: () => number;
	/** 0 ≤ x < 1, the same row of numbers each time. */
	random: () => number;
}

export function answerApiCall(call: ApiCall, switches: StellrSwitches, doors: Doors): Answer {
	const { entry, authorization, fault } = call;
	const found = matchRoute(stellrRoutes(switches), entry.method, entry.path);
	if (found) entry.route = found.route.pattern;
	if (fault?.do === 'expire-token') doors.tokens.expire(authorization);

	const account = doors.tokens.accountFor(authorization);
	if (!account) {
		if (authorization === undefined) call.violation('Authorization', 'is missing');
		return refusal(401, 'Unauthorized', 'The access token is missing or not valid', switches);
	}
	entry.account = account.label;
	const paced = paceRefusal(call, account, switches, doors);
	if (paced) return paced;
	if (switches.burstShare > 0 && doors.random() < switches.burstShare) {
		return refusal(doors.random() < 0.5 ? 500 : 502, 'Server.RuntimeError', 'Try again', switches);
	}
	if (!found) {
		call.violation('path', 'is none of the API');
		return refusal(404, 'NotFound', 'No such resource', switches);
	}
	const refused = queryRefusal(call, found.route, switches);
	if (refused) return refused;
	if (found.route.permission && lacks(account, found.route.permission, switches)) {
		return withoutPermission(found.route, found.route.permission, switches);
	}
	if (fault?.do === 'business-200') return businessErrorAnswer('nested');
	if (fault?.do === 'empty-list') return emptyListAnswer(switches);
	if (switches.businessError !== 'off') return businessErrorAnswer(switches.businessError);
	return found.route.answer(routedCall(call, account, found.params, switches, doors.now));
}

function routedCall(
	{ entry, fault, violation }: ApiCall,
	account: StellrAccountState,
	params: Record<string, string>,
	switches: StellrSwitches,
	now: () => number,
): Call {
	return {
		account,
		params,
		query: entry.query,
		body: entry.body,
		switches,
		repeatPage: fault?.do === 'repeat-page',
		now,
		violation,
	};
}

function paceRefusal(
	{ entry, fault, violation }: ApiCall,
	account: StellrAccountState,
	switches: StellrSwitches,
	{ rate, now }: Doors,
): Answer | null {
	const name = `${account.label} ${entry.method} ${entry.path}?${new URLSearchParams(entry.query).toString()}`;
	const early = rate.tooEarly(name);
	if (early > 0) violation('Retry-After', `came back ${early} ms before it was told to`);
	const scripted = fault?.do === '429';
	const wait = scripted ? 1 : rate.take(account.label, switches.rateLimit);
	if (wait === 0) return null;
	const headers = retryAfterHeader(fault?.retryAfter, wait, switches, now);
	const told = Number(headers['retry-after']);
	if (told > 0) rate.sendAway(name, told);
	return refusal(429, 'TooManyRequests', 'Rate limit reached', switches, headers);
}

function retryAfterHeader(
	scripted: number | string | undefined,
	seconds: number,
	{ retryAfter }: StellrSwitches,
	now: () => number,
): Record<string, string> {
	if (scripted !== undefined) return { 'retry-after': String(scripted) };
	if (retryAfter === 'none') return {};
	if (retryAfter === 'seconds') return { 'retry-after': String(seconds) };
	return { 'retry-after': new Date(now() + seconds * 1000).toUTCString() };
}

function queryRefusal(
	{ entry, violation }: ApiCall,
	route: Route,
	switches: StellrSwitches,
): Answer | null {
	const unknown = Object.keys(entry.query).filter((name) => !route.query.includes(name));
	if (unknown.length === 0) return null;
	unknown.forEach((name) => violation(name, 'is no known query parameter'));
	if (switches.unknownQuery === 'record') return null;
	return refusal(400, 'ValidateParameter', `Unknown parameter ${unknown[0]}`, switches);
}

function lacks(
	account: StellrAccountState,
	permission: StellrPermission,
	{ missingPermissions }: StellrSwitches,
): boolean {
	const missing = Array.isArray(missingPermissions)
		? missingPermissions
		: (missingPermissions[account.label] ?? []);
	return missing.includes(permission);
}

function withoutPermission(
	route: Route,
	permission: StellrPermission,
	switches: StellrSwitches,
): Answer {
	if (switches.missingPermission === 'empty') {
		return route.isList ? emptyListAnswer(switches) : objectAnswer({}, switches);
	}
	const status = switches.missingPermission === '401' ? 401 : 403;
	return refusal(status, 'AccessDenied', `Missing permission: ${permission}`, switches);
}
