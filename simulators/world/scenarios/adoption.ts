/** A Halo that was used before: 45 % of the lines have a row from Halo's own module, 10 % one typed by hand, 5 % a Microsoft namesake. */
import { seededRandom } from '../../random';
import { aPlan } from '../customerPlan';
import { FirmRegister } from '../firms';
import { withWorldDefaults } from '../options';
import type { AccountOptions, PartialWorldOptions } from '../options';
import { buildWorld } from '../world';
import type { World } from '../world';

const US: AccountOptions = { label: 'us', region: 'us', currency: 'USD', share: 1 };

/**
 * `size` customers of the account `us`, all linked by a stored key to a client of the same name, with about five live
 * seat lines each. `world.truth.subscriptions` says which row is whose, and by what evidence.
 */
export function adoptionWorld(seed = 45, size = 60, changes: PartialWorldOptions = {}): World {
	const options = withWorldDefaults({
		seed,
		customers: size,
		topLevels: ['Customers', 'Projects'],
		accounts: [US],
		...changes,
		customer: { storedKeys: 1, otherCurrency: 0, ...changes.customer },
		line: {
			median: 5,
			p95: 10,
			max: 14,
			none: 0,
			shelves: { microsoftSeats: 0.87, azure: 0, oneTime: 0, trial: 0, otherVendors: 0.13 },
			status: {
				Activated: 1,
				none: 0,
				unseen: 0,
				CancelledAhead: 0,
				Cancelled: 0,
				Expire: 0,
				Suspended: 0,
			},
			...changes.line,
		},
		licence: { duplicates: 0, otherDistributor: 0, staleActive: 0, ...changes.licence },
		nativeModule: { present: false, ...changes.nativeModule },
	});
	const random = seededRandom(`adoption ${seed}`);
	const firms = new FirmRegister(random.fork('firms'), size <= 200);
	const plans = Array.from({ length: size }, () =>
		aPlan(US, firms.next('us'), { storedKey: true }),
	);
	return buildWorld(options, plans, firms, Math.round(size / 3));
}
