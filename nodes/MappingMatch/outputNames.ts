export const outputNames = ['decided', 'review', 'haloOnly', 'needsAttention'] as const;
export type OutputName = (typeof outputNames)[number];

export const inputNumbers = { customers: 0, clients: 1, saved: 2 } as const;
