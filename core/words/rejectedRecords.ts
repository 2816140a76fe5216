import type { Issue } from '../items/issue';

const ASK_TD_SYNNEX = 'give the request id to TD SYNNEX support.';

/** Single records of a vendor that could not be understood. */
export const rejectedRecords = {
	/** `row` as the record is called: `licence 501 "Business Premium"`; `seen` continues "that ". */
	ofHalo: (row: string, what: string, seen: string, requestId: string | null): Issue => ({
		code: 'recordNotUnderstood',
		message: `Halo answered with ${row} that ${seen}, so it was left out.`,
		remedy: `Open the ${what} in Halo and complete it there, then run again; if it looks right in Halo, ask Halo's support about this answer.`,
		requestId,
	}),
	ofStellr: (record: string, seen: string, requestId: string | null): Issue => ({
		code: 'recordNotUnderstood',
		message: `${record}: ${seen}, so it was left out.`,
		remedy: `Correct it in StreamOne Stellr; if it is right there, ${ASK_TD_SYNNEX}`,
		requestId,
	}),
	ofStellrWithoutId: (
		record: string,
		fields: readonly string[],
		requestId: string | null,
	): Issue => ({
		code: 'recordWithoutId',
		message: `${record}: Stellr sent none of ${fields.join(', ')}, so it cannot be placed and was left out.`,
		remedy: `Look for the record in StreamOne Stellr; if it is complete there, ${ASK_TD_SYNNEX}`,
		requestId,
	}),
};
