export const outputNames = ['subscriptions', 'otherAccounts', 'needsAttention'] as const;
export type OutputName = (typeof outputNames)[number];
