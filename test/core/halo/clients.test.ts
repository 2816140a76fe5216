import { getClient, readClients } from '../../../core/halo/clients';
import type { KeyField } from '../../../core/halo/keyField';
import type { HttpRequest } from '../../../core/http/types';
import { fakeHalo, json, pageOf } from './fakeHalo';

const KEY_FIELD: KeyField = { kind: 'customField', id: 104, name: 'CFStellrCustomerNo' };

interface Row extends Record<string, unknown> {
	id: number;
}

function rows(count: number, more: (id: number) => object = () => ({})): Row[] {
	return Array.from({ length: count }, (_, index) => ({
		id: index + 1,
		name: `Client ${index + 1}`,
		toplevel_id: 1,
		toplevel_name: 'Customers',
		inactive: false,
		...more(index + 1),
	}));
}

function keyed(id: number): object {
	return { customfields: [{ id: 104, name: 'CFStellrCustomerNo', value: `us/${id}` }] };
}

function idIn(request: HttpRequest): number | null {
	const found = /^\/Client\/(\d+)$/.exec(request.path);
	return found === null ? null : Number(found[1]);
}

/** A Halo whose list leaves custom fields out and whose details have them. */
function listWithoutKeys(listed: Row[], detailOf: (id: number) => unknown) {
	return fakeHalo((request) => {
		const id = idIn(request);
		return id === null ? pageOf(request, 'clients', listed) : detailOf(id);
	});
}

describe('reading all clients', () => {
	test.each([
		[1, 1],
		[100, 1],
		[101, 2],
		[717, 8],
	])('%i clients cost %i requests', async (count, requests) => {
		const halo = fakeHalo((request) => pageOf(request, 'clients', rows(count, keyed)));
		const read = await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(halo.requests).toHaveLength(requests);
		expect(read.list).toMatchObject({ total: count, complete: true, failure: null, requests });
		expect(new Set(read.list.rows.map(({ id }) => id)).size).toBe(count);
		expect(read).toMatchObject({ keyFieldIgnored: false, rejected: [] });
	});

	it('no client at all does not count as a complete list', async () => {
		const halo = fakeHalo((request) => pageOf(request, 'clients', []));
		const read = await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(read).toMatchObject({ nothingVisible: true, list: { complete: false, failure: null } });
		expect(halo.requests).toHaveLength(1);
	});

	it('always asks for active and inactive ones, in pages, with the key field', async () => {
		const halo = fakeHalo((request) => pageOf(request, 'clients', rows(1, keyed)));
		await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(halo.requests[0].query).toEqual({
			includeactive: true,
			includeinactive: true,
			include_website: true,
			includeazuretenants: true,
			include_custom_fields: '104',
			pageinate: true,
			page_size: 100,
			page_no: 1,
			order: 'id',
		});
	});

	it('is not fooled by a smaller cap than it asked for', async () => {
		const halo = fakeHalo((request) => pageOf(request, 'clients', rows(120, keyed), { cap: 50 }));
		const { list } = await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(list.rows).toHaveLength(120);
		expect(list.complete).toBe(true);
	});

	it('says that a list which repeats its first page did not come whole', async () => {
		const halo = fakeHalo((request) =>
			pageOf(request, 'clients', rows(250, keyed), { repeats: true }),
		);
		const { list } = await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(list.rows).toHaveLength(100);
		expect(list).toMatchObject({ complete: false, failure: { code: 'listIncomplete' } });
	});

	it('reads again when a client is made while pages are read', async () => {
		let asked = 0;
		const halo = fakeHalo((request) => {
			asked += 1;
			return pageOf(request, 'clients', rows(asked === 1 ? 150 : 151, keyed));
		});
		const { list } = await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(list.rows).toHaveLength(151);
		expect(list.complete).toBe(true);
	});

	it('keeps what came when a later page does not, and says so', async () => {
		const halo = fakeHalo((request) =>
			request.query?.page_no === 2 ? json('', 403) : pageOf(request, 'clients', rows(150, keyed)),
		);
		const { list } = await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(list.rows).toHaveLength(100);
		expect(list).toMatchObject({ complete: false, failure: { code: 'notAllowed' } });
	});

	it('stops at the limit and says that there are more', async () => {
		const halo = fakeHalo((request) => pageOf(request, 'clients', rows(717, keyed)));
		const { list } = await readClients(halo.runtime, { keyField: KEY_FIELD, limit: 50 });
		expect(list.rows).toHaveLength(50);
		expect(list).toMatchObject({ total: 717, complete: false });
		expect(halo.requests).toHaveLength(1);
	});

	it('reads keys, foreign text, tenants and domains', async () => {
		const halo = fakeHalo((request) =>
			pageOf(request, 'clients', [
				{
					id: 12,
					name: ' Buhler Industries ',
					toplevel_id: 1,
					toplevel_name: 'Customers',
					inactive: true,
					website: 'https://www.Buhler.com/about',
					azure_tenants: [
						{ azure_tenant_id: 'AAAA-1', azure_tenant_domain: 'buhler.onmicrosoft.com' },
					],
					customfields: [{ id: 104, name: 'cfstellrcustomerno', value: 'US/100482;old 7' }],
				},
			]),
		);
		const { list } = await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(list.rows).toEqual([
			{
				id: 12,
				name: 'Buhler Industries',
				topLevelId: 1,
				topLevelName: 'Customers',
				inactive: true,
				website: 'https://www.Buhler.com/about',
				stellrKeys: ['us/100482'],
				foreignKeyText: 'old 7',
				microsoftTenantIds: ['aaaa-1'],
				domains: ['buhler.com', 'buhler.onmicrosoft.com'],
				mainSiteId: null,
				country: null,
			},
		]);
	});

	it('puts a client without an id aside with a sentence, and the list is not all without it', async () => {
		const listed = [...rows(2, keyed), { name: 'No Number Ltd', inactive: false }];
		const halo = fakeHalo((request) => pageOf(request, 'clients', listed));
		const read = await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(read.list.rows).toHaveLength(2);
		expect(read.list).toMatchObject({ total: 3, complete: false, failure: null });
		expect(read.rejected).toHaveLength(1);
		expect(read.rejected[0].issue).toMatchObject({
			code: 'recordNotUnderstood',
			message: expect.stringMatching(/without an id "No Number Ltd".*nothing in the field "id"/),
		});
	});
});

describe('when the list hides the key field', () => {
	it('reads each client, so that no key is taken for missing', async () => {
		const halo = listWithoutKeys(rows(3), (id) => ({ ...rows(3, keyed)[id - 1], main_site_id: 9 }));
		const read = await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(read.keyFieldIgnored).toBe(true);
		expect(read.list.rows.map(({ stellrKeys }) => stellrKeys)).toEqual([
			['us/1'],
			['us/2'],
			['us/3'],
		]);
		expect(read.list).toMatchObject({ complete: true, requests: 4 });
		expect(halo.requests[1].query).toEqual({ includedetails: true });
	});

	it('is not complete when one of the details cannot be read, and leaves that client out', async () => {
		const halo = listWithoutKeys(rows(3), (id) =>
			id === 2 ? json('', 404) : rows(3, keyed)[id - 1],
		);
		const { list, rejected } = await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(list.rows.map(({ id }) => id)).toEqual([1, 3]);
		expect(list).toMatchObject({ complete: false, failure: null });
		expect(rejected).toMatchObject([{ id: '2', issue: { message: /Client 2 "Client 2"/ } }]);
	});

	it('does not go on asking for details that nobody may read', async () => {
		const halo = listWithoutKeys(rows(80), () => json('', 403));
		const { list } = await readClients(halo.runtime, { keyField: KEY_FIELD });
		expect(halo.requests.length).toBeLessThanOrEqual(3);
		expect(list).toMatchObject({ complete: false, failure: { code: 'notAllowed' } });
		expect(list.rows).toEqual([]);
	});

	it('an empty list of custom fields on each row is looked into at the newest client', async () => {
		const listed = rows(3, () => ({ customfields: [] }));
		const hiding = listWithoutKeys(listed, (id) => rows(3, keyed)[id - 1]);
		const hidden = await readClients(hiding.runtime, { keyField: KEY_FIELD });
		expect(hidden.keyFieldIgnored).toBe(true);
		expect(hidden.list.rows[0].stellrKeys).toEqual(['us/1']);
		expect(hiding.requests[1].path).toBe('/Client/3');

		const without = listWithoutKeys(listed, (id) => listed[id - 1]);
		const none = await readClients(without.runtime, { keyField: KEY_FIELD });
		expect(none.keyFieldIgnored).toBe(false);
		expect(none.list).toMatchObject({ complete: true, requests: 2 });
	});

	it('ref is read from the list where it is shown, else from details', async () => {
		const shown = fakeHalo((request) =>
			pageOf(
				request,
				'clients',
				rows(3, (id) => (id === 2 ? { ref: 'us/2' } : {})),
			),
		);
		const inList = await readClients(shown.runtime, { keyField: { kind: 'ref' } });
		expect(inList.keyFieldIgnored).toBe(false);
		expect(inList.list.rows[1].stellrKeys).toEqual(['us/2']);

		const hidden = listWithoutKeys(rows(2), (id) => ({ ...rows(2)[id - 1], ref: `us/${id}` }));
		const inDetails = await readClients(hidden.runtime, { keyField: { kind: 'ref' } });
		expect(inDetails.keyFieldIgnored).toBe(true);
		expect(inDetails.list.rows[0].stellrKeys).toEqual(['us/1']);
	});

	it('asks for nothing more when no key field is wanted', async () => {
		const halo = listWithoutKeys(rows(3), () => json('', 500));
		const read = await readClients(halo.runtime, { keyField: null });
		expect(read).toMatchObject({ keyFieldIgnored: false, list: { complete: true, requests: 1 } });
	});
});

describe('one client', () => {
	it('shows its custom fields and main site, in an envelope too', async () => {
		const row = {
			...rows(1, keyed)[0],
			main_site_id: 31,
			main_site_name: 'Main',
			main_delivery_address: { id: 5, line1: '1 High St', line3: 'Winnipeg', postcode: 'R3T' },
		};
		for (const body of [row, { clients: [row] }]) {
			const { runtime } = fakeHalo(() => body);
			const read = await getClient(runtime, 1, KEY_FIELD);
			if (!read.ok) throw new Error(read.failure.code);
			expect(read.value).toEqual({
				client: expect.objectContaining({ id: 1, stellrKeys: ['us/1'], mainSiteId: 31 }),
				customFields: [{ id: 104, name: 'CFStellrCustomerNo', value: 'us/1' }],
				deliveryAddress: {
					id: 5,
					line1: '1 High St',
					line2: null,
					line3: 'Winnipeg',
					line4: null,
					postcode: 'R3T',
				},
				invoiceAddress: null,
				mainSiteId: 31,
				mainSiteName: 'Main',
				mainPhone: null,
			});
		}
	});

	it('another client than the one asked for is no answer', async () => {
		const { runtime } = fakeHalo(() => rows(1)[0]);
		expect(await getClient(runtime, 2)).toMatchObject({
			ok: false,
			failure: { code: 'unexpectedShape' },
		});
	});
});
