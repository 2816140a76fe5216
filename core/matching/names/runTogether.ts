import type { NormalName } from './normalForm';

/** How any of the names may stand in a domain. */
export function runTogether(names: readonly NormalName[]): readonly string[] {
	return names.length === 1
		? names[0].inDomains
		: [...new Set(names.flatMap(({ inDomains }) => inDomains))];
}
