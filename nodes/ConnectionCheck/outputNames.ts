export const outputNames = ['checks', 'discovered', 'needsAttention', 'summary'] as const;
export type OutputName = (typeof outputNames)[number];
