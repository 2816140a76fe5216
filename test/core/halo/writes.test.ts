import { mergedCustomFields, postClients } from '../../../core/halo/clientWrites';
import { postLicences } from '../../../core/halo/licences';
import { postSites } from '../../../core/halo/sites';
import { fakeHalo, json } from './fakeHalo';

describe('custom fields are read, merged and written', () => {
	const existing = [
		{ id: 7, name: 'CFRegion', value: 3 },
		{ id: 104, name: 'CFStellrCustomerNo', value: 'us/1' },
		{ id: 9, name: 'CFEmpty', value: null },
	];

	it('so that no other value is lost', () => {
		expect(mergedCustomFields(existing, 'cfstellrcustomerno', 'us/1;us/2')).toEqual([
			{ id: 7, name: 'CFRegion', value: 3 },
			{ id: 104, name: 'CFStellrCustomerNo', value: 'us/1;us/2' },
		]);
	});

	it('and a field that the client does not have yet is added, without its prefix too', () => {
		expect(mergedCustomFields([], 'CFStellrCustomerNo', 'us/1', 104)).toEqual([
			{ id: 104, name: 'CFStellrCustomerNo', value: 'us/1' },
		]);
		expect(mergedCustomFields(existing, 'StellrCustomerNo', 'us/9')[1]).toEqual({
			id: 104,
			name: 'CFStellrCustomerNo',
			value: 'us/9',
		});
	});
});

describe('writing rows', () => {
	it('always sends an array', async () => {
		const halo = fakeHalo(() => json({ id: 5, name: 'A' }, 201));
		await postSites(halo.runtime, [{ id: 5, phonenumber: '1' }]);
		expect(halo.requests).toEqual([
			{ method: 'POST', path: '/Site', body: [{ id: 5, phonenumber: '1' }] },
		]);
	});

	test.each([
		['an object', { id: 5, name: 'A' }],
		['an array', [{ id: 5, name: 'A' }]],
		['an envelope', { clients: [{ id: '5', name: 'A' }] }],
	])('takes the new id from %s', async (_shape, body) => {
		const { runtime } = fakeHalo(() => json(body, 201));
		expect(await postClients(runtime, [{ name: 'A' }])).toMatchObject({
			ok: true,
			value: [{ id: 5, name: 'A' }],
		});
	});

	it('tells nothing about rows when the answer names fewer or none', async () => {
		for (const body of [null, [], [{ id: 1 }]]) {
			const { runtime } = fakeHalo(() => json(body, 201));
			const written = await postLicences(runtime, [{ name: 'A' }, { name: 'B' }]);
			expect(written).toMatchObject({ ok: true, value: [] });
		}
	});

	it('is never repeated by itself after a lost answer', async () => {
		const halo = fakeHalo(() => ({ kind: 'lost', cause: 'timeout', detail: 'timed out' }));
		expect(await postClients(halo.runtime, [{ name: 'A' }])).toMatchObject({
			ok: false,
			failure: { code: 'noAnswer', uncertain: true, doing: 'Create Client' },
		});
		expect(halo.requests).toHaveLength(1);
	});
});
