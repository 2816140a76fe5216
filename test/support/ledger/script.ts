/**
 * Sixty nights written down before any of them is run: what Stellr sells each night, what its answers show of it, what
 * staff type into Halo, and when a person reads the report. Nothing here depends on what the product will do.
 */
import { seededRandom, type Random } from '../../../simulators/random';
import type { StellrCustomerRow, StellrSubscriptionRow } from '../../../simulators/stellr/state';
import { addDays } from '../../../simulators/world/days';
import { changeQuantity, liveLines, succeedLine } from '../../../simulators/world/lineChanges';
import { applyNight, type NightChange } from '../../../simulators/world/nights';
import { adoptionWorld } from '../../../simulators/world/scenarios/adoption';
import type { World } from '../../../simulators/world/world';

export const NIGHTS = 60;
/** The first of two months; the first one is also a night of empty lists, the second one of refusals. */
export const INVOICE_NIGHTS = [20, 50] as const;
/** In the same night the lists come cut: half of the renewals show, half do not. */
export const WAVE_NIGHT = 33;
const EMPTY_LISTS_NIGHT = 20;
const SHORT_LISTS_NIGHT = 33;
const REFUSALS_NIGHT = 50;
/** Nights in which a person approves what was held two nights before. */
const APPROVALS_EVERY = 5;
export const APPROVALS_LAG = 2;
/** Nights until staff give a renumbered customer's client the new number. */
const RELINKED_AFTER = 3;

export interface ScriptNight {
	night: number;
	day: string;
	/** Every line as it truly is. */
	lines: StellrSubscriptionRow[];
	customers: StellrCustomerRow[];
	/** The lines that the answers of this night show. */
	shown: StellrSubscriptionRow[];
	/** Whether lists promise more lines than they show. */
	short: boolean;
	/** Whether every list comes empty, with 200 and a total of nothing. */
	empty: boolean;
	/** Customers whose list is answered 500. */
	refused: number[];
	/** Counts that staff change in Halo before the run. */
	edits: Array<{ licenceId: number; by: number }>;
	/** Which customer number each Halo client holds. */
	links: Array<{ clientId: number; customerNo: number }>;
	approves: boolean;
	changes: NightChange[];
}

export interface Script {
	/** Both sides on the day before the first night. */
	start: World;
	/** The first is night 0: both sides in step, so that the last counts are known. */
	nights: ScriptNight[];
}

export function writeScript(seed: number, customers: number): Script {
	const start = startingWorld(seed, customers);
	const world = structuredClone(start);
	const random = seededRandom(`sixty nights ${seed}`);
	const links = start.truth.customers.flatMap(({ haloClientId, customerNo }) =>
		haloClientId === null ? [] : [{ clientId: haloClientId, customerNo }],
	);
	const relinks: Array<{ night: number; from: number; to: number }> = [];
	const nights: ScriptNight[] = [];
	for (let night = 0; night <= NIGHTS; night += 1) {
		const changes = night === 0 ? [] : moveOn(world, night, random);
		for (const change of changes) {
			if (change.kind === 'customerRenumbered')
				relinks.push({
					night: night + RELINKED_AFTER,
					from: Number(change.before),
					to: Number(change.after),
				});
		}
		for (const { night: when, from, to } of relinks) {
			const link = links.find(({ customerNo }) => customerNo === from);
			if (when === night && link) link.customerNo = to;
		}
		nights.push(nightOf(world, night, changes, structuredClone(links), random));
	}
	return { start, nights };
}

/** About six seat lines a customer, each with its row by key, most of them on a monthly recurring invoice. */
function startingWorld(seed: number, customers: number): World {
	const world = adoptionWorld(seed, customers, {
		asOf: '2026-10-12',
		licence: { native: 1, hand: 0, microsoft: 0, countDiffers: 0 },
		line: {
			shelves: { microsoftSeats: 0.87, azure: 0, oneTime: 0, trial: 0, otherVendors: 0.13 },
			terms: { annualMonthly: 0.4, monthly: 0.27, annualPrepaid: 0.1, threeYear: 0.03, none: 0.2 },
			status: {
				Activated: 0.86,
				none: 0.04,
				unseen: 0.02,
				CancelledAhead: 0.03,
				Cancelled: 0.01,
				Expire: 0.01,
				Suspended: 0.03,
			},
			seatsMax: 120,
		},
		recurring: {
			linked: 0.76,
			typed: 0.1,
			none: 0.06,
			twice: 0.08,
			periods: { Monthly: 1, Quarterly: 0, Yearly: 0 },
		},
	});
	for (const { account, subscriptionId, licenceId } of world.truth.subscriptions) {
		const row = world.halo.licences.find(({ id }) => id === licenceId);
		if (row) row.snowid = `${account}/${subscriptionId}`;
	}
	for (const row of world.halo.licences) {
		row.vendor_product_sku = null;
		row.notes = null;
	}
	return world;
}

function moveOn(world: World, night: number, random: Random): NightChange[] {
	const changes = applyNight(world, night, {
		countChanges: 0.03,
		rises: 0.55,
		newLines: 0.006,
		ended: 0.006,
		renewed: 0.006,
		renewedElsewhere: 0.3,
		planChanges: 0.004,
		staffEdits: 2,
	});
	const seats = random.shuffled(liveLines(world)).filter(({ row }) => (row.quantity ?? 0) > 4);
	const half = seats.find(({ row }) => (row.quantity ?? 0) > 8);
	if (night % 4 === 1 && half)
		changeQuantity(world, half, Math.floor((half.row.quantity ?? 0) / 2));
	if (night % 6 === 2) changeQuantity(world, seats[1], (seats[1].row.quantity ?? 0) * 2 + 11);
	// More at once than one night should lower; after the wave the commitments are open.
	if (night === 26 || night === 36)
		for (const line of seats.slice(2, 16))
			changeQuantity(world, line, (line.row.quantity ?? 0) - 1);
	if (night === WAVE_NIGHT) {
		const lines = random.shuffled(liveLines(world));
		for (const line of lines.slice(0, Math.round(lines.length * 0.6))) succeedLine(world, line);
	}
	return changes;
}

function nightOf(
	world: World,
	night: number,
	changes: NightChange[],
	links: ScriptNight['links'],
	random: Random,
): ScriptNight {
	const [account] = world.stellr.accounts;
	const lines = structuredClone(account.subscriptions);
	const short = night === SHORT_LISTS_NIGHT;
	const customerNos = account.customers.map(({ customerNo }) => customerNo);
	return {
		night,
		day: addDays(world.options.asOf, night),
		lines,
		customers: structuredClone(account.customers),
		shown: short ? lines.filter(() => random.chance(0.5)) : lines,
		short,
		empty: night === EMPTY_LISTS_NIGHT,
		refused:
			night === REFUSALS_NIGHT ? random.shuffled(customerNos).slice(0, customerNos.length / 4) : [],
		edits: changes.flatMap(({ kind, licenceId }) =>
			kind === 'staffEdit' && licenceId !== undefined ? [{ licenceId, by: 1 }] : [],
		),
		links,
		approves: night > APPROVALS_LAG && night % APPROVALS_EVERY === 3,
		changes,
	};
}
