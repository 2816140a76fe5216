import type { Reason } from '../sync/planItem';

/**
 * Every sentence a planned client or address can carry, in one place: what was found, and what a person can do. Codes are stable, the
 * wording may change.
 */

const reason = (code: string, text: string): Reason => ({ code, text });

/** Plan lets through only what is approved there, and Apply looks for near names once more: the hash belongs into both. */
const WHERE_TO_APPROVE =
	'in the flow Review mapping, or by its plan.hash in Approved Changes of both Plan clients and Apply clients';

/** Quick start keeps no decisions and reads subscriptions too late to create: another flow does both. */
const WHERE_TO_CHOOSE = 'in the flow Review mapping, and run Import customers.';
const IF_OWN = 'If it is your own company, name it under Own Company in Mapping Match.';

export const clientReasons = {
	linked: () => reason('linked', "The client already holds this customer's Stellr key."),
	linkedElsewhere: () =>
		reason('linkedBySavedMapping', 'The match comes from the saved mapping; no key field is used.'),
	writeKey: (field: string) =>
		reason(
			'writeKey',
			`The Stellr key is added to ${field}, so that the client is recognised from now on.`,
		),
	keyFieldTaken: (field: string, text: string) =>
		reason(
			'keyFieldTaken',
			`${field} of the client holds "${text}", which is not a Stellr key and is left alone. Choose another key field, or keep the match in the saved mapping.`,
		),
	keyFieldFull: (field: string, limit: number) =>
		reason(
			'keyFieldFull',
			`${field} holds at most ${limit} characters and has no room for another key. Make the field longer in Halo.`,
		),
	clientInactive: (name: string) =>
		reason(
			'clientInactive',
			`The client "${name}" is inactive in Halo while the customer is mapped to it. Activate the client or change the mapping.`,
		),
	ignored: (why: string) => reason('ignored', `Left out: ${why}.`),
	discontinued: (status: string) =>
		reason('discontinued', `Stellr says "${status}": no client is created for such a customer.`),
	noName: () =>
		reason(
			'noName',
			'Stellr has no name for this customer. Create the client in Halo and map it by hand.',
		),
	subscriptionsNotRead: () =>
		reason(
			'subscriptionsNotRead',
			'Its subscriptions were not read, so nobody knows whether it has a live line. Put Stellr Subscriptions before this node and let it read customers without a client.',
		),
	subscriptionsIncomplete: () =>
		reason(
			'subscriptionsIncomplete',
			'Its list of subscriptions came incomplete. Run again when Stellr answers in full.',
		),
	noLiveLine: () =>
		reason('noLiveLine', 'It has no live subscription: no client is created for it.'),
	domainAsName: (name: string) =>
		reason(
			'domainAsName',
			`Stellr knows the customer only by its domain "${name}". Choose its client, or a new one with its proper name, ${WHERE_TO_CHOOSE} ${IF_OWN}`,
		),
	creationOff: () =>
		reason(
			'creationOff',
			`No client in Halo matches, and none is created here, since Create Missing Clients is off. Choose its client, or a new one, ${WHERE_TO_CHOOSE} ${IF_OWN}`,
		),
	underReview: () =>
		reason(
			'underReview',
			'Mapping Match is not sure which client it is, so none is created. Decide in the flow Review mapping first.',
		),
	chosenButOff: (name: string) =>
		reason(
			'chosenButCreationOff',
			`A person chose to create the client "${name}", but Create Missing Clients is off. Set it to After Approval or On.`,
		),
	creationNeedsApproval: () =>
		reason(
			'creationNeedsApproval',
			`No client in Halo matches; creating one waits for approval: ${WHERE_TO_APPROVE}.`,
		),
	chooseTopLevel: (names: string[]) =>
		reason(
			'chooseTopLevel',
			`Halo has several top levels (${names.join(', ')}). Choose a Top Level.`,
		),
	noTopLevel: () =>
		reason(
			'noTopLevel',
			'Halo shows no top level to this agent. Give the agent access to one, or choose a Top Level by id.',
		),
	topLevelUnreadable: () =>
		reason('topLevelUnreadable', "Halo's top levels could not be read. Choose a Top Level by id."),
	clientsIncomplete: () =>
		reason(
			'clientsIncomplete',
			"Halo's clients could not all be read, so a duplicate cannot be ruled out. Run again.",
		),
	keyExists: (names: string[]) =>
		reason(
			'keyExists',
			`Halo already holds this customer's key on ${quoted(names)}. Run again so that it is mapped.`,
		),
	labelChanged: (key: string, name: string) =>
		reason(
			'labelChanged',
			`The client "${name}" holds the same customer number under another account label (${key}). If the label was changed, change it back or map the customer by hand.`,
		),
	similarClient: (candidates: Array<{ name: string; why: string }>) =>
		reason(
			'similarClient',
			`Halo has a client with a near name: ${candidates.map((entry) => `"${entry.name}" (${entry.why})`).join(', ')}. Map the customer to it, or approve the creation: ${WHERE_TO_APPROVE}.`,
		),
	createClient: (topLevel: string) =>
		reason('createClient', `No client in Halo matches: it is created under ${topLevel}.`),
	createChosen: (topLevel: string) =>
		reason(
			'createChosen',
			`A person chose to create it with this name: it is created under ${topLevel}.`,
		),
	fieldDiffers: (field: string, before: string | null, after: string) =>
		reason(
			'fieldDiffers',
			`The ${field} at Stellr is "${after}", in Halo ${before ? `"${before}"` : 'empty'}.`,
		),
	addressDiffers: () =>
		reason('addressDiffers', "The main site's address differs from the one at Stellr."),
	addressSame: () => reason('addressSame', "The main site's address is the one at Stellr."),
	addressMissing: () =>
		reason('addressMissing', 'Stellr has no address for this customer; the one in Halo stays.'),
	addressesDiffer: (other: string) =>
		reason(
			'addressesDiffer',
			`The client is shared with the Stellr customer "${other}", which has another address. Set the main site's address by hand.`,
		),
	addressShared: () =>
		reason('addressShared', 'Another Stellr customer of the same client has the same address.'),
	mainSiteUnknown: () =>
		reason('mainSiteUnknown', "The client's main site could not be told. Choose it in Halo."),
} as const;

function quoted(names: string[]): string {
	return names.map((name) => `"${name}"`).join(', ');
}
