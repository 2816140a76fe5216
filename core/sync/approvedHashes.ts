/**
 * The hash that ends each choice, from what a form gave or from what a person typed. Only the end counts: a product's
 * name that looks like a hash approves nothing.
 */
export function approvedHashes(value: unknown): string[] {
	const texts = Array.isArray(value)
		? value.map(String)
		: String(value ?? '')
				.split(/[,\s]+/)
				.filter((text) => text !== '');
	return texts.flatMap((text) => {
		const found = /(?:^|[^0-9a-z])([0-9a-f]{16})\s*$/.exec(text);
		return found === null ? [] : [found[1]];
	});
}
