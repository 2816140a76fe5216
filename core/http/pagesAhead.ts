import type { Result } from './failure';
import type { Page, PageSource } from './paging';

/** As many as the limiter of Halo lets pass, so that a list never waits for nothing but itself. */
const PAGES_AT_ONCE = 2;

/**
 * Pages of one list, taken in their order: while one is awaited the next is under way already, as far as the list is
 * known to go. What comes and in which order is the same as one after another; only a list that ends before it said it
 * would costs a page that nobody takes.
 */
export class PagesAhead<T> {
	/** Requests that were begun. */
	requests = 0;

	private readonly underWay = new Map<number, Promise<Result<Page<T>>>>();

	private lastPage = 1;

	constructor(private readonly source: Pick<PageSource<T>, 'read'>) {}

	/** Up to this page may be read before it is asked for. */
	knownToGoTo(pageNo: number): void {
		this.lastPage = pageNo;
	}

	async take(pageNo: number): Promise<Result<Page<T>>> {
		const page = this.begun(pageNo);
		const last = Math.min(this.lastPage, pageNo + PAGES_AT_ONCE - 1);
		for (let ahead = pageNo + 1; ahead <= last; ahead++) void this.begun(ahead);
		const answer = await page;
		this.underWay.delete(pageNo);
		return answer;
	}

	/** No request goes on once the list is done with. */
	async settle(): Promise<void> {
		await Promise.allSettled(this.underWay.values());
	}

	private begun(pageNo: number): Promise<Result<Page<T>>> {
		const known = this.underWay.get(pageNo);
		if (known) return known;
		const page = this.source.read(pageNo);
		// Whoever takes the page meets its error; until then nobody does.
		page.catch(() => undefined);
		this.underWay.set(pageNo, page);
		this.requests += 1;
		return page;
	}
}
