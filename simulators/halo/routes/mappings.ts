/** What Halo knows of other systems: the native Stellr module, external links, Microsoft tenants. */
import { type Answer, bare, ok } from '../answers';
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
import type { HaloExternalLink, HaloSynnexDetails } from '../state';

/** Answers 403 where the tenant's agent may not read the integrations. */
const ifReadable = (answer: Route['answer']): Route['answer'] => {
	return (call) => (call.simulation.switches.mappingsReadable ? answer(call) : bare(403));
};

export const mappingRoutes: Route[] = [
	{ method: 'GET', pattern: '/synnexdetails', area: 'admin', answer: ifReadable(listSynnex) },
	{ method: 'GET', pattern: '/synnexdetails/{id}', area: 'admin', answer: ifReadable(oneSynnex) },
	{
		method: 'POST',
		pattern: '/synnexdetails',
		area: 'admin',
		answer: ifReadable((call) =>
			postRows(call, 'synnexdetails', (sent) => saveSynnex(call.simulation, sent)),
		),
	},
	{ method: 'GET', pattern: '/externallink', area: null, answer: ifReadable(listLinks) },
	{ method: 'GET', pattern: '/externallink/{id}', area: null, answer: ifReadable(oneLink) },
	{
		method: 'POST',
		pattern: '/externallink',
		area: null,
		answer: ifReadable((call) =>
			postRows(call, 'externallinks', (sent) => saveLink(call.simulation, sent)),
		),
	},
	{ method: 'DELETE', pattern: '/externallink/{id}', area: null, answer: ifReadable(removeLink) },
	// Presumably the "generate mapping" button; there is no vendor here whose names it could compare.
	{
		method: 'POST',
		pattern: '/externallink/generate',
		area: null,
		answer: ifReadable(() => ok({})),
	},
	{
		method: 'GET',
		pattern: '/azureadconnection',
		area: 'admin',
		answer: ifConnectionReadable(listConnections),
	},
	{
		method: 'GET',
		pattern: '/azureadconnection/{id}',
		area: 'admin',
		answer: ifConnectionReadable(oneConnection),
	},
];

function listSynnex({ simulation, query }: RouteCall): Answer {
	const { state, switches } = simulation;
	const shown = state.synnexDetails.map((row) => withoutUnset(shownSynnex(simulation, row, false)));
	if (switches.mappingsList === 'bare') return ok(shown);
	return ok(listAnswer('synnexdetails', shown, query, switches, (row) => row));
}

function shownSynnex(
	{ switches }: Simulation,
	row: HaloSynnexDetails,
	isDetailed: boolean,
): SentRow {
	const { client_mappings, ...rest } = row;
	const shows = isDetailed || !switches.mappingsNeedDetails;
	return { ...rest, ...(shows ? { client_mappings } : {}) };
}

function oneSynnex({ simulation, query, id }: RouteCall): Answer {
	const row = simulation.state.synnexDetails.find((details) => details.id === id);
	return row ? ok(shownSynnex(simulation, row, query.flag('includedetails'))) : bare(404);
}

function saveSynnex(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	const row = simulation.state.synnexDetails.find(({ id }) => id === sent.id);
	if (!row) return bare(404);
	const columns =
		`name client_mappings toplevel update_addresses application_region application_type
		halointegrator`.split(/\s+/);
	Object.assign(row, structuredClone(takenOver(sent, { others: columns })));
	return { shown: shownSynnex(simulation, row, true), created: false };
}

function listLinks({ simulation, query }: RouteCall): Answer {
	const { state, switches } = simulation;
	const numbers = ['table_id', 'module_id', 'details_id', 'halo_id'] as const;
	const texts = ['third_party_id', 'third_party_desc'] as const;
	const rows = state.externalLinks.filter(
		(row) =>
			numbers.every((name) => query.whole(name) === null || query.whole(name) === row[name]) &&
			texts.every((name) => !query.has(name) || query.text(name) === row[name]),
	);
	const key = switches.mappingsList === 'bare' ? null : 'externallinks';
	return ok(listAnswer(key, rows, query, switches, (row) => row));
}

function oneLink({ simulation, id }: RouteCall): Answer {
	const row = simulation.state.externalLinks.find((link) => link.id === id);
	return row ? ok(row) : bare(404);
}

/** Whether Halo would recognise a link it has already is unknown; here each POST without an id is another row. */
function saveLink(simulation: Simulation, sent: SentRow): SavedRow | Answer {
	const { state } = simulation;
	const current = hasId(sent) ? state.externalLinks.find(({ id }) => id === sent.id) : undefined;
	if (hasId(sent) && !current) return bare(404);
	const row: HaloExternalLink = current ?? {
		id: nextId(state.externalLinks),
		table_id: 0,
		module_id: 0,
		halo_id: 0,
		halo_desc: '',
		third_party_id: '',
		third_party_desc: '',
		details_id: 0,
	};
	Object.assign(row, takenOver(sent, { others: Object.keys(row).filter((name) => name !== 'id') }));
	if (!current) state.externalLinks.push(row);
	return { shown: row, created: !current };
}

function removeLink({ simulation, id }: RouteCall): Answer {
	const { state } = simulation;
	const row = state.externalLinks.find((link) => link.id === id);
	if (!row) return bare(404);
	state.externalLinks = state.externalLinks.filter((link) => link.id !== id);
	return ok(row);
}

function ifConnectionReadable(answer: Route['answer']): Route['answer'] {
	return (call) => (call.simulation.switches.azureConnectionReadable ? answer(call) : bare(403));
}

function listConnections({ simulation, query }: RouteCall): Answer {
	const type = query.whole('type');
	const rows = simulation.state.azureConnections
		.filter((row) => type === null || row.type === type)
		.map(({ id, name, type: kind }) => ({ id, name, type: kind }));
	if (simulation.switches.azureConnectionList === 'bare') return ok(rows);
	return ok({ record_count: rows.length, azureadconnections: rows });
}

function oneConnection({ simulation, query, id }: RouteCall): Answer {
	const row = simulation.state.azureConnections.find((connection) => connection.id === id);
	if (!row) return bare(404);
	const { mappings_client, ...rest } = row;
	const isTyped = query.whole('type') === row.type || !simulation.switches.azureTenantsNeedType;
	const shows = isTyped && query.flag('includedetails') && query.flag('includetenants');
	return ok(shows ? { ...rest, mappings_client } : rest);
}
