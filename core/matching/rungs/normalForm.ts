import { domainIn } from '../names/domainName';
import { exactForm } from '../names/foldName';
import { howNamesDiffer, legalFormsDiffer, normalName, type NormalName } from '../names/normalForm';
import type { Rung } from '../rung';
import { findNamesakes } from './namesakes';

/** The same company written differently: case, accents, punctuation, legal form; unique on both sides. */
export const normalFormRung: Rung = {
	level: 'normalForm',
	restsOn: 'comparison',
	prepare: (context) => {
		const read = readingOnce();
		return findNamesakes(context, {
			// A domain has no legal form or accents: its letters run together are no company name.
			formOf: (name) => (domainIn(name) === null ? read(name).form : ''),
			score: 0.9,
			reasons: (customerName, clientName) =>
				exactForm(customerName) === exactForm(clientName)
					? ['same name']
					: [`same name but for ${howNamesDiffer(customerName, clientName).join(', ')}`],
			objection: (customerName, clientName) =>
				legalFormObjection(customerName, clientName, read(customerName), read(clientName)),
		});
	},
};

/** Every name is looked at several times in a run, and reducing it is the costly part. */
function readingOnce(): (name: string) => NormalName {
	const known = new Map<string, NormalName>();
	return (name) => {
		const before = known.get(name);
		if (before !== undefined) return before;
		const normal = normalName(name);
		known.set(name, normal);
		return normal;
	};
}

function legalFormObjection(
	customerName: string,
	clientName: string,
	customer: NormalName,
	client: NormalName,
): string | null {
	if (!legalFormsDiffer(customer, client)) return null;
	if (customer.legalForm !== null && client.legalForm !== null) {
		return `"${customerName}" and Halo client "${clientName}" have different legal forms (${customer.legalForm}, ${client.legalForm}): they may be two companies.`;
	}
	const form = customer.legalForm ?? client.legalForm;
	return `Only one of "${customerName}" and Halo client "${clientName}" ends in ${form}, which may be a legal form or a word of the name.`;
}
