/** The `/_sim` routes through which tests and demos steer a running simulator. No token needed. */
import { z } from 'zod';
import type { RequestLog } from './requestLog';
import { scriptedFault } from './scriptedFaults';
import type { FaultScript } from './scriptedFaults';
import { defaultStellrSwitches } from './switches';
import type { StellrSwitches } from './switches';
import type { StellrAccountState, StellrState } from './state';

export interface ControlCall {
	method: string;
	/** Without `/_sim/`. */
	name: string;
	query: Record<string, string>;
	body: unknown;
}

export interface ControlAnswer {
	status: number;
	body: unknown;
}

/** A control route somebody adds from outside, such as the CLI's `night`. */
export type ExtraControls = Record<string, (body: unknown) => unknown>;

interface Controlled {
	state: StellrState;
	switches: StellrSwitches;
	requests: RequestLog;
	script: FaultScript;
	reset: () => void;
	extra: ExtraControls;
}

const TABLE_KEYS = {
	customers: 'customerNo',
	subscriptions: 'subscriptionId',
	changeLog: 'subscriptionId',
} as const;

const tableChange = z
	.object({
		/** Label; may be left out where there is one account. */
		account: z.string().optional(),
		table: z.enum(['customers', 'subscriptions', 'changeLog']),
		key: z.union([z.string(), z.number()]),
		/** Fields to change; a key that is not there yet becomes a new row. */
		set: z.record(z.unknown()).optional(),
		remove: z.literal(true).optional(),
	})
	.strict();
type TableChange = z.output<typeof tableChange>;

export function answerControl(call: ControlCall, controlled: Controlled): ControlAnswer {
	const { state, requests, reset, extra } = controlled;
	const { method, name, query, body } = call;
	switch (`${method} ${name}`) {
		case 'POST reset':
			reset();
			return done();
		case 'POST faults':
			return setFaults(body, controlled);
		case 'GET state':
			return { status: 200, body: state };
		case 'POST state':
			return changeState(body, state);
		case 'GET requests':
			return { status: 200, body: query.full ? requests.entries : requests.counts() };
		case 'POST requests/clear':
			requests.clear();
			return done();
		default:
			if (method === 'POST' && Object.hasOwn(extra, name)) {
				return { status: 200, body: extra[name](body) };
			}
			return { status: 404, body: { message: `No control route ${method} /_sim/${name}` } };
	}
}

function done(): ControlAnswer {
	return { status: 200, body: { done: true } };
}

function invalid(message: string): ControlAnswer {
	return { status: 400, body: { message } };
}

function setFaults(body: unknown, { switches, script }: Controlled): ControlAnswer {
	const parsed = z
		.object({ script: z.array(scriptedFault).optional() })
		.passthrough()
		.safeParse(body ?? {});
	if (!parsed.success) return invalid(parsed.error.message);
	const { script: faults, ...changes } = parsed.data;
	const unknown = Object.keys(changes).find((name) => !Object.hasOwn(defaultStellrSwitches, name));
	if (unknown) return invalid(`No switch is called ${unknown}`);
	Object.assign(switches, changes);
	if (faults) script.add(faults);
	return { status: 200, body: { switches, script: script.left } };
}

function changeState(body: unknown, state: StellrState): ControlAnswer {
	const parsed = z.array(tableChange).safeParse(Array.isArray(body) ? body : [body]);
	if (!parsed.success) return invalid(parsed.error.message);
	let rows = 0;
	for (const change of parsed.data) {
		const account = accountOf(change, state);
		if (!account) return invalid('Say which account: { "account": "<label>" }');
		rows += changeTable(change, account);
	}
	return { status: 200, body: { rows } };
}

function accountOf({ account }: TableChange, state: StellrState): StellrAccountState | undefined {
	if (account === undefined) return state.accounts.length === 1 ? state.accounts[0] : undefined;
	return state.accounts.find(({ label }) => label === account);
}

/** Number of rows touched. */
function changeTable(change: TableChange, account: StellrAccountState): number {
	const keyName = TABLE_KEYS[change.table];
	const rows: object[] = account[change.table];
	const isMeant = (row: object) =>
		String((row as Record<string, unknown>)[keyName]) === String(change.key);
	const meant = rows.filter(isMeant);
	if (change.remove) {
		rows.splice(0, rows.length, ...rows.filter((row) => !isMeant(row)));
		return meant.length;
	}
	if (meant.length === 0) rows.push({ [keyName]: change.key, ...change.set });
	else meant.forEach((row) => Object.assign(row, change.set));
	return Math.max(1, meant.length);
}
