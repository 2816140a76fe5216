import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

/** Entries for a "From list" picker: filtered by what was typed, sorted by name. */
export function searchResult(
	entries: INodeListSearchItems[],
	filter: string | undefined,
): INodeListSearchResult {
	const wanted = (filter ?? '').trim().toLowerCase();
	const results = entries
		.filter(({ name, value }) => `${name} ${String(value)}`.toLowerCase().includes(wanted))
		.sort((a, b) => a.name.localeCompare(b.name));
	return { results };
}
