import type { NamedOutputs } from '../shared/outputs';

export const reconcileOutputs = ['lines', 'needsAttention', 'summary'] as const;
export type ReconcileOutputs = NamedOutputs<(typeof reconcileOutputs)[number]>;
