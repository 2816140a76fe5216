import type { HaloLicence } from '../../halo/schemas';
import { foldKey } from '../stellrKeys';

/** The rows of a client that belong to no subscription yet, found by any text that they hold. */
export class FreeRows {
	/** With the place of each in the order in which they came. */
	private readonly free: Map<HaloLicence, number>;
	/** Nearly every text is held by one row, which needs no list. */
	private readonly byText = new Map<string, HaloLicence | HaloLicence[]>();

	constructor(rows: HaloLicence[]) {
		this.free = new Map(rows.map((row, place) => [row, place]));
		for (const row of this.free.keys()) {
			for (const text of Object.values(row.texts)) this.list(foldKey(text), row);
		}
	}

	isEmpty(): boolean {
		return this.free.size === 0;
	}

	/** In the order in which they came, as all lists of rows here. */
	all(): HaloLicence[] {
		return [...this.free.keys()];
	}

	/** Rows with a field that says the text and nothing else. */
	holding(text: string): HaloLicence[] {
		const holders = this.byText.get(foldKey(text));
		if (holders === undefined) return [];
		if (Array.isArray(holders)) return holders.filter((row) => this.free.has(row));
		return this.free.has(holders) ? [holders] : [];
	}

	/** Rows with a field that says one of the texts and nothing else. */
	holdingAny(texts: readonly string[]): HaloLicence[] {
		const found = new Set<HaloLicence>();
		for (const text of texts) for (const row of this.holding(text)) found.add(row);
		return [...found].sort((a, b) => this.placeOf(a) - this.placeOf(b));
	}

	/** It belongs to a subscription now. */
	take(row: HaloLicence): void {
		this.free.delete(row);
	}

	private placeOf(row: HaloLicence): number {
		return this.free.get(row) ?? 0;
	}

	private list(text: string, row: HaloLicence): void {
		const holders = this.byText.get(text);
		if (holders === undefined) this.byText.set(text, row);
		// A row may say one text in several fields.
		else if (!Array.isArray(holders)) {
			if (holders !== row) this.byText.set(text, [holders, row]);
		} else if (holders[holders.length - 1] !== row) holders.push(row);
	}
}

/** Halo's name of the first field that says the text and nothing else. */
export function fieldHolding(row: HaloLicence, value: string): string | null {
	const wanted = foldKey(value);
	for (const [field, text] of Object.entries(row.texts)) if (foldKey(text) === wanted) return field;
	return null;
}
