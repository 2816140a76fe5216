import { beginsWith, pageText, patternOf, readEntries, type Entry } from './page';
import { saidBy, type Said } from './printed';
import type { Scene } from './scene';

/** One test for each thing broken: the page holds, word for word, what is then printed and what the product advises. */
export function proveScenes(scenes: readonly Scene[]): void {
	const entries = new Map(readEntries(pageText()).map((entry) => [entry.anchor, entry]));

	it.each(scenes)(
		'$broken',
		async ({ proves, run }) => {
			const said = saidBy(await run());
			for (const anchor of proves) {
				const entry = entries.get(anchor);
				if (entry === undefined) throw new Error(`docs/troubleshooting.md has no "${anchor}"`);
				expectPrinted(entry, said);
			}
		},
		60_000,
	);
}

function expectPrinted(entry: Entry, said: readonly Said[]): void {
	const pattern = patternOf(entry.sentence);
	const found = said.filter(
		({ sentence, code }) => pattern.test(sentence) && (entry.code === null || entry.code === code),
	);
	if (found.length === 0) throw new Error(notPrinted(entry, said));
	const remedies = found.flatMap(({ remedy }) => remedy ?? []).map(withoutRequestId);
	if (remedies.length === 0 || remedies.some((remedy) => beginsWith(entry.remedy, remedy))) return;
	throw new Error(
		`"${entry.anchor}" advises "${entry.remedy}", and the product "${remedies.join('" or "')}"`,
	);
}

/** The number of a single call, which the errors of a node carry behind their remedy. */
function withoutRequestId(remedy: string): string {
	return remedy.replace(/ Request id: \S+$/, '');
}

function notPrinted({ anchor, code, sentence }: Entry, said: readonly Said[]): string {
	const coded = said.filter((entry) => entry.code !== null);
	const some = (coded.length > 0 ? coded : said).slice(0, 30);
	return [
		`"${anchor}" (${code ?? 'no code'}) was not printed: ${sentence}`,
		'Printed was:',
		...some.map((entry) => `  ${entry.code ?? '-'}: ${entry.sentence}`),
	].join('\n');
}
