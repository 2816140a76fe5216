import type { ApiFailure, Result } from '../http/failure';
import { concernsWholeConnection } from '../http/failureScope';
import { ArraySize } from './arraySize';

/** Rows whose answer got lost and that were not found go once more as they are; after that the array is halved. */
const REPEATS = 1;

/** A row on its way to Halo. */
export interface RowToWrite {
	body: Record<string, unknown>;
}

export type WriteOutcome =
	| { kind: 'written'; id: number | null; requestId: string | null }
	| { kind: 'refused'; failure: ApiFailure }
	/** It may or may not have been carried out, and looking did not tell. */
	| { kind: 'unknown'; failure: ApiFailure }
	/** Not sent: the run was stopped before, or what stopped another row would stop this one (`failure`). */
	| { kind: 'notSent'; failure: ApiFailure | null };

export interface BatchPorts<Row extends RowToWrite> {
	/** Rows of an array. */
	size: number;
	/** So many once Halo has taken fewer without trouble; arrays stay as they are when absent. */
	most?: number;
	/** Ids in the order of the rows, or an empty list when the answer did not tell. */
	post: (bodies: Array<Record<string, unknown>>) => Promise<Result<AnsweredRow[]>>;
	/** Looks at Halo whether rows are there as written: by key for new rows, by content for existing ones. */
	look: (rows: Row[]) => Promise<Map<Row, Seen>>;
	stopped: () => boolean;
	/** Shared by the batches of one run: what stops one stops those after it. */
	run?: WriteRun;
}

export interface AnsweredRow {
	id: number | null;
	name?: string | null;
	clientId?: number | null;
}

export interface WriteRun {
	/** Set once no further write can succeed. */
	stop: ApiFailure | null;
	/** Set once an array met trouble: those after it keep their size, whatever they write. */
	sizeStays?: boolean;
}

export type Seen =
	| { kind: 'there'; id: number | null }
	| { kind: 'notThere' }
	| { kind: 'cannotTell' };

/** Whether the next write would end the same way: no sign-in, no host, no right, no budget left. */
export function stopsWriting(failure: ApiFailure): boolean {
	return (
		concernsWholeConnection(failure) ||
		failure.code === 'notAllowed' ||
		failure.code === 'rateLimited'
	);
}

/**
 * Writes rows in arrays. What is unknown about arrays at Halo (all or nothing, or in part) is never guessed: after any
 * answer that is not a plain yes, the rows are looked up before one of them is sent again, and a refused array is halved
 * until the row that Halo does not take stands alone. One array after another: two at once would leave two in doubt.
 */
export async function writeInBatches<Row extends RowToWrite>(
	rows: Row[],
	ports: BatchPorts<Row>,
): Promise<Map<Row, WriteOutcome>> {
	const run: WriteRun = ports.run ?? { stop: null };
	const size = new ArraySize(ports.size, run.sizeStays === true ? ports.size : ports.most);
	const outcomes = new Map<Row, WriteOutcome>();
	const batches: Batches<Row> = { ports, run, outcomes, size };
	for (let start = 0; start < rows.length; ) {
		const next = rows.slice(start, start + batches.size.rows);
		await writeBatch(next, batches, REPEATS);
		start += next.length;
	}
	if (!size.mayGrow) run.sizeStays = true;
	return outcomes;
}

interface Batches<Row extends RowToWrite> {
	ports: BatchPorts<Row>;
	run: WriteRun;
	outcomes: Map<Row, WriteOutcome>;
	size: ArraySize;
}

async function writeBatch<Row extends RowToWrite>(
	rows: Row[],
	batches: Batches<Row>,
	repeats: number,
): Promise<void> {
	const { ports, run, outcomes, size } = batches;
	if (rows.length === 0) return;
	if (run.stop !== null || ports.stopped()) {
		for (const row of rows) outcomes.set(row, { kind: 'notSent', failure: run.stop });
		return;
	}
	const answer = await ports.post(rows.map((row) => row.body));
	if (answer.ok) {
		const ids = idsFor(rows, answer.value);
		rows.forEach((row, at) =>
			outcomes.set(row, { kind: 'written', id: ids?.[at] ?? null, requestId: answer.requestId }),
		);
		if (ids !== null) size.taken(answer.tookMs ?? null);
		return;
	}
	size.troubled();
	const { failure } = answer;
	if (stopsWriting(failure)) run.stop = failure;
	if (!failure.uncertain && (rows.length === 1 || run.stop !== null)) {
		const kind = failure.code === 'cancelled' ? 'notSent' : 'refused';
		for (const row of rows) outcomes.set(row, { kind, failure });
		return;
	}
	const open = await settleSeen(rows, ports, outcomes, failure);
	if (run.stop !== null || (rows.length === 1 && repeats === 0)) {
		// An answer came and the row is not there: refused. No answer came: it may still arrive.
		const kind = failure.status === null ? 'unknown' : 'refused';
		for (const row of open) outcomes.set(row, { kind, failure });
		return;
	}
	for (const part of partsToTry(open, { again: failure.uncertain && repeats > 0, size: size.rows }))
		await writeBatch(part, batches, 0);
}

/**
 * How rows go on that did not get through: what is left of an array that had grown in arrays of the first size, else
 * once more as it is where the answer was lost, else in halves. The only row left of several may be without blame: it is
 * tried alone.
 */
function partsToTry<Row>(rows: Row[], { again, size }: { again: boolean; size: number }): Row[][] {
	if (rows.length <= size && (again || rows.length <= 1)) return [rows];
	const part = Math.min(size, Math.ceil(rows.length / 2));
	return Array.from({ length: Math.ceil(rows.length / part) }, (_, at) =>
		rows.slice(at * part, (at + 1) * part),
	);
}

/** The new ids, when the answer names each row sent and in the order sent: an id at the wrong row would stay there. */
function idsFor(rows: RowToWrite[], answered: AnsweredRow[]): Array<number | null> | null {
	if (answered.length !== rows.length) return null;
	const ids = answered.map(({ id }) => id);
	const known = ids.filter((id) => id !== null);
	if (new Set(known).size !== known.length) return null;
	return rows.every(({ body }, at) => fits(body, answered[at])) ? ids : null;
}

function fits(body: Record<string, unknown>, { id, name, clientId }: AnsweredRow): boolean {
	if (body.id !== undefined && id !== null && id !== body.id) return false;
	// The same product at several clients has the same name.
	const says = typeof body.client_id === 'number' && typeof clientId === 'number';
	if (says && clientId !== body.client_id) return false;
	if (typeof body.name !== 'string' || typeof name !== 'string') return true;
	return body.name.trim().toLowerCase() === name.trim().toLowerCase();
}

/** Settles rows that are there already or of which nobody can tell; the rest may be sent again. */
async function settleSeen<Row extends RowToWrite>(
	rows: Row[],
	ports: BatchPorts<Row>,
	outcomes: Map<Row, WriteOutcome>,
	failure: ApiFailure,
): Promise<Row[]> {
	const seen = await ports.look(rows);
	const open: Row[] = [];
	for (const row of rows) {
		const state = seen.get(row) ?? { kind: 'cannotTell' };
		if (state.kind === 'there')
			outcomes.set(row, { kind: 'written', id: state.id, requestId: failure.requestId });
		else if (state.kind === 'cannotTell') outcomes.set(row, { kind: 'unknown', failure });
		else open.push(row);
	}
	return open;
}
