import type { HaloSimulator } from '../../../simulators/halo/server';
import { keysOfClient, keysOfLicence } from './picture';

/**
 * What the applications wrote to rows that are not theirs, by Halo's own log: a row is an account's when the key on it
 * begins with the account's label. Rows are never deleted, so that each can be looked up afterwards.
 */
export function foreignWrites({ state, requests }: HaloSimulator): string[] {
	const licenceKeys = new Map(state.licences.map((row) => [row.id, keysOfLicence(row)]));
	const clientKeys = new Map(state.clients.map((row) => [row.id, keysOfClient(row)]));
	const found: string[] = [];
	for (const { method, route, account, body } of requests.entries) {
		if (method === 'GET' || account === undefined || account === null) continue;
		for (const row of rowsOf(body)) {
			const known = route === '/softwarelicence' ? licenceKeys : clientKeys;
			const keys = row.id === undefined ? keysSent(row) : known.get(row.id);
			const isOwn = keys?.some((key) => key.startsWith(`${account}/`)) ?? false;
			if (!isOwn) found.push(`${account}: ${method} ${route} ${JSON.stringify(row).slice(0, 200)}`);
		}
	}
	return found;
}

interface SentRow {
	id?: number;
	snowid?: string | null;
	customfields?: Array<{ name: string; value: unknown }>;
}

function rowsOf(body: unknown): SentRow[] {
	return Array.isArray(body) ? (body as SentRow[]) : [body as SentRow];
}

function keysSent({ snowid = null, customfields = [] }: SentRow): string[] {
	return [...(snowid === null ? [] : [snowid]), ...customfields.map(({ value }) => String(value))];
}

/** The applications that wrote anything, in the order of their names. */
export function writersIn({ requests }: HaloSimulator): string[] {
	const writers = requests.entries
		.filter(({ method, isToken }) => method !== 'GET' && !isToken)
		.map(({ account }) => String(account));
	return [...new Set(writers)].sort();
}
