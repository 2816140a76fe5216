/** How many calls an account made lately, and whether a refused caller came back too early. */

export class CallRate {
	private readonly calls = new Map<string, number[]>();
	/** Call (method, path, query) → when it may come back. */
	private readonly notBefore = new Map<string, number>();

	constructor(private readonly now: () => number) {}

	/** Seconds to wait, or 0 when the call passes. */
	take(account: string, limit: { requests: number; windowSeconds: number } | null): number {
		if (!limit) return 0;
		const now = this.now();
		const windowMs = limit.windowSeconds * 1000;
		const recent = (this.calls.get(account) ?? []).filter((at) => at > now - windowMs);
		this.calls.set(account, recent);
		if (recent.length < limit.requests) {
			recent.push(now);
			return 0;
		}
		return Math.max(1, Math.ceil((recent[0] + windowMs - now) / 1000));
	}

	sendAway(call: string, seconds: number): void {
		this.notBefore.set(call, this.now() + seconds * 1000);
	}

	/** Milliseconds the caller is too early, 0 when it kept to what it was told. */
	tooEarly(call: string): number {
		const time = this.notBefore.get(call);
		if (time === undefined) return 0;
		this.notBefore.delete(call);
		return Math.max(0, time - this.now());
	}

	reset(): void {
		this.calls.clear();
		this.notBefore.clear();
	}
}
