import type { EditAction } from '../review/editChange';

/** Every sentence of the pages on which a customer is mapped by hand. Plain text: pages escape it. */

export const actionLabels: Record<EditAction, string> = {
	map: 'Map to this client',
	reject: 'This customer is not this client (Reject)',
	ignore: 'Never import this customer (Ignore)',
	forget: 'Forget what was decided',
	forgetAll: 'Forget what was decided, and the rejected clients too',
};

export interface Refusal {
	code: string;
	message: string;
	remedy: string;
}

const refusal = (code: string, message: string, remedy: string): Refusal => ({
	code,
	message,
	remedy,
});

const AGAIN = 'Open the form again.';

/** Why an answer leads to no decision. Nothing is written then. */
export const editRefusals = {
	noCustomer: () =>
		refusal(
			'customerNotChosen',
			'No customer was chosen, or the choice fits no Stellr customer any more.',
			`${AGAIN} Choose one of the customers it offers.`,
		),
	noAction: () =>
		refusal(
			'actionNotChosen',
			'No action was chosen, or one that is not offered.',
			`${AGAIN} Choose what to do with the customer.`,
		),
	noClient: (action: EditAction) =>
		refusal(
			'clientNotChosen',
			`"${actionLabels[action]}" needs a client, and none was chosen, or the choice fits no Halo client any more.`,
			`${AGAIN} Type a part of the client's name or its ID on the first page, and choose it on the second.`,
		),
	noDay: (text: string) =>
		refusal('dayNotUnderstood', `Until holds "${text}", which is no day.`, AGAIN),
	pastDay: (text: string) =>
		refusal(
			'dayOver',
			`Until holds ${text}, which is over: the decision would not hold for a day.`,
			`${AGAIN} Give a later day, or none.`,
		),
	nothingToForget: (customer: string) =>
		refusal(
			'nothingSaved',
			`Nothing of the kind is saved about ${customer}.`,
			'There is nothing to do.',
		),
	oddRow: (customer: string, rows: string) =>
		refusal(
			'savedRowNotUnderstood',
			`The Data table holds ${rows} about ${customer} in a way that cannot be written over safely.`,
			`Correct it in the Data table, or choose "${actionLabels.forgetAll}" first.`,
		),
	noRowId: (customer: string) =>
		refusal(
			'rowWithoutId',
			`The saved rows about ${customer} came in without their id, so none of them can be deleted.`,
			'Feed this node with the rows of the Data table as they are.',
		),
	notConfirmed: () =>
		refusal(
			'notConfirmed',
			'The decision was not confirmed.',
			`To decide after all: ${lower(AGAIN)}`,
		),
	lapsed: (customer: string) =>
		refusal(
			'confirmationLapsed',
			`What is saved about ${customer} changed while the page was open, or the confirmation belongs to another decision.`,
			`${AGAIN} It shows what is decided now.`,
		),
} as const;

function lower(sentence: string): string {
	return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
