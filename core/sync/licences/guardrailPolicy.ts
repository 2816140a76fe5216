/** How far a run may go by itself. Beyond it items are held, never dropped, and a person approves them. */
export interface GuardrailPolicy {
	/** A decrease is held when it is more than both. */
	decreaseSeats: number;
	decreasePercent: number;
	/** An increase is held when it is more than both. */
	increaseSeats: number;
	increasePercent: number;
	/** The end of a client's last live row is held. */
	holdLastLiveRow: boolean;
	/** A run's decreases and ends all wait when they are more rows than both, or more of the monthly value. */
	runRows: number;
	runPercentOfRows: number;
	runPercentOfValue: number;
	/** Days after a commitment's start, renewal or seat increase in which vendors take seats back. */
	commitmentGraceDays: number;
	/** Decreases and ends wait around the invoice day; null switches the freeze off. */
	freeze: BillingFreeze | null;
}

/** From this many days before the month's end to this day of the next month. */
export interface BillingFreeze {
	daysBeforeMonthEnd: number;
	untilDay: number;
}

export const defaultGuardrails: GuardrailPolicy = {
	decreaseSeats: 2,
	decreasePercent: 25,
	increaseSeats: 10,
	increasePercent: 50,
	holdLastLiveRow: true,
	runRows: 5,
	runPercentOfRows: 5,
	runPercentOfValue: 10,
	commitmentGraceDays: 8,
	// The last day of the month to the 2nd.
	freeze: { daysBeforeMonthEnd: 1, untilDay: 2 },
};

/** Whether the day lies in the freeze. */
export function inFreeze(freeze: BillingFreeze | null, today: string): boolean {
	if (freeze === null) return false;
	const day = Number(today.slice(8, 10));
	const [year, month] = today.split('-').map(Number);
	const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
	return day <= freeze.untilDay || day > lastDay - freeze.daysBeforeMonthEnd;
}
