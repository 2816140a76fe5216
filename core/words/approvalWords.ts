import { licenceFieldLabel } from './licenceFieldLabel';

/** What the page of held changes says a tick does. Plain text: the page escapes it. */

const several = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** What a new licence would stand beside, by the reason why it waits. */
const BESIDE = {
	similarRow: 'beside the row that may be its own',
	severalRows: 'beside the rows of which one may be its own',
	severalSubscriptions: 'beside the rows of which one may be its own',
	successionUnclear: 'beside the rows of which it may take one over',
	continuesElsewhere: 'beside the row that it seems to take over',
	vendorIdLives: 'beside the row that it may take over',
	mayContinueRow: 'beside the row that it may take over',
	vendorIdNewer: 'beside that of the newer line',
	labelChanged: 'beside the row that holds its id under another account label',
	likeUnreadable: 'beside a row that could not be understood and may be its own',
	listCameShort: 'although the list that may name a row for it came incomplete',
} as const;

export type BesideCode = keyof typeof BESIDE;

/** Whether a creation that waits for this reason may make a second licence for one subscription. */
export function isBesideCode(code: string): code is BesideCode {
	return Object.hasOwn(BESIDE, code);
}

export const approvalWords = {
	nothingWaits: 'Nothing waits for an approval.',
	introduction:
		'Tick what is to be written; each choice begins with what its tick does. What is not ticked stays as it is in Halo.',
	cut: (shown: number, more: number) =>
		`The ${shown} dearest are shown; ${more} more come next time.`,
	endByThemselves: (count: number) =>
		`${count} cancelled ${several(count, 'line is', 'lines are')} not listed: ${several(count, 'it ends', 'they end')} without an approval, after ${several(count, 'its end date', 'their end dates')}.`,
	others: (count: number) =>
		`${count} more ${several(count, 'is', 'are')} held or planned and ${several(count, 'needs', 'need')} no approval here.`,
	lookTwice: 'Settle these in Halo first',
	lookTwiceBecause: (keyField: string) =>
		`A tick here does not say "yes, it is that row": it makes a second licence beside that row, or ends a row that another line may take over, and the customer may be billed twice. If a row that is named is the subscription's own, do not tick: put the key in brackets, such as us/411833_1, into the ${licenceFieldLabel(keyField)} of that row in Halo, and the next run takes the row over. Tick only what you know to be a purchase of its own.`,
	seats: (count: number) => `${count} ${several(count, 'seat', 'seats')}`,
	creates: (seats: string) => `Creates a new licence, ${seats}`,
	beside: (code: BesideCode) => BESIDE[code],
	givesKey: (row: string) => `Gives the existing row ${row} its key`,
	givesNewKey: (row: string) => `Gives the existing row ${row} the new key`,
	remembers: (row: string) =>
		`Remembers the existing row ${row} as this subscription's and writes nothing to it`,
	keepsCount: (seats: string) => `its ${seats} stay`,
	keepsOtherCount: (seats: string, atStellr: number) =>
		`its ${seats} stay for now, Stellr has ${atStellr}`,
	ends: (row: string, seats: string) =>
		`Ends the licence today, ${seats}: the row ${row} becomes inactive`,
	endsUndated: 'although Stellr names no end date',
	endsUnclear: 'although a line that starts may take it over',
	activates: (row: string, seats: string) => `Activates the row ${row}, ${seats}`,
	changesCount: (before: number, after: string) => `Changes the count from ${before} to ${after}`,
	changesField: (field: string, before: string, after: string) =>
		`sets ${licenceFieldLabel(field)} to ${after} instead of ${before}`,
	changesKey: 'Writes the key without the count of the take-over',
} as const;
