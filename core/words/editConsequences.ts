import type { EditChange } from '../review/editChange';

/** Every sentence that says what a mapping by hand leads to. Plain text: pages escape it. */
export const consequenceWords = {
	willBe: (change: EditChange, customer: string, client: string | null): string => {
		const end = change.until === null ? '' : `, until ${change.until}, that day included`;
		switch (change.action) {
			case 'map':
				return `${customer} is mapped to ${client}.`;
			case 'reject':
				return `${customer} is not ${client}${end}: this pair is not offered again.`;
			case 'ignore':
				return `${customer} is never imported${end}: it is left out of every flow.`;
			case 'forget':
				return `What was decided about ${customer} is forgotten: the next run decides anew, by keys and names.`;
			case 'forgetAll':
				return `What was decided about ${customer} is forgotten, rejected clients included: the next run decides anew, by keys and names.`;
		}
	},
	inactiveTarget: (client: string) =>
		`${client} is inactive in Halo. Customers that are mapped to an inactive client are held: activate it in Halo, or choose another.`,
	sharedTarget: (client: string, others: number) =>
		others === 1
			? `One more Stellr customer is mapped to ${client}; both will be billed there.`
			: `${others} more Stellr customers are mapped to ${client}; all will be billed there.`,
	strangersAtTarget: (client: string, keys: string) =>
		`${client} also carries ${keys} in Halo, of customers that this list maps elsewhere or does not hold.`,
	wasRejected: (client: string) =>
		`A person said before that this customer is not ${client}. That is deleted.`,
	contradictsRejection: (client: string) =>
		`The key of this customer is stored on ${client} in Halo. Take it off there, else the next run asks about it.`,
	keyStaysBehind: (client: string, key: string) =>
		`${client} holds the key ${key} of this customer in Halo. A mapping by hand outranks it, but take it off there.`,
	foundAgain: (client: string, key: string) =>
		`${client} holds the key ${key} of this customer in Halo: the next run finds it again by that, unless you take it off there.`,
	rejectionsStay: (count: number) =>
		count === 1
			? 'One client that was rejected for this customer stays rejected.'
			: `${count} clients that were rejected for this customer stay rejected.`,
	nothingKeyed: (client: string, account: string) =>
		`No licence at ${client} carries a key of the account ${account}.`,
	staysHeading: (change: EditChange, client: string): string =>
		change.action === 'map'
			? `This moves nothing: these licences stay at ${client}. Update licences will hold them as moved, until you move them in Halo or change the mapping back.`
			: `This changes no licence: these stay at ${client} and are billed as they are. Update licences no longer follows them while the customer has no client.`,
	mayStayHeading: (client: string) =>
		`This changes no licence. These are at ${client} now; if the next run finds another client or none, they stay there and Update licences holds them or no longer follows them.`,
	shared: (client: string, account: string, others: string) =>
		`${client} is shared: licences with a key of the account ${account} may belong to ${others}.`,
	withoutKey: (client: string, count: number) =>
		count === 1
			? `One more licence at ${client} carries no such key; Halo does not say which customer it is for.`
			: `${count} more licences at ${client} carry no such key; Halo does not say which customer they are for.`,
	licence: (row: { name: string; id: number; count: number; status: string; key: string }) =>
		`${row.name} (${row.id}): count ${row.count}, ${row.status}, key ${row.key}`,
	onNoLine: 'on no recurring invoice line of this client',
	line: (line: {
		number: number;
		invoice: string | null;
		item: string | null;
		inactive: boolean;
	}) => {
		const invoice = line.invoice === null ? '' : ` "${line.invoice}"`;
		const item = line.item === null ? '' : `, line "${line.item}"`;
		return `on recurring invoice ${line.number}${invoice}${item}${line.inactive ? ' (inactive)' : ''}`;
	},
	more: (count: number) => `and ${count} more`,
	cameInPart: (what: string) =>
		`The ${what} of this client came in part only: there may be more than is listed here.`,
} as const;
