/** The small tables around clients and licences: top levels, fields, lookups, people, suppliers, items. */
import { byActivity, isLike } from '../activeRows';
import { type Answer, bare, ok, sentence } from '../answers';
import { listAnswer } from '../paging';
import { hasId, postRows, takenOver, type SavedRow } from '../posting';
import {
	type Route,
	type RouteCall,
	type SentRow,
	type Simulation,
	nextId,
	withoutUnset,
} from '../simulation';
import type { HaloItem, HaloUserRow } from '../state';

export const lookupRoutes: Route[] = [
	{ method: 'GET', pattern: '/authinfo', area: null, open: true, answer: authInfo },
	{ method: 'GET', pattern: '/toplevel', area: null, answer: listTopLevels },
	{ method: 'GET', pattern: '/toplevel/{id}', area: null, answer: oneOf((s) => s.state.toplevels) },
	{ method: 'GET', pattern: '/fieldinfo', area: null, answer: listFields },
	{
		method: 'GET',
		pattern: '/fieldinfo/{id}',
		area: null,
		answer: oneOf((s) => s.state.fieldInfo),
	},
	{ method: 'GET', pattern: '/lookup', area: null, answer: listLookups },
	{ method: 'GET', pattern: '/users', area: 'customers', answer: ifUsersReadable(listUsers) },
	{
		method: 'GET',
		pattern: '/users/{id}',
		area: 'customers',
		answer: ifUsersReadable(oneOf((s) => s.state.users)),
	},
	{
		method: 'POST',
		pattern: '/users',
		area: 'customers',
		answer: (call) => postRows(call, 'users', (sent) => saveUser(call.simulation, sent)),
	},
	{ method: 'GET', pattern: '/supplier', area: 'suppliers', answer: listSuppliers },
	{
		method: 'GET',
		pattern: '/supplier/{id}',
		area: 'suppliers',
		answer: oneOf((s) => s.state.suppliers),
	},
	{
		method: 'POST',
		pattern: '/supplier',
		area: 'suppliers',
		answer: (call) => postRows(call, 'suppliers', (sent) => saveSupplier(call.simulation, sent)),
	},
	{ method: 'GET', pattern: '/item', area: 'items', answer: listItems },
	{ method: 'GET', pattern: '/item/{id}', area: 'items', answer: oneOf((s) => s.state.items) },
	{
		method: 'POST',
		pattern: '/item',
		area: 'items',
		answer: (call) => postRows(call, 'items', (sent) => saveItem(call.simulation, sent)),
	},
];

function authInfo({ simulation }: RouteCall): Answer {
	return ok({ auth_url: simulation.authUrl, tenant_id: simulation.tenant ?? '' });
}

function oneOf(rows: (simulation: Simulation) => Array<{ id: number }>): Route['answer'] {
	return ({ simulation, id }) => {
		const row = rows(simulation).find((candidate) => candidate.id === id);
		return row ? ok(row) : bare(404);
	};
}

function listTopLevels({ simulation, query }: RouteCall): Answer {
	const { state, switches } = simulation;
	const search = query.text('search');
	const rows = state.toplevels.filter(({ name }) => search === '' || isLike(search, name));
	const key = switches.topLevelKey === 'bare' ? null : switches.topLevelKey;
	return ok(
		listAnswer(key, rows, query, switches, (row) => ({
			...row,
			long_name: row.long_name ?? row.name,
		})),
	);
}

function listFields({ simulation, query }: RouteCall): Answer {
	const type = query.whole('typeid');
	return ok(
		simulation.state.fieldInfo
			.filter(({ typeid }) => type === null || typeid === type)
			.map((row) => ({ ...row, usage: row.typeid })),
	);
}

function listLookups({ simulation, query }: RouteCall): Answer {
	const lookup = query.whole('lookupid');
	return ok(simulation.state.lookups.filter(({ lookupid }) => lookupid === lookup));
}

/** Users have a right of their own beside that to customers. */
function ifUsersReadable(answer: Route['answer']): Route['answer'] {
	return (call) => (call.simulation.switches.usersReadable ? answer(call) : bare(403));
}

function listUsers({ simulation, query }: RouteCall): Answer {
	const isShown = byActivity(query);
	const [client, site] = [query.whole('client_id'), query.whole('site_id')];
	const search = query.text('search');
	const rows = simulation.state.users.filter(
		(row) =>
			isShown(row) &&
			(client === null || row.client_id === client) &&
			(site === null || row.site_id === site) &&
			(search === '' || isLike(search, row.name, row.emailaddress)),
	);
	const show = (row: HaloUserRow) => withoutUnset(userRow(simulation, row));
	return ok(listAnswer('users', rows, query, simulation.switches, show));
}

function userRow({ state, switches }: Simulation, row: HaloUserRow): SentRow {
	const { client_id, ...rest } = row;
	const client = state.clients.find(({ id }) => id === client_id);
	const site = state.sites.find(({ id }) => id === row.site_id);
	const shown = switches.usersShow;
	return {
		...rest,
		site_name: site?.name,
		...(shown === 'site-only' ? {} : { client_name: client?.name }),
		...(shown === 'client' ? { client_id } : {}),
	};
}

function saveUser(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	const { state } = simulation;
	const current = hasId(sent) ? state.users.find(({ id }) => id === sent.id) : undefined;
	if (hasId(sent) && !current) return bare(404);
	const siteId = sent.site_id ?? current?.site_id;
	const site = state.sites.find(({ id }) => id === siteId);
	if (!site) return sentence(400, 'Please select a Site for this User.');
	const row: HaloUserRow = current ?? {
		id: nextId(state.users),
		name: '',
		client_id: site.client_id,
		site_id: site.id,
		emailaddress: null,
		inactive: false,
	};
	Object.assign(
		row,
		takenOver(sent, { texts: ['emailaddress'], others: ['name', 'site_id', 'inactive'] }),
	);
	if (!current) state.users.push(row);
	return { shown: row, created: !current };
}

function listSuppliers({ simulation, query }: RouteCall): Answer {
	const search = query.text('search');
	const rows = simulation.state.suppliers.filter(
		({ name }) => search === '' || isLike(search, name),
	);
	return ok(listAnswer('suppliers', rows, query, simulation.switches, (row) => row));
}

function saveSupplier(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	const { suppliers } = simulation.state;
	const current = hasId(sent) ? suppliers.find(({ id }) => id === sent.id) : undefined;
	if (hasId(sent) && !current) return bare(404);
	const row = current ?? { id: nextId(suppliers), name: '' };
	Object.assign(row, takenOver(sent, { others: ['name'] }));
	if (!current) suppliers.push(row);
	return { shown: row, created: !current };
}

function listItems({ simulation, query }: RouteCall): Answer {
	const search = query.text('search');
	const rows = simulation.state.items.filter(
		(row) =>
			(search === '' || isLike(search, row.name, row.supplier_part_code)) &&
			!(query.flag('recurringonly') && !row.isrecurringitem),
	);
	return ok(
		listAnswer('items', rows, query, simulation.switches, (row) => withoutUnset({ ...row })),
	);
}

function saveItem(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	const { items } = simulation.state;
	const current = hasId(sent) ? items.find(({ id }) => id === sent.id) : undefined;
	if (hasId(sent) && !current) return bare(404);
	const row: HaloItem = current ?? {
		id: nextId(items),
		name: '',
		supplier_part_code: null,
		externalreference: null,
		baseprice: 0,
		costprice: 0,
		recurringprice: 0,
		recurringcost: 0,
		isrecurringitem: false,
	};
	Object.assign(row, takenOver(sent, { others: Object.keys(row).filter((name) => name !== 'id') }));
	if (!current) items.push(row);
	return { shown: row, created: !current };
}
