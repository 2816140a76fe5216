import { z } from 'zod';

import type { PlanItem } from '../planItem';
import { foldKey } from '../stellrKeys';

/**
 * What a flow may keep about a licence between runs, one flat row of the Data table "stellr_halo_licences". Without it
 * the keys in Halo are memory enough; with it, pairs whose key cannot be written are remembered, and a later run can
 * tell who changed a count.
 */
export const savedLicenceSchema = z.object({
	/** `<account>/<subscriptionId>`. */
	key: z.string().min(1),
	haloLicenceId: z.number().int(),
	haloClientId: z.number().int().nullable(),
	/** The count Halo had when this product last wrote or first saw it in step with Stellr. */
	lastCount: z.number().nullable(),
	/** The count at adoption while its difference waits for a person; null once settled. */
	adoptedAt: z.number().nullable(),
	/** `key` when the row holds our key, `map` when only this row of the table knows the pair. */
	link: z.enum(['key', 'map']),
	changedAt: z.string().nullable(),
	/** The last increase and when it was written: within some days vendors take that many seats back. */
	increaseSeats: z.number().nullable(),
	increasedAt: z.string().nullable(),
	/** In how many complete lists in a row Stellr did not name it; counted to three. */
	missingTimes: z.number(),
});

export type SavedLicence = z.infer<typeof savedLicenceSchema>;

/** Whether saving `next` over `saved` would tell the table anything new; the time of saving does not count. */
export function tellsMore(next: SavedLicence, saved: SavedLicence | undefined): boolean {
	if (saved === undefined) return true;
	return (
		next.haloLicenceId !== saved.haloLicenceId ||
		next.haloClientId !== saved.haloClientId ||
		next.lastCount !== saved.lastCount ||
		next.adoptedAt !== saved.adoptedAt ||
		next.link !== saved.link ||
		next.increaseSeats !== saved.increaseSeats ||
		next.missingTimes !== saved.missingTimes
	);
}

/** What the table knows of each row: after a renewal several keys name one row, and the one saved last holds. */
export function savedByRow(saved: SavedLicence[]): Map<number, SavedLicence> {
	const when = ({ changedAt }: SavedLicence) => changedAt ?? '';
	const inOrder = [...saved].sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0));
	return new Map(inOrder.map((entry) => [entry.haloLicenceId, entry]));
}

/** What the table knows of an item's row: by its key, else by the row, which may have had another key until now. */
export function rememberedIn(
	saved: SavedLicence[],
): (plan: Pick<PlanItem, 'key' | 'haloId'>) => SavedLicence | null {
	const byKey = new Map(saved.map((entry) => [foldKey(entry.key), entry]));
	const byRow = savedByRow(saved);
	return ({ key, haloId }) =>
		byKey.get(foldKey(key)) ?? (haloId === null ? null : (byRow.get(haloId) ?? null));
}

const looseNumber = z.preprocess((value) => {
	if (value === '' || value === undefined) return null;
	return typeof value === 'string' && Number.isFinite(Number(value)) ? Number(value) : value;
}, z.number().nullable());

const looseText = z.preprocess(
	(value) => (value === undefined || value === '' ? null : value),
	z.string().nullable(),
);

/** A row as a Data table gives it back: columns of its own beside ours, numbers at times as text. */
export const savedLicenceRowSchema = z
	.object({
		key: z.string().min(1),
		haloLicenceId: looseNumber,
		haloClientId: looseNumber,
		lastCount: looseNumber,
		adoptedAt: looseNumber,
		link: z.enum(['key', 'map']).catch('key'),
		changedAt: looseText,
		increaseSeats: looseNumber,
		increasedAt: looseText,
		missingTimes: looseNumber,
	})
	.transform(
		(row): SavedLicence => ({
			...row,
			haloLicenceId: row.haloLicenceId ?? -1,
			missingTimes: row.missingTimes ?? 0,
		}),
	)
	.refine((row) => row.haloLicenceId > 0, { path: ['haloLicenceId'], message: 'no row number' });
