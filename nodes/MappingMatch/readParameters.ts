import type { IExecuteFunctions } from 'n8n-workflow';

import type { MatchOptions, RungLevel } from '../../core/matching';
import { dayIn } from '../../core/sync/days';
import { wordsFrom } from '../shared/parameters';

/** The rungs a user can switch, all on unless said otherwise. */
const SWITCHED_LEVELS: readonly RungLevel[] = [
	'saved',
	'storedKey',
	'nativeMapping',
	'microsoftTenant',
	'domain',
	'exactName',
	'normalForm',
	'suggestion',
];

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
			SWITCHED_LEVELS.map((level) => [level, given.decideBy?.includes(level) ?? true]),
		),
		ownNames: wordsFrom(String(ownCompany ?? '')),
		keysOutrankNames: given.keysOutrankNames === true,
		proposeUntilConfirmed: given.firstMapping === 'propose',
		today: dayIn(context.getTimezone(), Date.now()),
	};
}
