import {
	overrideRowSchema,
	type SubscriptionOverride,
} from '../../../../core/sync/licences/overrides';
import { noGuardrails } from '../../../support/guardrails';
import { aCustomer, aKeyedRow, aLine, codesOf, entriesFor, onePlan, plansFor } from '../records';

/** What a person decided for one subscription beats the customer's mapping. */

const override = (fields: Partial<SubscriptionOverride> = {}): SubscriptionOverride => ({
	account: 'us',
	subscriptionId: '411833_1',
	haloClientId: null,
	siteId: null,
	ignore: false,
	reason: 'shared tenant',
	until: null,
	...fields,
});

it("puts a line at another client: created there, not at the customer's", () => {
	const plan = onePlan({ overrides: [override({ haloClientId: 77 })] });
	expect(plan).toMatchObject({ action: 'create', after: { client_id: 77 } });
});

it('finds its row at that client and leaves the others of the customer where they are', () => {
	const other = aLine({ subscriptionId: '500000_1', quantity: 5 });
	const plans = plansFor({
		lines: [aLine({ quantity: 43 }), other],
		rows: [aKeyedRow({ clientId: 77 }), aKeyedRow({ id: 502, snowid: 'us/500000_1', count: 5 })],
		overrides: [override({ haloClientId: 77 })],
	});
	expect(plans.map(({ haloId, action }) => [haloId, action])).toEqual([
		[502, 'unchanged'],
		[501, 'update'],
	]);
});

it('judges nothing missing at a client of which only one line is known', () => {
	const plans = plansFor({
		rows: [
			aKeyedRow({ clientId: 77 }),
			aKeyedRow({ id: 503, clientId: 77, snowid: 'us/999999_1' }),
		],
		overrides: [override({ haloClientId: 77 })],
	});
	expect(plans.map(({ action }) => action)).toEqual(['unchanged']);
});

it("counts the rows of the line's own client when the last one would end", () => {
	const over = aLine({ state: 'cancelled', status: 'Cancelled', endDate: '2026-11-20' });
	const others = [502, 503].map((id) => aKeyedRow({ id, snowid: `us/${id}_1`, count: 42 }));
	const entries = entriesFor({
		lines: [over, ...[502, 503].map((id) => aLine({ subscriptionId: `${id}_1` }))],
		rows: [aKeyedRow({ clientId: 77 }), ...others],
		overrides: [override({ haloClientId: 77 })],
		policy: { guardrails: { ...noGuardrails, holdLastLiveRow: true } },
	});
	const ended = entries.find(({ plan }) => plan.key === 'us/411833_1');
	expect([ended?.plan.action, ended?.placedAt]).toEqual(['held', 77]);
	expect(entries.flatMap(({ plan }) => codesOf(plan))).toContain('lastLiveRow');
});

it('gives a new row its site', () => {
	const plan = onePlan({ overrides: [override({ siteId: 9 })] });
	expect(plan).toMatchObject({ action: 'create', after: { client_id: 12, site_id: 9 } });
});

it('leaves an ignored line alone, with the reason, also when it has a row', () => {
	const plan = onePlan({
		lines: [aLine({ quantity: 50 })],
		rows: [aKeyedRow()],
		overrides: [override({ ignore: true })],
	});
	expect(plan).toMatchObject({ action: 'skipped', haloId: 501 });
	expect(codesOf(plan)).toEqual(['overriddenIgnore']);
	expect(plan.reasons[0].text).toContain('shared tenant');
});

it('lapses after its day', () => {
	const on = (until: string) => onePlan({ overrides: [override({ ignore: true, until })] }).action;
	expect([on('2026-11-23'), on('2026-11-22')]).toEqual(['skipped', 'create']);
});

it('keeps the input item of the customer it came with', () => {
	const customer = aCustomer();
	const entries = entriesFor({
		customers: [customer],
		overrides: [override({ haloClientId: 77 })],
	});
	expect(entries.map((entry) => entry.customer)).toEqual([customer]);
});

it('is read from a Data table row', () => {
	const row = {
		id: 4,
		account: 'us',
		subscriptionId: '1_1',
		haloClientId: '77',
		siteId: '',
		ignore: 'no',
		reason: null,
		until: '2026-12-31T00:00:00.000Z',
	};
	expect(overrideRowSchema.parse(row)).toEqual(
		override({ subscriptionId: '1_1', haloClientId: 77, reason: '', until: '2026-12-31' }),
	);
});

it('a mapped client that is inactive while its rows sit at another is proposed as merged', () => {
	const plan = onePlan({
		customers: [aCustomer([aLine()], { haloClientInactive: true })],
		rows: [aKeyedRow({ clientId: 90, clientName: 'Acorn Group' })],
	});
	expect(plan.action).toBe('moved');
	expect(plan.reasons[0]).toMatchObject({
		code: 'merged',
		text: expect.stringContaining('Acorn Group'),
	});
});
