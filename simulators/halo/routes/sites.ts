/** `/site`: the phone and the address live here, not on the client. */
import { byActivity, isLike } from '../activeRows';
import { type Answer, bare, ok, sentence } from '../answers';
import { listAnswer } from '../paging';
import { hasId, postRows, sentText, takenOver, type SavedRow } from '../posting';
import {
	type Route,
	type RouteCall,
	type SentRow,
	type Simulation,
	nextId,
	withoutUnset,
} from '../simulation';
import type { HaloSiteRow } from '../state';
import { shownAddress, writeAddress } from './addresses';

// Halo's number for the country list among its lookups.
const COUNTRIES = 74;

export const siteRoutes: Route[] = [
	{ method: 'GET', pattern: '/site', area: 'customers', answer: list },
	{ method: 'GET', pattern: '/site/{id}', area: 'customers', answer: one },
	{
		method: 'POST',
		pattern: '/site',
		area: 'customers',
		answer: (call) => postRows(call, 'sites', (sent) => save(call.simulation, sent)),
	},
	{ method: 'DELETE', pattern: '/site/{id}', area: 'customers', answer: remove },
];

function list({ simulation, query }: RouteCall): Answer {
	const { state, switches } = simulation;
	const isShown = byActivity(query);
	const [client, toplevel, search] = [
		query.whole('client_id'),
		query.whole('toplevel_id'),
		query.text('search'),
	];
	const inTopLevel = new Set(
		state.clients.filter((row) => row.toplevel_id === toplevel).map(({ id }) => id),
	);
	const rows = state.sites.filter(
		(row) =>
			isShown(row) &&
			(client === null || row.client_id === client) &&
			(toplevel === null || inTopLevel.has(row.client_id)) &&
			(search === '' || isLike(search, row.name)),
	);
	const show = (row: HaloSiteRow) =>
		withoutUnset({
			...listRow(simulation, row),
			...(query.flag('includeaddress') ? flatAddress(row) : {}),
		});
	return ok(listAnswer('sites', rows, query, switches, show));
}

function listRow({ state }: Simulation, row: HaloSiteRow): SentRow {
	const client = state.clients.find(({ id }) => id === row.client_id);
	const contact = state.users.find((user) => user.site_id === row.id && !user.inactive);
	const country = state.lookups.find(
		({ lookupid, id }) => lookupid === COUNTRIES && String(id) === row.country_code,
	);
	return {
		id: row.id,
		name: row.name,
		client_id: row.client_id,
		client_name: client?.name,
		clientsite_name: `${client?.name ?? ''}/${row.name}`,
		inactive: row.inactive,
		phonenumber: row.phonenumber,
		country_code_name: country?.name ?? row.country_code,
		maincontact_id: contact?.id,
		maincontact_name: contact?.name,
		use: 'site',
	};
}

/** The flat lines of a list row; the fifth holds the postcode. */
function flatAddress({ delivery_address: address }: HaloSiteRow): SentRow {
	return {
		delivery_address_line1: address?.line1,
		delivery_address_line2: address?.line2,
		delivery_address_line3: address?.line3,
		delivery_address_line4: address?.line4,
		delivery_address_line5: address?.postcode,
	};
}

function one({ simulation, query, id }: RouteCall): Answer {
	const row = simulation.state.sites.find((site) => site.id === id);
	if (!row) return bare(404);
	if (query.flag('includedetails')) return ok(details(simulation, row));
	return ok(withoutUnset(listRow(simulation, row)));
}

function details(simulation: Simulation, row: HaloSiteRow): SentRow {
	return withoutUnset({
		...listRow(simulation, row),
		...flatAddress(row),
		country_code: row.country_code,
		region_code: row.region_code,
		delivery_address: shownAddress(row.delivery_address, row.id),
		invoice_address: shownAddress(row.invoice_address, row.id),
		issitedetails: true,
	});
}

function save(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	const { state } = simulation;
	const current = hasId(sent) ? state.sites.find(({ id }) => id === sent.id) : undefined;
	if (hasId(sent) && !current) return bare(404);
	const clientId = sent.client_id ?? current?.client_id;
	const client = state.clients.find(({ id }) => id === clientId);
	if (!client) return sentence(400, 'Please select a Customer for this Site.');
	if (!current && !sentText(sent, 'name')?.trim()) {
		return sentence(400, 'Please enter a name for this Site.');
	}
	const row = current ?? emptySite(nextId(state.sites), client.id);
	Object.assign(
		row,
		takenOver(sent, {
			texts: ['phonenumber', 'country_code'],
			others: ['name', 'client_id', 'inactive', 'region_code'],
		}),
	);
	for (const kind of ['delivery_address', 'invoice_address'] as const) {
		const address = sent[kind] as SentRow | null | undefined;
		if (address) writeAddress(simulation, row, kind, address);
	}
	if (!current) state.sites.push(row);
	if (client.main_site_id === null) client.main_site_id = row.id;
	return { shown: details(simulation, row), created: !current };
}

function emptySite(id: number, clientId: number): HaloSiteRow {
	return {
		id,
		name: '',
		client_id: clientId,
		inactive: false,
		phonenumber: null,
		country_code: null,
		region_code: null,
		delivery_address: null,
		invoice_address: null,
	};
}

function remove({ simulation, id }: RouteCall): Answer {
	const { state } = simulation;
	const row = state.sites.find((site) => site.id === id);
	if (!row) return bare(404);
	state.sites = state.sites.filter((site) => site.id !== id);
	return ok(withoutUnset(listRow(simulation, row)));
}
