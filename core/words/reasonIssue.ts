import type { Issue } from '../items/issue';
import type { Reason } from '../sync/planItem';

/** The reason of a plan item that names something wrong with the record itself: its first sentence says what, the others what to do. */
export function issueOfReason(name: string, { code, text }: Reason): Issue {
	const [seen, ...remedy] = text.split(/(?<=\.) /);
	return {
		code,
		message: `${name}: ${seen}`,
		remedy:
			remedy.join(' ') ||
			'Look at the subscription in the Stellr portal and at its row in Halo, then run again.',
		requestId: null,
	};
}
