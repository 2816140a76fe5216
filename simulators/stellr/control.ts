/** The `/_sim` routes through which tests and demos steer a running simulator. No token needed. */
import { z } from 'zod';
import type { RequestLog } from '../requestLog';
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

/** Control routes added from outside, such as `POST night`. */
export type ExtraControls = Record<string, (body: unknown) => unknown>;

interface Controlled {
	state: StellrState;
	switches: StellrSwitches;
	requests: RequestLog;
	faults: FaultScript;
	reset: () => void;
	extra: ExtraControls;
}

const TABLE_KEYS = {
	customers: 'customerNo',
	subscriptions: 'subscriptionId',
	changeLog: 'subscriptionId',
} as const;
type Table = keyof typeof TABLE_KEYS;
const TABLES = Object.keys(TABLE_KEYS) as Table[];

const rows = z.array(z.record(z.unknown())).optional();
const keys = z.array(z.union([z.string(), z.number()])).optional();
const statePatch = z
	.object({
		/** Label; may be left out where there is one account. */
		account: z.string().optional(),
		customers: rows,
		subscriptions: rows,
		changeLog: rows,
		remove: z.object({ customers: keys, subscriptions: keys, changeLog: keys }).strict().optional(),
	})
	.strict();

export function answerControl(call: ControlCall, controlled: Controlled): ControlAnswer {
	const { state, requests, reset, extra } = controlled;
	const { method, name, query, body } = call;
	switch (`${method} ${name}`) {
		case 'POST reset':
			reset();
			return done();
		case 'GET faults':
			return {
				status: 200,
				body: { switches: controlled.switches, script: controlled.faults.left },
			};
		case 'POST faults':
			return setFaults(body, controlled);
		case 'GET state':
			return { status: 200, body: state };
		case 'POST state':
			return changeState(body, state);
		case 'GET requests':
			return { status: 200, body: query.full ? requests.list() : requests.counts() };
		case 'POST requests/clear':
			requests.clear();
			return done();
		default:
			if (Object.hasOwn(extra, `${method} ${name}`)) {
				return { status: 200, body: extra[`${method} ${name}`](body) };
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

function setFaults(body: unknown, { switches, faults }: Controlled): ControlAnswer {
	const parsed = z
		.object({ script: z.array(scriptedFault).optional() })
		.passthrough()
		.safeParse(body ?? {});
	if (!parsed.success) return invalid(parsed.error.message);
	const { script, ...changes } = parsed.data;
	const unknown = Object.keys(changes).find((name) => !Object.hasOwn(defaultStellrSwitches, name));
	if (unknown) return invalid(`No switch is called ${unknown}`);
	Object.assign(switches, changes);
	if (script) faults.replace(script);
	return { status: 200, body: { switches, script: faults.left } };
}

/**
 * Rows by table and key are merged into what is there or added, `{ "subscriptions": [{ "subscriptionId": "411833_1",
 * "quantity": 9 }] }`; `{ "remove": { "subscriptions": ["411833_1"] } }` takes rows away. Nothing else follows.
 */
function changeState(body: unknown, state: StellrState): ControlAnswer {
	const parsed = statePatch.safeParse(body ?? {});
	if (!parsed.success) return invalid(parsed.error.message);
	const account = accountOf(parsed.data.account, state);
	if (!account) return invalid('Say which account: { "account": "<label>" }');
	let [changed, added, removed] = [0, 0, 0];
	for (const table of TABLES) {
		for (const row of parsed.data[table] ?? []) {
			const touched = mergeRow(account[table], TABLE_KEYS[table], row);
			changed += touched;
			added += touched === 0 ? 1 : 0;
		}
		removed += removeRows(account[table], TABLE_KEYS[table], parsed.data.remove?.[table] ?? []);
	}
	return { status: 200, body: { changed, added, removed } };
}

function accountOf(label: string | undefined, state: StellrState): StellrAccountState | undefined {
	if (label === undefined) return state.accounts.length === 1 ? state.accounts[0] : undefined;
	return state.accounts.find((account) => account.label === label);
}

/** Number of rows that had the key; where there was none, the row is new. */
function mergeRow(table: object[], keyName: string, row: Record<string, unknown>): number {
	const meant = table.filter((own) => keyOf(own, keyName) === String(row[keyName]));
	meant.forEach((own) => Object.assign(own, row));
	if (meant.length === 0) table.push(row);
	return meant.length;
}

function removeRows(table: object[], keyName: string, gone: Array<string | number>): number {
	const names = new Set(gone.map(String));
	const left = table.filter((row) => !names.has(keyOf(row, keyName)));
	return table.splice(0, table.length, ...left).length - left.length;
}

function keyOf(row: object, keyName: string): string {
	return String((row as Record<string, unknown>)[keyName]);
}
