import { getLicence, readLicences } from '../../halo/licences';
import type { HaloLicence } from '../../halo/schemas';
import type { ApiFailure } from '../../http/failure';
import type { Runtime } from '../../http/types';
import { incompleteList } from '../incompleteList';
import { keyPartOf } from './keyText';
import type { LicenceKeyField } from './policy';
import type { PlanItem } from '../planItem';
import { foldKey, parseLicenceKey } from '../stellrKeys';

/** Halo's licences as they are just before writing. */
export interface FreshLicences {
	/** The whole list, when new keys are to be written; null when single rows were enough. */
	list: HaloLicence[] | null;
	byId(id: number): HaloLicence | null;
	byKey(key: string, keyField: LicenceKeyField): HaloLicence[];
}

/** Up to this many rows are read one by one; more come cheaper with the list of a hundred a page. */
const SINGLE_READS = 5;

/**
 * Reads what is about to be changed. New keys need the whole list, since the key could sit at any client; changes of a
 * few known rows need only these.
 */
export async function readBeforeWriting(
	runtime: Runtime,
	plans: PlanItem[],
): Promise<{ ok: true; value: FreshLicences } | { ok: false; failure: ApiFailure }> {
	const ids = [
		...new Set(plans.map((plan) => plan.haloId).filter((id): id is number => id !== null)),
	];
	const needsList =
		plans.some((plan) => plan.action !== 'update' && plan.action !== 'end') ||
		ids.length > SINGLE_READS;
	if (needsList) {
		const { list, rejected } = await readLicences(runtime, {});
		if (list.complete) return { ok: true, value: freshFrom(list.rows, list.rows) };
		return { ok: false, failure: list.failure ?? incompleteList('List Licences', rejected.length) };
	}
	const rows: HaloLicence[] = [];
	for (const id of ids) {
		const row = await getLicence(runtime, id);
		if (row.ok) rows.push(row.value);
		else if (row.failure.code !== 'notFound') return { ok: false, failure: row.failure };
	}
	return { ok: true, value: freshFrom(rows, null) };
}

function freshFrom(rows: HaloLicence[], list: HaloLicence[] | null): FreshLicences {
	const byId = new Map(rows.map((row) => [row.id, row]));
	return {
		list,
		byId: (id) => byId.get(id) ?? null,
		byKey: (key, keyField) =>
			rows.filter(
				(row) =>
					parseLicenceKey(keyPartOf(keyField, row.texts[keyField] ?? null))?.key === foldKey(key),
			),
	};
}
