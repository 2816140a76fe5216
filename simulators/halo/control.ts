/** `/_sim`: how tests and demos look into the simulator and steer it. Never limited, never logged. */
import { type Answer, bare, ok } from './answers';
import { type FaultScript, readFaultScript } from './faults';
import type { RequestLog } from '../requestLog';
import type { Simulation } from './simulation';
import { answerStaffEdit } from './staffEdit';
import { readSwitches } from './switches';

export interface ControlParts {
	simulation: Simulation;
	log: RequestLog;
	faults: FaultScript;
	reset: () => void;
}

/** Answers `METHOD /_sim/...`; the body is JSON or empty. */
export function answerControlCall(
	parts: ControlParts,
	method: string,
	path: string,
	query: Record<string, string>,
	body: string,
): Answer {
	const { simulation, log, faults } = parts;
	const given = jsonObject(body);
	if (given === null) return ok({ message: 'The body is no JSON object.' }, 400);
	switch (`${method} ${path.replace(/\/$/, '')}`) {
		case 'POST /_sim/reset':
			parts.reset();
			return ok({ reset: true });
		case 'GET /_sim/state':
			return ok({ ...simulation.state, violations: log.violations });
		case 'POST /_sim/state':
			return patchState(simulation, given);
		case 'POST /_sim/staff-edit':
			return answerStaffEdit(simulation, given);
		case 'GET /_sim/requests':
			return ok(query.full === '1' ? log.list() : log.counts());
		case 'POST /_sim/requests/clear':
			log.clear();
			return ok({ cleared: true });
		case 'GET /_sim/faults':
			return ok({ switches: simulation.switches, script: faults.left });
		case 'POST /_sim/faults':
			return setFaults(parts, given);
		default:
			return bare(404);
	}
}

function jsonObject(body: string): Record<string, unknown> | null {
	if (body.trim() === '') return {};
	try {
		const value: unknown = JSON.parse(body);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: null;
	} catch {
		return null;
	}
}

/** Switches by name, and `script`, which replaces the faults still to come. */
function setFaults({ simulation, faults }: ControlParts, given: Record<string, unknown>): Answer {
	const { script, ...named } = given;
	const { switches, unknown } = readSwitches(named);
	const read = script === undefined ? null : readFaultScript(script);
	if (unknown.length > 0)
		return ok({ message: `No such switch or value: ${unknown.join(', ')}` }, 400);
	if (script !== undefined && read === null)
		return ok({ message: 'The script is not well formed.' }, 400);
	Object.assign(simulation.switches, switches);
	if (read) faults.replace(read);
	return ok({ switches: simulation.switches, script: faults.left });
}

type Row = { id: number };

/**
 * Rows by table and id are merged into what is there or added, `{ "licences": [{ "id": 5, "count": 9 }] }`;
 * `{ "remove": { "licences": [5] } }` takes rows away. Nothing else follows: no change row, no pro rata.
 */
function patchState({ state }: Simulation, given: Record<string, unknown>): Answer {
	const { remove, ...tables } = given;
	const all = state as unknown as Record<string, Row[]>;
	const gone = (remove ?? {}) as Record<string, number[]>;
	const unknown = [...Object.keys(tables), ...Object.keys(gone)].filter((name) => !(name in all));
	if (unknown.length > 0) return ok({ message: `No such table: ${unknown.join(', ')}` }, 400);
	let [changed, added, removed] = [0, 0, 0];
	for (const [name, rows] of Object.entries(tables)) {
		for (const row of rows as Row[]) {
			const current = all[name].find(({ id }) => id === row.id);
			if (current) Object.assign(current, row);
			else all[name].push(row);
			changed += current ? 1 : 0;
			added += current ? 0 : 1;
		}
	}
	for (const [name, ids] of Object.entries(gone)) {
		const before = all[name].length;
		all[name] = all[name].filter(({ id }) => !ids.includes(id));
		removed += before - all[name].length;
	}
	return ok({ changed, added, removed });
}
