/** Cuts pages the way the API is known to, and, where a switch says so, the way it might. */
import type { Answer } from './answer';
import { emptyListAnswer, listAnswer, refusal } from './answer';
import type { Call } from './call';
import type { StellrSwitches } from './switches';

/** By a comment in one integrator's code; what a larger size does is a switch. */
const MAX_PAGE_SIZE = 200;

export function pageOf<Row>(
	rows: Row[],
	call: Call,
	onWire: (row: Row, switches: StellrSwitches) => object,
): Answer {
	const { query, switches } = call;
	const asked = Number(query.pageSize);
	const pageAsked = Number(query.pageNo);
	// Attested: without both parameters the API answers 200 with no records, and says nothing.
	if (query.pageNo === undefined || query.pageSize === undefined) return emptyListAnswer(switches);
	if (!isPositive(asked) || !isPositive(pageAsked)) {
		call.violation('pageNo, pageSize', 'are whole numbers from 1');
		return emptyListAnswer(switches);
	}
	if (asked > MAX_PAGE_SIZE && switches.pageSizeOver200 === '400') {
		return refusal(400, 'ValidateParameter', 'pageSize must not exceed 200', switches);
	}
	const pageSize = switches.pageSizeOver200 === 'accept' ? asked : Math.min(asked, MAX_PAGE_SIZE);
	const pageNo = servedPage(pageAsked, call);
	const start = (pageNo - 1) * pageSize + shift(pageNo, switches);
	const records = rows.slice(start, start + pageSize).map((row) => onWire(row, switches));
	return listAnswer({ records, total: rows.length, pageNo, pageSize }, switches);
}

function servedPage(asked: number, { switches, repeatPage }: Call): number {
	if (repeatPage && asked > 1) return asked - 1;
	if (switches.repeatedPage > 1 && asked >= switches.repeatedPage) return switches.repeatedPage - 1;
	return asked;
}

function shift(pageNo: number, { shifting }: StellrSwitches): number {
	if (shifting === 'off') return 0;
	return shifting === 'skips' ? pageNo - 1 : 1 - pageNo;
}

function isPositive(value: number): boolean {
	return Number.isInteger(value) && value > 0;
}
