import type { ClientFacts } from '../facts';

/** Finds other clients in use whose name begins with the same letters: a domain often leaves the last words out. */
export function longerNameFinder(
	clients: readonly ClientFacts[],
): (label: string, except: ClientFacts) => ClientFacts[] {
	let sorted: Array<{ form: string; client: ClientFacts }> | null = null;
	return (label, except) => {
		sorted ??= sortedForms(clients);
		const found: ClientFacts[] = [];
		for (let at = firstFrom(sorted, label); at < sorted.length; at++) {
			const { form, client } = sorted[at];
			if (!form.startsWith(label) || found.length === ENOUGH) break;
			if (client !== except && !found.includes(client)) found.push(client);
		}
		return found;
	};
}

/** More longer names than this say no more. */
const ENOUGH = 4;

function sortedForms(
	clients: readonly ClientFacts[],
): Array<{ form: string; client: ClientFacts }> {
	const all: Array<{ form: string; client: ClientFacts }> = [];
	for (const client of clients) {
		if (!client.isLive) continue;
		for (const form of client.reading.forms) all.push({ form, client });
	}
	// Clients come by id: equal forms stay in that order.
	return all.sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : 0));
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
