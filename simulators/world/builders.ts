/**
 * Single records with sane defaults, for tests that need two clients and a licence, not a world. A builder called
 * twice with nothing gives the same record twice: pass the ids where several are needed.
 */
import { emptyHaloState } from '../halo/state';
import type {
	HaloClientRow,
	HaloInvoiceLine,
	HaloLicenceRow,
	HaloQuantityLink,
	HaloRecurringInvoice,
	HaloSiteRow,
	HaloState,
	HaloSynnexDetails,
	HaloUserRow,
} from '../halo/state';
import type {
	StellrAccountState,
	StellrCustomerRow,
	StellrState,
	StellrSubscriptionRow,
} from '../stellr/state';

/** Halo's way of saying "no date" on a licence. */
export const NO_DATE = '1901-01-01T00:00:00';
/** The custom field, prefix included, in which Halo clients hold their Stellr keys. */
export const STELLR_KEY_FIELD = 'CFStellrCustomerNo';

export function aStellrCustomer(fields: Partial<StellrCustomerRow> = {}): StellrCustomerRow {
	return {
		customerNo: 100482,
		name: 'Acorn Construction',
		address1: '1260 Clarence Ave',
		address2: null,
		city: 'Winnipeg',
		state: 'MB',
		zipCode: 'R3T 1T2',
		country: 'CA',
		status: 'Active',
		domain: null,
		microsoftTenantId: null,
		...fields,
	};
}

/** `contractNo` and `lineNo` follow a given `subscriptionId`, and the other way round. */
export function aSubscription(fields: Partial<StellrSubscriptionRow> = {}): StellrSubscriptionRow {
	const [contract, line] = (fields.subscriptionId ?? '').split('_').map(Number);
	const contractNo = fields.contractNo ?? (contract || 411833);
	const lineNo = fields.lineNo ?? (line || 1);
	return {
		subscriptionId: `${contractNo}_${lineNo}`,
		contractNo,
		lineNo,
		customerNo: 100482,
		vendorId: 'MICROSOFT',
		vendorName: 'Microsoft',
		vendorSubscriptionId: `3f1c0000-0000-4000-8000-${String(contractNo * 10 + lineNo).padStart(12, '0')}`,
		productId: 90211,
		skuNo: 7654321,
		mfgPartNo: 'CFQ7TTC0LDPB:0001',
		offerId: 'CFQ7TTC0LDPB:0001',
		productName: 'NCE Microsoft 365 Business Premium - Annual Commit, Monthly Billing',
		quantity: 42,
		unitPrice: 24.1,
		customerPrice: 29.93,
		currency: 'CAD',
		billingFrequency: 'month',
		startDate: '2025-12-01',
		endDate: '2026-11-30',
		status: 'Activated',
		...fields,
	};
}

export function aStellrAccount(fields: Partial<StellrAccountState> = {}): StellrAccountState {
	const label = fields.label ?? 'us';
	return {
		label,
		region: 'us',
		environment: 'production',
		clientId: `stellr-${label}-id`,
		clientSecret: `stellr-${label}-secret`,
		customers: [],
		subscriptions: [],
		changeLog: [],
		...fields,
	};
}

/** One account called `us` holding these records. */
export function aStellrState(fields: Partial<StellrAccountState> = {}): StellrState {
	return { accounts: [aStellrAccount(fields)] };
}

/** `stellrKey` fills the custom field: `aHaloClient({ stellrKey: 'us/100482' })`. */
export function aHaloClient(
	fields: Partial<HaloClientRow> & { stellrKey?: string } = {},
): HaloClientRow {
	const { stellrKey, ...row } = fields;
	return {
		id: 12,
		name: 'Acorn Construction',
		toplevel_id: 1,
		inactive: false,
		stopped: 0,
		colour: '#2bd3c6',
		customertype: 0,
		customer_relationship: [],
		is_vip: false,
		is_account: false,
		notes: null,
		website: null,
		accountsid: null,
		ref: null,
		main_site_id: null,
		customfields: stellrKey === undefined ? [] : [{ name: STELLR_KEY_FIELD, value: stellrKey }],
		azure_tenants: [],
		internal: false,
		currency: null,
		...row,
	};
}

export function aSite(fields: Partial<HaloSiteRow> = {}): HaloSiteRow {
	const id = fields.id ?? 31;
	return {
		id,
		name: 'Main',
		client_id: 12,
		inactive: false,
		phonenumber: null,
		country_code: 'CA',
		region_code: null,
		delivery_address: {
			id: id * 10,
			line1: '1260 Clarence Ave',
			line2: null,
			line3: 'Winnipeg',
			line4: 'MB',
			postcode: 'R3T 1T2',
		},
		invoice_address: null,
		...fields,
	};
}

export function aHaloUser(fields: Partial<HaloUserRow> = {}): HaloUserRow {
	return {
		id: 71,
		name: 'Dana Whitfield',
		client_id: 12,
		site_id: 31,
		emailaddress: 'dana@acornconstruction.com',
		inactive: false,
		...fields,
	};
}

export function aLicenceRow(fields: Partial<HaloLicenceRow> = {}): HaloLicenceRow {
	return {
		id: 501,
		type: 1,
		name: 'Microsoft 365 Business Premium',
		count: 42,
		client_id: 12,
		site_id: -1,
		start_date: '2025-12-01T00:00:00',
		end_date: NO_DATE,
		purchase_price: 24.1,
		price: 29.93,
		monthly_cost: null,
		monthly_price: null,
		billing_cycle: 'Monthly',
		term_duration: null,
		status: 'Active',
		autorenew: false,
		is_active: true,
		deleted: false,
		supplier_id: null,
		vendor: null,
		manufacturer: null,
		distributor: null,
		product_sku: null,
		vendor_product_sku: null,
		snowid: null,
		tenant_id: null,
		notes: null,
		azure_connection_id: null,
		third_party_product: null,
		...fields,
	};
}

/** A line whose quantity is typed; `aLinkedLine` makes one that counts a licence. */
export function aRecurringLine(fields: Partial<HaloInvoiceLine> = {}): HaloInvoiceLine {
	return {
		id: 901,
		item_id: null,
		item_shortdescription: 'Microsoft 365 Business Premium',
		qty_order: 1,
		unit_price: 29.93,
		unit_cost: 24.1,
		discount_perc: 0,
		recurring_invoice_quantity_type: 0,
		isinactive: false,
		quantity_licences: [],
		quantity_subscriptions: [],
		...fields,
	};
}

export function aQuantityLink(fields: Partial<HaloQuantityLink> = {}): HaloQuantityLink {
	return {
		id: 951,
		invoice_line_id: 901,
		kind: 4,
		licence_id: 501,
		qty_free: 0,
		minimum_qty: 0,
		pro_rata: false,
		use_linked_subscription_price: false,
		use_linked_subscription_cost: false,
		...fields,
	};
}

/** A line that counts one licence row; type 0 rows hang on `quantity_licences`, type 1 on `quantity_subscriptions`. */
export function aLinkedLine(
	licence: Pick<HaloLicenceRow, 'id' | 'type' | 'name' | 'price' | 'purchase_price'>,
	fields: Partial<HaloInvoiceLine> = {},
	link: Partial<HaloQuantityLink> = {},
): HaloInvoiceLine {
	const id = fields.id ?? 901;
	const isSubscription = licence.type === 1;
	const quantity = aQuantityLink({
		id: id + 100_000,
		invoice_line_id: id,
		kind: isSubscription ? 4 : 1,
		licence_id: licence.id,
		...link,
	});
	return aRecurringLine({
		item_shortdescription: licence.name,
		unit_price: licence.price,
		unit_cost: licence.purchase_price,
		recurring_invoice_quantity_type: isSubscription ? 4 : 1,
		quantity_licences: isSubscription ? [] : [quantity],
		quantity_subscriptions: isSubscription ? [quantity] : [],
		...fields,
		id,
	});
}

export function aRecurringInvoice(
	fields: Partial<HaloRecurringInvoice> = {},
): HaloRecurringInvoice {
	return {
		id: -10,
		client_id: 12,
		name: 'Managed services',
		currency_code: 'CAD',
		period: 'Monthly',
		in_advance: true,
		start_date: '2025-01-01T00:00:00',
		end_date: null,
		next_invoice_date: '2026-12-01T00:00:00',
		isinactive: false,
		lines: [],
		...fields,
	};
}

/** The settings of Halo's own StreamOne Stellr module, which imports on its schedule. */
export function aNativeModule(fields: Partial<HaloSynnexDetails> = {}): HaloSynnexDetails {
	return {
		id: 1,
		name: 'Stellr US',
		guid: '8a2f0000-0000-4000-8000-000000000000',
		new_method: true,
		client_id: 'abc',
		toplevel: 1,
		top_level_name: 'Customers',
		update_addresses: false,
		application_region: 0,
		application_type: 0,
		halointegrator: true,
		halointegrator_lastsync: '2026-11-20T02:00:00',
		halointegrator_lasterror: null,
		client_mappings: [],
		...fields,
	};
}

/** Halo with one top level, TD SYNNEX as supplier, the key field, and the tables given. */
export function aHaloState(tables: Partial<HaloState> = {}): HaloState {
	return { ...emptyHaloState(), ...tables };
}
