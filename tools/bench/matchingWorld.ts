/** Two long lists as an MSP of 50,000 customers would have them, for measuring speed; nobody labelled them. */
import type { HaloClient } from '../../core/halo/schemas';
import type { StellrCustomer } from '../../core/stellr/schemas';
import { seededRandom, type Random } from '../../simulators/random';
import { editedNames } from './editedNames';
import { domainLabel, fullName, generatedFirms, type GeneratedFirm } from './generatedFirms';

export interface MatchingWorld {
	customers: StellrCustomer[];
	clients: HaloClient[];
}

/** How customers are written, in hundredths; about one in ten cannot be told by its name. */
const WAYS = { same: 30, otherForm: 35, itsDomain: 15, ownDomain: 10, unclear: 10 };
const SHARE_WITH_WEBSITE = 0.6;
const SHARE_INACTIVE = 0.04;
const SHARE_WITH_TENANT = 0.2;

export function matchingWorld(size: number, seed: number): MatchingWorld {
	const random = seededRandom(`matching ${seed}`);
	const firms = generatedFirms(size, seed);
	const unclear = editedNames(firms, size, seed);
	return {
		clients: random.shuffled(firms.map((firm, at) => haloClient(firm, at, random))),
		customers: random.shuffled(
			firms.map((firm, at) => stellrCustomer(firm, at, unclear[at].name, random)),
		),
	};
}

function haloClient(firm: GeneratedFirm, at: number, random: Random): HaloClient {
	return {
		id: at + 1,
		name: fullName(firm),
		topLevelId: 1,
		topLevelName: 'Customers',
		inactive: random.chance(SHARE_INACTIVE),
		website: random.chance(SHARE_WITH_WEBSITE) ? `https://www.${firm.domain}/` : null,
		stellrKeys: [],
		foreignKeyText: null,
		microsoftTenantIds: random.chance(SHARE_WITH_TENANT) ? [tenantOf(at)] : [],
		domains: [],
		mainSiteId: at + 1,
		country: firm.country,
	};
}

function stellrCustomer(
	firm: GeneratedFirm,
	at: number,
	unclearName: string,
	random: Random,
): StellrCustomer {
	const way = random.weighted(WAYS);
	const names: Record<keyof typeof WAYS, string> = {
		same: fullName(firm),
		otherForm: otherForm(firm, random),
		itsDomain: firm.domain,
		ownDomain: firm.name.toUpperCase(),
		unclear: unclearName,
	};
	return {
		account: 'us',
		customerNo: String(100_000 + at),
		name: names[way],
		status: 'Active',
		active: true,
		domain: way === 'ownDomain' ? firm.domain : null,
		tenantId: random.chance(SHARE_WITH_TENANT) ? tenantOf(at) : null,
		address: {
			line1: null,
			line2: null,
			city: null,
			state: null,
			postalCode: null,
			country: firm.country,
		},
		phone: null,
	};
}

/** The same company written differently. */
function otherForm(firm: GeneratedFirm, random: Random): string {
	const { name } = firm;
	return random.pick([
		name,
		name.toUpperCase(),
		`The ${name}`,
		name.replace(/&/g, 'and'),
		name.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
		`${fullName(firm).replace(/\.$/, '')}.`,
		domainLabel(name),
	]);
}

function tenantOf(at: number): string {
	const hex = (at + 1).toString(16).padStart(12, '0');
	return `00000000-0000-4000-8000-${hex}`;
}
