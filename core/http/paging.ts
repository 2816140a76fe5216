import type { CallAbout } from './call';
import type { ApiFailure, ListRead, Result } from './failure';
import { PagesAhead } from './pagesAhead';
import type { Runtime } from './types';

export interface Page<T> {
	rows: T[];
	/** What the API says the whole list has; null when it says nothing. */
	total: number | null;
}

export interface PageSource<T> {
	about: CallAbout;
	/** Pages count from 1. */
	read(pageNo: number): Promise<Result<Page<T>>>;
	idOf(row: T): string;
}

export interface PagingOptions {
	/** What is asked for; never compared with what comes, since servers cap it. */
	pageSize: number;
	/** Stop once this many rows are there. */
	limit?: number;
	/** Pages at most, against a server that never ends. */
	hardCap?: number;
	/** Leave the list after its first page when that says that the whole has more pages than this. */
	pagesAtMost?: number;
}

/** A first page that was read already, and when. */
export interface FirstPage<T> extends Page<T> {
	requestId: string | null;
	readAt: number;
}

interface Pass<T> {
	rows: T[];
	rowRequestIds: Array<string | null>;
	firstTotal: number | null;
	/** Of the last page, or of the first one that told another total: a page may have been answered before it. */
	lastTotal: number | null;
	ended: 'end' | 'limit' | 'cap' | 'failure' | 'tooMany';
	failure: ApiFailure | null;
	requestId: string | null;
	requests: number;
}

/** A list that says how long it is may be long; one that does not may never end. */
const CAP_WITH_TOTAL = 10_000;
const CAP_WITHOUT_TOTAL = 1000;

async function readOnce<T>(
	source: PageSource<T>,
	options: PagingOptions,
	first?: FirstPage<T>,
): Promise<Pass<T>> {
	const pages = new PagesAhead(source);
	try {
		const pass = await passThrough(source, pages, options, first);
		return { ...pass, requests: pages.requests };
	} finally {
		await pages.settle();
	}
}

async function passThrough<T>(
	source: PageSource<T>,
	pages: PagesAhead<T>,
	options: PagingOptions,
	first?: FirstPage<T>,
): Promise<Pass<T>> {
	const seen = new Set<string>();
	const pass: Pass<T> = {
		rows: [],
		rowRequestIds: [],
		firstTotal: null,
		lastTotal: null,
		ended: 'cap',
		failure: null,
		requestId: null,
		requests: 0,
	};
	const { limit = Infinity, pagesAtMost = Infinity } = options;
	let fullestPage = 0;
	for (let pageNo = 1; pageNo <= capFor(pass, options); pageNo++) {
		const page =
			pageNo === 1 && first !== undefined
				? { ok: true as const, value: first, requestId: first.requestId }
				: await pages.take(pageNo);
		if (!page.ok) return failedPass(pass, page.failure);
		const { rows, total } = page.value;
		pass.requestId = page.requestId;
		if (pageNo === 1) pass.firstTotal = total;
		if (pageNo === 1 || pass.lastTotal === pass.firstTotal) pass.lastTotal = total;
		const before = pass.rows.length;
		for (const row of rows) {
			const id = source.idOf(row);
			if (seen.has(id)) continue;
			seen.add(id);
			pass.rows.push(row);
			pass.rowRequestIds.push(page.requestId);
		}
		if (pass.rows.length >= limit) return { ...pass, ended: 'limit' };
		const nothingNew = pass.rows.length === before;
		const reachedTotal = total !== null && pass.rows.length >= total;
		const shortOfOthers = total === null && rows.length < fullestPage;
		if (nothingNew || reachedTotal || shortOfOthers) return { ...pass, ended: 'end' };
		fullestPage = Math.max(fullestPage, rows.length);
		if (pageNo === 1 && total !== null) {
			if (pagesIn(total, fullestPage) > pagesAtMost) return { ...pass, ended: 'tooMany' };
			const needed = pagesIn(Math.min(total, limit), fullestPage);
			pages.knownToGoTo(Math.min(needed, capFor(pass, options)));
		}
	}
	return pass;
}

function failedPass<T>(pass: Pass<T>, failure: ApiFailure): Pass<T> {
	return { ...pass, ended: 'failure', failure, requestId: failure.requestId };
}

function capFor({ lastTotal }: Pass<unknown>, { hardCap }: PagingOptions): number {
	return hardCap ?? (lastTotal === null ? CAP_WITHOUT_TOTAL : CAP_WITH_TOTAL);
}

/** How many pages a list has, going by its first one. */
function pagesIn(total: number, rowsOnPage: number): number {
	return Math.ceil(total / Math.max(1, rowsOnPage));
}

/** Nothing moved while the pages were read, and as many rows came as were promised. */
function isWhole<T>(pass: Pass<T>): boolean {
	const { firstTotal, lastTotal, rows } = pass;
	return firstTotal === lastTotal && (lastTotal === null || rows.length === lastTotal);
}

/**
 * Reads a list to its end: pages from 1 until the total is reached, or a page brings nothing new; from the second on, two
 * at a time where the list says how long it is. A list that moved while it was read, or came short of its own total, is
 * read once more from the start; if it still does not add up, `complete` is false and `failure` says why. A quiet list
 * costs exactly ceil(total ÷ rows per page) requests, at least one.
 */
export async function readAllPages<T>(
	runtime: Pick<Runtime, 'now'>,
	source: PageSource<T>,
	options: PagingOptions,
	first?: FirstPage<T>,
): Promise<ListRead<T>> {
	const readAt = first?.readAt ?? runtime.now();
	let pass = await readOnce(source, options, first);
	let requests = pass.requests;
	if (pass.ended === 'end' && !isWhole(pass)) {
		// What the first reading brought is not held while the second one goes on.
		pass.rows = [];
		pass = await readOnce(source, options);
		requests += pass.requests;
	}
	const { limit } = options;
	const rows = limit === undefined ? pass.rows : pass.rows.slice(0, limit);
	const { lastTotal: total, requestId } = pass;
	const rowRequestIds = pass.rowRequestIds.slice(0, rows.length);
	const result = { rows, rowRequestIds, total, requestId, requests, readAt };
	switch (pass.ended) {
		case 'failure':
			return { ...result, complete: false, failure: pass.failure };
		case 'tooMany': {
			const pagesTooMany = pagesIn(total ?? 0, rows.length);
			return { ...result, complete: false, failure: null, pagesTooMany };
		}
		case 'limit':
			return { ...result, complete: pass.lastTotal === rows.length, failure: null };
		case 'end':
		case 'cap': {
			const complete = pass.ended === 'end' && isWhole(pass);
			return { ...result, complete, failure: complete ? null : incomplete(source.about, pass) };
		}
	}
}

function incomplete<T>(about: CallAbout, pass: Pass<T>): ApiFailure {
	const promised = pass.lastTotal === null ? 'an unknown number' : String(pass.lastTotal);
	const moved =
		pass.firstTotal === pass.lastTotal
			? ''
			: `, after ${String(pass.firstTotal)} on the first page`;
	return {
		code: 'listIncomplete',
		...about,
		status: null,
		vendorText: `${pass.rows.length} of ${promised} came${moved}`,
		requestId: pass.requestId,
		uncertain: false,
	};
}
