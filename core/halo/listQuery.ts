/**
 * How every Halo list is paged. Halo gives a default slice of 50 rows, without a word, to whoever leaves one of these
 * out: `pageinate` (Halo's spelling) switches paging on, and `page_no` counts from 1 and must be in the first request.
 */

/** HaloAPI issues 90 and 91: the server caps a page at 100 rows whatever is asked. */
export const HALO_PAGE_SIZE = 100;

export type HaloQuery = Record<string, string | number | boolean>;

/** The paging part of a list's query. Ordered by id, so that a row made while pages are read cannot push others aside. */
export function pageQuery(pageNo: number, pageSize: number = HALO_PAGE_SIZE): HaloQuery {
	return { pageinate: true, page_size: pageSize, page_no: pageNo, order: 'id' };
}
