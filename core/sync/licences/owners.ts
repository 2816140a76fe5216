import type { Owner } from '../ownership';

export const ownedFields = ['name', 'count', 'dates', 'status', 'cost', 'price'] as const;
export type OwnedField = (typeof ownedFields)[number];
export type LicenceOwners = Record<OwnedField, Owner>;

/** Halo keeps what staff edit; Stellr owns what it bills by. */
export const defaultLicenceOwners: LicenceOwners = {
	name: 'halo',
	count: 'stellr',
	dates: 'stellr',
	status: 'stellr',
	cost: 'halo',
	price: 'halo',
};
