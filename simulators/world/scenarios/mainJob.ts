/** The world of the main job: 200 Stellr customers, of which 150 have a client and exactly 20 deserve a new one. */
import { seededRandom } from '../../random';
import { aPlan } from '../customerPlan';
import type { CustomerPlan } from '../customerPlan';
import { FirmRegister } from '../firms';
import type { NameDifference } from '../nameDifferences';
import { OWN_NAMES, withWorldDefaults } from '../options';
import type { AccountOptions, WorldOptions } from '../options';
import type { CustomerSort } from '../truth';
import { buildWorld } from '../world';
import type { World } from '../world';

/** Names of the MSP itself; two of the customers carry them. */
export const ownNames = OWN_NAMES;

/** How many customers of each sort there are; they sum to 200. */
export const MAIN_JOB_COUNTS = {
	sameName: 120,
	otherCase: 10,
	otherPunctuation: 10,
	otherLegalForm: 10,
	domainOnly: 15,
	discontinued: 8,
	withoutLiveLine: 5,
	own: 2,
	plainNew: 20,
	furtherClients: 100,
} as const;

const US: AccountOptions = { label: 'us', region: 'us', currency: 'USD', share: 1 };

/** 200 customers of the account `us`; about 100 further clients over two top levels; no licence rows yet. */
export function mainJobCustomers(seed = 200): World {
	const options = mainJobOptions(seed);
	const random = seededRandom(`main job ${seed}`);
	const firms = new FirmRegister(random.fork('firms'), true);
	ownNames.forEach((name) => firms.reserve(name));
	const plans = mainJobPlans(firms);
	const world = buildWorld(options, random.shuffled(plans), firms, MAIN_JOB_COUNTS.furtherClients);
	for (const customer of world.stellr.accounts[0].customers) {
		// Blank statuses belong to other tests: here only the discontinued are left out for their status.
		customer.status ??= 'Active';
	}
	return world;
}

function mainJobOptions(seed: number): WorldOptions {
	return withWorldDefaults({
		seed,
		customers: 200,
		topLevels: ['Customers', 'Projects'],
		accounts: [US],
		distinctNames: true,
		// Each live customer has a few ordinary seats; what else lines can be is other tests' business.
		line: {
			median: 3,
			p95: 6,
			max: 8,
			none: 0,
			twice: 0,
			shelves: { microsoftSeats: 0.85, azure: 0, oneTime: 0, trial: 0, otherVendors: 0.15 },
			terms: { annualMonthly: 0.8, monthly: 0.15, annualPrepaid: 0.05, threeYear: 0, none: 0 },
			status: {
				Activated: 1,
				none: 0,
				unseen: 0,
				CancelledAhead: 0,
				Cancelled: 0,
				Expire: 0,
				Suspended: 0,
			},
			seatsP95: 40,
			seatsMax: 120,
		},
		licence: { native: 0, hand: 0, microsoft: 0, duplicates: 0, otherDistributor: 0 },
		nativeModule: { present: false },
	});
}

function mainJobPlans(firms: FirmRegister): CustomerPlan[] {
	const counts = MAIN_JOB_COUNTS;
	const some = (count: number, fields: Partial<CustomerPlan>) =>
		Array.from({ length: count }, () => aPlan(US, firms.next('us'), fields));
	const linked = (count: number, nameDifference: NameDifference) => some(count, { nameDifference });
	const absent = (count: number, sort: CustomerSort, fields: Partial<CustomerPlan> = {}) =>
		some(count, { sort, inHalo: false, nameDifference: 'none', ...fields });
	return [
		...linked(counts.sameName, 'same'),
		...linked(counts.otherCase, 'case'),
		...linked(counts.otherPunctuation, 'punctuation'),
		...linked(counts.otherLegalForm, 'legalForm'),
		...absent(counts.domainOnly, 'plain', { nameDifference: 'domain' }),
		...absent(counts.discontinued, 'discontinued', { lines: 'ended' }),
		...absent(2, 'noLiveLine', { lines: 'none' }),
		...absent(counts.withoutLiveLine - 2, 'noLiveLine', { lines: 'ended' }),
		...ownNames.flatMap((stellrName) => absent(1, 'own', { stellrName })),
		...absent(counts.plainNew, 'plain'),
	];
}
