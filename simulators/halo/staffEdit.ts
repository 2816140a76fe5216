/** A count typed in Halo by a person: the change history names that person and not the API agent. */
import { type Answer, bare, ok } from './answers';
import { recordCountChange } from './routes/countChanges';
import type { Simulation } from './simulation';
import type { HaloLicenceRow } from './state';

export interface StaffEdit {
	licenceId: number;
	count: number;
	/** Name of the agent who types it. */
	who?: string;
}

export const SOMEBODY = 'Dana Whitfield';

/** The row with its new count, or null where there is no such row. Pro rata and history follow as after any change. */
export function editCountByHand(
	simulation: Simulation,
	{ licenceId, count, who = SOMEBODY }: StaffEdit,
): HaloLicenceRow | null {
	const row = simulation.state.licences.find(({ id }) => id === licenceId);
	if (!row) return null;
	const before = row.count;
	row.count = count;
	recordCountChange(simulation, row, before, who);
	return row;
}

/** `POST /_sim/staff-edit` with `{ "licence_id": 5, "count": 9, "who": "Dana" }`. */
export function answerStaffEdit(simulation: Simulation, given: Record<string, unknown>): Answer {
	const { licence_id: licenceId, count, who } = given;
	const isWhole = (value: unknown): value is number => Number.isInteger(value);
	if (!isWhole(licenceId) || !isWhole(count) || !['string', 'undefined'].includes(typeof who)) {
		return ok({ message: 'Give licence_id and count as whole numbers, who as a text.' }, 400);
	}
	const row = editCountByHand(simulation, { licenceId, count, who: who as string | undefined });
	return row ? ok(row) : bare(404);
}
