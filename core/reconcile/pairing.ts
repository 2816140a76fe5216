import type { HaloLicence } from '../halo/schemas';
import type { CustomerLines } from '../sync/licences/customerLines';
import type { Evidence } from '../sync/licences/evidence';
import { rivalRows } from '../sync/licences/rivalRows';
import type { LicenceIndex } from '../sync/licences/rowIndex';

/** Which row of Halo is a subscription's, and which others claim to be. */
export interface Pairing {
	row: HaloLicence | null;
	by: 'key' | 'map' | 'evidence';
	/** Other rows of the key, or rows that may belong to the line. */
	others: HaloLicence[];
	/** Nothing is sure: a person must say which row it is. */
	unclear: boolean;
	/** The row sits at another client than its customer. */
	atAnotherClient: boolean;
}

const NONE: HaloLicence[] = [];

const NO_ROW: Pairing = {
	row: null,
	by: 'key',
	others: [],
	unclear: false,
	atAnotherClient: false,
};

/** By its folded key before the saved licence map, by that before the evidence that adoption would use. */
export function pairOf(
	key: string,
	{ haloClientId }: CustomerLines,
	index: LicenceIndex,
	evidence: Evidence | undefined,
): Pairing {
	const rows = rivalRows(index.rowsByKey(key));
	if (rows.length > 1) rows.sort((a, b) => a.id - b.id);
	const row = rows[0] ?? index.savedFor(key)?.row ?? null;
	if (row !== null && !row.deleted) {
		return {
			row,
			by: rows.length > 0 ? 'key' : 'map',
			others: rows.length > 1 ? rows.slice(1) : NONE,
			unclear: false,
			atAnotherClient: haloClientId !== null && row.clientId !== haloClientId,
		};
	}
	if (evidence === undefined || evidence.kind === 'none') return NO_ROW;
	if (evidence.kind === 'row') return { ...NO_ROW, row: evidence.row, by: 'evidence' };
	return { ...NO_ROW, others: evidence.row === null ? [] : [evidence.row], unclear: true };
}
