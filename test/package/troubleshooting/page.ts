/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** docs/troubleshooting.md as the tests read it. */

const PAGE = path.resolve(__dirname, '../../../docs/troubleshooting.md');

export interface Entry {
	anchor: string;
	/** As printed; what differs from run to run stands between asterisks. */
	sentence: string;
	/** Null for hints, errors and texts that carry none. */
	code: string | null;
	cause: string;
	remedy: string;
}

export function pageText(): string {
	return readFileSync(PAGE, 'utf8');
}

type Shown = Pick<Entry, 'anchor' | 'sentence' | 'code'>;

/** Several sentences may share one cause and remedy, which stand below the last of them. */
export function readEntries(text: string): Entry[] {
	const entries: Entry[] = [];
	let open: Shown[] = [];
	for (const line of text.split('\n')) {
		const anchor = /^<a id="([\w-]+)"><\/a>$/.exec(line)?.[1];
		if (anchor !== undefined) open.push({ anchor, sentence: '', code: null });
		else if (line.startsWith('> ')) readQuote(line.slice(2), open);
		else if (line.includes('**Cause:**')) {
			const [, cause = '', remedy = ''] = line.split(/ ?\*\*(?:Cause|Remedy):\*\* /);
			entries.push(...open.map((shown) => ({ ...shown, cause, remedy })));
			open = [];
		}
	}
	if (open.length > 0) throw new Error(`No cause for ${open.map(({ anchor }) => anchor).join()}`);
	return entries;
}

/** The sentence, then its code where it has one. */
function readQuote(line: string, open: Shown[]): void {
	const last = open.at(-1);
	if (last === undefined) return;
	const code = /^`(\w+)`$/.exec(line)?.[1];
	if (code === undefined) last.sentence = line.replace(/\\$/, '');
	else last.code = code;
}

/** Without the marks of what differs. */
export function plain(sentence: string): string {
	return sentence.replace(/\*/g, '');
}

/** Fits what the entry shows, whatever stands between its asterisks. */
export function patternOf(sentence: string): RegExp {
	const parts = sentence
		.split(/\*[^*]+\*/)
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(parts.join('[\\s\\S]+?'));
}

/** Whether a page's remedy begins with what the product itself says. */
export function beginsWith(remedy: string, printed: string): boolean {
	const sentences = remedy.split(/(?<=[.!?]) /);
	return sentences.some((_, at) => {
		const start = sentences.slice(0, at + 1).join(' ');
		return new RegExp(`^${patternOf(start).source}$`).test(printed);
	});
}
