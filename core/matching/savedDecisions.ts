import type { StellrCustomer } from '../stellr/schemas';
import { keyOf } from './distinct';
import type { MappingEntry } from './schemas';

/** What the saved mapping says about one customer. */
export type SavedDecision =
	| { kind: 'none'; notes: string[] }
	| { kind: 'ignored'; entry: MappingEntry }
	| { kind: 'create'; entry: MappingEntry; name: string }
	| { kind: 'later'; entry: MappingEntry; until: string }
	| { kind: 'mapped'; entry: MappingEntry; clientId: number }
	| { kind: 'unclear'; why: string; clientIds: number[] };

export interface SavedDecisions {
	of: (customer: StellrCustomer) => SavedDecision;
	/** A person said no to this pair: it is not offered again. */
	isRejected: (customer: StellrCustomer, clientId: number) => boolean;
	rejectedIds: (customer: StellrCustomer) => ReadonlySet<number>;
}

const NO_IDS: ReadonlySet<number> = new Set();
const NONE: SavedDecision = { kind: 'none', notes: [] };

const NOTHING_SAVED: SavedDecisions = {
	of: () => NONE,
	isRejected: () => false,
	rejectedIds: () => NO_IDS,
};

/** Sorts the saved rows by customer and leaves out what has lapsed. */
export function savedDecisions(
	rows: readonly MappingEntry[],
	today: string | null,
): SavedDecisions {
	if (rows.length === 0) return NOTHING_SAVED;
	const byKey = new Map<string, MappingEntry[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const known = byKey.get(key);
		if (known === undefined) byKey.set(key, [row]);
		else known.push(row);
	}
	const decisions = new Map<string, SavedDecision>();
	const rejected = new Map<string, ReadonlySet<number>>();
	for (const [key, entries] of byKey) {
		const current = entries.filter((entry) => !hasLapsed(entry, today));
		const rejectedIds = new Set<number>();
		for (const entry of current) {
			if (entry.decision === 'rejected' && entry.haloClientId !== null) {
				rejectedIds.add(entry.haloClientId);
			}
		}
		rejected.set(key, rejectedIds);
		decisions.set(key, decisionFrom(current, rejectedIds, entries));
	}
	const rejectedIds = (customer: StellrCustomer) => rejected.get(keyOf(customer)) ?? NO_IDS;
	return {
		of: (customer) => decisions.get(keyOf(customer)) ?? NONE,
		isRejected: (customer, clientId) => rejectedIds(customer).has(clientId),
		rejectedIds,
	};
}

const LAPSING: ReadonlySet<MappingEntry['decision']> = new Set(['rejected', 'ignored', 'later']);

/** A rejected, ignored or later decision holds to its day, that day included. */
function hasLapsed(entry: MappingEntry, today: string | null): boolean {
	if (!LAPSING.has(entry.decision)) return false;
	// "Ask again" without a day asks at once.
	if (entry.decision === 'later' && entry.until === null) return true;
	return today !== null && entry.until !== null && entry.until.slice(0, 10) < today;
}

/** What a row wants to happen; rows that want different things do not agree. */
const WANTS: Readonly<
	Record<MappingEntry['decision'], 'map' | 'ignore' | 'create' | 'wait' | null>
> = {
	auto: 'map',
	manual: 'map',
	ignored: 'ignore',
	create: 'create',
	later: 'wait',
	rejected: null,
	proposed: null,
};

function decisionFrom(
	current: MappingEntry[],
	rejectedIds: ReadonlySet<number>,
	all: MappingEntry[],
): SavedDecision {
	const standing = current.filter((entry) => WANTS[entry.decision] !== null);
	if (standing.length === 0) {
		return { kind: 'none', notes: all.filter((e) => !current.includes(e)).map(lapsedNote) };
	}
	const wants = new Set(standing.map((entry) => WANTS[entry.decision]));
	const mapping = standing.filter((entry) => WANTS[entry.decision] === 'map');
	const clientIds = [...new Set(mapping.flatMap((entry) => entry.haloClientId ?? []))];
	if (wants.size > 1 || clientIds.length > 1) {
		return {
			kind: 'unclear',
			why: `The saved mapping holds ${standing.length} rows for this customer that do not agree: keep one of them.`,
			clientIds,
		};
	}
	const entry = strongest(standing);
	switch (entry.decision) {
		case 'ignored':
			return { kind: 'ignored', entry };
		case 'later':
			return { kind: 'later', entry, until: (entry.until ?? '').slice(0, 10) };
		case 'create':
			return creation(entry);
		default:
			return mappedBy(entry, clientIds, rejectedIds);
	}
}

function creation(entry: MappingEntry): SavedDecision {
	const name = entry.haloClientName?.trim() ?? '';
	if (name !== '') return { kind: 'create', entry, name };
	const why =
		'The saved mapping says that a client is to be created for this customer but gives it no name.';
	return { kind: 'unclear', why, clientIds: [] };
}

function mappedBy(
	entry: MappingEntry,
	clientIds: number[],
	rejectedIds: ReadonlySet<number>,
): SavedDecision {
	if (clientIds.length === 0) {
		return {
			kind: 'unclear',
			why: 'The saved mapping says that this customer is mapped but names no Halo client.',
			clientIds,
		};
	}
	if (rejectedIds.has(clientIds[0])) {
		return {
			kind: 'unclear',
			why: 'The saved mapping both maps this customer to a Halo client and rejects that pair: keep one of the rows.',
			clientIds: [],
		};
	}
	return { kind: 'mapped', entry, clientId: clientIds[0] };
}

/** Of rows that agree: a person's before an automatic one, then the latest, then a fixed order. */
function strongest(entries: MappingEntry[]): MappingEntry {
	const rank = (entry: MappingEntry) => (entry.decision === 'manual' ? 1 : 0);
	return [...entries].sort(
		(a, b) =>
			rank(b) - rank(a) ||
			compare(b.decidedAt ?? '', a.decidedAt ?? '') ||
			compare(JSON.stringify(a), JSON.stringify(b)),
	)[0];
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function lapsedNote(entry: MappingEntry): string {
	if (entry.decision === 'later') {
		return entry.until === null ? 'to be asked again' : `to be asked again after ${entry.until}`;
	}
	return entry.decision === 'ignored'
		? `was ignored until ${entry.until}`
		: `the pair with ${entry.haloClientName ?? `Halo client ${entry.haloClientId}`} was rejected until ${entry.until}`;
}
