/** One kind of firms and its rows, in the notation that `readTable` explains. */
export interface HarbourTable {
	kind: string;
	rows: string;
}

export type Attributes = ReadonlyMap<string, string>;

export interface CustomerRow {
	account: string;
	name: string;
	attributes: Attributes;
}

export interface ClientRow {
	name: string;
	attributes: Attributes;
}

/** Records that were written together because they could be taken for each other. */
export interface Group {
	kind: string;
	customers: CustomerRow[];
	clients: ClientRow[];
}

const CUSTOMER = /^(us|ca|br|mx) (.+)$/;
const CUSTOMER_WORDS = ['domain', 'tenant', 'in', 'city', 'is', 'none', 'unsure', 'discontinued'];
const CLIENT_WORDS = ['web', 'domains', 'mail', 'tenant', 'in', 'under', 'inactive'];

/**
 * Groups of a table; a blank line separates them. A customer is `<account> <name>`, a client `= <name>`, each followed by
 * ` | word value` attributes; `<customer> => <client>` puts a group on one line. A customer is the first client of its group
 * unless it says `is 2`, `none` (Halo has no client for it) or `unsure` (nobody can say).
 */
export function readTable({ kind, rows }: HarbourTable): Group[] {
	const groups: Group[] = [];
	let open: Group | null = null;
	for (const row of rows.split('\n').map((line) => line.trim())) {
		if (row === '') {
			open = null;
			continue;
		}
		const [left, right] = row.split(' => ');
		if (right !== undefined) {
			groups.push({ kind, customers: [customerRow(left)], clients: [clientRow(right)] });
			open = null;
			continue;
		}
		if (open === null) groups.push((open = { kind, customers: [], clients: [] }));
		if (row.startsWith('= ')) open.clients.push(clientRow(row.slice(2)));
		else open.customers.push(customerRow(row));
	}
	return groups;
}

function customerRow(text: string): CustomerRow {
	const found = CUSTOMER.exec(text);
	if (!found) throw new Error(`Not a customer: "${text}". Begin with us, ca, br or mx.`);
	const [, account, rest] = found;
	return { account, ...nameAndAttributes(rest, CUSTOMER_WORDS) };
}

function clientRow(text: string): ClientRow {
	return nameAndAttributes(text, CLIENT_WORDS);
}

function nameAndAttributes(text: string, words: string[]): ClientRow {
	const [name, ...parts] = text.split(' | ');
	const attributes = new Map<string, string>();
	for (const part of parts) {
		const [word, ...value] = part.trim().split(' ');
		if (!words.includes(word)) throw new Error(`"${word}" is no attribute, in "${text}".`);
		attributes.set(word, value.join(' '));
	}
	return { name: name.trim(), attributes };
}
