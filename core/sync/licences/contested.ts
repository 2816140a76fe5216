import { canonicalJson, type PlanItem } from '../planItem';
import { foldKey } from '../stellrKeys';

/**
 * Items that speak against each other, as two plans that run into one Apply make them: two keys for one row, two rows for
 * one key, or two states of one row. Each was checked against the row as it is before the run, and the last one written
 * would undo the others; which of them is right only a new plan can tell.
 */
export function contested(plans: readonly PlanItem[]): ReadonlySet<PlanItem> {
	const ofRow = groups(plans, ({ haloId }) => (haloId === null ? null : String(haloId)));
	const ofKey = groups(plans, ({ key }) => foldKey(key));
	const against = [
		...ofRow.filter((group) => severalIn(group, ({ key }) => foldKey(key)) || saysTwice(group)),
		...ofKey.filter((group) => severalIn(group, ({ haloId }) => haloId) || saysTwice(group)),
	];
	return new Set(against.flat());
}

/** One item may give a row its key and another change it beside; two of either kind must say the same. */
function saysTwice(group: PlanItem[]): boolean {
	const givesKey = ({ action }: PlanItem) => action === 'adopt' || action === 'succeed';
	const parts = [group.filter(givesKey), group.filter((plan) => !givesKey(plan))];
	return parts.some((part) =>
		severalIn(part, ({ action, before, after }) => canonicalJson({ action, before, after })),
	);
}

function severalIn(group: PlanItem[], of: (plan: PlanItem) => unknown): boolean {
	return new Set(group.map(of)).size > 1;
}

/** Those that are several. */
function groups(plans: readonly PlanItem[], of: (plan: PlanItem) => string | null): PlanItem[][] {
	const byText = new Map<string, PlanItem[]>();
	for (const plan of plans) {
		const text = of(plan);
		if (text === null) continue;
		const group = byText.get(text);
		if (group === undefined) byText.set(text, [plan]);
		else group.push(plan);
	}
	return [...byText.values()].filter((group) => group.length > 1);
}
