import { domainIn } from '../names/domainName';
import { howNamesDiffer, legalFormsDiffer, normalName } from '../names/normalForm';
import type { Rung } from '../rung';
import { findNamesakes } from './namesakes';

/** The same company written differently: case, accents, punctuation, legal form; unique on both sides. */
export const normalFormRung: Rung = {
	level: 'normalForm',
	restsOn: 'comparison',
	prepare: (context) =>
		findNamesakes(context, {
			// A domain has no legal form or accents: its letters run together are no company name.
			formOf: (name) => (domainIn(name) === null ? normalName(name).form : ''),
			score: 0.9,
			reasons: (customerName, clientName) => [
				`same name but for ${howNamesDiffer(customerName, clientName).join(', ')}`,
			],
			objection,
		}),
};

function objection(customerName: string, clientName: string): string | null {
	const customer = normalName(customerName);
	const client = normalName(clientName);
	if (!legalFormsDiffer(customer, client)) return null;
	if (customer.legalForm !== null && client.legalForm !== null) {
		return `"${customerName}" and Halo client "${clientName}" have different legal forms (${customer.legalForm}, ${client.legalForm}): they may be two companies.`;
	}
	const form = customer.legalForm ?? client.legalForm;
	return `Only one of "${customerName}" and Halo client "${clientName}" ends in ${form}, which may be a legal form or a word of the name.`;
}
