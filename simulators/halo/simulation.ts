/** What the routes work on: the rows, the switches, the clock. */
import type { Answer } from './answers';
import type { Query } from './query';
import type { HaloAddress, HaloState } from './state';
import type { HaloArea, HaloSwitches } from './switches';

export interface Simulation {
	/** Replaced as a whole on reset and when a batch is rolled back. */
	state: HaloState;
	switches: HaloSwitches;
	now: () => number;
	/** Rows that a site's address left behind when another was added. */
	strayAddresses: Array<HaloAddress & { site_id: number }>;
	/** What `/authinfo` tells; the Authorisation Server need not be on the API's host. */
	authUrl: string;
	tenant: string | null;
}

export interface RouteCall {
	simulation: Simulation;
	query: Query;
	/** Of `{id}` routes; NaN when it is no whole number. */
	id: number;
	body: unknown;
}

export interface Route {
	method: 'GET' | 'POST' | 'DELETE';
	/** Below `/api`, lower case, `{id}` for a number. */
	pattern: string;
	/** Whose permission it needs; null where any token will do. */
	area: HaloArea | null;
	/** No token at all. */
	open?: boolean;
	answer: (call: RouteCall) => Answer;
}

/** A row as a client sent it, after its fields were checked. */
export type SentRow = Record<string, unknown>;

/** The clock as Halo writes dates. */
export function nowText(simulation: Simulation): string {
	return new Date(simulation.now()).toISOString().slice(0, 19);
}

/** The number a new row gets. */
export function nextId(rows: Array<{ id: number }>): number {
	return rows.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
}

/** A row without the fields that are unset: lists leave them out. */
export function withoutUnset(row: SentRow): SentRow {
	return Object.fromEntries(
		Object.entries(row).filter(([, value]) => value !== null && value !== undefined),
	);
}
