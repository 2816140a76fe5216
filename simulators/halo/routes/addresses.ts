/** `/address` and the addresses of sites: lines 1 to 4 and a postcode, no city, state or country. */
import { type Answer, bare, ok } from '../answers';
import { listAnswer } from '../paging';
import { hasId, postRows, takenOver, type SavedRow } from '../posting';
import type { Route, RouteCall, SentRow, Simulation } from '../simulation';
import type { HaloAddress, HaloSiteRow } from '../state';

type Kind = 'delivery_address' | 'invoice_address';

interface PlacedAddress extends HaloAddress {
	site_id: number;
	/** 1 delivery, 2 invoice, 0 neither. Halo's own codes are unknown. */
	type: number;
}

const LINES = ['line1', 'line2', 'line3', 'line4', 'postcode'];

export const addressRoutes: Route[] = [
	{ method: 'GET', pattern: '/address', area: 'customers', answer: list },
	{
		method: 'GET',
		pattern: '/address/{id}',
		area: 'customers',
		answer: ({ simulation, id }) => {
			const row = placedAddresses(simulation).find((address) => address.id === id);
			return row ? ok(row) : bare(404);
		},
	},
	{
		method: 'POST',
		pattern: '/address',
		area: 'customers',
		answer: (call) => postRows(call, 'addresses', (sent) => save(call.simulation, sent)),
	},
];

function list({ simulation, query }: RouteCall): Answer {
	const site = query.whole('site_id');
	const rows = placedAddresses(simulation).filter((row) => site === null || row.site_id === site);
	return ok(listAnswer('addresses', rows, query, simulation.switches, (row) => row));
}

function placedAddresses({ state, strayAddresses }: Simulation): PlacedAddress[] {
	const placed = state.sites.flatMap((site) => [
		...(site.delivery_address ? [{ ...site.delivery_address, site_id: site.id, type: 1 }] : []),
		...(site.invoice_address ? [{ ...site.invoice_address, site_id: site.id, type: 2 }] : []),
	]);
	return [...placed, ...strayAddresses.map((row) => ({ ...row, type: 0 }))];
}

function save(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	const { sites } = simulation.state;
	const site = hasId(sent)
		? sites.find(
				(row) => row.delivery_address?.id === sent.id || row.invoice_address?.id === sent.id,
			)
		: sites.find((row) => row.id === sent.site_id);
	if (!site) return bare(404);
	const isInvoice = hasId(sent) ? site.invoice_address?.id === sent.id : sent.type === 2;
	const kind: Kind = isInvoice ? 'invoice_address' : 'delivery_address';
	const before = site[kind]?.id;
	writeAddress(simulation, site, kind, sent);
	return { shown: shownAddress(site[kind], site.id), created: site[kind]?.id !== before };
}

/** Puts the sent lines on a site's address; without its id the row is reused or another one made. */
export function writeAddress(
	simulation: Simulation,
	site: HaloSiteRow,
	kind: Kind,
	sent: SentRow,
): void {
	const current = site[kind];
	const lines = takenOver(sent, { texts: LINES });
	const isReused =
		current !== null && (hasId(sent) || simulation.switches.addressWithoutId === 'reuse');
	if (isReused) {
		Object.assign(current, lines);
		return;
	}
	if (current) simulation.strayAddresses.push({ ...current, site_id: site.id });
	const highest = placedAddresses(simulation).reduce((id, row) => Math.max(id, row.id), 0);
	const empty = { line1: null, line2: null, line3: null, line4: null, postcode: null };
	site[kind] = { id: highest + 1, ...empty, ...lines };
}

/** An address as details show it. */
export function shownAddress(address: HaloAddress | null, siteId?: number): SentRow | null {
	return address && { ...address, site_id: siteId };
}
