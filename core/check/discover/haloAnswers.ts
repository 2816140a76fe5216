import { rowsOfList } from '../../halo/answers';
import type { Probe } from '../probe';
import { fact, type Fact } from './fact';
import { fieldNames } from './shapes';

/** The rows of Halo's answers, by what was read. */

/** HaloAPI issues 90 and 91: more than the 100 rows that the server is said to cap a page at. */
export const OVER_PAGE_CAP = 1000;
export const LARGE_PAGE = 'List Clients, a Large Page';

export function rowsOf(probe: Probe, doing: string, key: string): unknown[] {
	return rowsOfList(probe.bodyOf(doing), key)?.rows ?? [];
}

export function clientRows(probe: Probe): unknown[] {
	const large = rowsOf(probe, LARGE_PAGE, 'clients');
	return large.length > 0 ? large : rowsOf(probe, 'List Clients', 'clients');
}

export function names(code: string, what: string, rows: unknown[]): Fact {
	return fact('halo', code, what, rows.length === 0 ? null : fieldNames(rows));
}
