import { z } from 'zod';
import { mappingDecisions, type MappingEntry } from '../matching';
import { canonicalJson, hashOf } from '../sync/planItem';
import { isRejection, rowsAbout, standingRows, type TableRow } from './tableRow';

/** What a person can do with one customer by hand. */
export const editActions = ['map', 'reject', 'ignore', 'forget', 'forgetAll'] as const;
export type EditAction = (typeof editActions)[number];

/** One decision as a person made it, before and after it is confirmed. */
export const editChangeSchema = z.object({
	action: z.enum(editActions),
	account: z.string().min(1),
	customerNo: z.string().min(1),
	customerName: z.string().nullable(),
	/** The client of Map and Reject. */
	haloClientId: z.number().int().nullable(),
	haloClientName: z.string().nullable(),
	reason: z.string().nullable(),
	/** `yyyy-MM-dd`, of Reject and Ignore. */
	until: z.string().nullable(),
});
export type EditChange = z.infer<typeof editChangeSchema>;

/** What the Data table gets. */
export interface EditWrites {
	/** Replaces the row by which the customer is decided. */
	standing: MappingEntry[];
	/** Replaces the rejection of the same pair. */
	rejected: MappingEntry[];
	gone: readonly TableRow[];
}

/**
 * The rows that carry a change out, from the rows about the customer as they are now. Where several rows decide one
 * customer the first is written over and the others leave, so that one decision remains.
 */
export function editWrites(
	change: EditChange,
	rows: readonly TableRow[],
	made: { by: string; at: string },
): EditWrites {
	const own = rowsAbout(rows, change);
	const standing = standingRows(own);
	const entry = entryOf(change, standing, made);
	const samePair = own.filter(
		(row) => isRejection(row) && row.entry?.haloClientId === change.haloClientId,
	);
	switch (change.action) {
		case 'map':
			return {
				standing: [entry],
				rejected: [],
				gone: [...standing.slice(1), ...samePair],
			};
		case 'reject':
			return {
				standing: [],
				rejected: [entry],
				gone: [
					...standing.filter((row) => row.entry?.haloClientId === change.haloClientId),
					...samePair.slice(1),
				],
			};
		case 'ignore':
			return { standing: [entry], rejected: [], gone: standing.slice(1) };
		case 'forget':
			return { standing: [], rejected: [], gone: standing };
		case 'forgetAll':
			return { standing: [], rejected: [], gone: own };
	}
}

/**
 * What a confirmation is bound to: the decision and everything that is saved about the customer. When somebody else
 * decided in between, it fits no more.
 */
export function changeHash(change: EditChange, rows: readonly TableRow[]): string {
	const saved = rowsAbout(rows, change)
		.map((row) => canonicalJson(row))
		.sort();
	return hashOf({ change, saved });
}

const DECISIONS: Record<EditAction, (typeof mappingDecisions)[number]> = {
	map: 'manual',
	reject: 'rejected',
	ignore: 'ignored',
	forget: 'ignored',
	forgetAll: 'ignored',
};

function entryOf(
	change: EditChange,
	standing: readonly TableRow[],
	made: { by: string; at: string },
): MappingEntry {
	const { action, account, customerNo, haloClientId } = change;
	const same = standing.find((row) => row.entry?.haloClientId === haloClientId)?.entry ?? null;
	const withClient = action === 'map' || action === 'reject';
	return {
		account,
		customerNo,
		stellrName: change.customerName,
		haloClientId: withClient ? haloClientId : null,
		haloClientName: withClient ? change.haloClientName : null,
		decision: DECISIONS[action],
		level: null,
		// A client that an earlier run created stays one that it created.
		origin: action === 'map' ? (same?.origin ?? 'mapped') : null,
		decidedBy: made.by,
		decidedAt: made.at,
		reason: change.reason,
		until: change.until,
	};
}
