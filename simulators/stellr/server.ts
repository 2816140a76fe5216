/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports */
/**
 * A local StreamOne Stellr: the attested behaviour of its REST API, and a switch for all that is unknown. Everything it
 * serves is reconstructed, not captured from TD SYNNEX. It shares no code with the product, or it would share its mistakes.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seededRandom } from '../random';
import { refusal, tokenRefusal } from './answer';
import type { Answer } from './answer';
import { answerApiCall } from './api';
import { CallRate } from './callRate';
import { answerControl } from './control';
import type { ExtraControls } from './control';
import { RequestLog } from '../requestLog';
import type { LoggedRequest } from '../requestLog';
import { answerPortal, PORTAL_PATH } from './portal';
import { FaultScript } from './scriptedFaults';
import { answerWith } from './faultyAnswer';
import type { ScriptedFault } from './scriptedFaults';
import type { StellrAccountState, StellrState } from './state';
import { defaultStellrSwitches } from './switches';
import type { StellrSwitches } from './switches';
import { TokenService } from './tokens';

const SIGN_IN_PATH = '/oauth2/v1/token';

export interface StellrSimulatorOptions {
	/** 0, the default, takes a free one. */
	port?: number;
	/** Milliseconds since the epoch. */
	now?: () => number;
	/** Credentials of the other environment are refused, as a live host would. Default production. */
	environment?: StellrAccountState['environment'];
	/** Set: credentials of other regions are refused. Default: one server serves them all. */
	region?: StellrAccountState['region'];
	/** Further control routes: `POST night` answers `POST /_sim/night`. */
	controls?: ExtraControls;
	/** Called after a reset, whoever asked for it. */
	onReset?: () => void;
}

export interface StellrSimulator {
	url: string;
	tokenUrl: string;
	/** The vendor's developer portal, for a person with a browser. */
	portalUrl: string;
	/** The rows as they are now; change them and the next answer shows it. */
	readonly state: StellrState;
	/** May be changed at any time. */
	switches: StellrSwitches;
	requests: RequestLog;
	faults: FaultScript;
	/** Back to the rows and switches of the start, or to other rows from here on; log, tokens and faults are gone. */
	reset: (state?: StellrState) => void;
	stop: () => Promise<void>;
}

/** Starts a simulated Stellr on 127.0.0.1 with a copy of these rows. */
export async function startStellrSimulator(
	rows: StellrState,
	switches: Partial<StellrSwitches> = {},
	options: StellrSimulatorOptions = {},
): Promise<StellrSimulator> {
	const now = options.now ?? Date.now;
	const initial = structuredClone({
		state: rows,
		switches: { ...defaultStellrSwitches, ...switches },
	});
	const state = structuredClone(initial.state);
	const live: StellrSwitches = structuredClone(initial.switches);
	const requests = new RequestLog();
	const faults = new FaultScript();
	const rate = new CallRate(now);
	const serves = { environment: options.environment ?? 'production', region: options.region };
	const tokens = new TokenService(state, serves, now);
	let random = seededRandom('bursts').next;

	const reset = (given?: StellrState) => {
		if (given) initial.state = structuredClone(given);
		state.accounts.splice(0, state.accounts.length, ...structuredClone(initial.state.accounts));
		Object.assign(live, structuredClone(initial.switches));
		requests.clear();
		faults.replace([]);
		rate.reset();
		tokens.reset();
		random = seededRandom('bursts').next;
		options.onReset?.();
	};

	const server = createServer((request, response) => {
		void handle(request, response).catch((cause: unknown) => {
			if (!response.headersSent) response.writeHead(500);
			response.end(String(cause));
		});
	});

	async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', 'http://localhost');
		const query = Object.fromEntries(url.searchParams);
		const text = await readBody(request);
		const method = request.method ?? 'GET';
		const portal = answerPortal(
			{ state, switches: live, url: address },
			{ method, path: url.pathname, query, body: text },
		);
		if (portal) {
			send(response, portal);
			return;
		}
		if (url.pathname.startsWith('/_sim/')) {
			const call = { method, name: url.pathname.slice(6), query, body: parseJson(text) };
			const extra = options.controls ?? {};
			const answer = answerControl(call, { state, switches: live, requests, faults, reset, extra });
			send(response, answer);
			return;
		}
		const entry = requests.add(logEntry(method, url.pathname, query, parseJson(text), now()));
		if (live.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, live.latencyMs));
		const fault = faults.next(method, url.pathname, entry.isToken);
		const answer = answerFor({ request, entry, fault, text });
		if (answer === 'cut') request.socket.destroy();
		// A call that hangs ends when its caller gives up, or with the simulator.
		if (answer === 'cut' || answer === 'hang') return;
		entry.status = answer.status;
		send(response, answer, fault);
	}

	function answerFor(call: ReceivedCall): Answer | 'cut' | 'hang' {
		const { request, entry, fault, text } = call;
		if (fault?.do === 'reset-before') return 'cut';
		if (fault?.do === 'timeout-before') return 'hang';
		const instead = fault && answerInstead(fault, live, entry.isToken);
		if (instead) return instead;
		if (entry.isToken) return tokenAnswer(request, text, entry);
		const { authorization } = request.headers;
		const violation = (field: string, what: string) => requests.addViolation(entry, field, what);
		const doors = { tokens, rate, now, random };
		const answer = answerApiCall({ entry, authorization, fault, violation }, live, doors);
		if (fault?.do === 'reset-after-commit') return 'cut';
		return fault?.do === 'timeout-after-commit' ? 'hang' : answerWith(fault, answer);
	}

	function tokenAnswer(request: IncomingMessage, text: string, entry: LoggedRequest): Answer {
		if (entry.method !== 'POST') return tokenRefusal(405, 'invalid_request', 'Use POST');
		const type = request.headers['content-type'] ?? '';
		if (!type.startsWith('application/x-www-form-urlencoded')) {
			requests.addViolation(entry, 'Content-Type', 'is not that of a form');
			return tokenRefusal(400, 'invalid_request', 'Send a form');
		}
		const form = new URLSearchParams(text);
		entry.body = maskedForm(form);
		return tokens.mint({ form, authorization: request.headers.authorization }, live);
	}

	const address = await listen(server, options.port ?? 0);
	return {
		url: address,
		tokenUrl: `${address}/oauth2/v1/token`,
		portalUrl: `${address}${PORTAL_PATH}`,
		state,
		switches: live,
		requests,
		faults,
		reset,
		stop: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<string> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve());
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface ReceivedCall {
	request: IncomingMessage;
	entry: LoggedRequest;
	fault: ScriptedFault | null;
	text: string;
}

/** Faults that replace the answer before anyone looks at the call. */
function answerInstead(
	fault: ScriptedFault,
	switches: StellrSwitches,
	isToken: boolean,
): Answer | null {
	if (fault.do === 'html') {
		const body = '<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>';
		return { status: 200, body, headers: { 'content-type': 'text/html; charset=utf-8' } };
	}
	if (fault.do === 'empty') return { status: 200, body: '' };
	if (!/^\d+$/.test(fault.do) || (fault.do === '429' && !isToken)) return null;
	const headers: Record<string, string> =
		fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
	return refusal(Number(fault.do), 'Server.RuntimeError', 'Ordered by a test', switches, headers);
}

function send(response: ServerResponse, answer: Answer, fault?: ScriptedFault | null): void {
	const isText = typeof answer.body === 'string';
	const text = isText ? String(answer.body) : JSON.stringify(answer.body);
	const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers };
	response.writeHead(answer.status, headers);
	response.end(fault?.do === 'truncated' ? text.slice(0, Math.ceil(text.length / 2)) : text);
}

function logEntry(
	method: string,
	path: string,
	query: Record<string, string>,
	body: unknown,
	at: number,
): LoggedRequest {
	const isToken = path === SIGN_IN_PATH;
	const sent = isToken ? undefined : body;
	return { method, path, query, body: sent, status: 0, route: path, account: null, at, isToken };
}

function maskedForm(form: URLSearchParams): Record<string, string> {
	const fields = Object.fromEntries(form);
	if ('client_secret' in fields) fields.client_secret = '***';
	return fields;
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
	if (text === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
