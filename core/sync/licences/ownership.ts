/** Who has the say over a field of a row that exists. */
export type Owner = 'stellr' | 'halo' | 'fillIfEmpty';

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

/** Whether a differing field may be written over what the row holds. */
export function mayWrite(owner: Owner, isEmpty: boolean): boolean {
	switch (owner) {
		case 'stellr':
			return true;
		case 'halo':
			return false;
		case 'fillIfEmpty':
			return isEmpty;
	}
}
