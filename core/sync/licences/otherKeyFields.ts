import type { PlanItem } from '../planItem';
import { foldKey, parseLicenceKey } from '../stellrKeys';
import { keyPartOf } from './keyText';
import { licenceKeyFields, type LicenceKeyField } from './policy';
import type { FreshLicences } from './reread';

/**
 * Plans that were made with another key field than the one that is looked at here, by folded key: the key would be
 * written where nobody looks for it, and every row would be made a second time. The field is told by where the plan puts
 * the key, or by where the row has it that the plan knows by its key.
 */
export function otherKeyFields(
	plans: readonly PlanItem[],
	fresh: FreshLicences,
	own: LicenceKeyField,
): ReadonlyMap<string, LicenceKeyField> {
	const others = new Map<string, LicenceKeyField>();
	for (const plan of plans) {
		const holdsKey = (field: LicenceKeyField) => hasKeyIn(plan, fresh, field);
		const other = holdsKey(own) ? undefined : licenceKeyFields.find(holdsKey);
		if (other !== undefined) others.set(foldKey(plan.key), other);
	}
	return others;
}

function hasKeyIn(plan: PlanItem, fresh: FreshLicences, field: LicenceKeyField): boolean {
	const row = plan.haloId === null || plan.link !== 'key' ? null : fresh.byId(plan.haloId);
	return [plan.after?.[field], row?.texts[field]].some(
		(text) =>
			typeof text === 'string' &&
			parseLicenceKey(keyPartOf(field, text))?.key === foldKey(plan.key),
	);
}
