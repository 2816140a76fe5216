/** Each text once, in order; for the few texts that a name has a Set costs more than it saves. */
export function eachOnce(texts: readonly string[]): string[] {
	const once: string[] = [];
	for (const text of texts) if (!once.includes(text)) once.push(text);
	return once;
}
