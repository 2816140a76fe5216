/** The documented limits of what a run does by itself, with the documented numbers. */
import type { LedgerRow, Proposal, SeenList } from './accounts';
import { centsAMonth, dayAfter, daysFrom, termStart } from './stellrLine';

export interface LimitFacts {
	day: string;
	rows: LedgerRow[];
	lists: SeenList[];
}

/** Adds to each proposal why it waits. A person's approval comes later and goes above all of it. */
export function limited(proposals: Proposal[], facts: LimitFacts): Proposal[] {
	const each = proposals.map((entry): Proposal => {
		const holds = [...entry.holds];
		if (holds.length > 0) return entry;
		if (entry.kind === 'count' && isDown(entry)) {
			const drop = (entry.row?.count ?? 0) - entry.to;
			if (drop > 2 && drop * 4 > (entry.row?.count ?? 0)) holds.push('bigDrop');
			if (isCommitted(entry, drop, facts)) holds.push('committed');
			if (inFreeze(facts.day)) holds.push('freeze');
		} else if (entry.kind === 'count' && entry.row !== null) {
			const rise = entry.to - entry.row.count;
			if (rise > 10 && rise * 2 > entry.row.count) holds.push('bigRise');
		} else if (entry.kind === 'end') {
			if (endsLastRow(entry, proposals, facts.rows)) holds.push('lastRow');
			if (inFreeze(facts.day)) holds.push('freeze');
		}
		// An incomplete list ends and lowers nothing; and what it lacks may be the line whose place a new one takes.
		const list = facts.lists.find(({ clientId }) => clientId === entry.clientId);
		const isRisky = entry.kind === 'create' || isDown(entry);
		if (list?.whole === false && isRisky) holds.push('shortList');
		return { ...entry, holds };
	});
	if (!isTooMuch(each, facts)) return each;
	return each.map((entry) =>
		entry.holds.length === 0 && isDown(entry) ? { ...entry, holds: ['runLimit'] } : entry,
	);
}

function isDown({ kind, row, to }: Proposal): boolean {
	if (kind === 'end') return true;
	return kind === 'count' && row !== null && row.active && to < row.count;
}

/** From the last day of a month to the second of the next. */
function inFreeze(day: string): boolean {
	return day.slice(8) <= '02' || dayAfter(day).slice(8) === '01';
}

/**
 * "Within 8 days": the day itself and eight more. An early renewal moves the end date on at once, but its term begins
 * only when the old one is over. An increase counts from the night it came to Halo; one is remembered for each row, the
 * last or a larger one that is still within its days, less what went back. A commitment that nobody knows keeps nothing back.
 */
function isCommitted({ line, row }: Proposal, drop: number, facts: LimitFacts): boolean {
	if (line === null || line.endDate === null || line.endDate < facts.day) return false;
	const renewed = termStart(line);
	if (renewed === null) return false;
	const isRecent = (day: string | null) =>
		day !== null && day <= facts.day && daysFrom(day, facts.day) <= 8;
	if (isRecent(line.startDate) || isRecent(renewed)) return false;
	const raise = row?.raise ?? null;
	return raise === null || raise.seats < drop || !isRecent(raise.day);
}

/** When nothing of the client would be left alive after this night's ends, all of them wait. */
function endsLastRow({ clientId }: Proposal, proposals: Proposal[], rows: LedgerRow[]): boolean {
	const alive = rows.filter((row) => row.clientId === clientId && row.active).length;
	const ends = proposals.filter(
		(entry) => entry.kind === 'end' && entry.clientId === clientId && entry.holds.length === 0,
	);
	return alive <= ends.length;
}

/**
 * More decreases and ends than the larger of 5 rows and 5 % of the rows that the night's lists are about, or more than
 * 10 % of what these rows bill a month at suggested prices. What waits for another reason does not count.
 */
function isTooMuch(proposals: Proposal[], { lists, rows }: LimitFacts): boolean {
	const down = proposals.filter((entry) => entry.holds.length === 0 && isDown(entry));
	const about = new Set<LedgerRow>();
	let billed = 0;
	for (const { clientId, lines } of lists) {
		for (const line of lines) {
			const row = rows.find(
				(other) => other.clientId === clientId && other.lineId === line.subscriptionId,
			);
			if (!row) continue;
			about.add(row);
			if (row.active) billed += centsAMonth(line, row.count);
		}
	}
	for (const { row } of proposals) if (row !== null) about.add(row);
	if (down.length > Math.max(5, about.size * 0.05)) return true;
	const lost = down.reduce((sum, { line, row, to }) => {
		if (line === null || row === null) return sum;
		return sum + centsAMonth(line, row.count - to);
	}, 0);
	return billed > 0 && lost * 10 > billed;
}
