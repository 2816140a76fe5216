/** One thing that needs a person, as every node's Needs Attention output shows it. */
export interface Issue {
	/** Stable word for flows to branch on, such as `quantityNotWhole`. */
	code: string;
	/** One sentence: what happened, on which item, what was seen. */
	message: string;
	/** One sentence: what to do. */
	remedy: string;
	/** The vendor's support handle, when the answer carried one. */
	requestId: string | null;
}

/** What happened and what to do, where there is room for one text only. */
export function issueText({ message, remedy }: Pick<Issue, 'message' | 'remedy'>): string {
	return `${message} ${remedy}`;
}
