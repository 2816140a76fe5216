import { z } from 'zod';

import { maskSecrets } from '../items/maskSecrets';
import { firstHit, lenientText, optionalText, textOrNull } from './rawValues';
import { isRecord, rejectedField, rejectedWithoutId } from './rejected';
import type { RecordRead } from './rejected';
import type { StellrCustomer } from './schemas';
import { isActiveCustomer } from './state';

/** A customer as Stellr may send it: which of several names a field has is not published. */
const rawCustomerSchema = z.object({
	customerNo: optionalText,
	customerNumber: optionalText,
	id: optionalText,
	customerId: optionalText,
	name: optionalText,
	companyName: optionalText,
	customerName: optionalText,
	displayName: optionalText,
	status: optionalText,
	domain: lenientText,
	microsoftTenantId: lenientText,
	tenantId: lenientText,
	tenant_id: lenientText,
	address1: lenientText,
	address2: lenientText,
	city: lenientText,
	/** The province, never the lifecycle. */
	state: lenientText,
	zipCode: lenientText,
	country: lenientText,
	countryCode: lenientText,
	phone: lenientText,
	phoneNumber: lenientText,
});

const ID_NAMES = ['customerNo', 'customerNumber', 'id', 'customerId'] as const;
const NAME_NAMES = ['name', 'companyName', 'customerName', 'displayName'] as const;

function readable(raw: unknown, names: readonly string[]): string | null {
	if (!isRecord(raw)) return null;
	return firstHit(...names.map((name) => textOrNull(raw[name])));
}

/** The customer's number wherever it stands, also in a record that is otherwise not understood. */
export function customerNoOf(raw: unknown): string | null {
	return readable(raw, ID_NAMES);
}

export interface ParseOptions {
	account: string;
	requestId: string | null;
	/** Keep the vendor's own record beside the canonical one. */
	includeRaw: boolean;
}

export function parseCustomer(raw: unknown, options: ParseOptions): RecordRead<StellrCustomer> {
	const about = {
		what: 'Customer',
		key: customerNoOf(raw),
		also: readable(raw, NAME_NAMES),
		requestId: options.requestId,
	};
	const parsed = rawCustomerSchema.safeParse(raw);
	if (!parsed.success) return { ok: false, rejected: rejectedField(raw, about, parsed.error) };
	const fields = parsed.data;
	const customerNo = firstHit(
		fields.customerNo,
		fields.customerNumber,
		fields.id,
		fields.customerId,
	);
	if (customerNo === null) {
		return { ok: false, rejected: rejectedWithoutId(fieldsOf(raw), about, ID_NAMES) };
	}
	return {
		ok: true,
		value: {
			account: options.account,
			customerNo,
			name: firstHit(fields.name, fields.companyName, fields.customerName, fields.displayName),
			status: fields.status,
			active: isActiveCustomer(fields.status),
			domain: fields.domain,
			tenantId: firstHit(fields.microsoftTenantId, fields.tenantId, fields.tenant_id),
			address: {
				line1: fields.address1,
				line2: fields.address2,
				city: fields.city,
				state: fields.state,
				postalCode: fields.zipCode,
				country: firstHit(fields.country, fields.countryCode),
			},
			phone: firstHit(fields.phone, fields.phoneNumber),
			...(options.includeRaw ? { raw: maskSecrets(fieldsOf(raw)) } : {}),
		},
	};
}

function fieldsOf(raw: unknown): Record<string, unknown> {
	return isRecord(raw) ? raw : {};
}
