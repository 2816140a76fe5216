import type { ClientFacts, CustomerFacts } from '../facts';
import { pairOf } from '../holders';
import { differencesOf } from '../names/nameDifferences';
import { nothing, type Rung } from '../rung';
import { commonNames, legalFormObjection } from './legalFormObjection';
import { nameObjection } from './nameObjections';
import { namesRunTogether, ofNormalForm } from './namesRunTogether';

/** The same company written differently: case, accents, punctuation, legal form, short words; unique on both sides. */
export const normalFormRung: Rung = {
	level: 'normalForm',
	evidence: 'name',
	restsOn: 'comparison',
	// The one client of the very name is among those of its normal form, and no nearer one can be.
	silentAfter: 'exactName',
	prepare: (context) => {
		const holders = namesRunTogether(context);
		return (customer) => {
			const forms = customer.reading?.forms ?? [];
			const sharers = holders.of(forms);
			const namesakes = sharers === null ? null : ofNormalForm(sharers, forms);
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
