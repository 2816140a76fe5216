import type { Verdict } from '../reconcile/verdicts';

/** How a verdict is called, what it means, and what a person does about it. Plain text: pages escape it. */
export interface VerdictWords {
	title: string;
	/** One sentence. */
	meaning: string;
	/** One sentence; what to do, where, and what happens by itself. */
	remedy: string;
}

export const verdictWords: Record<Verdict, VerdictWords> = {
	duplicateKey: {
		title: 'Duplicate key',
		meaning: 'Two or more active licences in Halo hold the key of the same subscription.',
		remedy:
			'Keep the licence that the recurring invoice counts, and make the others inactive in Halo.',
	},
	atAnotherClient: {
		title: 'At another client',
		meaning: 'The licence of this subscription is at another Halo client than its customer.',
		remedy:
			'Decide which client pays: correct the mapping of the customer, or move the licence and its invoice line in Halo.',
	},
	clientInactive: {
		title: 'Client inactive',
		meaning: 'Stellr charges for this subscription, and its client is inactive in Halo.',
		remedy:
			'Cancel the subscription at Stellr if the client has left; otherwise activate the client in Halo and invoice it.',
	},
	cancelledButInvoiced: {
		title: 'Cancelled but invoiced',
		meaning: 'The subscription is over at Stellr, and a recurring invoice still bills it.',
		remedy:
			'End the line on the recurring invoice, and credit what was billed since the subscription ended.',
	},
	customerWithoutClient: {
		title: 'Customer without client',
		meaning: 'Stellr charges for this subscription, and no Halo client is mapped to its customer.',
		remedy:
			'Map the customer to its client with the flow Review mapping; its licences come with the next run.',
	},
	subscriptionWithoutLicence: {
		title: 'Subscription without licence',
		meaning: 'Stellr charges for this subscription, and Halo has no licence for it.',
		remedy:
			'Run Update licences, which creates it, then put the new licence on a recurring invoice.',
	},
	licenceUnclear: {
		title: 'Licence unclear',
		meaning:
			'Several licences in Halo may belong to this subscription, or one that is not taken over without a look.',
		remedy:
			'Write the key of the subscription, such as us/411833_1, into the Licence Key Field of the right licence in Halo (Service Now ID, unless you chose another); where the line names a single licence, ticking it in the flow Approve changes does the same.',
	},
	licenceWithoutSubscription: {
		title: 'Licence without subscription',
		meaning:
			'The licence is active in Halo, and Stellr no longer lists its subscription for any customer of this client.',
		remedy:
			'Check at Stellr whether the subscription was cancelled or moved, then end the licence and its invoice line in Halo.',
	},
	editedByHand: {
		title: 'Edited by hand',
		meaning:
			'The count in Halo is neither the seats at Stellr nor what was last written: somebody changed it in Halo.',
		remedy:
			'Ask who changed it and why, then let Stellr win in the flow Approve changes, or change the seats at Stellr.',
	},
	haloBehind: {
		title: 'Halo behind',
		meaning: 'The seats at Stellr have changed since the licence was last written in Halo.',
		remedy:
			'The next run of Update licences writes it; where the change is held, approve it in the flow Approve changes.',
	},
	differsOriginUnknown: {
		title: 'Differs, origin unknown',
		meaning: 'Stellr and Halo have different counts, and nothing tells which of them changed.',
		remedy:
			"Compare both with what the customer ordered, then approve Stellr's seats in the flow Approve changes or change them at Stellr.",
	},
	invoicedTwice: {
		title: 'Invoiced twice',
		meaning: 'The licence is counted on two or more active recurring invoice lines.',
		remedy: 'Keep one of the lines, end the others, and credit what was billed twice.',
	},
	lineInactive: {
		title: 'Line inactive',
		meaning:
			'The licence is on recurring invoices, and each of its lines, or its invoice, is inactive or has ended.',
		remedy:
			'Activate the line or put the licence on an active recurring invoice, and bill what was missed.',
	},
	neverInvoiced: {
		title: 'Never invoiced',
		meaning: 'Stellr charges for this subscription, and no recurring invoice counts its licence.',
		remedy: 'Put the licence on a recurring invoice of the client, and bill what was missed.',
	},
	invoiceBehind: {
		title: 'Invoice behind',
		meaning: "The recurring invoice bills another quantity than the licence's count makes it.",
		remedy:
			'Link the line to the licence, or correct its quantity, free quantity or minimum on the recurring invoice.',
	},
	typedQuantity: {
		title: 'Typed quantity',
		meaning:
			'The quantity on the recurring invoice is right today, but it was typed: nothing keeps it right.',
		remedy: 'Let the line count the licence, so that the next change of seats is billed.',
	},
	currencyMismatch: {
		title: 'Currency mismatch',
		meaning: 'Stellr charges in one currency, and the recurring invoice bills in another.',
		remedy:
			'Check that the price on the recurring invoice was set for its own currency; nothing is converted here.',
	},
	cannotBeCosted: {
		title: 'Cannot be costed',
		meaning: 'All quantities agree, but a price, a period or a currency is not known.',
		remedy:
			'Fill in what is missing as the line says, or name the period under Invoice Periods in Licence Reconcile.',
	},
	inSync: {
		title: 'In sync',
		meaning: 'Stellr, the Halo licence and the recurring invoice agree.',
		remedy: 'There is nothing to do.',
	},
};
