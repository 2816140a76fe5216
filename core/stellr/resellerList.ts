import type { ApiFailure } from '../http/failure';
import type { RecordsRead, StellrAccount } from './client';
import { customerNoIn } from './rawSubscription';
import type { StellrSubscription } from './schemas';
import { readAllSubscriptions } from './subscriptions';

export type Lines = RecordsRead<StellrSubscription>;

/** Why customers are read one by one although the list of the whole reseller has an address. */
export type Objection =
	| { kind: 'dearer'; pages: number; customers: number }
	| { kind: 'failed'; failure: ApiFailure }
	| { kind: 'empty' }
	| { kind: 'noTotal' }
	| { kind: 'nameless'; lines: number }
	| { kind: 'fewCustomers'; named: number; customers: number }
	| { kind: 'notChecked' }
	| { kind: 'differs'; customerNo: string };

/** The common list, dealt out, and the customers by whose own lists it is to be checked. */
export type ResellerList =
	| { ok: true; parts: Map<string, Lines>; toCheck: string[]; pages: number }
	| { ok: false; objection: Objection };

export interface ResellerListWanted {
	path: string;
	/** The customers whose lines are wanted. */
	customerNos: string[];
	includeRaw: boolean;
}

/**
 * Reads Stellr's list of the whole reseller where it costs less than the customers' own lists, which are one request
 * each at least. What the list has is not published, so it is believed only if it says how long it is and is that long,
 * and if every line names its customer. What it has to be checked against are the own lists of all customers that it
 * does not name, and of some that it names, others each day: `differences` compares them.
 */
export async function readResellerList(
	stellr: StellrAccount,
	{ path, customerNos, includeRaw }: ResellerListWanted,
): Promise<ResellerList> {
	const customers = customerNos.length;
	const pagesAtMost = customers - samplesFor(customers) - 1;
	if (pagesAtMost < 1) return { ok: false, objection: { kind: 'dearer', pages: 1, customers } };
	const all = await readAllSubscriptions(stellr, path, { includeRaw, pagesAtMost });
	const objection = objectionTo(all, customers);
	if (objection !== null) return { ok: false, objection };
	const parts = dealtOut(all, customerNos);
	const named = customerNos.filter((customerNo) => !isEmpty(parts.get(customerNo)));
	const unnamed = customerNos.filter((customerNo) => isEmpty(parts.get(customerNo)));
	const toCheck = [...unnamed, ...sample(named, parts, stellr.runtime.now())];
	if (toCheck.length >= pagesAtMost + samplesFor(customers)) {
		return { ok: false, objection: { kind: 'fewCustomers', named: named.length, customers } };
	}
	return { ok: true, parts, toCheck, pages: all.list.requests };
}

/** What speaks against the common list after customers were read by their own lists as well; null when nothing does. */
export function differences(
	parts: ReadonlyMap<string, Lines>,
	own: ReadonlyMap<string, Lines>,
): Objection | null {
	let compared = 0;
	for (const [customerNo, lines] of own) {
		// A customer that cannot be read says nothing about the list.
		if (!lines.list.complete) continue;
		const part = parts.get(customerNo);
		if (part === undefined || !sameLines(part, lines)) return { kind: 'differs', customerNo };
		if (!isEmpty(lines)) compared += 1;
	}
	return compared === 0 ? { kind: 'notChecked' } : null;
}

function objectionTo(all: Lines, customers: number): Objection | null {
	const { list, rejected } = all;
	if (list.pagesTooMany !== undefined)
		return { kind: 'dearer', pages: list.pagesTooMany, customers };
	if (list.failure !== null) return { kind: 'failed', failure: list.failure };
	if (list.rows.length + rejected.length === 0) return { kind: 'empty' };
	if (list.total === null || !list.complete) return { kind: 'noTotal' };
	const nameless = rejected.filter(({ raw }) => customerNoIn(raw) === null).length;
	return nameless === 0 ? null : { kind: 'nameless', lines: nameless };
}

function dealtOut(all: Lines, customerNos: string[]): Map<string, Lines> {
	const parts = new Map<string, Lines>();
	const partOf = (customerNo: string): Lines => {
		const known = parts.get(customerNo);
		if (known) return known;
		const part: Lines = { list: { ...all.list, rows: [], rowRequestIds: [] }, rejected: [] };
		parts.set(customerNo, part);
		return part;
	};
	customerNos.forEach(partOf);
	for (const line of all.list.rows) partOf(line.customerNo).list.rows.push(line);
	for (const rejected of all.rejected) {
		const customerNo = customerNoIn(rejected.raw);
		if (customerNo !== null) partOf(customerNo).rejected.push(rejected);
	}
	return parts;
}

function isEmpty(lines: Lines | undefined): boolean {
	return lines === undefined || lines.list.rows.length + lines.rejected.length === 0;
}

/** The more customers, the more are checked; of a thousand every one within a month of nights. */
function samplesFor(customers: number): number {
	return Math.max(3, Math.ceil(Math.sqrt(customers)));
}

const DAY = 86_400_000;

/** The customer with the most lines, since much can be missing there, and others in turn, day by day. */
function sample(named: string[], parts: ReadonlyMap<string, Lines>, now: number): string[] {
	const lines = (customerNo: string) => parts.get(customerNo)?.list.rows.length ?? 0;
	const inOrder = [...named].sort();
	const [largest] = [...inOrder].sort((a, b) => lines(b) - lines(a));
	const others = inOrder.filter((customerNo) => customerNo !== largest);
	const size = Math.min(others.length, samplesFor(named.length) - 1);
	const start = Math.floor(now / DAY) * size;
	const chosen = Array.from({ length: size }, (_, at) => others[(start + at) % others.length]);
	return largest === undefined ? [] : [largest, ...chosen];
}

/** Equal in every field that is read from Stellr: a common list that shows less would plan otherwise. */
function sameLines(a: Lines, b: Lines): boolean {
	const texts = ({ list, rejected }: Lines) =>
		[
			...list.rows.map((line) => JSON.stringify({ ...line, raw: undefined })),
			...rejected.map(({ key }) => `unreadable ${key}`),
		].sort();
	const [of, against] = [texts(a), texts(b)];
	return of.length === against.length && of.every((text, at) => text === against[at]);
}
