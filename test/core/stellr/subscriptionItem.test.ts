import fc from 'fast-check';

import { stellrSubscriptionSchema } from '../../../core/stellr/schemas';
import { subscriptionItemSchema } from '../../../core/stellr/subscriptionItem';

const whole = {
	account: 'us',
	customerNo: '100482',
	subscriptionId: '411833_1',
	contractNo: '411833',
	lineNo: '1',
	vendorSubscriptionId: null,
	productName: 'Microsoft 365 Business Premium',
	vendor: 'Microsoft',
	skuNo: '7650722',
	mfgPartNo: null,
	offerId: null,
	quantity: 8,
	unitCost: 19.8,
	suggestedPrice: 22,
	currency: 'USD',
	billingFrequency: 'month',
	term: 'P1Y',
	startDate: '2026-01-01',
	endDate: '2026-12-31',
	status: 'Activated',
	state: 'active',
	kind: 'seat',
	kindReason: 'billed by the seat each "month"',
};

const oddities = [null, '', 'x', 0, 1.5, NaN, [], {}, true, 'active', 'seat', undefined];
const changes = fc.dictionary(
	fc.constantFrom(...Object.keys(whole), 'raw', 'ofAnotherNode'),
	fc.constantFrom(...oddities),
	{ maxKeys: 3 },
);

describe('a subscription that an item carries', () => {
	it('is read as its schema says, whatever stands in it, and what is wrong first is named alike', () => {
		fc.assert(
			fc.property(changes, (changed) => {
				const item = { ...whole, ...changed };
				const [read, expected] = [subscriptionItemSchema, stellrSubscriptionSchema].map((schema) =>
					schema.safeParse(item),
				);
				expect(read.success).toBe(expected.success);
				expect(read.data).toEqual(expected.data);
				expect(read.error?.issues[0].path).toEqual(expected.error?.issues[0].path);
			}),
			{ numRuns: 2000 },
		);
	});

	it('is no text and no list', () => {
		for (const item of ['411833_1', [whole], null]) {
			expect(subscriptionItemSchema.safeParse(item).success).toBe(false);
		}
	});
});
