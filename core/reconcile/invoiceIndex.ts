import { calendarDay } from '../halo/dates';
import type {
	LicenceLink,
	RecurringInvoice,
	RecurringInvoiceLine,
} from '../halo/recurringInvoices';
import type { HaloLicence } from '../halo/schemas';
import type { Period } from './amounts';
import type { ReconcilePolicy } from './input';
import { invoicePeriod } from './invoicePeriod';

/** A line of a recurring invoice, with what its invoice says of it. */
export interface PlacedLine {
	invoice: RecurringInvoice;
	line: RecurringInvoiceLine;
	/** It bills today. */
	active: boolean;
	period: Period | null;
	currency: string | null;
}

/** One licence on one line. */
export interface LicenceUse {
	place: PlacedLine;
	link: LicenceLink;
	/** What the line bills for it. */
	quantity: number;
	/** What it would bill if the licence's count were another. */
	quantityAt: (count: number) => number;
}

export interface InvoiceIndex {
	/** Uses of a licence, by line number. */
	usesOf: (licenceId: number) => readonly LicenceUse[];
	/** Whether a running line counts it. */
	bills: (licenceId: number) => boolean;
	/** Active lines of a client whose quantity was typed. */
	typedAt: (clientId: number) => readonly PlacedLine[];
	shownQuantityDiffers: number;
}

/** Sorts the lines of all recurring invoices by the licences that they count, and by client where they count none. */
export function indexInvoices(
	invoices: readonly RecurringInvoice[],
	licences: ReadonlyMap<number, HaloLicence>,
	policy: ReconcilePolicy,
): InvoiceIndex {
	const uses = new Map<number, LicenceUse[]>();
	const typed = new Map<number, PlacedLine[]>();
	let shownQuantityDiffers = 0;
	const countOf = (id: number) => licences.get(id)?.count ?? 0;
	for (const invoice of invoices) {
		const facts = invoiceFacts(invoice, policy);
		for (const line of invoice.lines) {
			const place = { ...facts, line, active: facts.active && isRunning(line, policy.today) };
			if (isTyped(line) && !namesOneRow(line, licences)) {
				if (place.active && invoice.clientId !== null) push(typed, invoice.clientId, place);
				continue;
			}
			if (line.links.length === 0) continue;
			if (showsAnother(line, countOf)) shownQuantityDiffers += 1;
			for (const use of usesIn(place, countOf, policy)) push(uses, use.link.licenceId, use);
		}
	}
	for (const list of uses.values()) if (list.length > 1) list.sort(byLineNumber);
	const usesOf = (id: number) => uses.get(id) ?? NONE;
	return {
		usesOf,
		bills: (id) => usesOf(id).some(({ place }) => place.active),
		typedAt: (clientId) => typed.get(clientId) ?? NONE,
		shownQuantityDiffers,
	};
}

const NONE: readonly never[] = [];

function invoiceFacts(
	invoice: RecurringInvoice,
	policy: ReconcilePolicy,
): Omit<PlacedLine, 'line'> {
	return {
		invoice,
		active: isRunning(invoice, policy.today),
		period: invoicePeriod(invoice.period, policy.periods),
		currency: invoice.currency ?? policy.invoiceCurrency,
	};
}

function isRunning(
	{ inactive, startDate, endDate }: Pick<RecurringInvoice, 'inactive' | 'startDate' | 'endDate'>,
	today: string,
): boolean {
	const [start, end] = [calendarDay(startDate), calendarDay(endDate)];
	return !inactive && (start === null || start <= today) && (end === null || end >= today);
}

/** A line whose quantity does not come from licences: typed, or counted from users or assets. */
export function isTyped({ quantityFrom, links }: RecurringInvoiceLine): boolean {
	if (quantityFrom === 'unknown') return links.length === 0;
	return quantityFrom !== 'licence' && quantityFrom !== 'subscription';
}

/** One link that was left on a typed line bills nothing, but says whose line it is. */
function namesOneRow(
	{ links }: RecurringInvoiceLine,
	licences: ReadonlyMap<number, HaloLicence>,
): boolean {
	return links.length === 1 && licences.has(links[0].licenceId);
}

function usesIn(
	place: PlacedLine,
	countOf: (id: number) => number,
	{ linkedQuantity, minimum }: ReconcilePolicy,
): LicenceUse[] {
	const { line } = place;
	if (isTyped(line)) {
		const quantity = line.quantity ?? 0;
		return [{ place, link: line.links[0], quantity, quantityAt: (count) => count }];
	}
	if (line.links.length === 1) {
		const [link] = line.links;
		return [useOfOnly(place, link, share(link, countOf(link.licenceId)), linkedQuantity)];
	}
	return usesOfSeveral(place, countOf, { linkedQuantity, minimum });
}

/** Nearly every line counts one licence: what it bills is that licence's share, whatever minimum means. */
function useOfOnly(
	place: PlacedLine,
	link: LicenceLink,
	counted: number,
	linkedQuantity: ReconcilePolicy['linkedQuantity'],
): LicenceUse {
	const shown = linkedQuantity === 'shown' ? place.line.quantity : null;
	const quantity = shown === null ? counted : Math.max(0, shown);
	return { place, link, quantity, quantityAt: (count) => share(link, count) };
}

function usesOfSeveral(
	place: PlacedLine,
	countOf: (id: number) => number,
	{ linkedQuantity, minimum }: Pick<ReconcilePolicy, 'linkedQuantity' | 'minimum'>,
): LicenceUse[] {
	const { line } = place;
	const links = [...line.links].sort((a, b) => a.licenceId - b.licenceId);
	const sharesWith = (at: number, count: number) => {
		const counts = links.map(({ licenceId }) => countOf(licenceId));
		counts[at] = count;
		return shares(links, counts, minimum);
	};
	const counted = shares(
		links,
		links.map(({ licenceId }) => countOf(licenceId)),
		minimum,
	);
	const billed =
		linkedQuantity === 'shown' && line.quantity !== null
			? adjusted(counted, line.quantity - sum(counted))
			: counted;
	return links.map((link, at) => ({
		place,
		link,
		quantity: billed[at],
		quantityAt: (count) =>
			minimum === 'link' ? share(link, count) : sharesAround(at, count, sharesWith, counted),
	}));
}

/** What is shown beyond the count stands at the first licence; what is missing is taken off from the last on. */
function adjusted(counted: readonly number[], extra: number): number[] {
	const billed = [...counted];
	if (extra >= 0) billed[0] += extra;
	let missing = Math.max(0, -extra);
	for (let at = billed.length - 1; at >= 0; at--) {
		const taken = Math.min(missing, billed[at]);
		billed[at] -= taken;
		missing -= taken;
	}
	return billed;
}

/** What the whole line bills more or less when one licence counts otherwise, beside what that licence counts for. */
function sharesAround(
	at: number,
	count: number,
	sharesWith: (at: number, count: number) => number[],
	counted: readonly number[],
): number {
	return counted[at] + sum(sharesWith(at, count)) - sum(counted);
}

/** What each link counts for. A line's minimum is made up by the last that adds to it. */
function shares(
	links: readonly LicenceLink[],
	counts: readonly number[],
	minimum: ReconcilePolicy['minimum'],
): number[] {
	if (minimum === 'link') return links.map((link, at) => share(link, counts[at]));
	const bare = links.map(({ free }, at) => Math.max(0, counts[at] - free));
	const least = Math.max(...links.map((link) => link.minimum));
	const missing = least - sum(bare);
	if (missing > 0) bare[bare.length - 1] += missing;
	return bare;
}

function share({ free, minimum }: LicenceLink, count: number): number {
	return Math.max(0, count - free, minimum);
}

function showsAnother(line: RecurringInvoiceLine, countOf: (id: number) => number): boolean {
	if (line.quantity === null || isTyped(line)) return false;
	const counts = line.links.map(({ licenceId }) => countOf(licenceId));
	return (['link', 'line'] as const).every(
		(minimum) => sum(shares(line.links, counts, minimum)) !== line.quantity,
	);
}

function sum(values: readonly number[]): number {
	let total = 0;
	for (const value of values) total += value;
	return total;
}

function byLineNumber(a: LicenceUse, b: LicenceUse): number {
	return a.place.line.id - b.place.line.id;
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
	const known = map.get(key);
	if (known === undefined) map.set(key, [value]);
	else known.push(value);
}
