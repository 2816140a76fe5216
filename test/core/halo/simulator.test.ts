import { getClient, readClients } from '../../../core/halo/clients';
import { mergedCustomFields, postClients } from '../../../core/halo/clientWrites';
import { haloDateOf, sameDay } from '../../../core/halo/dates';
import { joinStoredKeys, resolveKeyField, type KeyField } from '../../../core/halo/keyField';
import { getLicence, postLicences, readLicences } from '../../../core/halo/licences';
import { invoicedLicenceIds, readRecurringInvoices } from '../../../core/halo/recurringInvoices';
import { getSite, postSites, readSites } from '../../../core/halo/sites';
import { searchSuppliers } from '../../../core/halo/suppliers';
import { readTopLevels } from '../../../core/halo/topLevels';
import type { Result } from '../../../core/http/failure';
import type { Runtime } from '../../../core/http/types';
import { startHaloSimulator, type HaloSimulator } from '../../../simulators/halo/server';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import {
	aHaloClient,
	aHaloState,
	aLicenceRow,
	aLinkedLine,
	aRecurringInvoice,
	aSite,
} from '../../../simulators/world/builders';

const KEY_FIELD: KeyField = { kind: 'customField', id: 104, name: 'CFStellrCustomerNo' };

let halo: HaloSimulator;

afterEach(async () => await halo.stop());

async function start(switches: Partial<HaloSwitches> = {}): Promise<Runtime> {
	const state = aHaloState({
		clients: [
			aHaloClient({ id: 12, stellrKey: 'us/100482', main_site_id: 31 }),
			aHaloClient({ id: 13, name: 'Birch Dental', inactive: true }),
		],
		sites: [aSite({ id: 31, client_id: 12 })],
		licences: [
			aLicenceRow({ id: 501, client_id: 12, end_date: '2026-11-30T00:00:00' }),
			aLicenceRow({ id: 502, client_id: 12, is_active: false, end_date: '1901-01-01T00:00:00' }),
		],
		recurringInvoices: [
			aRecurringInvoice({ client_id: 12, lines: [aLinkedLine(aLicenceRow({ id: 501 }))] }),
		],
	});
	halo = await startHaloSimulator(state, switches);
	return await runtimeOf(halo);
}

/** Core's HTTP function over fetch, signed in. */
async function runtimeOf({ apiUrl, authUrl, credentials }: HaloSimulator): Promise<Runtime> {
	const { clientId, clientSecret, tenant } = credentials;
	const signIn = await fetch(`${authUrl}/token?tenant=${tenant ?? ''}`, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: clientId,
			client_secret: clientSecret,
			scope: 'all',
		}),
	});
	const { access_token: token } = (await signIn.json()) as { access_token: string };
	return {
		http: async ({ method, path, query, body }) => {
			const search = new URLSearchParams();
			for (const [name, value] of Object.entries(query ?? {})) search.set(name, String(value));
			const answer = await fetch(`${apiUrl}${path}?${search.toString()}`, {
				method,
				headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
				body: body === undefined ? undefined : JSON.stringify(body),
			});
			const text = await answer.text();
			const isJson = (answer.headers.get('content-type') ?? '').includes('json') && text !== '';
			const { status } = answer;
			const parsed: unknown = isJson ? JSON.parse(text) : text;
			return { kind: 'answer', status, headers: {}, body: parsed, isJson };
		},
		sleep: async () => {},
		now: () => Date.now(),
		random: () => 0.5,
	};
}

function valueOf<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.vendorText ?? ''}`);
	return result.value;
}

test.each(['honoured', 'ignored'] as const)(
	'clients are read with their keys when custom fields in lists are %s',
	async (includeCustomFields) => {
		const runtime = await start({ includeCustomFields });
		const { list, rejected, keyFieldIgnored } = await readClients(runtime, { keyField: KEY_FIELD });
		expect(rejected).toEqual([]);
		expect(keyFieldIgnored).toBe(includeCustomFields === 'ignored');
		expect(list.rows.map(({ id, stellrKeys, inactive }) => [id, stellrKeys, inactive])).toEqual([
			[12, ['us/100482'], false],
			[13, [], true],
		]);
		expect(halo.requests.violations).toEqual([]);
	},
);

test.each(['object', 'array', 'envelope'] as const)(
	'a client is created with its key and found by it, when writes answer %s',
	async (postAnswer) => {
		const runtime = await start({ postAnswer });
		const field = valueOf(
			await resolveKeyField(runtime, { kind: 'customField', name: 'StellrCustomerNo' }),
		);
		expect(field).toEqual({ ...KEY_FIELD, limit: 250 });
		const [written] = valueOf(
			await postClients(runtime, [
				{
					name: 'Cedar Clinic',
					toplevel_id: 1,
					newclient_sitename: 'Main',
					customfields: mergedCustomFields([], KEY_FIELD.name, 'us/1', 104),
				},
			]),
		);
		const id = written.id ?? 0;
		const { list } = await readClients(runtime, { keyField: field });
		expect(list.rows.find(({ stellrKeys }) => stellrKeys.includes('us/1'))?.id).toBe(id);
		expect(valueOf(await getClient(runtime, id, field)).mainSiteId).not.toBeNull();
		expect(halo.requests.violations).toEqual([]);
	},
);

test.each(['overwrite', 'merge'] as const)(
	'a key is appended without losing other custom fields when Halo would %s',
	async (customFieldWrite) => {
		const runtime = await start({ customFieldWrite });
		halo.state.fieldInfo.push({ ...halo.state.fieldInfo[0], id: 105, name: 'Region' });
		halo.state.clients[0].customfields.push({ name: 'CFRegion', value: 'North' });
		const { client, customFields } = valueOf(await getClient(runtime, 12, KEY_FIELD));
		const keys = joinStoredKeys([...client.stellrKeys, 'us/100501']);
		const customfields = mergedCustomFields(customFields, KEY_FIELD.name, keys);
		valueOf(await postClients(runtime, [{ id: 12, customfields }]));
		const after = valueOf(await getClient(runtime, 12, KEY_FIELD));
		expect(after.client.stellrKeys).toEqual(['us/100482', 'us/100501']);
		expect(after.customFields).toContainEqual({ id: 105, name: 'CFRegion', value: 'North' });
		expect(halo.requests.violations).toEqual([]);
	},
);

test.each([0, -5, 9])(
	'licences are written and read back, dates shifted by %i h',
	async (shift) => {
		const runtime = await start({ dateShiftHours: shift });
		const before = await readLicences(runtime);
		expect(before.rejected).toEqual([]);
		expect(
			before.list.rows.map(({ id, active, endDate }) => [id, active, endDate === null]),
		).toEqual([
			[501, true, false],
			[502, false, true],
		]);
		const answered = await postLicences(runtime, [
			{ id: 501, count: 9, end_date: haloDateOf('2027-02-28') },
		]);
		expect(valueOf(answered)).toEqual([expect.objectContaining({ id: 501 })]);
		const licence = valueOf(await getLicence(runtime, 501));
		expect(licence.count).toBe(9);
		expect(sameDay('2027-02-28', licence.endDate)).toBe(true);
		expect(halo.requests.violations).toEqual([]);
	},
);

test('sites are read with addresses and changed by their id', async () => {
	const runtime = await start();
	const { list } = await readSites(runtime);
	expect(list.rows).toMatchObject([{ id: 31, clientId: 12 }]);
	const site = valueOf(await getSite(runtime, 31));
	const { id, line1 } = site.deliveryAddress ?? { id: null, line1: null };
	expect(line1).not.toBeNull();
	valueOf(
		await postSites(runtime, [
			{ id: 31, client_id: 12, delivery_address: { id, line1: '9 New Road' } },
		]),
	);
	expect(valueOf(await getSite(runtime, 31)).deliveryAddress?.line1).toBe('9 New Road');
	expect(halo.requests.violations).toEqual([]);
});

test('recurring invoices say which licences are billed', async () => {
	const runtime = await start();
	const { list, rejected } = await readRecurringInvoices(runtime);
	expect(rejected).toEqual([]);
	expect(invoicedLicenceIds(list.rows)).toEqual(new Set([501]));
	expect(list.rows[0].period).toBe('Monthly');
	expect(halo.requests.violations).toEqual([]);
});

test.each(['tree', 'toplevels', 'bare'] as const)(
	'top levels are read when they come as %s, and suppliers beside them',
	async (topLevelKey) => {
		const runtime = await start({ topLevelKey });
		expect(await readTopLevels(runtime)).toMatchObject({ rows: [{ id: 1 }], complete: true });
		expect(valueOf(await searchSuppliers(runtime, 'synnex'))).toMatchObject([{ id: 7 }]);
		expect(halo.requests.violations).toEqual([]);
	},
);
