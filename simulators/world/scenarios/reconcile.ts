/** An MSP after months of nightly runs: all in step but for what is seeded, and each seeded departure is in the truth. */
import { seededRandom } from '../../random';
import { FirmRegister } from '../firms';
import { withWorldDefaults } from '../options';
import type { PartialWorldOptions, WorldOptions } from '../options';
import { DECOYS } from '../reconcile/decoys';
import type { LineDecoyKind } from '../reconcile/decoys';
import { DEPARTURES } from '../reconcile/departures';
import type { LineDepartureKind } from '../reconcile/departures';
import { reconcilePlans } from '../reconcile/plans';
import { Seeder } from '../reconcile/seeder';
import type { DecoyKind, DepartureKind, ReconcileTruth } from '../reconcile/truth';
import { buildWorld } from '../world';
import type { World } from '../world';

export interface ReconcileWorld extends World {
	reconcileTruth: ReconcileTruth;
}

export interface ReconcileWorldOptions {
	seed?: number;
	/** Stellr customers over all accounts. */
	customers?: number;
	/** How many of each; whole customers for the three kinds that are about customers, else lines. */
	departures?: Partial<Record<DepartureKind, number>>;
	/** How many of each; of `freeNotInvoiced` and `overAndOff` at most as many as the world has. */
	decoys?: Partial<Record<Exclude<DecoyKind, 'soldTwice'>, number>>;
	/** Any share of the world under it. */
	world?: PartialWorldOptions;
}

/** Shares of the lines that can be seeded, from an operator's experience; counts that are given beat them. */
const USUAL_SHARES: Partial<Record<DepartureKind, number>> = {
	typedEqual: 0.16,
	typedDifferent: 0.04,
	neverInvoiced: 0.12,
	invoicedTwice: 0.03,
};
/** Of kinds that have no usual share. */
const USUAL_COUNT = 4;
/** Up to here the word lists hold firms whose names are far apart. */
const MOST_DISTINCT = 150;

/** With nothing given: 120 customers of two accounts, about 850 lines, four of each departure and decoy or its usual share. */
export function reconcileWorld(options: ReconcileWorldOptions = {}): ReconcileWorld {
	const { seed = 11, customers = 120, departures = {}, decoys = {} } = options;
	const random = seededRandom(`reconcile ${seed}`);
	const world = plannedWorld(options, seed, customers);
	const otherCurrency = departures.currencyMismatch ?? USUAL_COUNT;
	const seeder = new Seeder(world, random.fork('seeding'), otherCurrency);
	for (const kind of Object.keys(DEPARTURES) as LineDepartureKind[]) {
		const share = USUAL_SHARES[kind];
		const usual = share === undefined ? USUAL_COUNT : Math.round(share * seeder.lines);
		seeder.seedLines(kind, departures[kind] ?? usual);
	}
	for (const kind of Object.keys(DECOYS) as LineDecoyKind[]) {
		seeder.disguise(kind, decoys[kind] ?? USUAL_COUNT);
	}
	seeder.disguiseOthers(decoys.freeNotInvoiced ?? USUAL_COUNT, decoys.overAndOff ?? USUAL_COUNT);
	return { ...world, reconcileTruth: seeder.finish() };
}

function plannedWorld(
	{ departures = {}, decoys = {}, world }: ReconcileWorldOptions,
	seed: number,
	customers: number,
): World {
	const options = reconcileOptions(seed, customers, world);
	const random = seededRandom(`reconcile plans ${seed}`);
	const firms = new FirmRegister(random.fork('firms'), customers <= MOST_DISTINCT);
	const counts = {
		customers,
		withoutClient: departures.customerWithoutClient ?? USUAL_COUNT,
		nothingCharged: decoys.nothingCharged ?? USUAL_COUNT,
		inactiveClient: departures.clientInactive ?? USUAL_COUNT,
		// More than are needed: not every shared client has a line that can move.
		sharing: Math.max(
			2 * (decoys.movedWithinClient ?? USUAL_COUNT),
			Math.round(customers * options.customer.sharesClient),
		),
	};
	const plans = reconcilePlans(counts, options, firms, random.fork('plans'));
	return buildWorld(options, plans, firms, Math.round(customers * 0.4));
}

/** Everything that would be out of step by chance is switched off: departures are seeded, and nothing else departs. */
function reconcileOptions(
	seed: number,
	customers: number,
	changes: PartialWorldOptions = {},
): WorldOptions {
	return withWorldDefaults({
		seed,
		customers,
		accounts: [
			{ label: 'us', region: 'us', currency: 'USD', share: 0.6 },
			{ label: 'ca', region: 'ca', currency: 'CAD', share: 0.4 },
		],
		...changes,
		customer: { storedKeys: 1, domainNames: 0.1, ...changes.customer, otherCurrency: 0 },
		licence: {
			native: 0.8,
			// More than are left, so that every line has a row.
			hand: 0.4,
			handWithSku: 1,
			typeZero: 0.25,
			...changes.licence,
			nativeIdIn: { nowhere: 1, snowid: 0, vendor_product_sku: 0, notes: 0 },
			microsoft: 0,
			duplicates: 0,
			otherDistributor: 0,
			countDiffers: 0,
			staleActive: 0,
		},
		recurring: { ...changes.recurring, linked: 1, typed: 0, none: 0, twice: 0 },
	});
}
