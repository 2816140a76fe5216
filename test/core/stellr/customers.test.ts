import { getCustomer, readCustomers } from '../../../core/stellr/customers';
import { json } from '../http/fakeRuntime';
import { fakeAccount, listOf } from './account';

const buhler = {
	customerNo: 100482,
	name: 'buhlerindustries.com',
	address1: '1260 Clarence Ave',
	city: 'Winnipeg',
	state: 'MB',
	zipCode: 'R3T 1T2',
	country: 'CA',
	status: 'Active',
};

describe('Stellr customers', () => {
	it('are canonical: the number a text, the province in the address, what is absent null', async () => {
		const { list, rejected } = await readCustomers(fakeAccount([listOf([buhler])]));
		expect(rejected).toEqual([]);
		expect(list.rows).toEqual([
			{
				account: 'ca',
				customerNo: '100482',
				name: 'buhlerindustries.com',
				status: 'Active',
				active: true,
				domain: null,
				tenantId: null,
				address: {
					line1: '1260 Clarence Ave',
					line2: null,
					city: 'Winnipeg',
					state: 'MB',
					postalCode: 'R3T 1T2',
					country: 'CA',
				},
				phone: null,
			},
		]);
	});

	it('are always asked for with page number and size', async () => {
		const account = fakeAccount([listOf([buhler])], { pageSize: 25 });
		await readCustomers(account);
		expect(account.runtime.requests).toEqual([
			{ method: 'GET', path: '/api/v1/cloud/customers', query: { pageNo: 1, pageSize: 25 } },
		]);
	});

	it.each([
		['customerNo', 'name'],
		['customerNumber', 'companyName'],
		['id', 'customerName'],
		['customerId', 'displayName'],
	])('are understood under the names %s and %s', async (numberKey, nameKey) => {
		const { list } = await readCustomers(
			fakeAccount([listOf([{ [numberKey]: '7', [nameKey]: 'Acorn' }])]),
		);
		expect(list.rows).toMatchObject([{ customerNo: '7', name: 'Acorn' }]);
	});

	it.each([
		['Discontinued', false],
		['Cancelled', false],
		['Inactive', false],
		['Active', true],
		['Expired', true],
		['On Hold', true],
		[null, true],
		['  ', true],
	])('with status %j are active: %s', async (status, active) => {
		const { list } = await readCustomers(fakeAccount([listOf([{ customerNo: 1, status }])]));
		expect(list.rows[0].active).toBe(active);
	});

	it('without a number are not dropped: they come back beside the list, with the request that brought them', async () => {
		const { list, rejected } = await readCustomers(
			fakeAccount([listOf([buhler, { name: 'Nameless Ltd', apiToken: 'abc' }])]),
		);
		expect(list.rows).toHaveLength(1);
		expect(list).toMatchObject({ complete: true, total: 2 });
		expect(rejected).toEqual([
			{
				key: null,
				raw: { name: 'Nameless Ltd', apiToken: '***' },
				issue: expect.objectContaining({
					code: 'recordWithoutId',
					message: expect.stringContaining('A customer without an id (Nameless Ltd)'),
					requestId: 'req-1',
				}),
			},
		]);
	});

	it('with a field of another kind name the field and what it holds', async () => {
		const { rejected } = await readCustomers(
			fakeAccount([listOf([{ customerNo: 5, status: { code: 1 } }])]),
		);
		expect(rejected[0]).toMatchObject({ key: '5', issue: { code: 'recordNotUnderstood' } });
		expect(rejected[0].issue.message).toBe(
			'Customer 5: the field "status" holds an object, so it was left out.',
		);
	});

	it('carry the raw record on request, secrets masked', async () => {
		const { list } = await readCustomers(
			fakeAccount([listOf([{ ...buhler, portal: { adminPassword: 'x', user: 'u' } }])]),
			{ includeRaw: true },
		);
		expect(list.rows[0].raw).toEqual({ ...buhler, portal: { adminPassword: '***', user: 'u' } });
	});

	it.each([
		['data.records', { data: { total: 1, records: [buhler] } }],
		['data as a list', { requestId: 'r', data: [buhler] }],
		['a bare list', [buhler]],
		['another key', { data: { total: '1', customers: [buhler] } }],
	])('are found in %s', async (_, body) => {
		const { list } = await readCustomers(
			fakeAccount((__, index) => json(200, index === 0 ? body : [])),
		);
		expect(list.rows.map(({ customerNo }) => customerNo)).toEqual(['100482']);
		expect(list.complete).toBe(true);
	});

	it('are found where Records Path says', async () => {
		const body = { result: { found: { n: 1, rows: [buhler] } }, data: { records: [] } };
		const account = fakeAccount([json(200, body)], {
			recordsPath: 'result.found.rows',
			totalPath: 'result.found.n',
		});
		expect((await readCustomers(account)).list).toMatchObject({ complete: true, total: 1 });
	});

	it('do not come from an answer without any list', async () => {
		const { list } = await readCustomers(fakeAccount([json(200, { hello: 'world' })]));
		expect(list).toMatchObject({ complete: false, failure: { code: 'unexpectedShape' } });
	});

	it('come one at a time, wrapped or bare', async () => {
		for (const body of [
			{ requestId: 'r', data: buhler },
			buhler,
			{ data: { records: [buhler] } },
		]) {
			const account = fakeAccount([json(200, body)]);
			expect(await getCustomer(account, '100 482/1')).toMatchObject({
				ok: true,
				value: { ok: true, value: { customerNo: '100482' } },
			});
			expect(account.runtime.requests[0].path).toBe('/api/v1/cloud/customers/100%20482%2F1');
		}
	});

	it.each([{ data: {} }, { data: null }, { data: { total: 0, records: [] } }])(
		'are not there when 200 holds nothing: %j',
		async (body) => {
			expect(await getCustomer(fakeAccount([json(200, body)]), '9')).toMatchObject({
				ok: false,
				failure: { code: 'notFound' },
			});
		},
	);
});
