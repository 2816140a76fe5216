/** How records are built, told without any of their values. */

export type Row = Record<string, unknown>;

export function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name that a programmer gave; a map may have anybody's data as keys. */
const FIELD_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,49}$/;
const MOST_NAMES = 150;

/** The names of all fields, in the order in which they appear: "id, name, status". */
export function fieldNames(rows: readonly unknown[]): string {
	const values = textsIn(rows);
	const names = new Set(rows.filter(isRow).flatMap(Object.keys));
	const shown = [...names].filter(
		(name) => FIELD_NAME.test(name) && !values.has(name.toLowerCase()),
	);
	const hidden = names.size - Math.min(shown.length, MOST_NAMES);
	const more = hidden > 0 ? ` (and ${hidden} not shown)` : '';
	return `${shown.slice(0, MOST_NAMES).join(', ') || 'none'}${more}`;
}

/** The first of several names that holds something in any row; null when none does. */
export function nameInUse(rows: readonly unknown[], names: readonly string[]): string | null {
	return names.find((name) => rows.some((row) => isRow(row) && isFilled(row[name]))) ?? null;
}

export function isFilled(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}

/** "a number", "text", "text of digits", or several of them. */
export function kindsOf(rows: readonly unknown[], name: string): string {
	const kinds = new Set(
		rows.flatMap((row) => (isRow(row) && isFilled(row[name]) ? [kindOf(row[name])] : [])),
	);
	return [...kinds].join(' or ') || 'nothing';
}

function kindOf(value: unknown): string {
	if (typeof value === 'string') return /^-?\d+(\.\d+)?$/.test(value) ? 'text of digits' : 'text';
	if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a fraction';
	if (typeof value === 'boolean') return 'yes or no';
	return Array.isArray(value) ? 'a list' : 'an object';
}

const DATE_SHAPES: ReadonlyArray<readonly [RegExp, string]> = [
	[/^\d{4}-\d\d-\d\d$/, 'yyyy-MM-dd'],
	[/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/, 'yyyy-MM-ddTHH:mm:ss without a zone'],
	[/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'yyyy-MM-ddTHH:mm:ssZ'],
	[/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d{4}$/, 'yyyy-MM-ddTHH:mm:ss+hhmm'],
	[/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/, 'yyyy-MM-ddTHH:mm:ss+hh:mm'],
	[/^\d{4}-\d\d-\d\d \d\d:\d\d/, 'yyyy-MM-dd HH:mm'],
	[/^\d{1,2}\/\d{1,2}\/\d{4}/, 'day and month with slashes'],
	[/^\d{10,13}$/, 'a count of seconds or milliseconds'],
];

/** In which ways these fields write dates: "startDate yyyy-MM-dd"; null when none holds one. */
export function dateShapes(rows: readonly unknown[], names: readonly string[]): string | null {
	const parts = names.flatMap((name) => {
		const values = rows.flatMap((row) => (isRow(row) && isFilled(row[name]) ? [row[name]] : []));
		if (values.length === 0) return [];
		return [`${name} ${[...new Set(values.map(shapeOf))].join(' or ')}`];
	});
	return parts.length === 0 ? null : parts.join('; ');
}

/** Whether every date that was seen is in a form that the nodes read. */
export function datesAreRead(shapes: string): boolean {
	return !/slashes|count of|another form/.test(shapes);
}

function shapeOf(value: unknown): string {
	const text = String(value);
	return DATE_SHAPES.find(([form]) => form.test(text))?.[1] ?? 'another form';
}

/** A vendor's word such as "Activated": letters only, one to three of them. */
const WORD = /^[A-Za-z]{2,24}([ _-][A-Za-z]{1,24}){0,2}$/;

/**
 * The words of a field that a vendor fills from a list of its own, with how often each came: "Activated 12, nothing 3".
 * A word that stands in any other field too may be somebody's name, and is only counted.
 */
export function wordsOf(rows: readonly unknown[], name: string): string {
	const others = textsIn(rows.map((row) => (isRow(row) ? { ...row, [name]: null } : row)));
	return counted(rows, name, (text) => WORD.test(text) && !others.has(text.toLowerCase()));
}

/** The same for a field in which people may type as well: only words that are known are shown. */
export function knownWordsOf(
	rows: readonly unknown[],
	name: string,
	known: readonly string[],
): string {
	const wanted = new Set(known.map((word) => word.toLowerCase()));
	return counted(rows, name, (text) => wanted.has(text.toLowerCase()));
}

function counted(
	rows: readonly unknown[],
	name: string,
	mayShow: (text: string) => boolean,
): string {
	const counts = new Map<string, number>();
	for (const row of rows) {
		if (!isRow(row)) continue;
		const value = row[name];
		const text = isFilled(value) ? String(value).trim() : '';
		const shown = text === '' ? 'nothing' : mayShow(text) ? `"${text}"` : 'other words';
		counts.set(shown, (counts.get(shown) ?? 0) + 1);
	}
	return [...counts].map(([word, count]) => `${word} ${count}`).join(', ') || 'nothing';
}

/** Every text in the rows, in lower case. */
function textsIn(value: unknown, found: Set<string> = new Set(), depth = 0): Set<string> {
	if (depth > 6) return found;
	if (typeof value === 'string') found.add(value.trim().toLowerCase());
	else if (Array.isArray(value)) for (const entry of value) textsIn(entry, found, depth + 1);
	else if (isRow(value)) for (const entry of Object.values(value)) textsIn(entry, found, depth + 1);
	return found;
}
