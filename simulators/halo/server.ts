/* eslint-disable @n8n/community-nodes/no-restricted-imports */
/**
 * A HaloPSA to test against: `/auth/token`, the API below `/api`, and `/_sim` to steer and to set it up. Behaviour is reconstructed from
 * public code and documents, not captured from Halo; what is not known sits behind a switch.
 */
import { setTimeout as pause } from 'node:timers/promises';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Answer, answerText, bare } from './answers';
import { type Outcome, answerApiCall } from './apiCall';
import { answerControlCall } from './control';
import { FaultScript, answerAfter, answerInstead } from './faults';
import { RateWindow } from './rateWindow';
import { RequestLog } from '../requestLog';
import { answerSettings } from './settings/save';
import { SETTINGS_PATH } from './settings/page';
import type { Simulation } from './simulation';
import { type StaffEdit, editCountByHand } from './staffEdit';
import type { HaloState } from './state';
import { type HaloSwitches, defaultSwitches } from './switches';
import { type HaloCredentials, TokenService } from './token';

export interface HaloSimulatorOptions {
	/** 0 or absent: a free one. */
	port?: number;
	now?: () => number;
	credentials?: HaloCredentials;
	/** More applications of the same tenant; the log says which one called. */
	furtherApplications?: Array<Omit<HaloCredentials, 'tenant'>>;
	/** Scopes the application was given; absent: all there are. */
	scopes?: string[];
	/** What `/authinfo` names instead of this server's own `/auth`. */
	announcedAuthUrl?: string;
}

export interface HaloSimulator {
	/** `http://127.0.0.1:PORT` */
	url: string;
	/** Resource Server. */
	apiUrl: string;
	/** Authorisation Server. */
	authUrl: string;
	/** Halo's configuration screens, for a person with a browser. */
	settingsUrl: string;
	credentials: HaloCredentials;
	/** The rows as they are now. */
	readonly state: HaloState;
	/** May be changed at any time. */
	switches: HaloSwitches;
	requests: RequestLog;
	faults: FaultScript;
	/** A person types another count into Halo; false where there is no such licence. */
	staffEdit(edit: StaffEdit): boolean;
	/** Back to the rows and switches of the start, or to other rows from here on; log and faults are gone, tokens live on. */
	reset(state?: HaloState): void;
	stop(): Promise<void>;
}

const DEFAULT_CREDENTIALS: HaloCredentials = {
	clientId: 'halo-simulator-client',
	clientSecret: 'halo-simulator-secret',
	tenant: 'simulated',
};

/** Starts a simulated Halo on 127.0.0.1 with a copy of these rows. */
export async function startHaloSimulator(
	state: HaloState,
	switches: Partial<HaloSwitches> = {},
	options: HaloSimulatorOptions = {},
): Promise<HaloSimulator> {
	const now = options.now ?? Date.now;
	const credentials = options.credentials ?? DEFAULT_CREDENTIALS;
	let startRows = structuredClone(state);
	const startSwitches = structuredClone(switches);
	const simulation: Simulation = {
		state: structuredClone(state),
		switches: { ...defaultSwitches(), ...structuredClone(switches) },
		now,
		strayAddresses: [],
		authUrl: '',
		tenant: credentials.tenant ?? null,
	};
	const log = new RequestLog();
	const faults = new FaultScript();
	const window = new RateWindow();
	const applications = [credentials, ...(options.furtherApplications ?? [])];
	const tokens = new TokenService(applications, simulation.switches, now, options.scopes ?? null);
	const served = { calls: 0 };

	const reset = (rows?: HaloState) => {
		startRows = rows ? structuredClone(rows) : startRows;
		simulation.state = structuredClone(startRows);
		simulation.strayAddresses = [];
		Object.assign(simulation.switches, defaultSwitches(), structuredClone(startSwitches));
		log.clear();
		faults.replace([]);
		window.clear();
		tokens.grant(options.scopes ?? null);
		served.calls = 0;
	};

	const handle = async (request: FastifyRequest, reply: FastifyReply) => {
		const call = callOf(request);
		const path = call.path.toLowerCase();
		if (path.startsWith('/_sim')) {
			const settings = { simulation, tokens, credentials, apiUrl: `${url}/api` };
			const answer =
				answerSettings(settings, { ...call, path }) ??
				answerControlCall(
					{ simulation, log, faults, reset: () => reset() },
					call.method,
					path,
					call.query,
					call.body,
				);
			return send(reply, answer);
		}
		if (path.replace(/\/$/, '') === '/auth/token' && call.method === 'POST') {
			return deliver(reply, answerTokenCall(call, { simulation, tokens, log, faults }));
		}
		if (!path.startsWith('/api/')) return send(reply, bare(404));
		if (simulation.switches.latencyMs > 0) await pause(simulation.switches.latencyMs);
		return deliver(reply, answerApiCall({ simulation, tokens, log, faults, window, served }, call));
	};

	const app = Fastify({ forceCloseConnections: true, bodyLimit: 50 * 1024 * 1024 });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	app.all('/*', handle);
	const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	simulation.authUrl = options.announcedAuthUrl ?? `${url}/auth`;

	return {
		url,
		apiUrl: `${url}/api`,
		authUrl: `${url}/auth`,
		settingsUrl: `${url}${SETTINGS_PATH}`,
		credentials,
		get state() {
			return simulation.state;
		},
		switches: simulation.switches,
		requests: log,
		faults,
		staffEdit: (edit) => editCountByHand(simulation, edit) !== null,
		reset,
		stop: () => app.close(),
	};
}

type Call = ReturnType<typeof callOf>;

function callOf(request: FastifyRequest) {
	const [path, queryText = ''] = request.url.split('?');
	return {
		method: request.method,
		path,
		query: Object.fromEntries(new URLSearchParams(queryText)),
		body: typeof request.body === 'string' ? request.body : '',
		contentType: request.headers['content-type'] ?? '',
		authorization: request.headers.authorization ?? '',
	};
}

interface TokenParts {
	simulation: Simulation;
	tokens: TokenService;
	log: RequestLog;
	faults: FaultScript;
}

function answerTokenCall(call: Call, { simulation, tokens, log, faults }: TokenParts): Outcome {
	const entry = log.add({
		method: call.method,
		path: call.path,
		query: call.query,
		status: 0,
		route: '/auth/token',
		at: simulation.now(),
		isToken: true,
	});
	const fault = faults.next(call.method, '/auth/token');
	if (fault?.do.startsWith('reset')) return 'cut';
	if (fault?.do.startsWith('timeout')) return 'silence';
	const minted = () =>
		tokens.mint({
			form: Object.fromEntries(new URLSearchParams(call.body)),
			query: call.query,
			authorization: call.authorization,
		});
	const answer = fault ? (answerInstead(fault) ?? answerAfter(fault, minted())) : minted();
	entry.status = answer.status;
	return { answer };
}

function deliver(reply: FastifyReply, outcome: Outcome) {
	if (typeof outcome !== 'string') return send(reply, outcome.answer);
	// Silence leaves the connection open until the client gives up or the simulator stops.
	reply.hijack();
	if (outcome === 'cut') reply.raw.destroy();
	return reply;
}

function send(reply: FastifyReply, answer: Answer) {
	const type = answer.contentType ?? 'application/json; charset=utf-8';
	reply.code(answer.status).headers(answer.headers ?? {});
	if (answer.body === undefined && answer.contentType === undefined) return reply.send();
	return reply.type(type).send(answerText(answer));
}
