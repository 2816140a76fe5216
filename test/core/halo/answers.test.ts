import { rowsOfList, rowsOfWrite } from '../../../core/halo/answers';

describe('a list answer', () => {
	test.each([
		['a bare array', [{ id: 1 }], 'toplevels', null],
		['its own key', { record_count: 9, clients: [{ id: 1 }] }, 'clients', 9],
		['toplevels', { toplevels: [{ id: 1 }] }, 'toplevels', null],
		['tree', { tree: [{ id: 1 }] }, 'toplevels', null],
		['softwarelicences', { softwarelicences: [{ id: 1 }] }, 'licences', null],
		['software_licences', { record_count: 1, software_licences: [{ id: 1 }] }, 'licences', 1],
	])('is read from %s', (_shape, body, key, total) => {
		expect(rowsOfList(body, key)).toEqual({ rows: [{ id: 1 }], total });
	});

	it('with a total of 0 and no array is an empty list', () => {
		expect(rowsOfList({ record_count: 0 }, 'clients')).toEqual({ rows: [], total: 0 });
	});

	test.each([[{ record_count: 3 }], [{ sites: [] }], ['text'], [null], [{}]])(
		'%j holds no list of clients',
		(body) => {
			expect(rowsOfList(body, 'clients')).toBeNull();
		},
	);
});

describe('a write answer', () => {
	test.each([
		['an object', { id: 5, name: 'A' }],
		['an array', [{ id: 5, name: 'A' }]],
		['an envelope', { clients: [{ id: 5, name: 'A' }] }],
	])('is read from %s', (_shape, body) => {
		expect(rowsOfWrite(body, 'clients')).toEqual([{ id: 5, name: 'A' }]);
	});

	it('without a body names no rows', () => {
		expect(rowsOfWrite(null, 'clients')).toEqual([]);
	});
});
