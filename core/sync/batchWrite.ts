import type { ApiFailure, Result } from '../http/failure';

/** Rows that were looked up and not found go again once as they are; after that the array is halved. */
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
	/** Not sent: the run was stopped before. */
	| { kind: 'notSent'; failure: ApiFailure | null };

export interface BatchPorts<Row extends RowToWrite> {
	size: number;
	/** Ids in the order of the rows, or an empty list when the answer did not tell. */
	post: (bodies: Array<Record<string, unknown>>) => Promise<Result<Array<{ id: number | null }>>>;
	/** Looks at Halo whether rows are there as written: by key for new rows, by content for existing ones. */
	look: (rows: Row[]) => Promise<Map<Row, Seen>>;
	stopped: () => boolean;
}

export type Seen =
	| { kind: 'there'; id: number | null }
	| { kind: 'notThere' }
	| { kind: 'cannotTell' };

/**
 * Writes rows in arrays. What is unknown about arrays at Halo (all or nothing, or in part) is never guessed: after any
 * answer that is not a plain yes, the rows are looked up before one of them is sent again, and a refused array is halved
 * until the row that Halo does not take stands alone.
 */
export async function writeInBatches<Row extends RowToWrite>(
	rows: Row[],
	ports: BatchPorts<Row>,
): Promise<Map<Row, WriteOutcome>> {
	const outcomes = new Map<Row, WriteOutcome>();
	for (let start = 0; start < rows.length; start += ports.size) {
		await writeBatch(rows.slice(start, start + ports.size), ports, outcomes, REPEATS);
	}
	return outcomes;
}

async function writeBatch<Row extends RowToWrite>(
	rows: Row[],
	ports: BatchPorts<Row>,
	outcomes: Map<Row, WriteOutcome>,
	repeats: number,
): Promise<void> {
	if (rows.length === 0) return;
	if (ports.stopped()) {
		for (const row of rows) outcomes.set(row, { kind: 'notSent', failure: null });
		return;
	}
	const answer = await ports.post(rows.map((row) => row.body));
	if (answer.ok) {
		const ids = answer.value.length === rows.length ? answer.value : null;
		rows.forEach((row, at) =>
			outcomes.set(row, { kind: 'written', id: ids?.[at].id ?? null, requestId: answer.requestId }),
		);
		return;
	}
	const { failure } = answer;
	if (!failure.uncertain && rows.length === 1) {
		outcomes.set(rows[0], { kind: 'refused', failure });
		return;
	}
	if (failure.code === 'cancelled' && !failure.uncertain) {
		for (const row of rows) outcomes.set(row, { kind: 'notSent', failure });
		return;
	}
	const open = await settleSeen(rows, ports, outcomes, failure);
	if (open.length === 1 && repeats === 0) {
		// An answer came and the row is not there: refused. No answer came: it may still arrive.
		const kind = failure.status === null ? 'unknown' : 'refused';
		outcomes.set(open[0], { kind, failure });
		return;
	}
	if (repeats > 0 || open.length <= 1) return await writeBatch(open, ports, outcomes, 0);
	const middle = Math.ceil(open.length / 2);
	await writeBatch(open.slice(0, middle), ports, outcomes, 0);
	await writeBatch(open.slice(middle), ports, outcomes, 0);
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
