import { z } from 'zod';

import type { HaloLicence } from '../../halo/schemas';
import type { ListRead } from '../../http/failure';
import { parseLicenceKey } from '../stellrKeys';
import { keyPartOf } from './keyText';
import type { LicenceKeyField } from './policy';

/**
 * What the list of all licences told when the plan was made. Apply takes from it what reading the list again would cost,
 * and whether this Halo's list is known to show keys.
 */
export const licencesSeenSchema = z.object({
	total: z.number().int().min(0),
	showsKeys: z.boolean(),
	/** ISO time. */
	readAt: z.string(),
});

export type LicencesSeen = z.infer<typeof licencesSeenSchema>;

export function licencesSeen(
	{ rows, readAt }: ListRead<HaloLicence>,
	keyField: LicenceKeyField,
): LicencesSeen {
	return {
		total: rows.length,
		showsKeys: rows.some(
			({ texts }) => parseLicenceKey(keyPartOf(keyField, texts[keyField] ?? null)) !== null,
		),
		readAt: new Date(readAt).toISOString(),
	};
}

/** What holds for plans that were made from several readings; null where one of them tells nothing. */
export function seenByAll(all: Array<LicencesSeen | null>): LicencesSeen | null {
	if (all.length === 0) return null;
	return all.reduce((a, b) => {
		if (a === null || b === null) return null;
		return {
			total: Math.max(a.total, b.total),
			showsKeys: a.showsKeys && b.showsKeys,
			readAt: a.readAt < b.readAt ? a.readAt : b.readAt,
		};
	});
}
