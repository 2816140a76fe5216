/** Which rows a list shows by the flags that ask for active or inactive ones. */
import type { Query } from './query';

/** Active rows unless told otherwise; `activeinactive` (two booleans, active first) beats the single flags. */
export function byActivity(query: Query): (row: { inactive: boolean }) => boolean {
	const both = query.text('activeinactive').toLowerCase().split(',');
	const [active, inactive] =
		both.length === 2
			? both.map((flag) => flag.trim() === 'true')
			: [query.text('includeactive').toLowerCase() !== 'false', query.flag('includeinactive')];
	return (row) => (row.inactive ? inactive : active);
}

/** True where the text is somewhere in one of the values; Halo's `search` is "like". */
export function isLike(text: string, ...values: Array<string | null>): boolean {
	const wanted = text.toLowerCase();
	return values.some((value) => value?.toLowerCase().includes(wanted));
}
