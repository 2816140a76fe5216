import type { Formats } from './formats';
import type { Markup } from './markup';
import { dotted } from './moneyCell';
import type { ReportFacts } from './reportFacts';

/** "All lists complete · native module off · data as of …" */
export function runFactsLine(facts: ReportFacts, { count, moment }: Formats): Markup {
	const { incompleteLists: short, requests } = facts;
	const lists =
		short === 0
			? 'All lists complete'
			: `${count(short)} ${short === 1 ? 'list' : 'lists'} incomplete: nothing was judged missing for their customers`;
	const module = facts.nativeModule?.replace(/[;.\s]+$/, '') ?? null;
	const asked =
		requests > 0 ? `${count(requests)} ${requests === 1 ? 'request' : 'requests'}` : null;
	return dotted([lists, module, `data as of ${moment(facts.asOf, facts.timeZone)}`, asked]);
}
