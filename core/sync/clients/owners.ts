import type { Owner } from '../ownership';

/** Fields of a linked client beside its key; the address has a setting of its own. */
export const ownedClientFields = ['name', 'website', 'phone'] as const;
export type ClientOwners = Record<(typeof ownedClientFields)[number], Owner>;

/** Staff edit these in Halo, and Stellr often knows a customer only by its domain. */
export const defaultClientOwners: ClientOwners = { name: 'halo', website: 'halo', phone: 'halo' };
