import { z } from 'zod';
import type { ReconciledLine } from './result';

/**
 * What a reconcile saw, one row of the Data table "stellr_halo_drift_v1" for each line that is not in sync. By it a later
 * one can tell since when.
 */
export interface DriftRow {
	key: string;
	verdict: string;
	/** The three numbers, "8/42/42": a row that says others is about another difference. */
	numbers: string;
	/** `yyyy-MM-dd`. */
	firstSeen: string;
}

export const driftRowSchema = z.object({
	key: z.string().min(1),
	verdict: z.string().min(1),
	numbers: z.string().min(1),
	firstSeen: z
		.string()
		.regex(/^\d{4}-\d{2}-\d{2}/)
		.transform((day) => day.slice(0, 10)),
});

/** "8/42/42"; a dash where there is none. */
export function numbersOf({ quantities }: Pick<ReconciledLine, 'quantities'>): string {
	const { stellr, halo, invoiced } = quantities;
	return [stellr, halo, invoiced].map((value) => value ?? '-').join('/');
}

export interface DriftChanges {
	/** Rows that are new or say something else. */
	driftRows: DriftRow[];
	/** Keys of rows whose lines this run found in sync. */
	driftGone: Array<{ key: string }>;
}

/** The table's next state as the difference to the last: a quiet week writes nothing. */
export function driftChanges(
	lines: readonly ReconciledLine[],
	seen: readonly DriftRow[],
	today: string,
): DriftChanges {
	const known = new Map(seen.map((row) => [row.key, row]));
	const now = new Map<string, DriftRow>();
	const judged = new Set<string>();
	for (const line of lines) {
		judged.add(line.key);
		if (line.verdict === 'inSync') continue;
		const row = known.get(line.key);
		const numbers = numbersOf(line);
		const same = row !== undefined && row.numbers === numbers && row.verdict === line.verdict;
		now.set(line.key, {
			key: line.key,
			verdict: line.verdict,
			numbers,
			firstSeen: same ? row.firstSeen : today,
		});
	}
	return {
		driftRows: [...now.values()].filter((row) => {
			const before = known.get(row.key);
			return before?.numbers !== row.numbers || before.verdict !== row.verdict;
		}),
		// A line that this run did not judge may be drifting still.
		driftGone: seen
			.filter(({ key }) => judged.has(key) && !now.has(key))
			.map(({ key }) => ({ key })),
	};
}
