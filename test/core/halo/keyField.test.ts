import fc from 'fast-check';
import {
	joinStoredKeys,
	keyFieldName,
	parseStoredKeys,
	resolveKeyField,
} from '../../../core/halo/keyField';
import { issueOfFailure } from '../../../core/words/failures';
import { fakeHalo, json } from './fakeHalo';

const FIELDS = [
	{ id: 103, name: 'Region', type: 2, characterlimit: 0 },
	{ id: 104, name: 'StellrCustomerNo', label: 'Stellr Customer No', type: 0, characterlimit: 250 },
];

describe('finding the key field', () => {
	it('costs no request when the id is known', async () => {
		const halo = fakeHalo(() => FIELDS);
		const choice = { kind: 'customField', id: 104, name: 'CFStellrCustomerNo' } as const;
		expect(await resolveKeyField(halo.runtime, choice)).toMatchObject({ ok: true, value: choice });
		expect(halo.requests).toHaveLength(0);
	});

	test.each(['StellrCustomerNo', 'CFStellrCustomerNo', 'cfstellrcustomerno', ' stellrcustomerno '])(
		'finds %s by one look at the client fields, with its length',
		async (name) => {
			const halo = fakeHalo(() => FIELDS);
			const found = await resolveKeyField(halo.runtime, { kind: 'customField', name });
			expect(found).toMatchObject({
				ok: true,
				value: { kind: 'customField', id: 104, name: 'CFStellrCustomerNo', limit: 250 },
			});
			expect(halo.requests).toEqual([
				expect.objectContaining({ method: 'GET', path: '/FieldInfo', query: { typeid: 2 } }),
			]);
		},
	);

	it('names a field that is missing and says where to create it', async () => {
		const { runtime } = fakeHalo(() => FIELDS);
		const found = await resolveKeyField(runtime, { kind: 'customField', name: 'CFStellrNo' });
		if (found.ok) throw new Error('found a field that is not there');
		const issue = issueOfFailure(found.failure, 'Halo Clients');
		expect(issue.message).toContain('"CFStellrNo"');
		expect(issue.remedy).toContain('Configuration > Advanced > Custom Objects > Custom Fields');
		expect(issue.remedy).toContain('"StellrNo"');
	});

	it('refuses a field that holds no text', async () => {
		const { runtime } = fakeHalo(() => FIELDS);
		const found = await resolveKeyField(runtime, { kind: 'customField', name: 'Region' });
		expect(found).toMatchObject({ ok: false, failure: { words: { message: /plain text/ } } });
	});

	it('passes on that the list of fields may not be read', async () => {
		const { runtime } = fakeHalo(() => json('', 403));
		const found = await resolveKeyField(runtime, { kind: 'customField', name: 'Region' });
		expect(found).toMatchObject({ ok: false, failure: { code: 'notAllowed' } });
	});

	test.each(['ref', 'accountsid'] as const)('%s needs no look', async (kind) => {
		const halo = fakeHalo(() => FIELDS);
		const found = await resolveKeyField(halo.runtime, { kind });
		if (!found.ok) throw new Error(found.failure.code);
		expect(keyFieldName(found.value)).toBe(kind);
		expect(halo.requests).toHaveLength(0);
	});
});

describe('the text of the key field', () => {
	test.each([
		['us/100482', ['us/100482'], null],
		[' US/100482 ; us/100501;', ['us/100482', 'us/100501'], null],
		['us/1;us/1;US/1', ['us/1'], null],
		['ca-prod/1;Acct 4711', ['ca-prod/1'], 'Acct 4711'],
		['call first; https://example.com', [], 'call first; https://example.com'],
		['', [], null],
		[null, [], null],
		[undefined, [], null],
	])('%j holds the keys %j and the foreign text %j', (text, keys, foreignText) => {
		expect(parseStoredKeys(text)).toEqual({ keys, foreignText });
	});

	it('gives back the keys it was made from', () => {
		const key = fc
			.tuple(fc.stringMatching(/^[a-z0-9._-]{1,8}$/), fc.integer({ min: 1, max: 9_999_999 }))
			.map(([account, customerNo]) => `${account}/${customerNo}`);
		fc.assert(
			fc.property(fc.uniqueArray(key), (keys) => {
				expect(parseStoredKeys(joinStoredKeys(keys))).toEqual({ keys, foreignText: null });
			}),
		);
	});
});
