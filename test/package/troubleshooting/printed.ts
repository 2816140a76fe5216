/** What a run of a node shows a person: sentences, with their code and remedy where they have them. */

export interface Said {
	sentence: string;
	code: string | null;
	remedy: string | null;
}

/** Everything that can be read in an answer: output items, hints, the error that stopped the node. */
export function saidBy(run: unknown): Said[] {
	const said: Said[] = [];
	gather(run, said, new Set());
	return said;
}

function gather(value: unknown, said: Said[], seen: Set<unknown>): void {
	if (typeof value === 'string') {
		said.push({ sentence: unescaped(value), code: null, remedy: null });
		// A page, such as a form, comes as JSON.
		if (/^[[{]/.test(value)) gather(parsed(value), said, seen);
		return;
	}
	if (typeof value !== 'object' || value === null || seen.has(value)) return;
	seen.add(value);
	const record = value as Record<string, unknown>;
	const sentence = record.message ?? record.text ?? record.seen;
	const remedy = record.remedy ?? record.description;
	if (typeof sentence === 'string') {
		said.push({
			sentence,
			code: typeof record.code === 'string' ? record.code : null,
			remedy: typeof remedy === 'string' && remedy !== '' ? remedy : null,
		});
	}
	for (const inner of Object.values(record)) gather(inner, said, seen);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** Pages come as HTML. */
function unescaped(text: string): string {
	return text
		.replace(/&quot;/g, '"')
		.replace(/&#39;/g, "'")
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&');
}
