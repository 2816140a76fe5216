/** `/softwarelicence` and `/licencechange`: rows that recurring invoice lines hang on. */
import { isLike } from '../activeRows';
import { type Answer, bare, ok, sentence } from '../answers';
import { shownDate, storedDate } from '../dates';
import { keptText } from '../keptText';
import { listAnswer } from '../paging';
import { hasId, postRows, takenOver, type SavedRow } from '../posting';
import {
	type Route,
	type RouteCall,
	type SentRow,
	type Simulation,
	nextId,
	nowText,
	withoutUnset,
} from '../simulation';
import type { HaloLicenceRow } from '../state';
import { recordCountChange } from './countChanges';

const TEXTS =
	`monthly_cost monthly_price billing_cycle term_duration status supplier_id vendor manufacturer distributor
	product_sku vendor_product_sku snowid tenant_id notes azure_connection_id third_party_product`.split(
		/\s+/,
	);
const OTHERS =
	`type name count client_id site_id purchase_price price autorenew is_active deleted`.split(' ');

export const licenceRoutes: Route[] = [
	{ method: 'GET', pattern: '/softwarelicence', area: 'softwarelicensing', answer: list },
	{ method: 'GET', pattern: '/softwarelicence/{id}', area: 'softwarelicensing', answer: one },
	{
		method: 'POST',
		pattern: '/softwarelicence',
		area: 'softwarelicensing',
		answer: (call) => postRows(call, 'licences', (sent) => save(call.simulation, sent)),
	},
	{ method: 'DELETE', pattern: '/softwarelicence/{id}', area: 'softwarelicensing', answer: remove },
	{ method: 'GET', pattern: '/licencechange', area: 'softwarelicensing', answer: changes },
];

function list({ simulation, query }: RouteCall): Answer {
	const { state, switches } = simulation;
	const [client, site, toplevel, type] = ['client_id', 'site_id', 'toplevelid', 'licence_type'].map(
		(name) => query.whole(name),
	);
	const [search, tenant] = [query.text('search'), query.text('tenant_id')];
	const inTopLevel = new Set(
		state.clients.filter((row) => row.toplevel_id === toplevel).map(({ id }) => id),
	);
	const isHidden = hiddenRows(simulation, query.flag('includeinactive'));
	const rows = state.licences.filter(
		(row) =>
			!isHidden(row) &&
			(client === null || row.client_id === client) &&
			(site === null || row.site_id === site) &&
			(toplevel === null || inTopLevel.has(row.client_id)) &&
			(type === null || row.type === type) &&
			(tenant === '' || row.tenant_id === tenant) &&
			(search === '' || isLike(search, row.name)),
	);
	const show = namesOf(simulation);
	return ok(
		listAnswer('licences', rows, query, switches, (row) => {
			const shown = withoutUnset(show(row));
			for (const name of switches.licenceListOmits) delete shown[name];
			return shown;
		}),
	);
}

function hiddenRows({ switches }: Simulation, all: boolean): (row: HaloLicenceRow) => boolean {
	return (row) =>
		(!row.is_active && switches.inactiveLicencesNeverListed) ||
		(!all &&
			((!row.is_active && switches.inactiveLicencesHidden) ||
				(row.deleted && switches.deletedLicencesHidden)));
}

/** Shows rows with the names their ids stand for; built once a call, since lists are long. */
function namesOf({ state, switches }: Simulation): (row: HaloLicenceRow) => SentRow {
	const clients = new Map(state.clients.map(({ id, name }) => [id, name]));
	const sites = new Map(state.sites.map(({ id, name }) => [id, name]));
	const suppliers = new Map(state.suppliers.map(({ id, name }) => [id, name]));
	return (row) => ({
		...row,
		start_date: shownDate(row.start_date, switches),
		end_date: shownDate(row.end_date, switches),
		client_name: clients.get(row.client_id),
		licence_client_name: clients.get(row.client_id),
		site_name: sites.get(row.site_id),
		supplier_name: row.supplier_id === null ? null : suppliers.get(row.supplier_id),
	});
}

function one({ simulation, id }: RouteCall): Answer {
	const row = simulation.state.licences.find((licence) => licence.id === id);
	return row ? ok(namesOf(simulation)(row)) : bare(404);
}

function save(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	const { state } = simulation;
	const current = hasId(sent) ? state.licences.find(({ id }) => id === sent.id) : undefined;
	if (hasId(sent) && !current) return bare(404);
	const refusal = refused(simulation, sent, current);
	if (refusal) return refusal;
	const row = current ?? emptyLicence(nextId(state.licences), nowText(simulation));
	const countBefore = row.count;
	Object.assign(
		row,
		takenOver(keptTexts(simulation, sent), { texts: TEXTS, others: OTHERS }),
		datesOf(sent),
	);
	if (current) recordCountChange(simulation, row, countBefore);
	else state.licences.push(row);
	return { shown: namesOf(simulation)(row), created: !current };
}

function refused(simulation: Simulation, sent: SentRow, current?: HaloLicenceRow): Answer | null {
	const { state, switches } = simulation;
	const clientId = sent.client_id ?? current?.client_id;
	if (!state.clients.some(({ id }) => id === clientId)) {
		return sentence(400, 'Please select a Customer for this Licence.');
	}
	const siteId = sent.site_id ?? current?.site_id;
	if (typeof siteId === 'number' && siteId > 0 && !state.sites.some(({ id }) => id === siteId)) {
		return sentence(400, `Site ${siteId} does not exist.`);
	}
	if (siteId === undefined && switches.siteMissing === 'refuse') {
		return sentence(400, 'Please select a Site for this Licence.');
	}
	const wrongDate = ['start_date', 'end_date'].find(
		(name) => typeof sent[name] === 'string' && storedDate(String(sent[name])) === null,
	);
	return wrongDate
		? ok({ [`[0].${wrongDate}`]: ['Could not convert string to DateTime.'] }, 400)
		: null;
}

/** The sent row as the tenant keeps its texts. */
function keptTexts({ switches }: Simulation, sent: SentRow): SentRow {
	const kept = Object.entries(sent).map(([name, value]): [string, unknown] => [
		name,
		typeof value === 'string' ? keptText(switches, name, value) : value,
	]);
	return Object.fromEntries(
		kept.filter(([name]) => name !== 'snowid' || switches.snowid === 'kept'),
	);
}

function datesOf(sent: SentRow): SentRow {
	const dates: SentRow = {};
	for (const name of ['start_date', 'end_date']) {
		const value = sent[name];
		if (typeof value === 'string') dates[name] = storedDate(value);
	}
	return dates;
}

function emptyLicence(id: number, today: string): HaloLicenceRow {
	return {
		id,
		type: 0,
		name: '',
		count: 0,
		client_id: 0,
		site_id: -1,
		start_date: today,
		end_date: '1901-01-01T00:00:00',
		purchase_price: 0,
		price: 0,
		monthly_cost: null,
		monthly_price: null,
		billing_cycle: null,
		term_duration: null,
		status: null,
		autorenew: false,
		is_active: true,
		deleted: false,
		supplier_id: null,
		vendor: null,
		manufacturer: null,
		distributor: null,
		product_sku: null,
		vendor_product_sku: null,
		snowid: null,
		tenant_id: null,
		notes: null,
		azure_connection_id: null,
		third_party_product: null,
	};
}

/** The row goes, and invoice lines that hung on it are left with a link to nothing. */
function remove({ simulation, id }: RouteCall): Answer {
	const { state } = simulation;
	const row = state.licences.find((licence) => licence.id === id);
	if (!row) return bare(404);
	state.licences = state.licences.filter((licence) => licence.id !== id);
	return ok(namesOf(simulation)(row));
}

function changes({ simulation, query }: RouteCall): Answer {
	const { state, switches } = simulation;
	const licence = query.whole('licence_id');
	const since = query.text('change_date').slice(0, 10);
	const rows = state.licenceChanges.filter(
		(row) =>
			switches.licenceChanges &&
			(licence === null || row.licence_id === licence) &&
			(since === '' || row.date.slice(0, 10) >= since),
	);
	const key = switches.licenceChangesList === 'bare' ? null : 'licencechanges';
	return ok(listAnswer(key, rows, query, switches, (row) => row));
}
