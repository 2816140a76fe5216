/** Who has the say over a field of a row that exists. */
export type Owner = 'stellr' | 'halo' | 'fillIfEmpty';

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
