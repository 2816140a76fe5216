import { getLicence, readLicences } from '../../halo/licences';
import type { HaloLicence } from '../../halo/schemas';
import type { Runtime } from '../../http/types';
import type { Seen } from '../batchWrite';
import { keyPartOf } from './keyText';
import { holds } from './compare';
import type { LicenceKeyField } from './policy';
import type { LicenceRow } from './write';
import { foldKey, parseLicenceKey } from '../stellrKeys';

/**
 * Whether rows are in Halo as written, after an answer that did not tell: existing rows by their content, new ones by
 * their key among the client's rows. Where keys cannot be seen, a new row cannot be told from an old one.
 */
export async function lookForLicences(
	runtime: Runtime,
	rows: LicenceRow[],
	keyField: LicenceKeyField,
	link: 'key' | 'map',
): Promise<Map<LicenceRow, Seen>> {
	const seen = new Map<LicenceRow, Seen>();
	const byClient = new Map<number, HaloLicence[] | null>();
	for (const row of rows) {
		const { plan } = row;
		if (plan.haloId !== null) {
			const now = await getLicence(runtime, plan.haloId);
			if (!now.ok) seen.set(row, { kind: 'cannotTell' });
			else
				seen.set(
					row,
					holds(now.value, plan.after) ? { kind: 'there', id: plan.haloId } : { kind: 'notThere' },
				);
			continue;
		}
		const clientId = Number(plan.after?.client_id);
		if (link === 'map' || !Number.isInteger(clientId)) {
			seen.set(row, { kind: 'cannotTell' });
			continue;
		}
		const known = byClient.get(clientId) ?? (await rowsOfClient(runtime, clientId));
		byClient.set(clientId, known);
		const found = known?.find(
			(entry) =>
				parseLicenceKey(keyPartOf(keyField, entry.texts[keyField] ?? null))?.key ===
				foldKey(plan.key),
		);
		if (known === null) seen.set(row, { kind: 'cannotTell' });
		else
			seen.set(row, found === undefined ? { kind: 'notThere' } : { kind: 'there', id: found.id });
	}
	return seen;
}

async function rowsOfClient(runtime: Runtime, clientId: number): Promise<HaloLicence[] | null> {
	const { list } = await readLicences(runtime, { clientId });
	return list.complete ? list.rows : null;
}
