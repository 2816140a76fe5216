import type { ClientFacts, CustomerFacts } from '../facts';
import { legalFormsDiffer, type NormalName } from '../names/normalForm';

/** Why two names of one form may be two companies for their legal forms or second names; null when nothing says so. */
export function legalFormObjection(
	{ customer, reading }: CustomerFacts,
	{ client, reading: other }: ClientFacts,
): string | null {
	if (reading === null || reading.exact === other.exact) return null;
	const pair = commonNames(reading.names, other.names);
	if (pair === null) return null;
	const [left, right] = pair;
	if (secondNamesDiffer(reading.names, other.names)) {
		return `"${customer.name}" and Halo client "${client.name}" share one of their names, and each has another one: they may be two companies.`;
	}
	if (!legalFormsDiffer(left, right)) return null;
	if (left.legalForm !== null && right.legalForm !== null) {
		return `"${customer.name}" and Halo client "${client.name}" have different legal forms (${left.legalForm}, ${right.legalForm}): they may be two companies.`;
	}
	const form = left.legalForm ?? right.legalForm;
	if (!left.legalFormMayBeWord && !right.legalFormMayBeWord) {
		return `"${customer.name}" and Halo client "${client.name}" have different legal forms (Co, ${form}): they may be two companies.`;
	}
	return `Only one of "${customer.name}" and Halo client "${client.name}" ends in ${form}, which may be a legal form or a word of the name.`;
}

/** Two records that each hold a legal and a trading name are one only when both are the same. */
function secondNamesDiffer(lefts: readonly NormalName[], rights: readonly NormalName[]): boolean {
	if (lefts.length < 2 || rights.length < 2) return false;
	const isIn = (one: NormalName, others: readonly NormalName[]) =>
		others.some((other) => one.forms.some((form) => other.forms.includes(form)));
	return !(lefts.every((one) => isIn(one, rights)) && rights.every((one) => isIn(one, lefts)));
}

/** The two names, of those that each record holds, that have a form in common. */
export function commonNames(
	lefts: readonly NormalName[],
	rights: readonly NormalName[],
): [NormalName, NormalName] | null {
	for (const left of lefts) {
		for (const right of rights) {
			if (left.forms.some((form) => right.forms.includes(form))) return [left, right];
		}
	}
	return null;
}
