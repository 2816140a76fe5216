import type { ClientFacts } from '../facts';

/** Fewer letters than this begin too many names. */
export const SHORTEST_LABEL = 4;

/** Finds other clients in use whose name begins with the same letters: a domain often leaves the last words out. */
export function longerNameFinder(
	clients: readonly ClientFacts[],
): (label: string, except: ClientFacts) => ClientFacts[] {
	let beginnings: Map<string, NamesAlike> | null = null;
	return (label, except) => {
		beginnings ??= byBeginning(clients);
		const names = sortedNames(beginnings.get(label.slice(0, SHORTEST_LABEL)));
		const found: ClientFacts[] = [];
		for (let at = firstFrom(names, label); at < names.length; at++) {
			const { form, client } = names[at];
			if (!form.startsWith(label) || found.length === ENOUGH) break;
			if (client !== except && !found.includes(client)) found.push(client);
		}
		return found;
	};
}

/** More longer names than this say no more. */
const ENOUGH = 4;

interface LongName {
	form: string;
	client: ClientFacts;
}

/** All names of one beginning; sorted when the first label of that beginning is looked up. */
interface NamesAlike {
	names: LongName[];
	isSorted: boolean;
}

function byBeginning(clients: readonly ClientFacts[]): Map<string, NamesAlike> {
	const beginnings = new Map<string, NamesAlike>();
	for (const client of clients) {
		if (!client.isLive) continue;
		for (const form of client.reading.forms) {
			const beginning = form.slice(0, SHORTEST_LABEL);
			const known = beginnings.get(beginning);
			if (known !== undefined) known.names.push({ form, client });
			else beginnings.set(beginning, { names: [{ form, client }], isSorted: false });
		}
	}
	return beginnings;
}

const NONE: readonly LongName[] = [];

function sortedNames(alike: NamesAlike | undefined): readonly LongName[] {
	if (alike === undefined) return NONE;
	if (!alike.isSorted) {
		// Clients come by id: equal forms stay in that order.
		alike.names.sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : 0));
		alike.isSorted = true;
	}
	return alike.names;
}

function firstFrom(sorted: ReadonlyArray<{ form: string }>, text: string): number {
	let from = 0;
	let to = sorted.length;
	while (from < to) {
		const middle = (from + to) >> 1;
		if (sorted[middle].form < text) from = middle + 1;
		else to = middle;
	}
	return from;
}
