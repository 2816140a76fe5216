/** Why a line could not be costed, for who reads the report. */
export const uncostedReasons = {
	lineUncosted: (line: {
		invoiceNumber: number;
		lineId: number;
		price: number | null;
		period: string | null;
		currency: string | null;
	}): string => {
		const place = `Line ${line.lineId} of recurring invoice ${line.invoiceNumber}`;
		if (line.price === null) return `${place} shows no price.`;
		if (line.currency === null) return `${place} names no currency: set Default Invoice Currency.`;
		return line.period === null
			? `${place} names no period: set Invoice Periods.`
			: `${place} has the period "${line.period}", which is not known: set Invoice Periods.`;
	},
	severalCurrencies: (): string => 'The lines that bill it are in several currencies.',
	severalTypedLines: (count: number): string =>
		count === 1
			? 'A typed line may bill it, but fits other subscriptions of the client too.'
			: `${count} typed lines may bill it: link one of them to the licence.`,
	suggestedUnknown: (): string =>
		'Stellr shows no suggested price, currency or billing period to reckon with.',
	costUnknown: (line: {
		unitCost: number | null;
		currency: string | null;
		billingFrequency: string | null;
	}): string => {
		if (line.unitCost === null) return 'Stellr shows no price for this subscription.';
		if (line.currency === null) return 'Stellr shows no currency for this subscription.';
		return line.billingFrequency === null
			? 'Stellr shows no billing frequency for this subscription.'
			: `How long one price lasts is not known for the billing frequency "${line.billingFrequency}".`;
	},
};
