import { z } from 'zod';

import { readClientInput } from '../../../core/items/clientInput';
import { readLicenceInput } from '../../../core/items/licenceInput';
import { notUnderstood } from '../../../core/items/notUnderstood';
import { aLine, aMatch, aStellrCustomer, entriesFor, mappedTo } from '../sync/records';

/** What items on the inputs of the two writing nodes can be. */

const asJson = (value: object) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
const customer = (fields: object = {}) =>
	asJson({ ...aStellrCustomer(), match: aMatch(), ...fields });
const withLines = (fields: object = {}) =>
	asJson({
		...aStellrCustomer(),
		haloClientId: 12,
		subscriptions: [aLine()],
		complete: true,
		...fields,
	});

describe('what is not understood', () => {
	const schema = z.object({ a: z.object({ b: z.array(z.number()) }) });
	const said = (json: Record<string, unknown>) => {
		const read = schema.safeParse(json);
		if (read.success) throw new Error('it was understood');
		return notUnderstood(read.error, json);
	};

	it.each([
		[{ a: { b: [1, 'secret'] } }, 'a.b.1', 'a string'],
		[{ a: { b: null } }, 'a.b', 'null'],
		[{ a: {} }, 'a.b', 'nothing'],
		[{ a: [] }, 'a', 'a list'],
		[{}, 'a', 'nothing'],
	])('in %j is named by field and kind, never by value', (json, field, seen) => {
		expect(said(json)).toEqual({ kind: 'notUnderstood', field, seen });
	});
});

describe('an item for Halo Client Upsert', () => {
	it('is a matched customer, with or without its subscriptions', () => {
		expect(readClientInput(customer())).toMatchObject({
			kind: 'customer',
			customer: { subscriptions: null, complete: false },
			plan: null,
		});
		const read = readClientInput(customer({ subscriptions: [aLine()], complete: true }));
		expect(read).toMatchObject({ customer: { complete: true } });
	});

	it('brings its plan only if that is of a client', () => {
		const plan = {
			action: 'update',
			target: 'client',
			key: 'us/1',
			haloId: 12,
			before: {},
			after: {},
			reasons: [],
			hash: 'x',
		};
		expect(readClientInput(customer({ plan }))).toMatchObject({ plan: { hash: 'x' } });
		expect(readClientInput(customer({ plan: { ...plan, target: 'licence' } }))).toMatchObject({
			plan: null,
		});
	});

	it.each([
		['what an earlier node found', { issue: {} }, 'issue'],
		['an unmatched customer', asJson(aStellrCustomer()), 'notUnderstood'],
		['an empty item', {}, 'notUnderstood'],
		['a customer with a broken line', customer({ subscriptions: [{}] }), 'notUnderstood'],
	])('can be %s', (_what, json, kind) => {
		expect(readClientInput(json).kind).toBe(kind);
	});
});

describe('an item for Halo Licence Upsert', () => {
	it('is a customer with its lines, and knows what its match says of the client', () => {
		const match = mappedTo({ inactive: true, stellrKeys: ['us/1'] });
		expect(readLicenceInput(withLines({ match, customerNo: 100482 }))).toMatchObject({
			kind: 'customer',
			lines: {
				customerNo: '100482',
				haloClientInactive: true,
				clientKeys: ['us/1'],
				complete: true,
			},
		});
	});

	it('is not whole unless it says so', () => {
		const read = readLicenceInput(withLines({ complete: undefined }));
		expect(read).toMatchObject({ lines: { complete: false, unreadable: [] } });
	});

	it('is a single line, of which nothing can be missing', () => {
		const read = readLicenceInput(asJson({ ...aLine(), customerName: 'Acorn', haloClientId: 12 }));
		expect(read).toMatchObject({ kind: 'subscription', lines: { name: 'Acorn', complete: false } });
	});

	it('is a plan item, which keeps the time of its data', () => {
		const [entry] = entriesFor({});
		const item = {
			plan: entry.plan,
			customer: { account: 'us', customerNo: '1', name: null },
			haloClientId: 12,
			haloClientName: null,
			subscription: entry.subscription,
		};
		expect(readLicenceInput(asJson(item))).toMatchObject({
			kind: 'planItem',
			planned: { savedState: false, asOf: null },
		});
		expect(readLicenceInput(asJson({ ...item, asOf: 'then' }))).toMatchObject({
			planned: { asOf: 'then' },
		});
	});

	it.each([
		['with a client', { haloClientId: 12 }, true],
		['without one', { haloClientId: null }, false],
	])('can be a customer %s whose lines were not read', (_what, fields, hasClient) => {
		const read = readLicenceInput(asJson({ ...aStellrCustomer(), ...fields }));
		expect(read).toEqual({
			kind: 'notRead',
			name: 'Acorn Construction',
			hasClient,
			ignored: false,
			customer: { account: 'us', customerNo: '100482', name: 'Acorn Construction' },
		});
	});

	it.each([
		['what an earlier node found', { issue: {} }, 'issue'],
		['an empty item', {}, 'notUnderstood'],
		['a broken line', { subscriptionId: 5 }, 'notUnderstood'],
		['a client’s number as text', withLines({ haloClientId: '12' }), 'notUnderstood'],
		['half a plan item', { plan: { target: 'licence' } }, 'notUnderstood'],
	])('can be %s', (_what, json, kind) => {
		expect(readLicenceInput(json).kind).toBe(kind);
	});
});
