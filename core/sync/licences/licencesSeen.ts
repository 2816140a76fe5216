import { z } from 'zod';

import type { HaloLicence } from '../../halo/schemas';
import type { ListRead } from '../../http/failure';
import { parseLicenceKey } from '../stellrKeys';
import { keyPartOf } from './keyText';
import { licenceKeyFields, type LicenceKeyField } from './policy';

/**
 * What the list of all licences told when the plan was made. Apply takes from it what reading the list again would cost,
 * and whether this Halo's list is known to show keys.
 */
export const licencesSeenSchema = z.object({
	total: z.number().int().min(0),
	/** Where keys were looked for. */
	keyField: z.enum(licenceKeyFields),
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
		keyField,
		showsKeys: rows.some(
			({ texts }) => parseLicenceKey(keyPartOf(keyField, texts[keyField] ?? null)) !== null,
		),
		readAt: new Date(readAt).toISOString(),
	};
}

/**
 * What holds for plans that were made from several readings; null where one of them tells nothing, or they looked for keys
 * in different fields.
 */
export function seenByAll(all: Array<LicencesSeen | null>): LicencesSeen | null {
	if (all.length === 0) return null;
	return all.reduce((a, b) => {
		if (a === null || b?.keyField !== a.keyField) return null;
		return {
			total: Math.max(a.total, b.total),
			keyField: a.keyField,
			showsKeys: a.showsKeys && b.showsKeys,
			readAt: a.readAt < b.readAt ? a.readAt : b.readAt,
		};
	});
}
