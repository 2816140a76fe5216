/** Order, slice and envelope of every list, with Halo's traps. */
import type { Query } from './query';
import type { HaloSwitches } from './switches';

type Row = object;

/** One page or slice of the rows under their list key; null as key gives a bare array. */
export function listAnswer<T extends Row>(
	key: string | null,
	rows: T[],
	query: Query,
	switches: HaloSwitches,
	show: (row: T) => unknown,
): unknown {
	const sorted = inOrder(rows, query, switches);
	const paged = query.flag('pageinate');
	const pageNo = Math.max(1, query.whole('page_no') ?? 1);
	const pageSize = sizeOfPage(query, switches);
	const part = paged
		? sorted.slice((pageNo - 1) * pageSize, pageNo * pageSize)
		: sorted.slice(0, sizeOfSlice(query, switches));
	const shown = query.flag('idonly')
		? part.map((row) => ({ id: valueOf(row, 'id') }))
		: part.map(show);
	if (key === null) return shown;
	const total = paged || switches.unpagedRecordCount === 'total' ? rows.length : part.length;
	return {
		...(paged ? { page_no: pageNo, page_size: pageSize } : {}),
		record_count: total,
		[key]: shown,
	};
}

// HaloAPI issues 90 and 91: the server caps a page whatever is asked, without saying so.
function sizeOfPage(query: Query, switches: HaloSwitches): number {
	const asked = query.whole('page_size') ?? switches.defaultSlice;
	const size = Math.max(1, asked);
	return switches.pageCap > 0 ? Math.min(size, switches.pageCap) : size;
}

function sizeOfSlice(query: Query, switches: HaloSwitches): number {
	const asked = query.whole('count');
	if (asked === null || asked <= 0) return switches.defaultSlice;
	return Math.min(asked, switches.unpagedCountCap);
}

function inOrder<T extends Row>(rows: T[], query: Query, switches: HaloSwitches): T[] {
	const field = query.text('order').toLowerCase();
	const down = query.flag('orderdesc') ? -1 : 1;
	if (switches.order === 'ignored' || field === '') return [...rows].sort(byName);
	return [...rows].sort((a, b) => down * compare(valueOf(a, field), valueOf(b, field)));
}

function byName(a: Row, b: Row): number {
	return (
		compare(valueOf(a, 'name'), valueOf(b, 'name')) || compare(valueOf(a, 'id'), valueOf(b, 'id'))
	);
}

function compare(a: unknown, b: unknown): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	const [left, right] = [String(a ?? ''), String(b ?? '')];
	return left < right ? -1 : left > right ? 1 : 0;
}

function valueOf(row: Row, field: string): unknown {
	return (row as Record<string, unknown>)[field];
}
