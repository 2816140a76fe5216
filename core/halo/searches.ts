import { z } from 'zod';
import type { Result } from '../http/failure';
import type { Runtime } from '../http/types';
import { pageQuery, type HaloQuery } from './listQuery';
import { readPage, type HaloResource } from './lists';
import { flag, optionalText, wholeNumber } from './rawValues';

/** What a search box shows of a row. */
export interface NamedRow {
	id: number;
	name: string;
	inactive: boolean;
	topLevelName: string | null;
}

const namedRowSchema = z
	.object({
		id: wholeNumber,
		name: optionalText,
		inactive: flag(false),
		toplevel_name: optionalText,
	})
	.transform(
		(raw): NamedRow => ({
			id: raw.id,
			name: raw.name ?? String(raw.id),
			inactive: raw.inactive,
			topLevelName: raw.toplevel_name,
		}),
	);

/** One page of rows whose name is like the text; an empty text gives the first rows. */
export async function searchByName(
	runtime: Runtime,
	resource: HaloResource,
	text: string,
	pageNo: number,
	query: HaloQuery = {},
): Promise<Result<NamedRow[]>> {
	const search: HaloQuery = text.trim() === '' ? {} : { search: text.trim() };
	const page = await readPage(runtime, resource, { ...query, ...search, ...pageQuery(pageNo) });
	if (!page.ok) return page;
	const value = page.value.rows.flatMap((row) => {
		const parsed = namedRowSchema.safeParse(row);
		return parsed.success ? [parsed.data] : [];
	});
	return { ok: true, value, requestId: page.requestId };
}

/** Clients whose name is like the text, inactive ones included. */
export async function searchClients(
	runtime: Runtime,
	text: string,
	pageNo = 1,
): Promise<Result<NamedRow[]>> {
	return await searchByName(
		runtime,
		{ path: '/Client', key: 'clients', doing: 'List Clients' },
		text,
		pageNo,
		{
			includeactive: true,
			includeinactive: true,
			...(text.trim() === '' ? {} : { search_name_only: true }),
		},
	);
}
