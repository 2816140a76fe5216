import type { Issue } from '../items/issue';
import type { StellrSubscription } from '../stellr/schemas';
import type { CustomerLines } from '../sync/licences/customerLines';

type Line = Pick<StellrSubscription, 'subscriptionId' | 'productName' | 'quantity' | 'kindReason'>;
type Customer = Pick<CustomerLines, 'name' | 'customerNo'>;

/** Lines that cannot be compared, and what to do about them. */
export const reconcileIssues = {
	quantity: (customer: Customer, line: Line): Issue =>
		line.quantity === null
			? issue(
					'quantityMissing',
					`${lineName(customer, line)}: Stellr shows no quantity, so nothing could be compared.`,
					'Look at the subscription in the Stellr portal, then run again.',
				)
			: issue(
					'quantityNotWhole',
					`${lineName(customer, line)}: Stellr shows the quantity ${line.quantity}, which is no number of seats.`,
					'Look at the subscription in the Stellr portal; if it is not counted in seats, leave its product out.',
				),
	kindUnknown: (customer: Customer, line: Line): Issue =>
		issue(
			'kindUnknown',
			`${lineName(customer, line)}: it is not known whether this line is counted in seats (${line.kindReason}).`,
			'Name a word of its product under Only Products or Leave Out Products.',
		),
	rowUnreadable: (customer: Customer, line: Line): Issue =>
		issue(
			'rowUnreadable',
			`${lineName(customer, line)}: its Halo licence could not be understood, so nothing was compared.`,
			'Look at what Needs Attention says of that licence, correct it in Halo, then run again.',
		),
	keyCut: (customer: Customer, line: Line): Issue =>
		issue(
			'keyCut',
			`${lineName(customer, line)}: a Halo licence holds only the beginning of its key, so nothing was compared.`,
			'Choose another Licence Key Field, on Halo Licence Upsert too: this one cuts keys.',
		),
	severalCustomers: (customer: Customer, line: Line): Issue =>
		issue(
			'severalCustomers',
			`${lineName(customer, line)}: several Stellr customers list this subscription, so it was left out.`,
			'Run again; if they still do, ask TD SYNNEX whose it is.',
		),
};

function lineName({ name, customerNo }: Customer, { productName, subscriptionId }: Line): string {
	return `${name ?? customerNo}, ${productName ?? subscriptionId}`;
}

function issue(code: string, message: string, remedy: string): Issue {
	return { code, message, remedy, requestId: null };
}
