/**
 * A queue of several flows that takes one of each in turn, so that a flow of ten requests does not wait for the ten
 * thousand of another. Within a flow the first come is the first served.
 */
export class FairQueue<T> {
	/** In the order of their next turn; a flow with nothing waiting is not in it. */
	private readonly flows = new Map<string, T[]>();

	get isEmpty(): boolean {
		return this.flows.size === 0;
	}

	push(flow: string, entry: T): void {
		const waiting = this.flows.get(flow);
		if (waiting) waiting.push(entry);
		else this.flows.set(flow, [entry]);
	}

	take(): T | undefined {
		const [next] = this.flows;
		if (next === undefined) return undefined;
		const [flow, waiting] = next;
		const entry = waiting.shift();
		// A Map keeps the order in which keys came: the flow goes to the end.
		this.flows.delete(flow);
		if (waiting.length > 0) this.flows.set(flow, waiting);
		return entry;
	}

	remove(flow: string, entry: T): void {
		const left = this.flows.get(flow)?.filter((other) => other !== entry);
		if (left === undefined) return;
		if (left.length === 0) this.flows.delete(flow);
		else this.flows.set(flow, left);
	}

	/** Everybody who waits. */
	*[Symbol.iterator](): Generator<T> {
		for (const waiting of this.flows.values()) yield* waiting;
	}
}
