/** What a summary says about the run itself. */
export interface RunFacts {
	operation: 'plan' | 'apply';
	/** ISO time of the oldest list the plan was made from. */
	asOf: string;
	timeZone: string;
	requests: number;
	/** Items that went to Needs Attention beside the plan items. */
	needsAttention: number;
	/**
	 * Lists that came incomplete: nothing was judged missing for their customers. `notJudged` when single lines came
	 * instead of lists, null when this run saw no list.
	 */
	incompleteLists: number | 'notJudged' | null;
	/** What is known of Halo's own module, when something was to be written. */
	nativeModule?: string;
	/** Customers without a client whose subscriptions nobody read. */
	customersLeftOut?: number;
}

/** "data as of 2026-11-23 04:07 (America/Toronto)" */
export function asOfText(facts: Pick<RunFacts, 'asOf' | 'timeZone'>): string {
	const date = new Date(facts.asOf);
	if (Number.isNaN(date.getTime())) return 'time of the data unknown';
	const text = new Intl.DateTimeFormat('sv-SE', {
		timeZone: facts.timeZone,
		dateStyle: 'short',
		timeStyle: 'short',
	}).format(date);
	return `data as of ${text} (${facts.timeZone})`;
}

/** "all lists complete; " or what else there is to say of them, ready to be followed by the time of the data. */
export function listsText(incomplete: RunFacts['incompleteLists']): string {
	if (incomplete === null) return '';
	if (incomplete === 'notJudged') return 'single lines came, so none was judged missing; ';
	if (incomplete === 0) return 'all lists complete; ';
	return `${incomplete} ${incomplete === 1 ? 'list' : 'lists'} incomplete; `;
}

/** "12 updated, 3 held" out of counted words, zeros left out. */
export function countedWords(counts: Array<[number, string]>): string {
	const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
	return said.length === 0 ? 'nothing to do' : said.join(', ');
}

/** Lines of one kind that a message shows before it counts the rest. */
const LINES = 25;

/** A titled list for a message; what is cut is counted, never silently dropped. */
export function section(title: string, lines: string[]): string[] {
	if (lines.length === 0) return [];
	const shown = lines.slice(0, LINES).map((line) => `- ${line}`);
	const more = lines.length > LINES ? [`- … and ${lines.length - LINES} more`] : [];
	return [`${title}:`, ...shown, ...more];
}
