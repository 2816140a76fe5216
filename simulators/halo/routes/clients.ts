/** `/client`: list rows hold far less than details, and a name is no key. */
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
import type { HaloClientRow } from '../state';
import { shownAddress } from './addresses';
import { shownCustomFields, writtenCustomFields } from './customFields';
import { makeMainSite } from './mainSite';

const TEXTS = ['notes', 'website', 'accountsid', 'ref'];
const OTHERS =
	`name toplevel_id inactive stopped colour customertype customer_relationship is_vip is_account
	azure_tenants main_site_id`.split(/\s+/);

export const clientRoutes: Route[] = [
	{ method: 'GET', pattern: '/client', area: 'customers', answer: list },
	{ method: 'GET', pattern: '/client/{id}', area: 'customers', answer: one },
	{
		method: 'POST',
		pattern: '/client',
		area: 'customers',
		answer: (call) => postRows(call, 'clients', (sent) => save(call.simulation, sent)),
	},
	{ method: 'DELETE', pattern: '/client/{id}', area: 'customers', answer: remove },
];

function list({ simulation, query }: RouteCall): Answer {
	const isShown = byActivity(query);
	const toplevel = query.whole('toplevel_id');
	const search = query.text('search');
	const nameOnly = query.flag('search_name_only');
	const domain = query.text('domain').toLowerCase();
	const rows = simulation.state.clients.filter(
		(row) =>
			isShown(row) &&
			(toplevel === null || toplevel <= 0 || row.toplevel_id === toplevel) &&
			(search === '' || isLike(search, row.name, nameOnly ? null : row.website)) &&
			(domain === '' || hasContactAt(simulation, row, domain)) &&
			!(query.flag('exclude_internal') && row.internal),
	);
	const fieldIds = query.wholes('include_custom_fields');
	const showsFields = simulation.switches.includeCustomFields === 'honoured' && fieldIds.length > 0;
	const showsTenants =
		simulation.switches.azureTenantsInList === 'shown' && query.flag('includeazuretenants');
	const showsWebsite =
		simulation.switches.websiteInList === 'shown' && query.flag('include_website');
	const show = (row: HaloClientRow) =>
		withoutUnset({
			...listRow(simulation, row),
			...(showsWebsite ? { website: row.website } : {}),
			...(showsFields ? { customfields: shownCustomFields(simulation, row, fieldIds) } : {}),
			...(showsTenants ? { azure_tenants: row.azure_tenants } : {}),
		});
	return ok(listAnswer('clients', rows, query, simulation.switches, show));
}

function hasContactAt(simulation: Simulation, client: HaloClientRow, domain: string): boolean {
	return simulation.state.users.some(
		(user) =>
			user.client_id === client.id && user.emailaddress?.toLowerCase().endsWith(`@${domain}`),
	);
}

function listRow(simulation: Simulation, row: HaloClientRow): SentRow {
	const toplevel = simulation.state.toplevels.find(({ id }) => id === row.toplevel_id);
	const references = { ref: row.ref, accountsid: row.accountsid };
	return {
		id: row.id,
		name: row.name,
		toplevel_id: row.toplevel_id,
		toplevel_name: toplevel?.name,
		inactive: row.inactive,
		colour: row.colour,
		customertype: row.customertype,
		customer_relationship: row.customer_relationship,
		customer_relationship_list: row.customer_relationship.map(({ name }) => name).join(', '),
		is_vip: row.is_vip,
		is_account: row.is_account,
		stopped: row.stopped,
		notes: row.notes,
		clientcurrency: row.currency,
		use: 'area',
		key: row.id,
		table: 1,
		...(simulation.switches.referencesInList === 'shown' ? references : {}),
	};
}

function one({ simulation, query, id }: RouteCall): Answer {
	const row = simulation.state.clients.find((client) => client.id === id);
	if (!row) return bare(404);
	return ok(query.flag('includedetails') ? details(simulation, row) : brief(simulation, row));
}

function brief(simulation: Simulation, row: HaloClientRow): SentRow {
	const { website, ref, accountsid } = row;
	return withoutUnset({ ...listRow(simulation, row), website, ref, accountsid });
}

function details(simulation: Simulation, row: HaloClientRow): SentRow {
	const { sites, users } = simulation.state;
	const site = sites.find(({ id }) => id === row.main_site_id);
	const contact = users.find((user) => site && user.site_id === site.id && !user.inactive);
	return {
		...brief(simulation, row),
		...withoutUnset({
			main_site_id: row.main_site_id,
			main_site_name: site?.name,
			main_phonenumber: site?.phonenumber,
			main_delivery_address: shownAddress(site?.delivery_address ?? null, site?.id),
			main_invoice_address: shownAddress(site?.invoice_address ?? null, site?.id),
			main_contact_id: contact?.id,
			main_contact_name: contact?.name,
			main_contact_email: contact?.emailaddress,
			azure_tenant_id: row.azure_tenants[0]?.azure_tenant_id,
		}),
		isclientdetails: true,
		azure_tenants: row.azure_tenants,
		customfields: shownCustomFields(simulation, row),
	};
}

function save(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	const { state } = simulation;
	const current = hasId(sent) ? state.clients.find(({ id }) => id === sent.id) : undefined;
	if (hasId(sent) && !current) return bare(404);
	const refusal = refused(simulation, sent, current);
	if (refusal) return refusal;
	const customfields = writtenCustomFields(
		simulation,
		current?.customfields ?? [],
		sent.customfields,
	);
	if (!Array.isArray(customfields)) return customfields;
	const row = current ?? emptyClient(nextId(state.clients), state.toplevels[0]?.id ?? 1);
	Object.assign(row, structuredClone(takenOver(sent, { texts: TEXTS, others: OTHERS })), {
		customfields,
	});
	if (!current) {
		state.clients.push(row);
		makeMainSite(simulation, row, sent);
	}
	return { shown: details(simulation, row), created: !current };
}

function refused(simulation: Simulation, sent: SentRow, current?: HaloClientRow): Answer | null {
	const { state, switches } = simulation;
	if (sent.toplevel_id !== undefined && sent.toplevel_id !== null) {
		if (!state.toplevels.some(({ id }) => id === sent.toplevel_id)) {
			return sentence(400, `Top Level ${String(sent.toplevel_id)} does not exist.`);
		}
	}
	if (current) return null;
	if (!sentText(sent, 'name')?.trim())
		return sentence(400, 'Please enter a name for this Customer.');
	const missing = switches.requiredClientFields.find((name) => !isFilled(sent, name));
	return missing ? sentence(400, `${missing} is a required field.`) : null;
}

function isFilled(sent: SentRow, name: string): boolean {
	const fields = Array.isArray(sent.customfields) ? (sent.customfields as SentRow[]) : [];
	const value = name.startsWith('CF')
		? fields.find((field) => String(field.name).toLowerCase() === name.toLowerCase())?.value
		: sent[name];
	return value !== undefined && value !== null && value !== '';
}

function emptyClient(id: number, toplevelId: number): HaloClientRow {
	return {
		id,
		name: '',
		toplevel_id: toplevelId,
		inactive: false,
		stopped: 0,
		colour: '#2bd3c6',
		customertype: 0,
		customer_relationship: [],
		is_vip: false,
		is_account: false,
		notes: null,
		website: null,
		accountsid: null,
		ref: null,
		main_site_id: null,
		customfields: [],
		azure_tenants: [],
		internal: false,
	};
}

function remove({ simulation, id }: RouteCall): Answer {
	const { state } = simulation;
	const row = state.clients.find((client) => client.id === id);
	if (!row) return bare(404);
	state.clients = state.clients.filter((client) => client.id !== id);
	state.sites = state.sites.filter((site) => site.client_id !== id);
	return ok(brief(simulation, row));
}
