/** What to read, and the input items that asked for exactly that. */
export interface EqualRead<T> {
	wanted: T;
	items: number[];
}

/** Equal reads of one run are made once and put out once, however many items asked. */
export function equalReads<T>(
	itemCount: number,
	wantedBy: (item: number) => T,
): Array<EqualRead<T>> {
	const reads = new Map<string, EqualRead<T>>();
	for (let item = 0; item < itemCount; item++) {
		const wanted = wantedBy(item);
		const key = JSON.stringify(wanted);
		const known = reads.get(key);
		if (known) known.items.push(item);
		else reads.set(key, { wanted, items: [item] });
	}
	return [...reads.values()];
}
