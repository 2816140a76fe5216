import type { Formats } from './formats';
import type { Markup } from './markup';
import { dotted } from './moneyCell';
import type { ReportFacts } from './reportFacts';

/** "All lists complete · native module off · data as of …" */
export function runFactsLine(facts: ReportFacts, { count, moment }: Formats): Markup {
	const { requests } = facts;
	const lists = listsWords(facts.incompleteLists, count);
	const module = facts.nativeModule?.replace(/[;.\s]+$/, '') ?? null;
	const asked =
		requests > 0 ? `${count(requests)} ${requests === 1 ? 'request' : 'requests'}` : null;
	return dotted([lists, module, `data as of ${moment(facts.asOf, facts.timeZone)}`, asked]);
}

function listsWords(short: ReportFacts['incompleteLists'], count: Formats['count']): string | null {
	if (short === null) return null;
	if (short === 'notJudged') return 'Single lines came, so none was judged missing';
	if (short === 0) return 'All lists complete';
	const lists = short === 1 ? 'list' : 'lists';
	return `${count(short)} ${lists} incomplete: nothing was judged missing for their customers`;
}
