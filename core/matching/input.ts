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
	return isWholeCustomer(customer) ? customer : { ...NO_CUSTOMER, ...customer };
}

export function wholeClient(client: ClientToMatch): HaloClient {
	return isWholeClient(client) ? client : { ...NO_CLIENT, ...client };
}

function isWholeCustomer(customer: CustomerToMatch): customer is StellrCustomer {
	return Object.keys(NO_CUSTOMER).every((field) => field in customer);
}

function isWholeClient(client: ClientToMatch): client is HaloClient {
	return Object.keys(NO_CLIENT).every((field) => field in client);
}
