import type { HaloLicence } from '../../halo/schemas';

/** Of the rows that hold one key those that may be the line's; more than one is for a person. */
export function rivalRows(all: HaloLicence[]): HaloLicence[] {
	// A deleted row bills nothing: beside a live one it is no rival.
	const live = all.filter((row) => !row.deleted);
	return withoutSetAside(live.length > 0 ? live : all);
}

/** Of rows with one key those made inactive are no rivals: so is settled what two runs created at one moment. */
function withoutSetAside(rows: HaloLicence[]): HaloLicence[] {
	if (rows.length < 2) return rows;
	const active = rows.filter((row) => row.active);
	if (active.length > 0) return active;
	return [rows.reduce((first, row) => (row.id < first.id ? row : first))];
}
