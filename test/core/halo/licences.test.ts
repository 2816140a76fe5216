import { getLicence, readLicences } from '../../../core/halo/licences';
import { fakeHalo, pageOf } from './fakeHalo';

const ROW = {
	id: 501,
	type: 1,
	name: 'Microsoft 365 Business Premium',
	count: 42,
	client_id: 12,
	client_name: 'Acorn',
	site_id: -1,
	start_date: '2025-11-12T00:00:00',
	end_date: '1901-01-01T00:00:00',
	purchase_price: 24.1,
	price: 29.93,
	status: '',
	snowid: 'ca-prod/411833_1',
	vendor: 'Microsoft',
};

describe('reading licences', () => {
	it('asks for inactive rows always, and for one client when told', async () => {
		const halo = fakeHalo((request) => pageOf(request, 'licences', [ROW]));
		await readLicences(halo.runtime);
		await readLicences(halo.runtime, { clientId: 12 });
		expect(halo.requests.map(({ query }) => query)).toEqual([
			expect.objectContaining({ includeinactive: true, pageinate: true, page_no: 1 }),
			expect.objectContaining({ includeinactive: true, client_id: 12 }),
		]);
	});

	it('reads a row: unset texts and dates are null, active when nothing is said', async () => {
		const { runtime } = fakeHalo((request) => pageOf(request, 'licences', [ROW]));
		const { list, rejected } = await readLicences(runtime);
		expect(rejected).toEqual([]);
		expect(list.rows[0]).toMatchObject({
			id: 501,
			type: 1,
			clientId: 12,
			siteId: -1,
			count: 42,
			status: null,
			active: true,
			deleted: false,
			startDate: '2025-11-12T00:00:00',
			endDate: null,
			cost: 24.1,
			price: 29.93,
			snowid: 'ca-prod/411833_1',
			notes: null,
			azureConnectionId: null,
		});
		expect(list.rows[0].texts).toMatchObject({ vendor: 'Microsoft', client_name: 'Acorn' });
		expect(list.rows[0].texts).not.toHaveProperty('status');
	});

	test.each([
		[
			'without a client',
			{ client_id: undefined },
			/licence 501 .* nothing in the field "client_id"/,
		],
		['whose count is a text', { count: '42' }, /the text "42" in the field "count"/],
		['without a count', { count: null }, /nothing in the field "count"/],
	])('a row %s is put aside with a sentence, the rest stays', async (_what, change, sentence) => {
		const listed = [
			{ ...ROW, ...change },
			{ ...ROW, id: 502 },
		];
		const { runtime } = fakeHalo((request) => pageOf(request, 'licences', listed));
		const { list, rejected } = await readLicences(runtime);
		expect(list.rows.map(({ id }) => id)).toEqual([502]);
		expect(list.complete).toBe(true);
		expect(rejected).toMatchObject([{ id: '501', issue: { message: sentence } }]);
	});

	test.each(['softwarelicences', 'software_licences'])(
		'also reads a list called %s',
		async (key) => {
			const { runtime } = fakeHalo((request) => pageOf(request, key, [ROW]));
			expect((await readLicences(runtime)).list.rows).toHaveLength(1);
		},
	);

	it('reads one row with its details', async () => {
		const halo = fakeHalo(() => ROW);
		expect(await getLicence(halo.runtime, 501)).toMatchObject({ ok: true, value: { id: 501 } });
		expect(halo.requests[0]).toMatchObject({
			path: '/SoftwareLicence/501',
			query: { includedetails: true },
		});
	});

	it('one row that is no licence says which field is wrong', async () => {
		const { runtime } = fakeHalo(() => ({ ...ROW, count: 'many' }));
		expect(await getLicence(runtime, 501)).toMatchObject({
			ok: false,
			failure: { code: 'unexpectedShape', words: { message: /the field "count"/ } },
		});
	});
});
