import type { HaloClient } from '../../../core/halo/schemas';
import type { StellrCustomer } from '../../../core/stellr/schemas';
import type { Label } from '../labelledWorld';
import type { Chance } from './chance';
import type { HaloEvidence } from './evidence';
import type { FirmFamilies } from './families';
import type { Country, Firm } from './firm';

/** What a scene plays on. */
export interface Stage {
	chance: Chance;
	families: FirmFamilies;
	ledger: PrairieLedger;
}

export interface CustomerWriting {
	name: string;
	domain?: string | null;
	tenantId?: string | null;
	account?: Country;
}

export interface ClientWriting extends Partial<HaloEvidence> {
	name: string;
	tenantIds?: string[];
	inactive?: boolean;
	/** Left out: as the country is mostly written. */
	country?: string | null;
}

const countryWords: Record<Country, readonly string[]> = {
	us: ['United States', 'United States', 'USA', 'US'],
	ca: ['Canada', 'Canada', 'CA'],
	br: ['Brazil', 'Brasil', 'BR'],
	mx: ['Mexico', 'México', 'MX'],
};
const stellrCountry: Record<Country, string> = { us: 'US', ca: 'CA', br: 'BR', mx: 'MX' };

/** Where scenes write down customers, clients and what is true of them. */
export class PrairieLedger {
	readonly customers: StellrCustomer[] = [];
	readonly clients: HaloClient[] = [];
	readonly labels = new Map<string, Label>();
	private readonly numbers = new Set<number>();

	constructor(private readonly chance: Chance) {}

	customer(firm: Firm, writing: CustomerWriting, label: Label): StellrCustomer {
		const account = writing.account ?? this.accountOf(firm);
		const active = this.chance.whether(0.94);
		const customer: StellrCustomer = {
			account,
			customerNo: String(this.freeNumber(100_000, 999_999)),
			name: writing.name,
			status: active ? this.chance.oneOf(['Active', 'Active', 'Activated', null]) : 'Discontinued',
			active,
			domain: writing.domain ?? null,
			tenantId: writing.tenantId ?? null,
			address: this.addressOf(firm),
			phone: null,
		};
		this.customers.push(customer);
		this.labels.set(customerKey(customer), label);
		return customer;
	}

	client(firm: Firm, writing: ClientWriting): HaloClient {
		const id = this.freeNumber(1000, 9999);
		const north = firm.country === 'ca';
		const client: HaloClient = {
			id,
			name: writing.name,
			topLevelId: north ? 2 : 1,
			topLevelName: north ? 'Northwind IT Canada' : 'Northwind IT',
			inactive: writing.inactive ?? false,
			website: writing.website ?? null,
			stellrKeys: [],
			foreignKeyText: this.chance.whether(0.02) ? `ACC-${id}` : null,
			microsoftTenantIds: writing.tenantIds ?? [],
			domains: writing.domains ?? [],
			mainSiteId: id + 5000,
			country: writing.country === undefined ? this.countryOf(firm) : writing.country,
			contactDomains: writing.contactDomains ?? null,
		};
		this.clients.push(client);
		return client;
	}

	/** A few firms are bought for in the account of a neighbouring country. */
	private accountOf(firm: Firm): Country {
		if (firm.country === 'ca' && this.chance.whether(0.03)) return 'us';
		return firm.country === 'us' && this.chance.whether(0.01) ? 'ca' : firm.country;
	}

	private countryOf(firm: Firm): string | null {
		if (this.chance.whether(0.25)) return null;
		// A Halo gives sites the country of its owner when nobody chooses one.
		if (this.chance.whether(0.015)) return 'United States';
		return this.chance.oneOf(countryWords[firm.country]);
	}

	private addressOf(firm: Firm): StellrCustomer['address'] {
		const known = this.chance.whether(0.8);
		return {
			line1: null,
			line2: null,
			city: known ? firm.city : null,
			state: known ? firm.state : null,
			postalCode: null,
			country: this.chance.whether(0.9) ? stellrCountry[firm.country] : null,
		};
	}

	/** Numbers by chance, so that their order tells nothing of who belongs to whom. */
	private freeNumber(low: number, high: number): number {
		for (;;) {
			const number = this.chance.between(low, high);
			if (this.numbers.has(number)) continue;
			this.numbers.add(number);
			return number;
		}
	}
}

/** How labels name a customer. */
export function customerKey(customer: StellrCustomer): string {
	return `${customer.account}/${customer.customerNo}`;
}
