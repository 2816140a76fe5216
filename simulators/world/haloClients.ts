/** Halo's clients, sites, users and Microsoft tenants: the mapped firms, the dead and the doubled ones, and everyone else. */
import type { HaloClientRow, HaloState, HaloUserRow } from '../halo/state';
import { emptyHaloState } from '../halo/state';
import type { Random } from '../random';
import { aHaloClient, aHaloUser, aSite } from './builders';
import type { CustomerPlan } from './customerPlan';
import type { Firm, Region } from './firms';
import type { WorldOptions } from './options';
import { uuid } from './subscriptionLines';
import { FIRST_NAMES } from './words';

export interface PlacedCustomer {
	plan: CustomerPlan;
	client: HaloClientRow | null;
	/** The second client of a split firm, the dead one of a merged firm. */
	other: HaloClientRow | null;
	tenantId: string | null;
}

const COUNTRIES: Readonly<
	Record<Region, { code: string; id: number; name: string; currency: string }>
> = {
	us: { code: 'US', id: 1, name: 'United States', currency: 'USD' },
	ca: { code: 'CA', id: 2, name: 'Canada', currency: 'CAD' },
	br: { code: 'BR', id: 3, name: 'Brazil', currency: 'BRL' },
	mx: { code: 'MX', id: 4, name: 'Mexico', currency: 'MXN' },
};

/** User ids end in 5 to 9, below ten times the client's. */
const MOST_FURTHER_CONTACTS = 4;
const PUBLIC_MAIL = ['gmail.com', 'outlook.com', 'yahoo.com'];

export function haloWithoutClients(options: WorldOptions): HaloState {
	const country = Object.values(COUNTRIES).map(({ id, name }) => ({ lookupid: 74, id, name }));
	return {
		...emptyHaloState(),
		toplevels: options.topLevels.map((name, index) => ({ id: index + 1, name })),
		suppliers: [
			{ id: 7, name: 'TD SYNNEX' },
			{ id: 8, name: 'Pax8' },
		],
		azureConnections: [{ id: 1, name: 'Microsoft CSP', type: 2, mappings_client: [] }],
		lookups: [
			...country,
			{ lookupid: 33, id: 0, name: 'Customer' },
			{ lookupid: 33, id: 1, name: 'Prospect' },
			{ lookupid: 89, id: 1, name: 'Managed' },
		],
	};
}

/** Adds clients to `halo`, in an order that has nothing to do with Stellr's. */
export class ClientWriter {
	private readonly ids: number[];
	/** A source of its own: how many users a client has moves nothing else in the world. */
	private readonly contactRandom: Random;

	constructor(
		private readonly halo: HaloState,
		private readonly options: WorldOptions,
		private readonly random: Random,
		expected: number,
	) {
		this.contactRandom = random.fork('contacts');
		this.ids = random.shuffled(Array.from({ length: expected }, (_, index) => index + 11));
		this.addInternal(1, 'Unknown');
		this.addInternal(2, options.internalClientName);
	}

	place(plans: readonly CustomerPlan[]): PlacedCustomer[] {
		const placed = new Map<CustomerPlan, PlacedCustomer>();
		// Sharers come second: the client they share must be there.
		for (const plan of plans) if (!plan.sharesWith) placed.set(plan, this.placeOne(plan));
		for (const plan of plans) {
			const host = plan.sharesWith && placed.get(plan.sharesWith);
			if (host) placed.set(plan, { ...host, plan, other: null });
		}
		return plans.flatMap((plan) => placed.get(plan) ?? []);
	}

	/** A client that no Stellr customer belongs to. */
	addFiller(firm: Firm): HaloClientRow {
		const client = this.addClient(firm, firm.name, { inactive: this.random.chance(0.06) });
		if (this.random.chance(this.options.customer.azureTenant)) this.addTenant(client, firm);
		return client;
	}

	private placeOne(plan: CustomerPlan): PlacedCustomer {
		const { firm, sort } = plan;
		if (!plan.inHalo) return { plan, client: null, other: null, tenantId: null };
		const client = this.addClient(firm, firm.name, { inactive: sort === 'inactiveClient' });
		if (plan.multiSite) this.addFurtherSites(client, firm);
		const other = this.otherClient(plan);
		const isMapped = this.random.chance(this.options.customer.azureTenant);
		const tenantId = isMapped ? this.addTenant(client, firm) : null;
		return { plan, client, other, tenantId };
	}

	private otherClient({ firm, sort }: CustomerPlan): HaloClientRow | null {
		if (sort === 'split') return this.addClient(firm, `${firm.name} West`, {});
		if (sort === 'merged') return this.addClient(firm, `${firm.name} (merged)`, { inactive: true });
		return null;
	}

	private addClient(firm: Firm, name: string, fields: Partial<HaloClientRow>): HaloClientRow {
		const { customer, topLevels } = this.options;
		const id = this.ids.pop() ?? this.halo.clients.length + 11;
		const country = COUNTRIES[firm.region];
		const foreign = this.random.chance(customer.otherCurrency);
		const client = aHaloClient({
			id,
			name,
			// Most clients sit under the first top level.
			toplevel_id: this.random.chance(0.75) ? 1 : this.random.between(1, topLevels.length),
			website: this.random.chance(customer.website) ? `https://www.${firm.domain}` : null,
			currency: foreign ? otherCurrency(country.currency) : country.currency,
			main_site_id: id * 10,
			...fields,
		});
		this.halo.clients.push(client);
		this.addSite(client, firm, id * 10, 'Main');
		if (this.random.chance(customer.contact)) this.addContact(client, firm);
		return client;
	}

	private addSite(client: HaloClientRow, firm: Firm, id: number, name: string): void {
		const { region, street, street2, city, state, zip } = firm;
		const address = { line1: street, line2: street2, line3: city, line4: state, postcode: zip };
		this.halo.sites.push(
			aSite({
				id,
				name,
				client_id: client.id,
				phonenumber: firm.phone,
				country_code: COUNTRIES[region].code,
				delivery_address: { id: id * 10, ...address },
			}),
		);
	}

	private addFurtherSites(client: HaloClientRow, firm: Firm): void {
		const names = ['Warehouse', 'Branch', 'Depot'].slice(0, this.random.between(1, 3));
		names.forEach((name, index) => {
			const street = `${this.random.between(10, 990)} ${name} Road`;
			this.addSite(client, { ...firm, street, street2: null }, client.id * 10 + index + 1, name);
		});
	}

	private addContact(client: HaloClientRow, firm: Firm): void {
		const name = this.random.pick(FIRST_NAMES);
		this.addUser(client, 0, { name, emailaddress: mailAddress(name, firm.domain) });
		const { furtherContacts, publicMail, leftContact } = this.options.customer;
		const random = this.contactRandom;
		const further = random.between(0, Math.min(furtherContacts, MOST_FURTHER_CONTACTS));
		for (let number = 1; number <= further; number += 1) {
			const other = random.pick(FIRST_NAMES);
			const domain = random.chance(publicMail) ? random.pick(PUBLIC_MAIL) : firm.domain;
			const inactive = random.chance(leftContact);
			this.addUser(client, number, {
				name: other,
				emailaddress: mailAddress(`${other}${number}`, domain),
				inactive,
			});
		}
	}

	private addUser(client: HaloClientRow, number: number, fields: Partial<HaloUserRow>): void {
		const place = { client_id: client.id, site_id: client.id * 10 };
		this.halo.users.push(aHaloUser({ id: client.id * 10 + 5 + number, ...place, ...fields }));
	}

	private addTenant(client: HaloClientRow, firm: Firm): string {
		const [connection] = this.halo.azureConnections;
		const tenant = {
			id: connection.mappings_client.length + 1,
			details_id: connection.id,
			client_id: client.id,
			client_name: client.name,
			azure_tenant_id: uuid(this.random),
			azure_tenant_name: firm.name,
			azure_tenant_domain: firm.domain,
		};
		connection.mappings_client.push(tenant);
		client.azure_tenants.push(tenant);
		return tenant.azure_tenant_id;
	}

	private addInternal(id: number, name: string): void {
		this.halo.clients.push(aHaloClient({ id, name, internal: true, main_site_id: id * 10 }));
		this.halo.sites.push(aSite({ id: id * 10, client_id: id, delivery_address: null }));
	}
}

function mailAddress(name: string, domain: string): string {
	return `${name.toLowerCase().replace('í', 'i')}@${domain}`;
}

function otherCurrency(currency: string): string {
	return currency === 'USD' ? 'CAD' : 'USD';
}
