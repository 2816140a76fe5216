import type { MappingEntry } from '../matching';
import { canonicalJson } from '../sync/planItem';
import { customerKey, foldKey } from '../sync/stellrKeys';
import { importWords, type LineWords } from '../words/mappingImport';
import type { CsvLine, LineIssue } from './csvLines';
import { nameOfCustomer } from './mappedNow';

export interface Agreeing {
	/** Each decision once, by the folded key of its customer. */
	byCustomer: Map<string, CsvLine[]>;
	issues: LineIssue[];
}

/**
 * Lines that say different things about one customer: none of them is taken, since choosing would be guessing. The same
 * line twice is one line.
 */
export function withoutContradictions(lines: readonly CsvLine[], today: string): Agreeing {
	const byCustomer = groups(lines);
	const issues: LineIssue[] = [];
	for (const [key, group] of byCustomer) {
		const words = contradictionIn(group, today);
		if (words === null) continue;
		byCustomer.delete(key);
		issues.push(...group.map(({ line }) => ({ line, key, words })));
	}
	return { byCustomer, issues };
}

/** A rejection or exclusion holds to its day, that day included. */
export function hasLapsed({ decision, until }: MappingEntry, today: string): boolean {
	return (decision === 'rejected' || decision === 'ignored') && until !== null && until < today;
}

function groups(lines: readonly CsvLine[]): Map<string, CsvLine[]> {
	const found = new Map<string, Map<string, CsvLine>>();
	for (const line of lines) {
		const { account, customerNo, ...rest } = line.entry;
		const key = foldKey(customerKey({ account, customerNo }));
		const group = found.get(key) ?? new Map<string, CsvLine>();
		const same = canonicalJson(rest);
		if (!group.has(same)) group.set(same, line);
		found.set(key, group);
	}
	return new Map([...found].map(([key, group]) => [key, [...group.values()]]));
}

function contradictionIn(group: readonly CsvLine[], today: string): LineWords | null {
	const standing = group.filter(({ entry }) => entry.decision !== 'rejected');
	const rejected = group.filter(({ entry }) => entry.decision === 'rejected');
	const who = nameOfEntry(group[0].entry);
	if (standing.length > 1) return importWords.twoStanding(who, numbers(standing));
	const pairs = new Map<number | null, CsvLine[]>();
	for (const line of rejected) {
		const id = line.entry.haloClientId;
		pairs.set(id, [...(pairs.get(id) ?? []), line]);
	}
	const twice = [...pairs.values()].find((pair) => pair.length > 1);
	if (twice !== undefined) return importWords.twoRejections(who, numbers(twice));
	const clash = rejected.find(
		({ entry }) =>
			!hasLapsed(entry, today) &&
			standing.some(({ entry: other }) => mapsTo(other) === entry.haloClientId),
	);
	return clash === undefined
		? null
		: importWords.mappedAndRejected(who, numbers([...standing, clash]));
}

/** The client a standing decision maps its customer to; undefined when it maps to none. */
export function mapsTo({ decision, haloClientId }: MappingEntry): number | undefined {
	return decision === 'auto' || decision === 'manual' ? (haloClientId ?? undefined) : undefined;
}

export function nameOfEntry({ account, customerNo, stellrName }: MappingEntry): string {
	return nameOfCustomer({ account, customerNo, name: stellrName });
}

function numbers(lines: readonly CsvLine[]): string {
	return lines.map(({ line }) => line).join(' and ');
}
