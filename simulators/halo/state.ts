/**
 * What the Halo simulator holds: rows by Halo's own field names, as the database would keep them. The world generator
 * makes one, the routes read and change it. Which of these fields an answer shows is the routes' business.
 */

export interface HaloTopLevel {
	id: number;
	name: string;
	long_name?: string;
	type?: number;
}

export interface HaloCustomField {
	/** Carries the prefix: `CFStellrCustomerNo`. */
	name: string;
	value: unknown;
}

export interface HaloClientRow {
	id: number;
	name: string;
	toplevel_id: number;
	inactive: boolean;
	stopped: number;
	colour: string;
	customertype: number;
	customer_relationship: Array<{ id: string; name: string }>;
	is_vip: boolean;
	is_account: boolean;
	notes: string | null;
	website: string | null;
	accountsid: string | null;
	ref: string | null;
	main_site_id: number | null;
	customfields: HaloCustomField[];
	azure_tenants: HaloAzureTenant[];
	/** Halo's own "Unknown" client or the MSP itself. */
	internal: boolean;
	currency?: string | null;
}

export interface HaloAddress {
	id: number;
	line1: string | null;
	line2: string | null;
	line3: string | null;
	line4: string | null;
	postcode: string | null;
}

export interface HaloSiteRow {
	id: number;
	name: string;
	client_id: number;
	inactive: boolean;
	phonenumber: string | null;
	country_code: string | null;
	region_code: number | null;
	delivery_address: HaloAddress | null;
	invoice_address: HaloAddress | null;
}

export interface HaloUserRow {
	id: number;
	name: string;
	client_id: number;
	site_id: number;
	emailaddress: string | null;
	inactive: boolean;
}

export interface HaloLicenceRow {
	id: number;
	/** 0 licence, 1 subscription. */
	type: number;
	name: string;
	count: number;
	client_id: number;
	site_id: number;
	start_date: string;
	end_date: string;
	purchase_price: number;
	price: number;
	monthly_cost: number | null;
	monthly_price: number | null;
	billing_cycle: string | null;
	term_duration: string | null;
	status: string | null;
	autorenew: boolean;
	is_active: boolean;
	deleted: boolean;
	supplier_id: number | null;
	vendor: string | null;
	manufacturer: string | null;
	distributor: string | null;
	product_sku: string | null;
	vendor_product_sku: string | null;
	snowid: string | null;
	tenant_id: string | null;
	notes: string | null;
	azure_connection_id: number | null;
	third_party_product: string | null;
}

export interface HaloQuantityLink {
	id: number;
	invoice_line_id: number;
	/** 1 licence, 4 subscription. */
	kind: number;
	licence_id: number;
	qty_free: number;
	minimum_qty: number;
	pro_rata: boolean;
	use_linked_subscription_price: boolean;
	use_linked_subscription_cost: boolean;
}

export interface HaloInvoiceLine {
	id: number;
	item_id: number | null;
	item_shortdescription: string;
	/** The typed quantity; what a linked line shows instead is a switch. */
	qty_order: number;
	unit_price: number;
	unit_cost: number;
	discount_perc: number;
	/** 0 typed, 1 licence, 2 users, 3 assets, 4 subscription. */
	recurring_invoice_quantity_type: number;
	isinactive: boolean;
	/** First and last day of the line itself; absent or null for none. */
	startdate?: string | null;
	enddate?: string | null;
	quantity_licences: HaloQuantityLink[];
	quantity_subscriptions: HaloQuantityLink[];
}

export interface HaloRecurringInvoice {
	/** Negative, as in Halo's database. */
	id: number;
	client_id: number;
	name: string;
	currency_code: string;
	/** `Monthly`, `Quarterly`, `Yearly`; Halo's own words and codes are unknown. */
	period: string;
	in_advance: boolean;
	start_date: string;
	end_date: string | null;
	next_invoice_date: string;
	isinactive: boolean;
	lines: HaloInvoiceLine[];
}

export interface HaloFieldInfo {
	id: number;
	/** Without the prefix: `StellrCustomerNo`. */
	name: string;
	label: string;
	/** 0 text. */
	type: number;
	inputtype: number;
	characterlimit: number;
	mandatory: boolean;
	/** 2 client. */
	typeid: number;
}

export interface HaloAzureTenant {
	id: number;
	details_id: number;
	client_id: number;
	client_name: string;
	azure_tenant_id: string;
	azure_tenant_name: string;
	azure_tenant_domain: string;
}

export interface HaloAzureConnection {
	id: number;
	name: string;
	type: number;
	mappings_client: HaloAzureTenant[];
}

export interface HaloExternalLink {
	id: number;
	table_id: number;
	module_id: number;
	halo_id: number;
	halo_desc: string;
	third_party_id: string;
	third_party_desc: string;
	details_id: number;
}

export interface HaloSynnexDetails {
	id: number;
	name: string;
	guid: string;
	new_method: boolean;
	client_id: string;
	toplevel: number;
	top_level_name: string;
	update_addresses: boolean;
	application_region: number;
	application_type: number;
	halointegrator: boolean;
	halointegrator_lastsync: string | null;
	halointegrator_lasterror: string | null;
	client_mappings: HaloExternalLink[];
}

export interface HaloSupplier {
	id: number;
	name: string;
}

export interface HaloItem {
	id: number;
	name: string;
	supplier_part_code: string | null;
	externalreference: string | null;
	baseprice: number;
	costprice: number;
	recurringprice: number;
	recurringcost: number;
	isrecurringitem: boolean;
}

export interface HaloLookup {
	/** 33 customer type, 89 relationship, 74 country, 77 region. */
	lookupid: number;
	id: number;
	name: string;
}

export interface HaloLicenceChange {
	id: number;
	licence_id: number;
	field: string;
	old_value: string;
	new_value: string;
	who: string;
	/** ISO. */
	date: string;
}

export interface HaloState {
	toplevels: HaloTopLevel[];
	clients: HaloClientRow[];
	sites: HaloSiteRow[];
	users: HaloUserRow[];
	licences: HaloLicenceRow[];
	recurringInvoices: HaloRecurringInvoice[];
	fieldInfo: HaloFieldInfo[];
	azureConnections: HaloAzureConnection[];
	externalLinks: HaloExternalLink[];
	synnexDetails: HaloSynnexDetails[];
	suppliers: HaloSupplier[];
	items: HaloItem[];
	lookups: HaloLookup[];
	licenceChanges: HaloLicenceChange[];
	/** Pro-rata entries on invoices that count changes caused (modelled, not Halo's fact). */
	proRataEntries: Array<{
		id: number;
		invoice_line_id: number;
		licence_id: number;
		difference: number;
		date: string;
	}>;
}

/** A Halo with nothing in it but the two rows that Halo itself makes; builders start from it. */
export function emptyHaloState(): HaloState {
	return {
		toplevels: [{ id: 1, name: 'Customers' }],
		clients: [],
		sites: [],
		users: [],
		licences: [],
		recurringInvoices: [],
		fieldInfo: [
			{
				id: 104,
				name: 'StellrCustomerNo',
				label: 'Stellr Customer No',
				type: 0,
				inputtype: 0,
				characterlimit: 250,
				mandatory: false,
				typeid: 2,
			},
		],
		azureConnections: [],
		externalLinks: [],
		synnexDetails: [],
		suppliers: [{ id: 7, name: 'TD SYNNEX' }],
		items: [],
		lookups: [],
		licenceChanges: [],
		proRataEntries: [],
	};
}
