import type { NamedOutputs } from '../shared/outputs';

/** In the order of the node's outputs. */
export const outputNames = ['clients', 'needsAttention'] as const;

export type ClientOutputs = NamedOutputs<(typeof outputNames)[number]>;
