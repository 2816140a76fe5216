import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import {
	choiceOfText,
	keyFieldProperties,
	searchKeyFields,
} from '../../../nodes/shared/haloKeyField';
import {
	searchClients,
	searchSuppliers,
	searchTopLevels,
} from '../../../nodes/shared/haloLocators';

/** A form that asks Halo: only what the pickers use of n8n. */
function form(answer: (path: string, query: Record<string, unknown>) => [number, unknown]) {
	const asked: Array<{ path: string; query: Record<string, unknown> }> = [];
	const context = {
		getNode: () => ({ name: 'Halo Clients', type: 'test', typeVersion: 1, parameters: {} }),
		getExecutionId: () => undefined,
		getCredentials: async () => ({
			resourceServer: 'https://acme.halopsa.com/api',
			accessTokenUrl: 'https://acme.halopsa.com/auth/token',
		}),
		helpers: {
			httpRequestWithAuthentication: async (
				_type: string,
				request: { url: string; qs?: Record<string, unknown> },
			) => {
				asked.push({ path: request.url, query: request.qs ?? {} });
				const [statusCode, body] = answer(request.url, request.qs ?? {});
				return { statusCode, headers: { 'content-type': 'application/json' }, body };
			},
		},
	};
	return { context: context as unknown as ILoadOptionsFunctions, asked };
}

const names = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);

describe('the picker of the key field', () => {
	const fields = [
		{ id: 104, name: 'StellrCustomerNo', label: 'Stellr Customer No', type: 0 },
		{ id: 103, name: 'Region', label: 'Region', type: 2 },
		{ id: 105, name: 'CFOther', type: 1 },
	];

	it('offers text fields only, and keeps id and name in the value', async () => {
		const { context, asked } = form(() => [200, fields]);
		const found = await searchKeyFields.call(context);
		expect(found.results).toEqual([
			{ name: 'CFOther', value: '105:CFOther' },
			{ name: 'Stellr Customer No (CFStellrCustomerNo)', value: '104:CFStellrCustomerNo' },
		]);
		expect(asked).toEqual([{ path: '/FieldInfo', query: { typeid: 2 } }]);
		expect(names(await searchKeyFields.call(context, 'stellr'))).toHaveLength(1);
	});

	it('says what is missing when the fields may not be read', async () => {
		const { context } = form(() => [403, '']);
		await expect(searchKeyFields.call(context)).rejects.toMatchObject({
			message: expect.stringContaining('Key Field'),
			description: expect.stringContaining('admin'),
		});
	});

	test.each([
		['104:CFStellrCustomerNo', { kind: 'customField', id: 104, name: 'CFStellrCustomerNo' }],
		[' 104 : CFX ', { kind: 'customField', id: 104, name: 'CFX' }],
		['StellrCustomerNo', { kind: 'customField', id: null, name: 'StellrCustomerNo' }],
		['', null],
		['104:', null],
	])('reads %j', (text, choice) => {
		expect(choiceOfText(text)).toEqual(choice);
	});

	it('warns beside Accounts ID, and asks for a field only for custom fields', () => {
		const properties = keyFieldProperties({ operation: ['plan'] });
		const shownFor = (name: string) =>
			properties.find((property) => property.name === name)?.displayOptions?.show;
		expect(shownFor('accountsIdNotice')).toEqual({
			operation: ['plan'],
			stellrKeyIn: ['accountsid'],
		});
		expect(shownFor('keyField')).toEqual({ operation: ['plan'], stellrKeyIn: ['customField'] });
	});
});

describe('the pickers of Halo rows', () => {
	it('top levels come by name', async () => {
		const { context } = form(() => [
			200,
			{
				tree: [
					{ id: 2, name: 'Partners' },
					{ id: 1, name: 'Customers' },
				],
			},
		]);
		expect((await searchTopLevels.call(context)).results).toEqual([
			{ name: 'Customers', value: 1 },
			{ name: 'Partners', value: 2 },
		]);
		expect(names(await searchTopLevels.call(context, 'part'))).toEqual(['Partners']);
	});

	it('clients tell apart namesakes and mark inactive ones', async () => {
		const { context, asked } = form(() => [
			200,
			{
				record_count: 2,
				clients: [
					{ id: 1, name: 'Acorn', toplevel_name: 'Customers' },
					{ id: 2, name: 'Acorn', toplevel_name: 'Partners', inactive: true },
				],
			},
		]);
		const found = await searchClients.call(context, 'acorn');
		expect(names(found)).toEqual(['Acorn · Customers', 'Acorn · Partners · inactive']);
		expect(found.paginationToken).toBeUndefined();
		expect(asked[0].query).toMatchObject({ search: 'acorn', page_no: 1 });
	});

	it('a full page of suppliers offers the next one', async () => {
		const { context, asked } = form((_path, { page_no }) => [
			200,
			{
				suppliers: Array.from({ length: page_no === 1 ? 100 : 3 }, (_, index) => ({
					id: Number(page_no) * 1000 + index,
					name: `Supplier ${index}`,
				})),
			},
		]);
		const first = await searchSuppliers.call(context);
		expect(first).toMatchObject({ paginationToken: '2' });
		const second = await searchSuppliers.call(context, undefined, '2');
		expect(second.results).toHaveLength(3);
		expect(second.paginationToken).toBeUndefined();
		expect(asked.map(({ query }) => query.page_no)).toEqual([1, 2]);
	});
});
