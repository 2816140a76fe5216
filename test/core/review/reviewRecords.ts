import type { Match } from '../../../core/matching';
import type { MatchedCustomer } from '../../../core/review/editLists';
import { openCases } from '../../../core/review/openCases';
import { reviewForm } from '../../../core/review/reviewForm';
import { readReviewAnswer, type AnswerRead } from '../../../core/review/reviewAnswer';
import type { StellrCustomer } from '../../../core/stellr/schemas';
import { customer } from '../matching/records';
import { aMatch } from '../sync/records';

export const TODAY = '2026-11-23';
/** As the page asks. */
export const ASKING = { today: TODAY, withUnmapped: true };

export function candidate(
	id: number,
	name: string,
	fields: Partial<Match['candidates'][number]> = {},
): Match['candidates'][number] {
	return { id, name, score: 0.8, reasons: ['2 of 3 words'], ...fields };
}

/** A customer for which a person must choose. */
export function doubtful(
	customerNo: string,
	name: string | null,
	match: Partial<Match> = {},
	fields: Partial<StellrCustomer> = {},
): MatchedCustomer {
	const candidates = match.candidates ?? [candidate(12, 'Acorn Construction')];
	return {
		customer: customer(customerNo, name, fields),
		match: aMatch({
			status: 'review',
			level: 'suggestion',
			score: candidates.at(0)?.score ?? 0,
			conflicts: ['No client was found for certain, but there are near ones.'],
			candidates,
			margin: 0.3,
			...match,
		}),
	};
}

/** A customer whose client was found and waits to be accepted. */
export function proposed(
	customerNo: string,
	name: string,
	clientId: number,
	match: Partial<Match> = {},
): MatchedCustomer {
	return doubtful(customerNo, name, {
		level: 'exactName',
		proposed: true,
		score: 0.99,
		candidates: [candidate(clientId, name, { score: 0.99, reasons: ['same name'] })],
		...match,
	});
}

export interface Field {
	fieldType: string;
	fieldLabel: string;
	fieldName?: string;
	html?: string;
	placeholder?: string;
	defaultValue?: string;
	fieldOptions?: { values: Array<{ option: string }> };
}

export function fieldsOf(customers: MatchedCustomer[]): Field[] {
	return JSON.parse(reviewForm(openCases(customers, ASKING))) as Field[];
}

export function optionsOf(field: Field | undefined): string[] {
	return field?.fieldOptions?.values.map(({ option }) => option) ?? [];
}

/** The page's fields for the customer with this name or number in their heading. */
export function fieldsFor(fields: Field[], who: string): { choice: Field; name: Field } {
	const at = fields.findIndex(({ html }) => {
		const heading = /^<h3>\d+\. (.*?)<\/h3>/.exec(html ?? '')?.[1];
		return heading?.includes(who) === true;
	});
	if (at < 0) throw new Error(`The page does not ask about ${who}.`);
	return { choice: fields[at + 1], name: fields[at + 2] };
}

/** What n8n puts out when a person chose the option that begins so, and left the rest as the page offered it. */
export function answerOf(
	fields: Field[],
	picks: Record<string, { option: string; name?: string }>,
	more: Record<string, unknown> = {},
): Record<string, unknown> {
	const offered = fields
		.filter(({ fieldType, fieldName }) => fieldType === 'text' && fieldName !== undefined)
		.map(({ fieldName, defaultValue }) => [String(fieldName), defaultValue ?? '']);
	const answer: Record<string, unknown> = { ...Object.fromEntries(offered), ...more };
	for (const [who, { option, name }] of Object.entries(picks)) {
		const { choice, name: nameField } = fieldsFor(fields, who);
		const text = optionsOf(choice).find((candidate) => candidate.startsWith(option));
		if (text === undefined) throw new Error(`The page offers no "${option}" for ${who}.`);
		answer[String(choice.fieldName)] = text;
		if (name !== undefined) answer[String(nameField.fieldName)] = name;
	}
	return answer;
}

/** Ticks of the groups that begin so. */
export function ticked(fields: Field[], ...groups: string[]): { accept: string[] } {
	const options = optionsOf(fields.find(({ fieldName }) => fieldName === 'accept'));
	return { accept: options.filter((text) => groups.some((group) => text.startsWith(group))) };
}

export function read(answer: Record<string, unknown>, now: MatchedCustomer[]): AnswerRead {
	return readReviewAnswer(answer, openCases(now, ASKING), now);
}
