/** The lists of a large MSP on three nights, made in memory, for measuring the core alone; the same for one seed. */
import type { HaloClient, HaloLicence } from '../../core/halo/schemas';
import type { StellrCustomer, StellrSubscription } from '../../core/stellr/schemas';
import type { CustomerLines } from '../../core/sync/licences/customerLines';
import type { SavedLicence } from '../../core/sync/licences/savedState';
import { customerKey } from '../../core/sync/stellrKeys';
import { seededRandom, type Random } from '../../simulators/random';
import { matchingWorld } from './matchingWorld';
import { LicenceMaker, type RowShares } from './reconcileLicences';
import { subscriptionsOf } from './reconcileSubscriptions';
import { BENCH_TODAY } from './reconcileWorld';

/**
 * `first`: nothing carries a key, half of the clients and half of the licence rows are there. `unchanged`: what the first
 * night left. `changed`: the same after 3 % of the quantities moved.
 */
export const nights = ['first', 'unchanged', 'changed'] as const;
export type Night = (typeof nights)[number];

export interface ClientNight {
	customers: StellrCustomer[];
	clients: HaloClient[];
	/** By customer key. */
	linesOf: ReadonlyMap<string, StellrSubscription[]>;
}

export interface LicenceNight {
	customers: CustomerLines[];
	licences: HaloLicence[];
	saved: SavedLicence[];
}

const LINES_PER_CUSTOMER = 10;
const SHARE_CHANGED = 0.03;
const NO_ROWS: RowShares = {
	inStep: 0,
	editedByHand: 0,
	haloBehind: 0,
	unknown: 0,
	missing: 0,
	heldTwice: 0,
	handMade: 0,
};
const ROWS_BEFORE: RowShares = { ...NO_ROWS, missing: 1, handMade: 1 };
const ROWS_AFTER: RowShares = { ...NO_ROWS, inStep: 1 };

/** Both lists of customers and clients; a name's clients are there on the first night in every second case. */
export function clientNight(night: Night, subscriptions: number, seed = 1): ClientNight {
	const { customers, clients } = matchingWorld(subscriptions / LINES_PER_CUSTOMER, seed);
	const linesOf = new Map(
		linesByCustomer(customers, clients, seed).map((lines) => [
			customerKey(lines),
			lines.subscriptions,
		]),
	);
	if (night === 'first')
		return { customers, clients: clients.filter(({ id }) => id % 2 === 0), linesOf };
	const keyOf = new Map(
		pairs(customers, clients).map(([customer, { id }]) => [id, customerKey(customer)]),
	);
	const known = clients.map((client) => ({
		...client,
		inactive: false,
		stellrKeys: [keyOf.get(client.id) ?? ''],
	}));
	return { customers, clients: known, linesOf };
}

/** Customers with ten lines each, and Halo's rows. */
export function licenceNight(night: Night, subscriptions: number, seed = 1): LicenceNight {
	const { customers, clients } = matchingWorld(subscriptions / LINES_PER_CUSTOMER, seed);
	const random = seededRandom(`core ${seed}`);
	const lines = linesByCustomer(customers, clients, seed);
	const shares = night === 'first' ? ROWS_BEFORE : ROWS_AFTER;
	const rows = new LicenceMaker(random.fork('rows'), BENCH_TODAY, shares);
	for (const customer of lines) rows.addRowsOf(customer);
	const { saved } = rows;
	if (night === 'first') return { customers: lines, licences: rows.licences, saved };
	const states = lines.flatMap(({ subscriptions: own }) => own.map(({ state }) => state));
	const licences = rows.licences.map((row, at) => asWritten(row, states[at]));
	const now = night === 'changed' ? lines.map((entry) => moved(entry, random)) : lines;
	return { customers: now, licences, saved };
}

/** What an earlier night wrote to the rows of lines that are suspended or over. */
function asWritten(row: HaloLicence, state: StellrSubscription['state']): HaloLicence {
	if (state === 'suspended') {
		return { ...row, status: 'Suspended', texts: { ...row.texts, status: 'Suspended' } };
	}
	return state === 'cancelled' ? { ...row, active: false } : row;
}

function linesByCustomer(
	customers: StellrCustomer[],
	clients: HaloClient[],
	seed: number,
): CustomerLines[] {
	const random = seededRandom(`core lines ${seed}`);
	return pairs(customers, clients).map(([customer, client], at) => {
		const { account, customerNo, name } = customer;
		const entry: CustomerLines = {
			account,
			customerNo,
			name,
			haloClientId: client.id,
			haloClientName: client.name,
			haloClientInactive: false,
			clientKeys: [customerKey(customer)],
			subscriptions: [],
			complete: true,
			unreadable: [],
		};
		const order = {
			count: LINES_PER_CUSTOMER,
			firstContract: 400_000 + at * 100,
			currency: 'USD',
			today: BENCH_TODAY,
			random,
		};
		return { ...entry, subscriptions: subscriptionsOf(entry, order) };
	});
}

/** Each customer with the client that is the same firm. */
function pairs(
	customers: readonly StellrCustomer[],
	clients: readonly HaloClient[],
): Array<[StellrCustomer, HaloClient]> {
	const byNumber = [...customers].sort((a, b) => Number(a.customerNo) - Number(b.customerNo));
	const byId = [...clients].sort((a, b) => a.id - b.id);
	return byNumber.map((customer, at) => [customer, byId[at]]);
}

function moved(customer: CustomerLines, random: Random): CustomerLines {
	return {
		...customer,
		subscriptions: customer.subscriptions.map((line) =>
			random.chance(SHARE_CHANGED)
				? { ...line, quantity: Math.max(1, (line.quantity ?? 1) + random.pick([-1, 1, 2, 5])) }
				: line,
		),
	};
}
