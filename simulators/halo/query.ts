/** Query parameters as Halo reads them: names without regard to case, flags as `true` or `1`. */
export class Query {
	private readonly values: Map<string, string>;

	constructor(readonly original: Record<string, string>) {
		this.values = new Map(
			Object.entries(original).map(([name, value]) => [name.toLowerCase(), value]),
		);
	}

	text(name: string): string {
		return this.values.get(name) ?? '';
	}

	has(name: string): boolean {
		return this.text(name) !== '';
	}

	flag(name: string): boolean {
		return ['true', '1'].includes(this.text(name).toLowerCase());
	}

	/** Null when absent or no whole number. */
	whole(name: string): number | null {
		const text = this.text(name).trim();
		return /^-?\d+$/.test(text) ? Number(text) : null;
	}

	/** Comma-separated whole numbers. */
	wholes(name: string): number[] {
		return this.text(name)
			.split(',')
			.map((part) => part.trim())
			.filter((part) => /^-?\d+$/.test(part))
			.map(Number);
	}
}
