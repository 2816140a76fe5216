import type { RecurringInvoice } from '../halo/recurringInvoices';
import type { HaloLicence } from '../halo/schemas';
import type { CustomerLines } from '../sync/licences/customerLines';
import type { SubscriptionOverride } from '../sync/licences/overrides';
import type { SavedPending } from '../sync/licences/pending';
import { defaultLicencePolicy, type LicencePolicy } from '../sync/licences/policy';
import type { SavedLicence } from '../sync/licences/savedState';
import type { DriftRow } from './driftRows';

/** What a user sets on Licence Reconcile. Defaults are the safe ones. */
export interface ReconcilePolicy
	extends Pick<
		LicencePolicy,
		| 'keyField'
		| 'kinds'
		| 'includeProducts'
		| 'excludeProducts'
		| 'ownSuppliers'
		| 'today'
		| 'timeZone'
	> {
	/** A difference that is no older is timing. */
	graceDays: number;
	/** Whether a linked line bills what its links add up to, or what it shows. */
	linkedQuantity: 'counted' | 'shown';
	/** Whether a link's minimum counts for the link or for its whole line. */
	minimum: 'link' | 'line';
	/** Months by the word or code that this Halo uses for an invoice's period, folded; beside the words that are known. */
	periods: ReadonlyMap<string, number>;
	/** Currency of invoices that name none. */
	invoiceCurrency: string | null;
	/** Seats added to prepaid lines in the last so many days are to be invoiced by hand. */
	byHandDays: number;
}

export const defaultReconcilePolicy: Omit<ReconcilePolicy, 'today'> = {
	keyField: defaultLicencePolicy.keyField,
	kinds: defaultLicencePolicy.kinds,
	includeProducts: [],
	excludeProducts: [],
	ownSuppliers: defaultLicencePolicy.ownSuppliers,
	timeZone: defaultLicencePolicy.timeZone,
	graceDays: 1,
	linkedQuantity: 'counted',
	minimum: 'link',
	periods: new Map(),
	invoiceCurrency: null,
	byHandDays: 35,
};

export interface ReconcileInput {
	/** Customers with their subscriptions; those without a client too. */
	customers: readonly CustomerLines[];
	/** Every licence of the tenant, inactive ones included. */
	licences: readonly HaloLicence[];
	/** Every recurring invoice with its lines; null when they could not be read. */
	invoices: readonly RecurringInvoice[] | null;
	/** Customers without a client whose subscriptions were not read. */
	customersNotRead?: ReadonlyArray<{ account: string; customerNo: string; name: string | null }>;
	/** What earlier runs wrote; undefined when no saved state is connected. */
	saved?: readonly SavedLicence[];
	/** Held items, with the day since when. */
	pending?: readonly SavedPending[];
	overrides?: readonly SubscriptionOverride[];
	/** What an earlier reconcile saw. */
	seen?: readonly DriftRow[];
	/** Texts of rows that Halo showed but that could not be understood: a row may hide behind them. */
	unreadableTexts?: readonly string[];
	/** Request ids by which records were read, for who wants to look them up. */
	readBy?: {
		stellr: (key: string) => string | null;
		licence: (id: number) => string | null;
		invoice: (id: number) => string | null;
	};
	policy: ReconcilePolicy;
}
