import type { ClientFacts, CustomerFacts } from '../facts';
import { pairOf, type PairReading } from '../holders';
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
			const { reading } = customer;
			if (reading === null || reading.domain !== null) return nothing();
			const sharers = holders.with(customer);
			const namesakes = sharers === null ? null : ofNormalForm(sharers, reading.forms);
			return namesakes === null ? nothing() : pairOf(customer, namesakes, context, SAME_FORM);
		};
	},
};

const SAME_FORM: PairReading = {
	have: 'have this name',
	of: 'of this name',
	score: 0.9,
	reasons: (client, customer) => [sameNameBut(customer, client)],
	objection: (client, customer) =>
		nameObjection(client, customer) ?? legalFormObjection(customer, client),
	narrowed: ofSameLegalForm,
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
		{ name: customer.name ?? '', normal: left, isNameOnly: reading.isNameOnly },
		{ name: client.name, normal: right, isNameOnly: other.isNameOnly },
	);
	return `same name but for ${differences.join(', ')}`;
}

/** Sister firms are told apart by their legal form, where each of them shows its own. */
function ofSameLegalForm(
	clients: readonly ClientFacts[],
	customer: CustomerFacts,
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
