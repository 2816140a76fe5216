/** Rows as the API shows them, under the keys and types the switches pick. */
import type { StellrChangeLogRow, StellrCustomerRow, StellrSubscriptionRow } from './state';
import type { StellrSwitches } from './switches';

type WireRecord = Record<string, unknown>;

const NUMERIC_KEYS = new Set([
	'contractNo',
	'lineNo',
	'productId',
	'skuNo',
	'quantity',
	'unitPrice',
	'customerPrice',
]);
const STRAY_CREDENTIAL_KEYS = ['adminPassword', 'vendorToken'];
const DATE_KEYS = new Set(['startDate', 'endDate']);

export function customerOnWire(row: StellrCustomerRow, switches: StellrSwitches): WireRecord {
	const record = rename(row, switches, {
		customerNo: switches.customerNoKey,
		name: switches.nameKey,
		country: switches.countryKey,
		microsoftTenantId: switches.tenantIdKey,
	});
	if (row.domain === null) delete record.domain;
	if (row.microsoftTenantId === null) delete record[switches.tenantIdKey];
	if (switches.strayCredentials) {
		for (const name of STRAY_CREDENTIAL_KEYS) record[name] = `stray ${row.customerNo}`;
	}
	return record;
}

export function subscriptionOnWire(
	row: StellrSubscriptionRow,
	switches: StellrSwitches,
): WireRecord {
	return rename(row, switches, {
		customerNo: switches.customerNoKey,
		subscriptionId: switches.subscriptionIdKey,
		productName: switches.productNameKey,
		vendorName: switches.vendorNameKey,
		quantity: switches.quantityKey,
		currency: switches.currencyKey,
		billingFrequency: switches.billingFrequencyKey,
		startDate: switches.startDateKey,
		endDate: switches.endDateKey,
	});
}

export function changeOnWire(row: StellrChangeLogRow, switches: StellrSwitches): WireRecord {
	return rename(row, switches, { customerNo: switches.customerNoKey });
}

function rename(row: object, switches: StellrSwitches, keys: Record<string, string>): WireRecord {
	const record: WireRecord = {};
	for (const [name, value] of Object.entries(row)) {
		if (value === null || value === undefined) {
			if (switches.noValue !== 'absent') {
				record[keys[name] ?? name] = switches.noValue === 'empty' ? '' : null;
			}
		} else record[keys[name] ?? name] = asServed(name, value, switches);
	}
	return record;
}

function asServed(name: string, value: unknown, switches: StellrSwitches): unknown {
	if (name === 'customerNo') {
		return switches.customerNoAs === 'string' ? String(value) : value;
	}
	if (NUMERIC_KEYS.has(name) && switches.numbers === 'string') return String(value);
	if (DATE_KEYS.has(name) && typeof value === 'string') return dateAsServed(value, switches);
	return value;
}

function dateAsServed(day: string, switches: StellrSwitches): string {
	if (switches.dateFormat === 'utc') return `${day}T00:00:00Z`;
	if (switches.dateFormat === 'offset') return `${day}T00:00:00.000-0400`;
	return day;
}
