/** What one night's lists ask for, before anything is weighed. */
import type { StellrSubscriptionRow } from '../../../simulators/stellr/state';
import { printOf, type Hold, type LedgerRow, type Proposal, type SeenList } from './accounts';
import { daysFrom, hasEnded, stateOfLine } from './stellrLine';

/** Rows are found by the key they hold, each client's own rows only. */
export function proposalsOf(lists: SeenList[], rows: LedgerRow[], day: string): Proposal[] {
	return lists.flatMap((list) => {
		const own = rows.filter(({ clientId }) => clientId === list.clientId);
		const rowOf = new Map(own.map((row) => [row.lineId, row]));
		const fromLines = list.lines.flatMap((line) =>
			proposalFor(list.clientId, line, rowOf.get(line.subscriptionId) ?? null, day),
		);
		const gone = list.whole ? missing(list, own) : [];
		return paired([...fromLines, ...gone], list, rowOf);
	});
}

function proposalFor(
	clientId: number,
	line: StellrSubscriptionRow,
	row: LedgerRow | null,
	day: string,
): Proposal[] {
	const state = stateOfLine(line);
	if (row === null) {
		// No row is created for a line that is over, nor for one in an unknown state a month after its end.
		if (state === 'over') return [];
		const known = line.status === 'Activated' || state === 'suspended';
		if (!known && line.endDate !== null && daysFrom(line.endDate, day) > 30) return [];
		return [proposal('create', clientId, null, line, state === 'suspended' ? ['suspended'] : [])];
	}
	if (state === 'suspended') return [];
	if (state === 'over') {
		if (!row.active) return [];
		return [proposal('end', clientId, row, line, hasEnded(line, day) ? [] : ['notOver'])];
	}
	if (!row.active) return [proposal('count', clientId, row, line, ['inactive'])];
	return countProposal(clientId, row, line);
}

/** Halo's count is neither Stellr's nor the last one written: a person changed it, and by default it is held. */
function countProposal(clientId: number, row: LedgerRow, line: StellrSubscriptionRow): Proposal[] {
	if (row.count === line.quantity) return [];
	const edited = row.remembered !== null && row.count !== row.remembered;
	return [proposal('count', clientId, row, line, edited ? ['edited'] : [])];
}

function missing(list: SeenList, own: LedgerRow[]): Proposal[] {
	const listed = new Set(list.lines.map(({ subscriptionId }) => subscriptionId));
	return own
		.filter((row) => row.active && !listed.has(row.lineId))
		.map((row) => proposal('missing', list.clientId, row, null, ['missing']));
}

/**
 * A starting line and an ending one with a row are one thing: by the vendor's id the row passes on at once; by the same
 * part number and a start within 35 days of the end it is a guess, and neither half is done until a person says so. Where
 * more than one would fit, neither half is done either.
 */
function paired(
	proposals: Proposal[],
	list: SeenList,
	rowOf: ReadonlyMap<string, LedgerRow>,
): Proposal[] {
	const ends = list.lines.filter(
		(line) => stateOfLine(line) === 'over' && rowOf.has(line.subscriptionId),
	);
	const starts = proposals.filter(
		({ kind, holds }) => kind === 'create' && !holds.includes('suspended'),
	);
	const settled = new Map<Proposal, Proposal[]>();
	const taken = new Set<string>();
	const waiting = new Set<string>();
	for (const isCertain of [true, false]) {
		const open = starts.filter((start) => !settled.has(start));
		const free = ends.filter(
			({ subscriptionId }) => !taken.has(subscriptionId) && !waiting.has(subscriptionId),
		);
		const fits = isCertain ? sameVendorId : samePart;
		const candidates = new Map(
			open.map((start) => [start, free.filter((end) => fits(lineOf(start), end))]),
		);
		for (const start of open) {
			const own = candidates.get(start) ?? [];
			if (own.length === 0) continue;
			const isShared = [...candidates].some(
				([other, theirs]) => other !== start && theirs.some((end) => own.includes(end)),
			);
			if (own.length > 1 || isShared) {
				settled.set(start, [{ ...start, holds: [...start.holds, 'unclear'] }]);
				for (const end of own) waiting.add(end.subscriptionId);
				continue;
			}
			taken.add(own[0].subscriptionId);
			const row = rowOf.get(own[0].subscriptionId);
			if (row) settled.set(start, passedOn(start, row, isCertain));
		}
	}
	return proposals.flatMap((entry) => {
		const known = settled.get(entry);
		if (known) return known;
		if (entry.kind === 'end' && taken.has(entry.lineId)) return [];
		if (entry.kind === 'end' && waiting.has(entry.lineId))
			return [{ ...entry, holds: [...entry.holds, 'waits'] }];
		return [entry];
	});
}

/** The row keeps what is known of it, so a hand edit that waits goes on waiting under the new line. */
function passedOn(start: Proposal, row: LedgerRow, isCertain: boolean): Proposal[] {
	const line = lineOf(start);
	const rekey = proposal('rekey', start.clientId, row, line, isCertain ? [] : ['guess']);
	if (!isCertain) return [rekey];
	// A row that was ended with the old line is live again with the new one.
	if (!row.active) return [rekey, proposal('count', start.clientId, row, line, [])];
	return [rekey, ...countProposal(start.clientId, row, line)];
}

function sameVendorId(start: StellrSubscriptionRow, end: StellrSubscriptionRow): boolean {
	return (
		start.vendorSubscriptionId !== null && start.vendorSubscriptionId === end.vendorSubscriptionId
	);
}

function samePart(start: StellrSubscriptionRow, end: StellrSubscriptionRow): boolean {
	if (start.startDate === null || end.endDate === null) return false;
	if (Math.abs(daysFrom(end.endDate, start.startDate)) > 35) return false;
	return (
		start.skuNo === end.skuNo || (start.mfgPartNo !== null && start.mfgPartNo === end.mfgPartNo)
	);
}

function proposal(
	kind: Proposal['kind'],
	clientId: number,
	row: LedgerRow | null,
	line: StellrSubscriptionRow | null,
	holds: Hold[],
): Proposal {
	const to = kind === 'end' ? 0 : (line?.quantity ?? 0);
	return {
		kind,
		clientId,
		lineId: line?.subscriptionId ?? row?.lineId ?? '',
		row,
		line,
		to,
		holds,
		print: printOf(kind, row, line, to),
	};
}

function lineOf({ line }: Proposal): StellrSubscriptionRow {
	if (line === null) throw new Error('a start without a line');
	return line;
}
