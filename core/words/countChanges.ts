import type { Issue } from '../items/issue';

/** What Halo's change history says of one count, in words. */
export function countChangeText(
	licence: string,
	{ from, to, who }: { from: number | null; to: number | null; who: string | null },
): string {
	const seats =
		from === null && to === null
			? 'its count was changed'
			: from === null
				? `the count became ${to}`
				: `${from} to ${to ?? 'an unknown number of'} seats`;
	return `${licence}: ${seats}, ${who === null ? 'Halo does not say by whom' : `by ${who}`}.`;
}

export const countChangeIssues = {
	noClient: (item: number): Issue => ({
		code: 'noClient',
		message: `Item ${item + 1} is no Halo client, so its licences were not looked at.`,
		remedy: 'Feed this node with the items of Halo Clients.',
		requestId: null,
	}),
	/** The history may be switched off, which Halo answers as it answers a wrong address, or hidden from this login. */
	notRead: (client: string, seen: Issue): Issue => ({
		...seen,
		code: 'changesNotRead',
		message: `${client}: the change history of its licences could not be read. ${seen.message}`,
		remedy:
			seen.code === 'notFound'
				? 'Where HaloPSA keeps no change history, nothing needs to be done: who changed a count is then not known. Where it keeps one, check Resource Server in the credential.'
				: seen.remedy,
	}),
	licencesLeftOut: (client: string, asked: number, all: number): Issue => ({
		code: 'licencesLeftOut',
		message: `${client} has ${all} licences; Halo was asked about ${asked} of them, active ones first.`,
		remedy: 'Raise Most Licences to see the changes of all.',
		requestId: null,
	}),
};
