/** Every ratio of the world, with the shares an experienced operator gave as defaults. All shares are 0 to 1. */
import type { Shelf, Term } from './catalogue';
import type { Region } from './firms';
import type { NameDifference } from './nameDifferences';

export interface AccountOptions {
	label: string;
	region: Region;
	currency: string;
	/** Part of all Stellr customers. */
	share: number;
}

export interface CustomerOptions {
	/** Customers that have a client in Halo. */
	inHalo: number;
	/** Names that are a domain. */
	domainNames: number;
	/** How the other names differ from Halo's. */
	nameDifferences: Record<Exclude<NameDifference, 'domain' | 'none'>, number>;
	discontinued: number;
	/** The MSP's own tenant, or a test. */
	ownOrTest: number;
	/** Stellr customers that share a Halo client with another. */
	sharesClient: number;
	/** One tenant whose licences sit at two Halo clients. */
	split: number;
	/** Live lines, but the Halo client is inactive. */
	inactiveClient: number;
	/** The client was merged: it is inactive and its rows sit at another one. */
	merged: number;
	multiSite: number;
	/** Clients of mapped customers whose key field is filled already. */
	storedKeys: number;
	/** Customers for which Stellr shows the Microsoft tenant; it was never seen filled. */
	showsTenant: number;
	/** Clients with a website in Halo. */
	website: number;
	/** Clients that have a user with a mail address at the firm's domain. */
	contact: number;
	/** How many more users such a client has at most, 0 to 4; not a share. */
	furtherContacts: number;
	/** Further users whose mail address is at a public provider. */
	publicMail: number;
	/** Further users who have left: inactive. */
	leftContact: number;
	/** Clients mapped in Halo's Microsoft connection. */
	azureTenant: number;
	/** Clients invoiced in another currency than their Stellr account's. */
	otherCurrency: number;
}

export interface LineOptions {
	median: number;
	p95: number;
	max: number;
	/** Customers without any line. */
	none: number;
	shelves: Record<Shelf, number>;
	terms: Record<Term, number>;
	/** Customers that hold one product twice. */
	twice: number;
	/** Lines that are an add-on to the line before them: same contract, same end. */
	coTermed: number;
	/** End dates on the last day of a month. */
	endOfMonth: number;
	seatsMedian: number;
	seatsP95: number;
	seatsMax: number;
	status: Record<
		'Activated' | 'none' | 'CancelledAhead' | 'Cancelled' | 'Expire' | 'Suspended' | 'unseen',
		number
	>;
	/** Words for `unseen`. */
	unseenWords: readonly string[];
}

export interface LicenceOptions {
	native: number;
	hand: number;
	microsoft: number;
	/** Lines with a second row. */
	duplicates: number;
	/** Namesakes bought from another distributor, never to be adopted unseen. */
	otherDistributor: number;
	/** Rows made by hand that carry the SKU. */
	handWithSku: number;
	/** Where a native row holds the bare subscription id, if anywhere. */
	nativeIdIn: Record<'nowhere' | 'snowid' | 'vendor_product_sku' | 'notes', number>;
	/** Rows whose count is not Stellr's. */
	countDiffers: number;
	/** Rows of type 0, licence, instead of 1, subscription. */
	typeZero: number;
	/** Rows of ended lines that are still active. */
	staleActive: number;
}

export interface RecurringOptions {
	linked: number;
	typed: number;
	none: number;
	twice: number;
	freeQuantity: number;
	minimum: number;
	discounted: number;
	proRata: number;
	inAdvance: number;
	periods: Record<'Monthly' | 'Quarterly' | 'Yearly', number>;
}

export interface NativeModuleOptions {
	/** Halo's own StreamOne Stellr module is set up. */
	present: boolean;
	/** Its nightly run is ticked. */
	integratorOn: boolean;
	/** Mapped customers that are in its mapping table. */
	mapped: number;
}

export interface WorldOptions {
	seed: number;
	/** Day the world is at. */
	asOf: string;
	/** Stellr customers over all accounts. */
	customers: number;
	/** Halo clients for each Stellr customer. */
	haloClientsPerCustomer: number;
	topLevels: readonly string[];
	accounts: readonly AccountOptions[];
	/** Names of the MSP itself, used for its own customers in Stellr. */
	ownNames: readonly string[];
	/** Name of the internal client in Halo. */
	internalClientName: string;
	/** Give each firm a first word of its own (up to about 350 firms). */
	distinctNames: boolean;
	customer: CustomerOptions;
	line: LineOptions;
	licence: LicenceOptions;
	recurring: RecurringOptions;
	nativeModule: NativeModuleOptions;
}

export const OWN_NAMES: readonly string[] = ['Northwind IT Services', 'northwinditservices.com'];

export const DEFAULT_WORLD: WorldOptions = {
	seed: 1,
	asOf: '2026-11-20',
	customers: 300,
	haloClientsPerCustomer: 420 / 300,
	topLevels: ['Customers', 'Co-managed Customers', 'Projects'],
	accounts: [
		{ label: 'us', region: 'us', currency: 'USD', share: 0.55 },
		{ label: 'ca', region: 'ca', currency: 'CAD', share: 0.37 },
		{ label: 'br', region: 'br', currency: 'BRL', share: 0.04 },
		{ label: 'mx', region: 'mx', currency: 'MXN', share: 0.04 },
	],
	ownNames: OWN_NAMES,
	internalClientName: 'Internal',
	distinctNames: false,
	customer: {
		inHalo: 0.8,
		domainNames: 0.55,
		nameDifferences: { same: 0.6, case: 0.1, punctuation: 0.1, legalForm: 0.15, other: 0.05 },
		discontinued: 0.08,
		ownOrTest: 0.01,
		sharesClient: 0.05,
		split: 0.02,
		inactiveClient: 0.03,
		merged: 0.02,
		multiSite: 0.15,
		storedKeys: 0,
		showsTenant: 0,
		website: 0.75,
		contact: 0.6,
		furtherContacts: 3,
		publicMail: 0.15,
		leftContact: 0.1,
		azureTenant: 0.6,
		otherCurrency: 0.03,
	},
	line: {
		median: 5,
		p95: 25,
		max: 80,
		none: 0.06,
		shelves: { microsoftSeats: 0.8, azure: 0.04, oneTime: 0.02, trial: 0.02, otherVendors: 0.12 },
		terms: { annualMonthly: 0.62, monthly: 0.16, annualPrepaid: 0.13, threeYear: 0.02, none: 0.07 },
		twice: 0.12,
		coTermed: 0.2,
		endOfMonth: 0.6,
		seatsMedian: 6,
		seatsP95: 60,
		seatsMax: 900,
		status: {
			Activated: 0.86,
			none: 0.05,
			CancelledAhead: 0.015,
			Cancelled: 0.015,
			Expire: 0.02,
			Suspended: 0.02,
			unseen: 0.02,
		},
		unseenWords: ['Pending', 'In Progress', 'Provisioning', 'On Hold', 'Migrated'],
	},
	licence: {
		native: 0.45,
		hand: 0.1,
		microsoft: 0.05,
		duplicates: 0.03,
		otherDistributor: 0.01,
		handWithSku: 0.5,
		nativeIdIn: { nowhere: 0.4, snowid: 0.2, vendor_product_sku: 0.2, notes: 0.2 },
		countDiffers: 0.08,
		typeZero: 0.08,
		staleActive: 0.2,
	},
	recurring: {
		linked: 0.65,
		typed: 0.2,
		none: 0.12,
		twice: 0.03,
		freeQuantity: 0.08,
		minimum: 0.05,
		discounted: 0.1,
		proRata: 0.25,
		inAdvance: 0.7,
		periods: { Monthly: 0.82, Quarterly: 0.08, Yearly: 0.1 },
	},
	nativeModule: { present: true, integratorOn: false, mapped: 0.5 },
};

/** Options as callers give them: any part of any group. */
export type PartialWorldOptions = {
	[Group in keyof WorldOptions]?: WorldOptions[Group] extends readonly unknown[]
		? WorldOptions[Group]
		: WorldOptions[Group] extends object
			? Partial<WorldOptions[Group]>
			: WorldOptions[Group];
};

export function withWorldDefaults(options: PartialWorldOptions = {}): WorldOptions {
	const { customer, line, licence, recurring, nativeModule, ...top } = options;
	return {
		...DEFAULT_WORLD,
		...top,
		customer: { ...DEFAULT_WORLD.customer, ...customer },
		line: { ...DEFAULT_WORLD.line, ...line },
		licence: { ...DEFAULT_WORLD.licence, ...licence },
		recurring: { ...DEFAULT_WORLD.recurring, ...recurring },
		nativeModule: { ...DEFAULT_WORLD.nativeModule, ...nativeModule },
	};
}
