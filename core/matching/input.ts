import type { HaloClient } from '../halo/schemas';
import type { StellrCustomer } from '../stellr/schemas';
import type { MappingEntry } from './schemas';

/** A customer to match: whatever of its record is left out counts as unknown. */
export type CustomerToMatch = Pick<StellrCustomer, 'account' | 'customerNo' | 'name'> &
	Partial<StellrCustomer>;

/** A client to match: whatever of its record is left out counts as unknown, and the client as active. */
export type ClientToMatch = Pick<HaloClient, 'id' | 'name'> & Partial<HaloClient>;

export interface MatchInput {
	customers: readonly CustomerToMatch[];
	clients: readonly ClientToMatch[];
	saved?: readonly MappingEntry[];
}

const NO_ADDRESS: StellrCustomer['address'] = {
	line1: null,
	line2: null,
	city: null,
	state: null,
	postalCode: null,
	country: null,
};

const NO_CUSTOMER = {
	status: null,
	active: true,
	domain: null,
	tenantId: null,
	address: NO_ADDRESS,
	phone: null,
};

const NO_CLIENT = {
	topLevelId: null,
	topLevelName: null,
	inactive: false,
	website: null,
	stellrKeys: [],
	foreignKeyText: null,
	microsoftTenantIds: [],
	domains: [],
	mainSiteId: null,
	country: null,
};

/** The whole record; one that is whole already is given back as it is. */
export function wholeCustomer(customer: CustomerToMatch): StellrCustomer {
	return isWholeCustomer(customer) ? customer : withDefaults(NO_CUSTOMER, customer);
}

export function wholeClient(client: ClientToMatch): HaloClient {
	return isWholeClient(client) ? client : withDefaults(NO_CLIENT, client);
}

function isWholeCustomer(customer: CustomerToMatch): customer is StellrCustomer {
	const { status, active, domain, tenantId, address, phone } = customer;
	return !(
		status === undefined ||
		active === undefined ||
		domain === undefined ||
		tenantId === undefined ||
		address === undefined ||
		phone === undefined
	);
}

function isWholeClient(client: ClientToMatch): client is HaloClient {
	const { topLevelId, topLevelName, inactive, website, stellrKeys, foreignKeyText } = client;
	const { microsoftTenantIds, domains, mainSiteId, country } = client;
	return !(
		topLevelId === undefined ||
		topLevelName === undefined ||
		inactive === undefined ||
		website === undefined ||
		stellrKeys === undefined ||
		foreignKeyText === undefined ||
		microsoftTenantIds === undefined ||
		domains === undefined ||
		mainSiteId === undefined ||
		country === undefined
	);
}

/** A field that is given as undefined is left out too. */
function withDefaults<D extends object, T extends object>(defaults: D, record: T): D & T {
	const given = Object.entries(record).filter(([, value]) => value !== undefined);
	return { ...defaults, ...(Object.fromEntries(given) as T) };
}
