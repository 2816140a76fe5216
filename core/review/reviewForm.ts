import { escapeHtml } from '../forms/html';
import { safeJson } from '../forms/safeJson';
import { reviewWords as words } from '../words/mappingReview';
import { cut } from './editChoices';
import type { MatchedCustomer } from './editLists';
import { list, paragraph, strongParagraph } from './editPage';
import { exampleName, offeredName } from './newClientName';
import type { OpenCases, ProposalGroup } from './openCases';
import { choicesFor, choiceText, fieldHash, groupText } from './reviewChoices';
import { shortClient, shortCustomer } from './shortNames';

/** More on one page nobody decides with care; the others come next time. */
export const MOST_CASES = 25;
/** Whoever accepts a group should see who is in it. */
const MOST_NAMES = 100;

/** Names under which the page's answers come back; those of a customer end in its field hash. */
export const reviewFields = {
	accept: 'accept',
	choice: 'choice_',
	name: 'name_',
	reason: 'reason',
} as const;

/** The customers that the page asks about one by one. */
export function casesShown({ cases }: OpenCases): MatchedCustomer[] {
	return cases.slice(0, MOST_CASES);
}

/**
 * The JSON for n8n's Form node, "Define Form: Using JSON". The page escapes options and labels itself; paragraphs are
 * HTML and escaped here.
 */
export function reviewForm(open: OpenCases): string {
	const shown = casesShown(open);
	const about = htmlField(introduction(open, shown.length));
	if (shown.length === 0) return safeJson([about]);
	return safeJson([
		about,
		...groupFields(open.groups),
		...shown.flatMap(caseFields),
		{ fieldType: 'text', fieldLabel: words.reasonLabel, fieldName: reviewFields.reason },
	]);
}

function introduction(open: OpenCases, shown: number): string {
	const waiting = open.waiting.length > 0 ? paragraph(words.waiting(open.waiting.length)) : '';
	if (shown === 0) return strongParagraph(words.nothingOpen) + waiting;
	return paragraph(words.introduction(open.cases.length, open.cases.length - shown)) + waiting;
}

function groupFields(groups: ProposalGroup[]): object[] {
	if (groups.length === 0) return [];
	const lists = groups.map((group) => {
		const { level, members } = group;
		const names = members.slice(0, MOST_NAMES).map(pairText);
		const more = members.length - names.length;
		const entries = more > 0 ? [...names, words.andMore(more)] : names;
		return list(words.accept(level, members.length), entries);
	});
	const heading = `<h3>${escapeHtml(words.groupsHeading)}</h3>`;
	return [
		htmlField(heading + paragraph(words.groupsIntroduction) + lists.join('')),
		{
			fieldType: 'checkbox',
			fieldLabel: 'Accept',
			fieldName: reviewFields.accept,
			fieldOptions: { values: groups.map((group) => ({ option: groupText(group) })) },
		},
	];
}

function pairText(matched: MatchedCustomer): string {
	const [client] = matched.match.candidates;
	return `${shortCustomer(matched)} is ${shortClient(client)}`;
}

function caseFields(matched: MatchedCustomer, index: number): object[] {
	const { customer } = matched;
	const hash = fieldHash(matched);
	const who = `${index + 1}. ${shortCustomer(matched)}`;
	const offered = offeredName(customer.name);
	return [
		htmlField(caseHtml(matched, who)),
		{
			fieldType: 'radio',
			fieldLabel: words.choiceLabel(index + 1, shortCustomer(matched)),
			fieldName: `${reviewFields.choice}${hash}`,
			fieldOptions: {
				values: choicesFor(matched).map((choice) => ({ option: choiceText(matched, choice) })),
			},
		},
		{
			fieldType: 'text',
			fieldLabel: words.nameLabel(index + 1),
			fieldName: `${reviewFields.name}${hash}`,
			placeholder: cut(exampleName(customer.name)),
			...(offered === null ? {} : { defaultValue: offered }),
		},
	];
}

function caseHtml(matched: MatchedCustomer, who: string): string {
	const { conflicts, reasons } = matched.match;
	const noted = reasons.join('; ');
	const texts = [
		factsOf(matched),
		...conflicts,
		...(noted === '' ? [] : [`${noted.charAt(0).toUpperCase()}${noted.slice(1)}.`]),
	];
	const shown = texts.map((text) => cut(text, 600)).filter((text) => text !== '');
	return `<h3>${escapeHtml(who)}</h3>${shown.map(paragraph).join('')}`;
}

/** Where the customer is and how else it is known. */
function factsOf({ customer }: MatchedCustomer): string {
	const { line1, city, state, postalCode, country } = customer.address;
	const parts = [line1, city, state, postalCode, country, customer.domain, customer.phone];
	return parts
		.map((part) => cut(part ?? ''))
		.filter((part) => part !== '')
		.join(', ');
}

/** Without a name of its own n8n does not send the HTML back with the answer. */
function htmlField(html: string): object {
	return { fieldType: 'html', fieldLabel: 'About', html };
}
