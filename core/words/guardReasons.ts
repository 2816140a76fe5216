import type { Reason } from '../sync/planItem';

/** Why an item waits for a person although it is otherwise ready to be written. */

const reason = (code: string, text: string): Reason => ({ code, text });

export const guardReasons = {
	bigDecrease: (before: number, after: number, percent: number) =>
		reason(
			'bigDecrease',
			`Stellr ${after} seats, Halo bills ${before}: the drop is ${percent} %. Approve to bill ${after}, and check for credits.`,
		),
	bigIncrease: (before: number, after: number) =>
		reason(
			'bigIncrease',
			`Stellr ${after} seats, Halo bills ${before}: a rise of ${after - before}. Approve if it was ordered.`,
		),
	insideCommitment: (until: string) =>
		reason(
			'insideCommitment',
			`The line is committed until ${until}, and vendors take no seats back in between. Approve if TD SYNNEX confirmed it.`,
		),
	commitmentUnknown: () =>
		reason(
			'commitmentUnknown',
			'Whether the line is committed could not be told from its name or dates.',
		),
	lastLiveRow: (ends: number) =>
		reason(
			'lastLiveRow',
			ends === 1
				? "It is the client's last live licence. Approve if the client has left."
				: `These ${ends} are the client's last live licences. Approve if the client has left.`,
		),
	listCameShort: () =>
		reason(
			'listCameShort',
			"Stellr's list of this customer came incomplete: nothing is lowered, ended, created or taken over by a product's number from it. Run again when Stellr answers in full.",
		),
	billingFreeze: () =>
		reason('billingFreeze', 'Decreases and ends wait around the invoice day (Billing Freeze).'),
	manyDecreases: (rows: number, all: number) =>
		reason(
			'manyDecreases',
			`This run would lower or end ${rows} of ${all} rows, more than one night should. All of them wait: check Stellr's lists, then approve.`,
		),
	muchValue: (percent: number, currency: string) =>
		reason(
			'muchValue',
			`This run would lower the month by ${percent} % in ${currency}, more than one night should. All decreases and ends wait: check Stellr's lists, then approve.`,
		),
} as const;
