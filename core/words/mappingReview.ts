import type { Issue } from '../items/issue';
import type { MatchLevel } from '../matching';

/** Every sentence of the page on which open cases are decided, and of what came of it. Plain text: pages escape it. */

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** "Accept 143 customers with the same name". */
const ACCEPT: Record<MatchLevel, (count: number) => string> = {
	saved: () => 'by the saved mapping',
	storedKey: () => 'by the Stellr key stored in Halo',
	nativeMapping: () => "by the mapping of Halo's own module",
	microsoftTenant: (count) =>
		`by ${plural(count, 'its Microsoft tenant', 'their Microsoft tenants')}`,
	domain: (count) => `by ${plural(count, 'its domain', 'their domains')}`,
	exactName: (count) =>
		`with the same name as ${plural(count, 'a Halo client', 'their Halo clients')}`,
	normalForm: (count) =>
		`whose ${plural(count, 'name is', 'names are')} only written differently in Halo`,
	suggestion: () => 'as suggested',
	none: () => 'as proposed',
};

export const reviewWords = {
	accept: (level: MatchLevel, count: number) =>
		`Accept ${count} ${plural(count, 'customer', 'customers')} ${ACCEPT[level](count)}`,
	link: (name: string, id: number, why: string) =>
		`Link to "${name}" (${id})${why === '' ? '' : `: ${why}`}`,
	create: 'Create a new client with the name below',
	later: (hasCandidates: boolean) =>
		hasCandidates ? 'None of these, ask again later' : 'Ask again later',
	ignore: 'Never import this customer',
	nameLabel: (number: number) => `${number}. Name of the new client, only if one is to be created`,
	reasonLabel: 'Reason (kept with every decision of this page)',
	nothingOpen: 'No customer waits for a decision.',
	introduction: (shown: number, more: number) => {
		const rest = more > 0 ? ` ${more} more come next time.` : '';
		return `${shown} ${plural(shown, 'customer waits', 'customers wait')} for a decision.${rest} Nothing is written before you press the button below.`;
	},
	groupsHeading: 'Found, and waiting to be accepted',
	groupsIntroduction:
		'Nothing of this is linked yet: a person confirms it first. Look at the names before you accept a group: from then on, customers of the account that are found in the same way are linked by themselves. If one of them is wrong, decide that customer below, or first in Edit mapping; what is chosen for a single customer beats its group.',
	andMore: (count: number) => `and ${count} more`,
	choiceLabel: (number: number, customer: string) => `${number}. Which Halo client is ${customer}?`,
	waiting: (count: number) =>
		`${count} ${plural(count, 'customer is', 'customers are')} to be asked about on a later day.`,
} as const;

const issue = (code: string, message: string, remedy: string): Issue => ({
	code,
	message,
	remedy,
	requestId: null,
});

const AGAIN = 'Open the form again.';

/** Why a choice of the page leads to no row. */
export const reviewIssues = {
	lapsed: (customer: string) =>
		issue(
			'choiceLapsed',
			`${customer}: the choice was not recorded, because what is known about this customer changed while the page was open.`,
			`${AGAIN} It shows the customer as it is now.`,
		),
	customerGone: (count: number) =>
		issue(
			'choiceLapsed',
			`${count} ${plural(count, 'choice was', 'choices were')} not recorded: Stellr lists no such customer any more.`,
			AGAIN,
		),
	groupLapsed: (text: string) =>
		issue(
			'choiceLapsed',
			`"${text}" was not recorded, because who belongs to the group changed while the page was open.`,
			`${AGAIN} It shows the group as it is now.`,
		),
	noName: (customer: string) =>
		issue(
			'newClientWithoutName',
			`${customer}: a new client was chosen, but no name was given for it, so nothing was recorded.`,
			`${AGAIN} Type the name the client is to have in Halo.`,
		),
	domainAsName: (customer: string, name: string) =>
		issue(
			'newClientNamedByDomain',
			`${customer}: "${name}" is a domain and not the name of a client, so nothing was recorded.`,
			`${AGAIN} Type the name the client is to have in Halo.`,
		),
	nameTooLong: (customer: string, most: number) =>
		issue(
			'newClientNameTooLong',
			`${customer}: the name for the new client has more than ${most} characters, so nothing was recorded.`,
			`${AGAIN} Type a shorter name.`,
		),
	nameWithoutChoice: (customer: string, name: string) =>
		issue(
			'nothingChosen',
			`${customer}: the name "${name}" was typed, but "Create a new client" was not chosen, so nothing was recorded.`,
			`${AGAIN} Choose what is to become of the customer.`,
		),
} as const;

/** What the closing page says. */
export const recordedWords = {
	title: (count: number) =>
		count === 0
			? 'Nothing was recorded'
			: `${count} ${plural(count, 'decision', 'decisions')} recorded`,
	accepted: (count: number) => `${count} accepted`,
	linked: (count: number) => `${count} linked`,
	toCreate: (count: number) => `${count} to be created`,
	ignored: (count: number) => `${count} never imported`,
	later: (count: number) => `${count} to be asked about again`,
	notRecorded: 'Not recorded',
	nothingChosen: 'Nothing was chosen. What is open stays open.',
	left: (count: number, perPage: number) => {
		if (count === 0) return 'No customer waits any more.';
		const next = count > perPage ? `the next ${perPage}` : plural(count, 'it', 'them');
		return `${count} ${plural(count, 'customer still waits', 'customers still wait')}: open the form again for ${next}.`;
	},
	obeyed: (by: string) =>
		`Saved by ${by}. Nothing changed in Halo yet: the next run of the flows obeys it.`,
} as const;

/** What a matching brought into the saved mapping. */
export const matchedWords = {
	recorded: (count: number, proposed: number) => {
		const decided = count - proposed;
		if (count === 0) return 'Nothing new was found.';
		const parts = [
			...(proposed > 0 ? [`${proposed} proposed`] : []),
			...(decided > 0 ? [`${decided} recorded as decided`] : []),
		];
		return `${count} ${plural(count, 'customer has', 'customers have')} a client that the saved mapping did not hold: ${parts.join(', ')}.`;
	},
	byLevel: (level: MatchLevel, count: number) => `${count} ${LEVELS[level]}`,
	known: (count: number) =>
		`${count} ${plural(count, 'customer is', 'customers are')} in the saved mapping already.`,
	open: (count: number) =>
		count === 0
			? 'No customer waits for a person.'
			: `${count} ${plural(count, 'customer waits', 'customers wait')} for a person: open the page of the flow "Review mapping".`,
	unclear: 'Unclear',
	without: (count: number) =>
		`${count} ${plural(count, 'customer', 'customers')} matched no Halo client in this run.`,
} as const;

const LEVELS: Record<MatchLevel, string> = {
	saved: 'by the saved mapping',
	storedKey: 'by the Stellr key stored in Halo',
	nativeMapping: "by the mapping of Halo's own module",
	microsoftTenant: 'by Microsoft tenant',
	domain: 'by domain',
	exactName: 'by the same name',
	normalForm: 'by a name that is only written differently',
	suggestion: 'by suggestion',
	none: 'otherwise',
};
