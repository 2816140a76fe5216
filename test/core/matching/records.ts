import type { HaloClient } from '../../../core/halo/schemas';
import type { MappingEntry } from '../../../core/matching';
import type { StellrCustomer } from '../../../core/stellr/schemas';

/** A Stellr customer of account `us`. */
export function customer(
	customerNo: string,
	name: string | null,
	fields: Partial<StellrCustomer> & { country?: string } = {},
): StellrCustomer {
	const { country, ...rest } = fields;
	return {
		account: 'us',
		customerNo,
		name,
		status: 'Active',
		active: true,
		domain: null,
		tenantId: null,
		address: {
			line1: null,
			line2: null,
			city: null,
			state: null,
			postalCode: null,
			country: country ?? null,
		},
		phone: null,
		...rest,
	};
}

export function client(id: number, name: string, fields: Partial<HaloClient> = {}): HaloClient {
	return {
		id,
		name,
		topLevelId: 1,
		topLevelName: 'Customers',
		inactive: false,
		website: null,
		stellrKeys: [],
		foreignKeyText: null,
		microsoftTenantIds: [],
		domains: [],
		mainSiteId: null,
		country: null,
		...fields,
	};
}

export function savedRow(
	customerNo: string,
	decision: MappingEntry['decision'],
	haloClientId: number | null,
	fields: Partial<MappingEntry> = {},
): MappingEntry {
	return {
		account: 'us',
		customerNo,
		stellrName: null,
		haloClientId,
		haloClientName: null,
		decision,
		level: null,
		origin: null,
		decidedBy: null,
		decidedAt: null,
		reason: null,
		until: null,
		...fields,
	};
}
