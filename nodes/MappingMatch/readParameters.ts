import type { IExecuteFunctions } from 'n8n-workflow';

import { rungLevels, type MatchOptions } from '../../core/matching';
import { dayIn } from '../../core/sync/days';
import { wordsFrom } from '../shared/parameters';

interface GivenOptions {
	decideBy?: string[];
	firstMapping?: string;
	keysOutrankNames?: boolean;
}

/** What the form says, the same for all items. */
export function readParameters(context: IExecuteFunctions): MatchOptions {
	const given = context.getNodeParameter('options', 0, {}) as GivenOptions;
	const ownCompany = context.getNodeParameter('ownCompany', 0, '');
	return {
		levels: Object.fromEntries(
			// All on unless said otherwise.
			rungLevels.map((level) => [level, given.decideBy?.includes(level) ?? true]),
		),
		ownNames: wordsFrom(String(ownCompany ?? '')),
		keysOutrankNames: given.keysOutrankNames === true,
		proposeUntilConfirmed: given.firstMapping === 'propose',
		today: dayIn(context.getTimezone(), Date.now()),
	};
}
