import type { Side } from '../check';
import type { Fact } from './fact';

const HEADINGS: Record<Side, string> = { stellr: 'StreamOne Stellr', halo: 'HaloPSA' };

/**
 * The facts as one text to paste into an issue. It holds names of fields, the vendors' own words, forms and counts, and
 * no value of a record.
 */
export function discoverText(facts: readonly Fact[]): string {
	const sides = (['stellr', 'halo'] as const).filter((side) =>
		facts.some((entry) => entry.side === side),
	);
	if (sides.length === 0) return '';
	const parts = sides.map((side) => {
		const own = facts.filter((entry) => entry.side === side);
		return [`## ${HEADINGS[side]}`, ...own.map(lineOf)].join('\n');
	});
	return [`# What the APIs of this account do\n\n${PROMISE}`, ...parts].join('\n\n');
}

const PROMISE =
	'Names of fields, words of the vendors, forms and counts. No value of a record: no names, numbers, ids or secrets.';

function lineOf({ fact, seen, setting }: Fact): string {
	const then = setting === null ? '' : ` **${setting}**`;
	return `- ${fact}: ${seen ?? 'not seen in this run'}.${then}`;
}
