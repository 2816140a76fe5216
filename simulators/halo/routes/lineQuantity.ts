/** A recurring line that counts licences shows their seats, not what was typed. */
import type { HaloInvoiceLine, HaloQuantityLink, HaloState } from '../state';
import type { HaloSwitches } from '../switches';

// Report SQL in public integration code: 1 licence, 4 subscription.
const COUNTS_LICENCES = 1;
const COUNTS_SUBSCRIPTIONS = 4;

/** Every licence link of a line, whichever of the two lists it sits in. */
export function linksOf(line: HaloInvoiceLine): HaloQuantityLink[] {
	return [...line.quantity_licences, ...line.quantity_subscriptions];
}

/** Null where the quantity is a typed one. */
export function countedQuantity(
	line: HaloInvoiceLine,
	state: HaloState,
	switches: HaloSwitches,
): number | null {
	if (switches.quantityCalculation === 'off') return null;
	const type = line.recurring_invoice_quantity_type;
	if (type !== COUNTS_LICENCES && type !== COUNTS_SUBSCRIPTIONS) return null;
	const links = type === COUNTS_LICENCES ? line.quantity_licences : line.quantity_subscriptions;
	const seats = links.map((link) => seatsOf(link, state));
	const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
	if (switches.minimumQuantity === 'line') {
		return Math.max(sum(seats), ...links.map((link) => link.minimum_qty), 0);
	}
	return sum(links.map((link, index) => Math.max(seats[index], link.minimum_qty)));
}

function seatsOf(link: HaloQuantityLink, state: HaloState): number {
	const licence = state.licences.find(({ id }) => id === link.licence_id);
	return licence ? Math.max(0, licence.count - link.qty_free) : 0;
}
