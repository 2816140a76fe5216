import { rowsOfList } from '../../halo/answers';
import { sameFieldName } from '../../halo/clientFields';
import { pageQuery } from '../../halo/listQuery';
import { idOfRow } from '../../halo/rejected';
import type { HaloToCheck } from '../haloChecks';
import { sameAuthServer, type HostSeen } from '../haloHost';
import type { Probe } from '../probe';
import type { TokenFacts } from '../token';
import { billingFacts } from './haloBillingFacts';
import { clientFacts } from './haloClientFacts';
import { clientRows, LARGE_PAGE, OVER_PAGE_CAP, rowsOf } from './haloAnswers';
import { headersFact, refusalsFact, tokenFact } from './common';
import { fact, type Fact } from './fact';
import { fieldNames, isRow } from './shapes';

/** Up to three requests more than the checks made. Nothing is asked when there is no connection. */
export async function askHalo(probe: Probe, halo: HaloToCheck): Promise<void> {
	if (probe.bodyOf('List Clients') === undefined) return;
	const field = keyFieldId(probe, halo);
	await probe.read(LARGE_PAGE, '/Client', {
		includeactive: true,
		includeinactive: true,
		include_website: true,
		includeazuretenants: true,
		...(field === null ? {} : { include_custom_fields: field }),
		...pageQuery(1, OVER_PAGE_CAP),
	});
	const clients = clientRows(probe);
	const client = idOfRow(clients[clients.length - 1]);
	if (client !== null)
		await probe.read('Get Client', `/Client/${client}`, { includedetails: true });
	const licence = idOfRow(rowsOf(probe, 'List Licences', 'licences')[0]);
	if (licence !== null) {
		await probe.read('List Licence Changes', '/LicenceChange', { licence_id: Number(licence) });
	}
}

export interface HaloSeen {
	probe: Probe;
	halo: HaloToCheck;
	host: HostSeen | null;
	token: TokenFacts | null;
}

/** What the answers show of everything that Halo's pages leave open. */
export function haloFacts({ probe, halo, host, token }: HaloSeen): Fact[] {
	return [
		authServer(halo, host),
		tokenFact('halo', token),
		pageCap(probe),
		order(clientRows(probe)),
		...listKeys(probe),
		...clientFacts(probe, halo.keyField),
		...billingFacts(probe, halo.licenceKeyField),
		nativeModule(probe),
		headersFact('halo', probe),
		refusalsFact('halo', probe),
	];
}

function keyFieldId(probe: Probe, { keyField }: HaloToCheck): string | null {
	if (keyField?.kind !== 'customField') return null;
	const fields = rowsOf(probe, 'List Client Custom Fields', 'fields');
	const found = fields.find(
		(row) => isRow(row) && typeof row.name === 'string' && sameFieldName(row.name, keyField.name),
	);
	return idOfRow(found);
}

function authServer({ tokenUrl, tenant }: HaloToCheck, host: HostSeen | null): Fact {
	const what = 'What the Resource Server says of its Authorisation Server and tenant';
	if (host === null) return fact('halo', 'authServer', what, null);
	if (host.kind !== 'halo') return fact('halo', 'authServer', what, 'it says nothing');
	const same = host.authUrl !== null && sameAuthServer(host.authUrl, tokenUrl);
	const server =
		host.authUrl === null
			? 'names no server'
			: same
				? 'names the one in the credential'
				: 'names another than the one in the credential';
	const tenants =
		host.tenant === null
			? 'names no tenant'
			: host.tenant === tenant
				? 'names the tenant in the credential'
				: 'names another tenant than the credential';
	return fact('halo', 'authServer', what, `${server}; ${tenants}`);
}

function pageCap(probe: Probe): Fact {
	const what = `Rows on a page when ${OVER_PAGE_CAP} are asked for`;
	const page = rowsOfList(probe.bodyOf(LARGE_PAGE), 'clients');
	if (page === null) return fact('halo', 'pageCap', what, null);
	const came = page.rows.length;
	const whole = page.total !== null && came >= page.total;
	const seen = `${came} came of ${page.total ?? 'an unknown number'}${whole ? ', which is all there are' : ''}`;
	return fact('halo', 'pageCap', what, seen);
}

function order(clients: unknown[]): Fact {
	const what = 'Whether order=id sorts by id';
	const ids = clients.map((row) => Number(idOfRow(row) ?? Number.NaN));
	if (ids.length < 3) return fact('halo', 'order', what, null);
	const sorted = ids.every((id, index) => index === 0 || ids[index - 1] < id);
	return fact(
		'halo',
		'order',
		what,
		sorted ? 'yes' : 'no: rows may slip while pages are read, which the nodes notice',
	);
}

const LISTS: ReadonlyArray<readonly [string, string, string]> = [
	['List Top Levels', 'topLevelKey', 'Name of the list of top levels'],
	['List Licences', 'licenceListKey', 'Name of the list of licences'],
	['List Recurring Invoices', 'invoiceListKey', 'Name of the list of recurring invoices'],
	['List Client Custom Fields', 'fieldListKey', 'Name of the list of custom fields'],
];

function listKeys(probe: Probe): Fact[] {
	return LISTS.map(([doing, code, what]) => {
		const body = probe.bodyOf(doing);
		if (body === undefined) return fact('halo', code, what, null);
		if (Array.isArray(body)) return fact('halo', code, what, 'a bare list');
		return fact('halo', code, what, fieldNames([body]));
	});
}

function nativeModule(probe: Probe): Fact {
	const what = "Settings of Halo's own StreamOne Stellr module";
	const status = probe.statusOf('Read Native Module');
	if (status === null) return fact('halo', 'nativeModule', what, null);
	const body = probe.bodyOf('Read Native Module');
	const rows = rowsOfList(body, 'synnexdetails')?.rows ?? [];
	const form = Array.isArray(body) ? 'a bare list' : 'an envelope';
	if (rows.length === 0) return fact('halo', 'nativeModule', what, `status ${status}, no rows`);
	return fact(
		'halo',
		'nativeModule',
		what,
		`status ${status}, ${form}; fields: ${fieldNames(rows)}`,
	);
}
