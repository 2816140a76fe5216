export const outputNames = ['customers', 'needsAttention'] as const;
export type OutputName = (typeof outputNames)[number];
