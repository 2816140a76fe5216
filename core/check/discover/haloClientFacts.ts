import { rowsOfWrite } from '../../halo/answers';
import { sameFieldName } from '../../halo/clientFields';
import type { KeyFieldChoice } from '../../halo/keyField';
import type { Probe } from '../probe';
import { fact, type Fact } from './fact';
import { clientRows, LARGE_PAGE, names, rowsOf } from './haloAnswers';
import { fieldNames, isRow } from './shapes';

/** What Halo's lists of clients and sites show. */
export function clientFacts(probe: Probe, keyField: KeyFieldChoice | null): Fact[] {
	const clients = clientRows(probe);
	return [
		names('clientFields', 'Fields of a client in the list', clients),
		shownInList(clients),
		clientKey(probe, keyField, clients),
		clientDetails(probe),
		names('siteFields', 'Fields of a site in the list', rowsOf(probe, 'List Sites', 'sites')),
	];
}

const EXTRAS = ['website', 'azure_tenants', 'customfields', 'ref', 'accountsid', 'main_site_id'];

function shownInList(clients: unknown[]): Fact {
	const what = 'What the list of clients shows when it is asked to';
	if (clients.length === 0) return fact('halo', 'clientListShows', what, null);
	const seen = EXTRAS.map((name) => {
		const has = clients.filter((row) => isRow(row) && name in row).length;
		return `${name}: ${has === 0 ? 'no' : 'yes'}`;
	}).join('; ');
	const noTenants = /azure_tenants: no/.test(seen);
	const setting = noTenants
		? 'If Halo has a Microsoft connection: turn on Microsoft Connection in the options of Halo Clients.'
		: null;
	return fact('halo', 'clientListShows', what, seen, setting);
}

function clientKey(probe: Probe, keyField: KeyFieldChoice | null, clients: unknown[]): Fact {
	const what = 'Whether the list of clients shows the key field';
	if (clients.length === 0 || keyField === null || probe.bodyOf(LARGE_PAGE) === undefined) {
		return fact('halo', 'clientKey', what, null);
	}
	const shows =
		keyField.kind === 'customField'
			? clients.some((row) => hasCustomField(row, keyField.name))
			: clients.some((row) => isRow(row) && keyField.kind in row);
	if (shows) return fact('halo', 'clientKey', what, 'yes');
	return fact(
		'halo',
		'clientKey',
		what,
		'no',
		'Nothing has to be set, but Halo Clients then reads each client alone: one request more for each. Raise Requests per Window in the Halo credential if you have many, or try another place under Stellr Key Stored In.',
	);
}

function hasCustomField(row: unknown, name: string): boolean {
	const fields = isRow(row) && Array.isArray(row.customfields) ? row.customfields : [];
	return fields.some(
		(field) => isRow(field) && typeof field.name === 'string' && sameFieldName(field.name, name),
	);
}

function clientDetails(probe: Probe): Fact {
	const what = 'Fields of one client, and of its custom fields';
	const details = rowsOfWrite(probe.bodyOf('Get Client'), 'clients')[0];
	if (!isRow(details)) return fact('halo', 'clientDetails', what, null);
	const fields = Array.isArray(details.customfields) ? details.customfields : [];
	const prefixed = fields.filter((field) => isRow(field) && /^CF/.test(String(field.name))).length;
	const custom = `custom fields: ${fieldNames(fields)}; ${prefixed} of ${fields.length} names begin with CF`;
	return fact('halo', 'clientDetails', what, `${fieldNames([details])}; ${custom}`);
}
