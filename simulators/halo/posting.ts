/** How an array of rows is saved and what the answer looks like; one way for every route. */
import { type Answer, ok } from './answers';
import type { RouteCall, SentRow } from './simulation';

export interface SavedRow {
	/** The row as the answer shows it. */
	shown: unknown;
	created: boolean;
}

/** Saves one row, or says why not without having changed anything. */
export type SaveRow = (sent: SentRow) => SavedRow | Answer;

/** Saves the rows of a body; `key` names them where the answer is an envelope. */
export function postRows(call: RouteCall, key: string, save: SaveRow): Answer {
	const { simulation } = call;
	const { switches } = simulation;
	const rows = (Array.isArray(call.body) ? call.body : [call.body]) as SentRow[];
	const mayUndo = rows.length > 1 && switches.batch === 'all-or-nothing';
	const before = mayUndo ? structuredClone(simulation.state) : null;
	const saved: SavedRow[] = [];
	let refusal: Answer | null = null;
	for (const row of rows) {
		const outcome = save(row);
		if (!('status' in outcome)) saved.push(outcome);
		else if (switches.batch === 'all-or-nothing') {
			if (before) Object.assign(simulation.state, before);
			return outcome;
		} else refusal ??= outcome;
	}
	if (refusal) return refusal;
	const created = saved.some((row) => row.created);
	const shown = saved.map((row) => row.shown);
	return ok(
		shape(shown, key, switches.postAnswer),
		created ? switches.createStatus : switches.updateStatus,
	);
}

function shape(
	shown: unknown[],
	key: string,
	postAnswer: 'object' | 'array' | 'envelope',
): unknown {
	if (postAnswer === 'envelope') return { record_count: shown.length, [key]: shown };
	return shown.length === 1 && postAnswer === 'object' ? shown[0] : shown;
}

/** True where a sent row names a row to change. */
export function hasId(sent: SentRow): sent is SentRow & { id: number } {
	return typeof sent.id === 'number' && sent.id !== 0;
}

/**
 * The sent fields a row takes over: an absent field changes nothing, null empties a text and leaves everything else.
 */
export function takenOver(
	sent: SentRow,
	columns: { texts?: string[]; others?: string[] },
): SentRow {
	const taken: SentRow = {};
	for (const name of columns.texts ?? []) if (sent[name] !== undefined) taken[name] = sent[name];
	for (const name of columns.others ?? []) {
		if (sent[name] !== undefined && sent[name] !== null) taken[name] = sent[name];
	}
	return taken;
}

/** A sent text, or null. */
export function sentText(sent: SentRow, name: string): string | null {
	const value = sent[name];
	return typeof value === 'string' ? value : null;
}

/** A sent number, or null. */
export function sentNumber(sent: SentRow, name: string): number | null {
	const value = sent[name];
	return typeof value === 'number' ? value : null;
}
