import type { ClientFacts, CustomerFacts } from '../facts';
import { holdersIndex, pairOf } from '../holders';
import { differencesOf } from '../names/nameDifferences';
import type { NameReading } from '../names/nameReading';
import { legalFormsDiffer, type NormalName } from '../names/normalForm';
import { nothing, type Rung } from '../rung';
import { nameObjection } from './nameObjections';

/** The same company written differently: case, accents, punctuation, legal form, short words; unique on both sides. */
export const normalFormRung: Rung = {
	level: 'normalForm',
	evidence: 'name',
	restsOn: 'comparison',
	prepare: (context) => {
		const holders = holdersIndex(
			context,
			({ reading }) => formsIn(reading),
			({ reading }) => formsIn(reading),
		);
		return (customer) => {
			const namesakes = holders.of(formsIn(customer.reading));
			if (namesakes === null) return nothing();
			return pairOf(customer, namesakes, context, {
				have: 'have this name',
				of: 'of this name',
				score: 0.9,
				reasons: (client) => [sameNameBut(customer, client)],
				objection: (client) =>
					nameObjection(customer, client) ?? legalFormObjection(customer, client),
				narrowed: (clients) => ofSameLegalForm(customer, clients),
			});
		};
	},
};

function formsIn(reading: NameReading | null): readonly string[] {
	return reading === null ? NONE : reading.forms;
}

const NONE: readonly string[] = [];

function sameNameBut(
	{ customer, reading }: CustomerFacts,
	{ client, reading: other }: ClientFacts,
): string {
	if (reading === null || reading.exact === other.exact) return 'same name';
	const [left, right] = commonNames(reading.names, other.names) ?? [
		reading.names[0],
		other.names[0],
	];
	const differences = differencesOf(
		{ name: customer.name ?? '', normal: left },
		{ name: client.name, normal: right },
	);
	return `same name but for ${differences.join(', ')}`;
}

function legalFormObjection(
	{ customer, reading }: CustomerFacts,
	{ client, reading: other }: ClientFacts,
): string | null {
	if (reading === null || reading.exact === other.exact) return null;
	const pair = commonNames(reading.names, other.names);
	if (pair === null) return null;
	const [left, right] = pair;
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

/** Sister firms are told apart by their legal form, where each of them shows its own. */
function ofSameLegalForm(
	customer: CustomerFacts,
	clients: readonly ClientFacts[],
): readonly ClientFacts[] {
	const forms = clients.map((client) =>
		commonNames(customer.reading?.names ?? [], client.reading.names),
	);
	const each = forms.every(
		(pair) => pair !== null && pair[0].legalForm !== null && pair[1].legalForm !== null,
	);
	if (!each) return clients;
	const same = clients.filter(
		(_client, at) => forms[at]?.[0].legalForm === forms[at]?.[1].legalForm,
	);
	return same.length === 0 ? clients : same;
}

/** The two names, of those that each record holds, that have a form in common. */
function commonNames(
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
