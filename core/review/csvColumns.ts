import type { MappingEntry } from '../matching';

/** The columns of the file, always in this order. */
export const csvColumns = [
	'account',
	'customerNo',
	'stellrName',
	'haloClientId',
	'haloClientName',
	'decision',
	'level',
	'origin',
	'decidedBy',
	'decidedAt',
	'reason',
	'until',
] as const satisfies ReadonlyArray<keyof MappingEntry>;
export type CsvColumn = (typeof csvColumns)[number];

/** One line of the file. */
export type CsvCells = Record<CsvColumn, string | number>;
