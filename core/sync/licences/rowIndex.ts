import type { HaloLicence } from '../../halo/schemas';
import { keyPartOf } from './keyText';
import type { LicencePolicy } from './policy';
import { savedByRow, type SavedLicence } from './savedState';
import { foldKey, parseLicenceKey, type LicenceKeyText } from '../stellrKeys';

/** The Halo snapshot and the saved licence map, arranged for look-ups by key, row and client. */
export interface LicenceIndex {
	/** Rows that hold the key, deleted ones included; more than one is a conflict. */
	rowsByKey(key: string): HaloLicence[];
	/** The saved map's entry for the key, with its row when Halo still shows it. */
	savedFor(key: string): { entry: SavedLicence; row: HaloLicence | null } | null;
	/** The entry that names the row, under whatever key; of several the one saved last. */
	savedOfRow(row: HaloLicence): SavedLicence | null;
	/** Whether a saved state was connected at all. */
	hasSavedState: boolean;
	keyTextOf(row: HaloLicence): LicenceKeyText | null;
	/** The folded key by which the row is known: its own, else the one under which the saved map names it. */
	keyOf(row: HaloLicence): string | null;
	/** What the key field holds when it is not one of our keys. */
	foreignTextOf(row: HaloLicence): string | null;
	/** Rows of the client without a key of ours and outside the saved map. */
	freeRowsOf(clientId: number): HaloLicence[];
	rowsOf(clientId: number): HaloLicence[];
	/** Rows of the client whose key names this subscription, under whatever account label. */
	rowsBySubscription(clientId: number, subscriptionId: string): HaloLicence[];
	/** What a row holds of the key when the field cut it: only its beginning, or the key with half a mark behind it. */
	cutKeyOf(key: string): string | null;
}

export function indexLicences(input: {
	licences: HaloLicence[];
	saved?: SavedLicence[];
	policy: Pick<LicencePolicy, 'keyField'>;
}): LicenceIndex {
	const { keyField } = input.policy;
	const byKey = new Map<string, HaloLicence[]>();
	const byClient = new Map<number, HaloLicence[]>();
	const byId = new Map<number, HaloLicence>();
	const parsed = new Map<number, LicenceKeyText>();
	// Texts that are no key, and may be the beginning of one.
	const texts = new Set<string>();
	const halfMarked = new Map<string, string>();
	for (const row of input.licences) {
		byId.set(row.id, row);
		if (row.clientId !== null) push(byClient, row.clientId, row);
		const text = row.texts[keyField] ?? null;
		const key = parseLicenceKey(keyPartOf(keyField, text));
		if (key !== null) {
			parsed.set(row.id, key);
			push(byKey, key.key, row);
		} else if (text !== null && text.includes('/')) {
			texts.add(foldKey(text));
			const start = /^(\S+)\s+\(/.exec(text);
			if (start !== null) halfMarked.set(foldKey(start[1]), text);
		}
	}
	const saved = new Map((input.saved ?? []).map((entry) => [foldKey(entry.key), entry]));
	const savedOf = savedByRow(input.saved ?? []);
	const savedKeyOf = (row: HaloLicence) => {
		const entry = savedOf.get(row.id);
		return entry === undefined ? null : foldKey(entry.key);
	};
	const keyNow = (row: HaloLicence) => parsed.get(row.id)?.key ?? savedKeyOf(row);
	const bySubscription = once(() => rowsBySubscription(input.licences, keyNow));
	// `us/411833_1` is a key of its own and the beginning of `us/411833_12`: only a text that no line number completes was
	// cut. Nearly every Halo has none.
	const maybeCut = new Set([...texts, ...byKey.keys()].filter((text) => !/_\d+$/.test(text)));
	const cutOf = (key: string) =>
		maybeCut.size === 0 || byKey.has(key) ? null : longestStart(key, maybeCut);

	return {
		rowsByKey: (key) => byKey.get(foldKey(key)) ?? [],
		savedFor: (key) => {
			const entry = saved.get(foldKey(key));
			if (entry === undefined) return null;
			const row = byId.get(entry.haloLicenceId) ?? null;
			// A row that was given to a successor is no longer the old line's, whatever the table still says.
			const now = row === null ? null : keyNow(row);
			return now === null || now === foldKey(key) ? { entry, row } : null;
		},
		savedOfRow: (row) => savedOf.get(row.id) ?? null,
		hasSavedState: input.saved !== undefined,
		keyTextOf: (row) => parsed.get(row.id) ?? null,
		keyOf: keyNow,
		foreignTextOf: (row) => {
			if (keyField === 'notes' || parsed.has(row.id)) return null;
			return row.texts[keyField] ?? null;
		},
		freeRowsOf: (clientId) =>
			(byClient.get(clientId) ?? []).filter((row) => !parsed.has(row.id) && !savedOf.has(row.id)),
		rowsOf: (clientId) => byClient.get(clientId) ?? [],
		rowsBySubscription: (clientId, subscriptionId) =>
			bySubscription().get(`${clientId}/${foldKey(subscriptionId)}`) ?? [],
		cutKeyOf: (key) => {
			const folded = foldKey(key);
			return halfMarked.get(folded) ?? cutOf(folded);
		},
	};
}

/** By client and by what stands behind the account label in the key. */
function rowsBySubscription(
	licences: HaloLicence[],
	keyOf: (row: HaloLicence) => string | null,
): Map<string, HaloLicence[]> {
	const rows = new Map<string, HaloLicence[]>();
	for (const row of licences) {
		const key = keyOf(row);
		if (key !== null && row.clientId !== null)
			push(rows, `${row.clientId}${key.slice(key.indexOf('/'))}`, row);
	}
	return rows;
}

/** Nearly every run has no new line, and needs no look-up for them. */
function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => (made ??= make());
}

/** At least the account, the slash and two characters must be there, or any short text would count. */
function longestStart(key: string, texts: ReadonlySet<string>): string | null {
	for (let length = key.length - 1; length >= key.indexOf('/') + 3; length -= 1) {
		const start = key.slice(0, length);
		if (texts.has(start)) return start;
	}
	return null;
}

function push<K>(map: Map<K, HaloLicence[]>, key: K, row: HaloLicence): void {
	const rows = map.get(key);
	if (rows === undefined) map.set(key, [row]);
	else rows.push(row);
}
