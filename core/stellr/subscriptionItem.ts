import { OTHER_KIND, recordSchema, type FieldReader } from '../items/fieldReaders';
import { isRecord } from './rejected';
import { subscriptionKinds, subscriptionStates, type StellrSubscription } from './schemas';

const id: FieldReader<string> = (value) =>
	typeof value === 'string' && value !== '' ? value : OTHER_KIND;

const text: FieldReader<string> = (value) => (typeof value === 'string' ? value : OTHER_KIND);

const textOrNull: FieldReader<string | null> = (value) =>
	value === null || typeof value === 'string' ? value : OTHER_KIND;

const numberOrNull: FieldReader<number | null> = (value) =>
	value === null || (typeof value === 'number' && !Number.isNaN(value)) ? value : OTHER_KIND;

/** One of the words of a list. */
function wordOf<Word extends string>(words: readonly Word[]): FieldReader<Word> {
	return (value) => words.find((word) => word === value) ?? OTHER_KIND;
}

const recordIfAny: FieldReader<Record<string, unknown> | undefined> = (value) =>
	value === undefined || isRecord(value) ? value : OTHER_KIND;

/**
 * A subscription as an item carries it: the same as `stellrSubscriptionSchema`, in a fraction of the time, since an
 * evening's items carry tens of thousands.
 */
export const subscriptionItemSchema = recordSchema(
	{
		account: id,
		customerNo: id,
		subscriptionId: id,
		contractNo: textOrNull,
		lineNo: textOrNull,
		vendorSubscriptionId: textOrNull,
		productName: textOrNull,
		vendor: textOrNull,
		skuNo: textOrNull,
		mfgPartNo: textOrNull,
		offerId: textOrNull,
		quantity: numberOrNull,
		unitCost: numberOrNull,
		suggestedPrice: numberOrNull,
		currency: textOrNull,
		billingFrequency: textOrNull,
		term: textOrNull,
		startDate: textOrNull,
		endDate: textOrNull,
		status: textOrNull,
		state: wordOf(subscriptionStates),
		kind: wordOf(subscriptionKinds),
		kindReason: text,
		raw: recordIfAny,
	},
	({ raw, ...fields }): StellrSubscription => (raw === undefined ? fields : { ...fields, raw }),
);
