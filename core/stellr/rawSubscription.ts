import type { z } from 'zod';

import { recordSchema } from '../items/fieldReaders';
import { maskSecrets } from '../items/maskSecrets';
import { kindOf } from './kind';
import type { ParseOptions } from './rawCustomer';
import {
	firstHit,
	readOptionalDay,
	readOptionalNumber,
	readOptionalText,
	textOrNull,
} from './rawValues';
import { isRecord, rejectedField, rejectedWithoutId } from './rejected';
import type { RecordRead } from './rejected';
import type { StellrSubscription } from './schemas';
import { stateOf } from './state';
import { termOf } from './term';

/** A line as Stellr may send it: which of several names a field has is not published. */
const rawSubscriptionSchema = recordSchema(
	{
		subscriptionId: readOptionalText,
		id: readOptionalText,
		agreementId: readOptionalText,
		vendorSubscriptionId: readOptionalText,
		customerNo: readOptionalText,
		customerNumber: readOptionalText,
		customerId: readOptionalText,
		contractNo: readOptionalText,
		lineNo: readOptionalText,
		productName: readOptionalText,
		name: readOptionalText,
		description: readOptionalText,
		vendorName: textOrNull,
		vendor: textOrNull,
		publisher: textOrNull,
		manufacturer: textOrNull,
		mfrName: textOrNull,
		brand: textOrNull,
		vendorId: textOrNull,
		skuNo: readOptionalText,
		mfgPartNo: readOptionalText,
		offerId: readOptionalText,
		quantity: readOptionalNumber,
		seats: readOptionalNumber,
		qty: readOptionalNumber,
		/** The reseller's cost, whatever the word says; never read from a field called "price". */
		unitPrice: readOptionalNumber,
		unitCost: readOptionalNumber,
		cost: readOptionalNumber,
		customerPrice: readOptionalNumber,
		currency: readOptionalText,
		currencyCode: readOptionalText,
		billingFrequency: readOptionalText,
		billingCycle: readOptionalText,
		startDate: readOptionalDay,
		effectiveDate: readOptionalDay,
		createdDate: readOptionalDay,
		renewalDate: readOptionalDay,
		endDate: readOptionalDay,
		expiryDate: readOptionalDay,
		status: readOptionalText,
	},
	(fields) => fields,
);

type RawFields = z.infer<typeof rawSubscriptionSchema>;

const ID_NAMES = ['subscriptionId', 'id', 'agreementId', 'vendorSubscriptionId'] as const;

const CUSTOMER_NAMES = ['customerNo', 'customerNumber', 'customerId'] as const;

/** The line's id wherever it stands, also in a record that is otherwise not understood. */
export function subscriptionIdOf(raw: unknown): string | null {
	if (!isRecord(raw)) return null;
	return firstHit(...ID_NAMES.map((name) => textOrNull(raw[name])));
}

/** The number of the customer that a line names, also in a record that is otherwise not understood. */
export function customerNoIn(raw: unknown): string | null {
	if (!isRecord(raw)) return null;
	return firstHit(...CUSTOMER_NAMES.map((name) => textOrNull(raw[name])));
}

/** `411833_1` is contract 411833, line 1. */
function contractAndLine(subscriptionId: string, fields: RawFields) {
	const parts = /^(\d+)_(\d+)$/.exec(subscriptionId);
	return {
		contractNo: firstHit(fields.contractNo, parts?.[1] ?? null),
		lineNo: firstHit(fields.lineNo, parts?.[2] ?? null),
	};
}

function dates(fields: RawFields) {
	return {
		startDate: firstHit(fields.startDate, fields.effectiveDate, fields.createdDate),
		endDate: firstHit(fields.renewalDate, fields.endDate, fields.expiryDate),
	};
}

function product(fields: RawFields) {
	return {
		productName: firstHit(fields.productName, fields.name, fields.description),
		vendor: firstHit(
			fields.vendorName,
			fields.vendor,
			fields.publisher,
			fields.manufacturer,
			fields.mfrName,
			fields.brand,
			fields.vendorId,
		),
		skuNo: fields.skuNo,
		mfgPartNo: fields.mfgPartNo,
		offerId: fields.offerId,
	};
}

function amounts(fields: RawFields) {
	return {
		quantity: firstHit(fields.quantity, fields.seats, fields.qty),
		unitCost: firstHit(fields.unitPrice, fields.unitCost, fields.cost),
		suggestedPrice: fields.customerPrice,
		currency: firstHit(fields.currency, fields.currencyCode),
		billingFrequency: firstHit(fields.billingFrequency, fields.billingCycle),
	};
}

/** One line of the customer whose list was asked for; reseller-wide lists name the customer on each line. */
export function parseSubscription(
	raw: unknown,
	options: ParseOptions & { customerNo: string | null },
): RecordRead<StellrSubscription> {
	const about = {
		what: 'Subscription',
		key: subscriptionIdOf(raw),
		also: options.customerNo === null ? null : `customer ${options.customerNo}`,
		requestId: options.requestId,
	};
	const parsed = rawSubscriptionSchema.safeParse(raw);
	if (!parsed.success) return { ok: false, rejected: rejectedField(raw, about, parsed.error) };
	const fields = parsed.data;
	const subscriptionId = firstHit(
		fields.subscriptionId,
		fields.id,
		fields.agreementId,
		fields.vendorSubscriptionId,
	);
	const record = isRecord(raw) ? raw : {};
	if (subscriptionId === null) {
		return { ok: false, rejected: rejectedWithoutId(record, about, ID_NAMES) };
	}
	const customerNo =
		options.customerNo ?? firstHit(fields.customerNo, fields.customerNumber, fields.customerId);
	if (customerNo === null) {
		return { ok: false, rejected: rejectedWithoutId(record, about, ['customerNo']) };
	}
	const named = { ...product(fields), ...amounts(fields), ...dates(fields) };
	const term = termOf(named);
	return {
		ok: true,
		value: {
			account: options.account,
			customerNo,
			subscriptionId,
			...contractAndLine(subscriptionId, fields),
			vendorSubscriptionId: fields.vendorSubscriptionId,
			...named,
			term,
			status: fields.status,
			state: stateOf(fields.status),
			...kindOf({ ...named, term }),
			...(options.includeRaw ? { raw: maskSecrets(record) } : {}),
		},
	};
}
