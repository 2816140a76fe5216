import { safeJson } from '../forms/safeJson';
import { actionLabels } from '../words/mappingEdit';
import { clientChoice, customerChoice } from './editChoices';
import { editActions } from './editChange';
import type { EditLists } from './editLists';
import { htmlField, paragraph, strongParagraph } from './editPage';
import { findClients, findCustomers, type Found } from './editSearch';

/** Names under which the page's answers come back. */
export const editFields = {
	customer: 'customer',
	client: 'client',
	action: 'action',
	reason: 'reason',
	until: 'until',
} as const;

export interface EditForm {
	/** JSON for n8n's Form node, "Define Form: Using JSON". */
	form: string;
	/** Customers and clients that the page offers. */
	customersFound: number;
	clientsFound: number;
}

const CLIENTS_IN_PART =
	'The Halo clients came in part only: the one you look for may be missing. See what the node Halo Clients says.';

/** The page on which a customer, a client and what to do with them are chosen. */
export function editForm(search: { customer: string; client: string }, lists: EditLists): EditForm {
	const customers = findCustomers(search.customer, lists);
	const clients = findClients(search.client, lists, customers.shown);
	const about = htmlField(
		introduction(search, customers, clients) +
			(lists.clientsInPart === true ? paragraph(CLIENTS_IN_PART) : ''),
	);
	const found = { customersFound: customers.shown.length, clientsFound: clients.shown.length };
	if (customers.shown.length === 0) return { form: safeJson([about]), ...found };
	const fields = [
		about,
		dropdown(
			'Customer',
			editFields.customer,
			customers.shown.map((matched) => customerChoice(matched, lists.rows)),
			true,
		),
		...(clients.shown.length === 0
			? []
			: [dropdown('Client', editFields.client, clients.shown.map(clientChoice), false)]),
		dropdown(
			'Action',
			editFields.action,
			editActions.map((action) => actionLabels[action]),
			true,
		),
		{ fieldType: 'text', fieldLabel: 'Reason', fieldName: editFields.reason },
		{
			fieldType: 'date',
			fieldLabel: 'Until (Reject and Ignore only, that day included)',
			fieldName: editFields.until,
		},
	];
	return { form: safeJson(fields), ...found };
}

function dropdown(label: string, name: string, options: string[], requiredField: boolean): object {
	return {
		fieldType: 'dropdown',
		fieldLabel: label,
		fieldName: name,
		requiredField,
		fieldOptions: { values: options.map((option) => ({ option })) },
	};
}

function introduction(
	search: { customer: string; client: string },
	customers: Found<unknown>,
	clients: Found<unknown>,
): string {
	if (customers.shown.length === 0) {
		return (
			strongParagraph(`No Stellr customer has "${search.customer}" in its name or number.`) +
			paragraph('Open the form again and type another part of it. Nothing was written.')
		);
	}
	const sentences = [
		'Choose a customer, a client and what to do with them. The next page says what that means; nothing is written before you confirm it there.',
	];
	if (customers.more > 0) {
		sentences.push(
			`The first ${customers.shown.length} customers found are offered; ${customers.more} more are not: open the form again with a longer part of the name.`,
		);
	}
	if (clients.more > 0) {
		sentences.push(
			`The first ${clients.shown.length} clients found are offered; ${clients.more} more are not: open the form again with a longer part of the name.`,
		);
	}
	if (clients.shown.length === 0) {
		sentences.push(
			search.client.trim() === ''
				? 'No client was searched for: only Ignore and Forget are possible.'
				: `No Halo client has "${search.client}" in its name or as its ID: only Ignore and Forget are possible.`,
		);
	}
	return sentences.map(paragraph).join('');
}
