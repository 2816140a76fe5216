import type { ReconcileResult } from '../result';
import { csvText } from './csvText';
import { driftColumns } from './driftColumns';

export interface DriftCsvOptions {
	/** Lines in sync too. */
	allLines?: boolean;
}

/** A row for each line that is not in sync or is to be invoiced by hand; numbers and dates as machines write them. */
export function driftCsv(
	{ lines }: Pick<ReconcileResult, 'lines'>,
	{ allLines = false }: DriftCsvOptions = {},
): string {
	const told = allLines
		? lines
		: lines.filter(({ verdict, byHand }) => verdict !== 'inSync' || byHand !== null);
	return csvText([
		driftColumns.map(([name]) => name),
		...told.map((line) => driftColumns.map(([, valueOf]) => valueOf(line))),
	]);
}
