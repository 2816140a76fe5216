/** What the ledger keeps of each Halo row, and what one night does to it. */
import type { StellrSubscriptionRow } from '../../../simulators/stellr/state';

export interface LedgerRow {
	/** Null for a row that a run creates: nobody knows its number beforehand, and no invoice line hangs on it. */
	licenceId: number | null;
	/** Tells rows apart whatever key they hold. */
	ref: string;
	clientId: number;
	/** The subscription whose row it is today. */
	lineId: string;
	count: number;
	active: boolean;
	/** The last count that was written, or seen in step with Stellr; null before either. */
	remembered: number | null;
	/** The seat increase that is remembered, as it was brought to Halo. */
	raise: { day: string; seats: number } | null;
	/** In how many complete lists in a row the line was missing. */
	missed: number;
}

export type Hold =
	| 'edited'
	| 'bigDrop'
	| 'bigRise'
	| 'committed'
	| 'freeze'
	| 'lastRow'
	| 'notOver'
	| 'shortList'
	| 'inactive'
	| 'guess'
	| 'unclear'
	| 'waits'
	| 'suspended'
	| 'runLimit'
	| 'missing';

/** One thing that the policy has to decide about. */
export interface Proposal {
	kind: 'count' | 'end' | 'create' | 'rekey' | 'missing';
	clientId: number;
	lineId: string;
	row: LedgerRow | null;
	/** Null for a line that is missing. */
	line: StellrSubscriptionRow | null;
	/** The count it leads to. */
	to: number;
	holds: Hold[];
	/** What a person sees of both sides; an approval lapses when this is no longer the same. */
	print: string;
}

/** One Halo client's list as the night shows it. */
export interface SeenList {
	clientId: number;
	lines: StellrSubscriptionRow[];
	whole: boolean;
}

export function printOf(
	kind: Proposal['kind'],
	row: LedgerRow | null,
	line: StellrSubscriptionRow | null,
	to: number,
): string {
	const halo = row === null ? 'none' : `${row.ref} ${row.count} ${row.active}`;
	// A new row is the whole record; a count goes with the term it belongs to; an end and a new key stand alone.
	const stellr =
		kind === 'create' ? JSON.stringify(line) : kind === 'count' ? `${to} ${line?.endDate}` : '';
	return `${kind} ${line?.subscriptionId ?? row?.lineId} ${halo} ${stellr}`;
}
