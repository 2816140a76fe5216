import { readNativeMappings } from '../../../core/halo/nativeMappings';
import type { HttpOutcome } from '../../../core/http/types';
import { fakeHalo, json } from './fakeHalo';

/** What Halo's own StreamOne Stellr module has mapped, read to be taken over. */

const link = (fields: object = {}) => ({
	id: 9,
	table_id: 2,
	halo_id: 12,
	halo_desc: 'Buhler Industries',
	third_party_id: '100482',
	third_party_desc: 'buhlerindustries.com',
	...fields,
});

const connection = (fields: object = {}) => ({
	id: 1,
	name: 'Stellr CA',
	client_id: 'secret-id-of-the-application',
	new_client_secret: 'secret-of-the-application',
	halointegrator: false,
	halointegrator_lastsync: '2026-11-20T02:00:00',
	halointegrator_lasterror: '',
	...fields,
});

function haloWith(list: unknown, details: Record<number, unknown> = {}) {
	return fakeHalo(({ path }) => {
		const id = /\/SynnexDetails\/(\d+)$/.exec(path)?.[1];
		return id === undefined ? list : (details[Number(id)] ?? json('', 404));
	});
}

async function mapped(links: unknown[]) {
	const { mappings, rejected } = await readNativeMappings(
		haloWith([connection({ client_mappings: links })]).runtime,
	);
	if (!mappings.ok) throw new Error(`not read: ${mappings.failure.code}`);
	return { customers: mappings.value, rejected };
}

const BUHLER = {
	customerNo: '100482',
	customerName: 'buhlerindustries.com',
	connection: 'Stellr CA',
	clientId: 12,
	clientName: 'Buhler Industries',
};

describe('a native mapping', () => {
	it('names the customer, the connection and the client', async () => {
		expect((await mapped([link()])).customers).toEqual([BUHLER]);
	});

	it('is understood with ids as texts and numbers, and without a table', async () => {
		const { customers } = await mapped([
			link({ halo_id: '12', third_party_id: 100482, table_id: undefined }),
			link({ halo_id: '12.0', table_id: '2' }),
		]);
		expect(customers).toEqual([BUHLER, BUHLER]);
	});

	test.each([
		['the customer is -1', { third_party_id: '-1' }],
		['the customer is -1 as a number', { third_party_id: -1 }],
		['the customer is empty', { third_party_id: ' ' }],
		['the customer is absent', { third_party_id: undefined }],
		['the client is absent', { halo_id: null }],
		['the client is 0', { halo_id: 0 }],
		['the client is -1', { halo_id: '-1' }],
		['it links a site', { table_id: 3 }],
	])('is none when %s', async (_, fields) => {
		expect(await mapped([link(fields)])).toEqual({ customers: [], rejected: [] });
	});

	it('that cannot be understood is reported and does not hide the others', async () => {
		const { customers, rejected } = await mapped([link({ halo_id: 'twelve' }), link()]);
		expect(customers).toEqual([BUHLER]);
		expect(rejected.map(({ id, issue }) => [id, issue.message])).toEqual([
			[
				'9',
				'Halo answered with native mapping 9 that has the text "twelve" in the field "halo_id", so it was left out.',
			],
		]);
	});
});

describe('reading the module', () => {
	it('costs one request when the list shows the mappings', async () => {
		const halo = haloWith({ synnexdetails: [connection({ client_mappings: [link()] })] });
		expect(await readNativeMappings(halo.runtime)).toMatchObject({
			mappings: { ok: true, value: [BUHLER] },
			module: { kind: 'off' },
		});
		expect(halo.requests.map(({ path }) => path)).toEqual(['/SynnexDetails']);
		expect(halo.requests[0].query).toBeUndefined();
	});

	it('costs one more for each connection whose mappings it leaves out or shows empty', async () => {
		const halo = haloWith(
			[
				connection({ id: 1, client_mappings: [link()] }),
				connection({ id: 2, name: 'Stellr US' }),
				connection({ id: '3', name: 'Stellr MX', client_mappings: [] }),
			],
			{
				2: connection({ id: 2, client_mappings: [link({ halo_id: 13, third_party_id: '7' })] }),
				3: connection({ id: 3 }),
			},
		);
		const { mappings } = await readNativeMappings(halo.runtime);
		expect(mappings).toMatchObject({
			ok: true,
			value: [BUHLER, { customerNo: '7', clientId: 13, connection: 'Stellr US' }],
		});
		expect(halo.requests.map(({ path, query }) => [path, query])).toEqual([
			['/SynnexDetails', undefined],
			['/SynnexDetails/2', { includedetails: true }],
			['/SynnexDetails/3', { includedetails: true }],
		]);
	});

	it('says whether the module still imports, even when its mappings do not come', async () => {
		const { module, mappings } = await readNativeMappings(
			haloWith([connection({ halointegrator: true })], { 1: json('', 403) }).runtime,
		);
		expect(module).toMatchObject({ kind: 'on', lastSync: '2026-11-20T02:00:00' });
		expect(mappings).toMatchObject({ ok: false, failure: { code: 'notAllowed' } });
	});

	it('gives none of the mappings when those of one connection do not come', async () => {
		const list = [connection({ client_mappings: [link()] }), connection({ id: 2 })];
		const { mappings } = await readNativeMappings(haloWith(list).runtime);
		expect(mappings).toMatchObject({ ok: false, failure: { code: 'notFound' } });
	});

	test.each<[string, HttpOutcome, string]>([
		['401', json('', 401), 'notAllowed'],
		['403', json('', 403), 'notAllowed'],
		['404', json('', 404), 'notFound'],
		['a list of another form', json({ rows: 1 }), 'unexpectedShape'],
	])('answered with %s gives no mappings and stops nothing', async (_, answer, code) => {
		const halo = haloWith(answer);
		const { mappings, module } = await readNativeMappings(halo.runtime);
		expect(mappings).toMatchObject({ ok: false, failure: { code } });
		expect(module.kind).toBe('unknown');
	});

	it('finds nothing where the module was never set up', async () => {
		const { mappings, module } = await readNativeMappings(haloWith([]).runtime);
		expect(mappings).toMatchObject({ ok: true, value: [] });
		expect(module).toEqual({ kind: 'none' });
	});

	it('takes no credentials out of it', async () => {
		const halo = haloWith([connection({ client_mappings: [link(), link({ halo_id: 'x' })] })]);
		expect(JSON.stringify(await readNativeMappings(halo.runtime))).not.toContain('secret');
	});
});
