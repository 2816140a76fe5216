import type { RecurringInvoice, RecurringInvoiceLine } from '../halo/recurringInvoices';
import type { HaloLicence } from '../halo/schemas';
import { keyPartOf } from '../sync/licences/keyText';
import { licenceKeyFields } from '../sync/licences/policy';
import { foldKey, parseLicenceKey } from '../sync/stellrKeys';

/** A licence that carries a Stellr key, with the lines that bill it. */
export interface KeyedLicence {
	licence: HaloLicence;
	key: string;
	lines: Array<{ invoice: RecurringInvoice; line: RecurringInvoiceLine }>;
}

export interface OldClientRows {
	keyed: KeyedLicence[];
	/** Licences of the client without a key of the account. */
	withoutKey: number;
}

/**
 * What stays behind at a client when a customer is mapped elsewhere: its licences that carry keys of the customer's
 * account, in whichever field, and the recurring invoice lines that count them.
 */
export function oldClientRows(
	account: string,
	licences: readonly HaloLicence[],
	invoices: readonly RecurringInvoice[],
): OldClientRows {
	const linesById = new Map<number, KeyedLicence['lines']>();
	for (const invoice of invoices) {
		for (const line of invoice.lines) {
			for (const { licenceId } of line.links) {
				linesById.set(licenceId, [...(linesById.get(licenceId) ?? []), { invoice, line }]);
			}
		}
	}
	const live = licences.filter((licence) => !licence.deleted);
	const keyed = live.flatMap((licence) => {
		const key = keyOf(licence, account);
		return key === null ? [] : [{ licence, key, lines: linesById.get(licence.id) ?? [] }];
	});
	return { keyed, withoutKey: live.length - keyed.length };
}

function keyOf(licence: HaloLicence, account: string): string | null {
	const prefix = `${foldKey(account)}/`;
	for (const field of licenceKeyFields) {
		const text = keyPartOf(field, licence.texts[field] ?? null);
		const key = parseLicenceKey(text)?.key ?? null;
		if (key !== null && key.startsWith(prefix)) return key;
	}
	return null;
}
