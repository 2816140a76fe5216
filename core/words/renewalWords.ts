import type { Renewal } from '../reconcile/renewals';

/** What is said of a term that ends, and of the last day to take seats back. */
export const renewalWords = {
	line: (
		{
			customer,
			haloClientName,
			product,
			seats,
			endDate,
			daysLeft,
			lastDayToReduce,
		}: Omit<Renewal, 'text'>,
		today: string,
	): string => {
		const who = haloClientName ?? customer.name ?? customer.customerNo;
		const count =
			seats === null ? 'an unknown number of seats' : seats === 1 ? '1 seat' : `${seats} seats`;
		const when = daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
		const last =
			lastDayToReduce === null
				? 'The last day to reduce is not known.'
				: lastDayToReduce < today
					? `The last day to reduce was ${lastDayToReduce}.`
					: `Last day to reduce: ${lastDayToReduce}.`;
		return `${who}, ${product}: ${count}, the term ends ${when}, on ${endDate}. ${last}`;
	},
	termUnknown: (): string => 'Neither name nor dates of the line say what it is committed to.',
	byRule: (word: string, days: number): string =>
		`your notice of ${days === 1 ? '1 day' : `${days} days`} for "${word}"`,
	microsoft: (): string =>
		'Microsoft takes changes until the day before the term ends, and seats back in the 7 days after',
	vendorUnknown: (vendor: string | null): string =>
		`How early ${vendor ?? 'this vendor'} wants to hear of a change is not known: name it under Notice Days.`,
};
