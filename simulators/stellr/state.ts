/** What the Stellr simulator holds. Reconstructed from the contract, not captured from TD SYNNEX. */

export interface StellrCustomerRow {
	customerNo: number;
	/** Often a domain, as seen in production; served under the name key the switch picks. */
	name: string | null;
	address1: string | null;
	address2: string | null;
	city: string | null;
	/** The province, never the lifecycle. */
	state: string | null;
	zipCode: string | null;
	country: string | null;
	status: string | null;
	domain: string | null;
	microsoftTenantId: string | null;
}

export interface StellrSubscriptionRow {
	/** `contractNo_lineNo`. */
	subscriptionId: string;
	contractNo: number;
	lineNo: number;
	customerNo: number;
	vendorId: string;
	vendorName: string;
	vendorSubscriptionId: string | null;
	productId: number;
	skuNo: number;
	mfgPartNo: string | null;
	offerId: string | null;
	productName: string;
	quantity: number | null;
	unitPrice: number | null;
	customerPrice: number | null;
	currency: string;
	billingFrequency: string | null;
	/** `yyyy-MM-dd`. */
	startDate: string | null;
	endDate: string | null;
	status: string | null;
}

export interface StellrChangeLogRow {
	subscriptionId: string;
	customerNo: number;
	contractNo: number;
	lineNo: number;
	activityLog: string;
	changeLog: string;
	/** `2026-07-09T11:21:25.733-0400`. */
	entryDatetime: string;
	entryBy: string;
	entrySource: string;
}

/** One reseller account: its credentials see these records and no others. */
export interface StellrAccountState {
	/** Name the tests use; the product's account label is the user's own choice. */
	label: string;
	region: 'us' | 'ca' | 'br' | 'mx';
	environment: 'production' | 'sandbox';
	clientId: string;
	clientSecret: string;
	customers: StellrCustomerRow[];
	subscriptions: StellrSubscriptionRow[];
	changeLog: StellrChangeLogRow[];
}

export interface StellrState {
	accounts: StellrAccountState[];
}
