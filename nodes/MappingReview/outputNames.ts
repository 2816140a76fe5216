import type { NamedOutputs } from '../shared/outputs';

export const outputNames = [
	'rows',
	'rejected',
	'rowsToDelete',
	'needsAttention',
	'summary',
] as const;
export type OutputName = (typeof outputNames)[number];
export type ReviewOutputs = NamedOutputs<OutputName>;

export const inputNumbers = { customers: 0, clients: 1, saved: 2 } as const;
