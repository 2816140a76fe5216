import { guardAgainstDuplicates } from '../../../core/sync/clients/newClient';
import { mappingRows } from '../../../core/sync/clients/mappingRows';
import { planClients, type CustomerToPlan } from '../../../core/sync/clients/plan';
import { summariseClients, type ClientOutcome } from '../../../core/sync/clients/summary';
import { summariseLicences, type LicenceOutcome } from '../../../core/sync/licences/summary';
import { notWritten } from '../../../core/sync/licences/write';
import type { RunFacts } from '../../../core/sync/runFacts';
import {
	aCustomer,
	aCustomerToPlan,
	aKeyedRow,
	aLine,
	aMatch,
	aRow,
	clientPolicy,
	entriesFor,
	mappedTo,
	type LicenceWorld,
} from './records';

/** What a run says of itself: the verdict in one line, then what a person should read first. */

const facts = (more: Partial<RunFacts> = {}): RunFacts => ({
	operation: 'plan',
	asOf: '2026-11-23T09:07:00.000Z',
	timeZone: 'America/Toronto',
	requests: 3,
	needsAttention: 0,
	incompleteLists: 0,
	...more,
});

const issue = { code: 'refused', message: 'Acorn: no.', remedy: 'Do.', requestId: null };

describe('the licence summary', () => {
	const outcomesOf = (world: LicenceWorld): LicenceOutcome[] =>
		entriesFor(world).map((entry) => ({ ...entry, applied: null }));
	const written = (outcome: LicenceOutcome): LicenceOutcome => ({
		...outcome,
		applied: {
			plan: outcome.plan,
			outcome: 'written',
			haloId: 1,
			requestId: null,
			issue: null,
			link: 'key',
		},
	});

	const mixed = outcomesOf({
		lines: [
			aLine({ quantity: 45 }),
			aLine({ subscriptionId: '2_1', skuNo: 's2', mfgPartNo: null, productName: 'Acronis' }),
			aLine({ subscriptionId: '3_1', quantity: 2.5, productName: 'Duo' }),
			aLine({ subscriptionId: '4_1', kind: 'usage', productName: 'Azure plan' }),
			aLine({ subscriptionId: '5_1', state: 'expired', productName: 'Visio' }),
		],
		rows: [aKeyedRow()],
	});

	it('begins with the verdict: counts, lists, time and zone of the data', () => {
		const { verdict, text } = summariseLicences(mixed, facts(), []);
		expect(verdict).toBe(
			'Licences: 1 to be created, 1 to be updated, 1 held; all lists complete; data as of 2026-11-23 04:07 (America/Toronto)',
		);
		expect(text.startsWith(`${verdict}\n`)).toBe(true);
	});

	it('says the change of money by currency, of what is written and not of what is held', () => {
		expect(summariseLicences(mixed, facts(), []).moneyPerMonth).toEqual([
			{ currency: 'CAD', amount: 1346.85 },
		]);
	});

	it('counts what is left out and why, and lists no unchanged row', () => {
		const { text } = summariseLicences(mixed, facts(), []);
		expect(text).toContain('Left out: 2 lines (1 other kinds than seats, 1 over, without a row).');
		const quiet = summariseLicences(outcomesOf({ rows: [aKeyedRow()] }), facts(), []);
		expect(quiet.text).toBe(quiet.verdict);
		expect(quiet.counts.unchanged).toBe(1);
	});

	it('names new licences that are on no recurring invoice, with client, product, seats and list price', () => {
		expect(summariseLicences(mixed, facts(), []).onNoInvoice).toEqual([
			{
				client: 'Acorn Construction',
				product: 'Acronis',
				seats: 42,
				listPrice: 'list price CAD 29.93 a seat a month',
			},
		]);
		const failed = mixed.map((outcome) => ({
			...outcome,
			applied: notWritten(outcome.plan, issue),
		}));
		const applied = summariseLicences(failed, facts({ operation: 'apply' }), []);
		expect(applied.onNoInvoice).toEqual([]);
		expect(applied.text).toContain('Not written:\n- Acorn: no.');
	});

	it('never shows a cost', () => {
		const secret = outcomesOf({ lines: [aLine({ unitCost: 77.77 })] });
		expect(JSON.stringify(summariseLicences(secret, facts(), []))).not.toContain('77.77');
	});

	it('lists what is held dearest first', () => {
		const outcomes = outcomesOf({
			customers: [
				aCustomer([aLine({ state: 'suspended', quantity: 1 })], { name: 'Small' }),
				aCustomer([aLine({ subscriptionId: '9_1', state: 'suspended', quantity: 30 })], {
					name: 'Large',
					customerNo: '9',
					haloClientId: 99,
				}),
			],
		});
		const { held } = summariseLicences(outcomes, facts(), []);
		expect(held.map(({ customer }) => customer)).toEqual(['Large', 'Small']);
	});

	it('has one hash for one plan, whatever the order, and another once anything differs', () => {
		const hash = (outcomes: LicenceOutcome[]) => summariseLicences(outcomes, facts(), []).planHash;
		expect(hash([...mixed].reverse())).toBe(hash(mixed));
		const other = outcomesOf({ lines: [aLine({ quantity: 46 })], rows: [aKeyedRow()] });
		const same = outcomesOf({ lines: [aLine({ quantity: 45 })], rows: [aKeyedRow()] });
		expect(hash(other)).not.toBe(hash(same));
	});

	it('tells applied from planned, and counts what was not written', () => {
		const applied = mixed.map((outcome) =>
			outcome.plan.action === 'update'
				? { ...outcome, applied: notWritten(outcome.plan, issue) }
				: written(outcome),
		);
		const { counts, verdict } = summariseLicences(applied, facts({ operation: 'apply' }), []);
		expect(counts).toMatchObject({ updated: 0, created: 1, notWritten: 1 });
		expect(verdict).toContain('1 created, 1 held, 1 not written');
		expect(verdict).not.toContain('to be');
	});

	it('says what a change is, in seats and money', () => {
		const { text } = summariseLicences(
			outcomesOf({ lines: [aLine({ quantity: 40 })], rows: [aKeyedRow()] }),
			facts(),
			[],
		);
		expect(text).toContain(
			'Acorn Construction, Microsoft 365 Business Premium: 42 to 40 seats, about CAD 59.86 a month less',
		);
		const adopted = outcomesOf({ rows: [aRow({ productSku: '7654321' })] });
		expect(summariseLicences(adopted, facts(), []).text).toContain('the existing row gets its key');
	});
});

describe('the client summary', () => {
	const customers: CustomerToPlan[] = [
		aCustomerToPlan({ customerNo: '1', name: 'Birch Dental' }),
		aCustomerToPlan({ customerNo: '2', name: 'cedar.com' }),
		aCustomerToPlan({ customerNo: '3', name: 'Elm' }, { match: mappedTo() }),
		aCustomerToPlan({ customerNo: '4', name: null }, { match: aMatch({ status: 'ignored' }) }),
	];
	const outcomes: ClientOutcome[] = planClients({
		customers,
		guard: guardAgainstDuplicates([], true),
		sites: null,
		policy: clientPolicy({
			createMissing: 'on',
			topLevel: { kind: 'only', id: 1, name: 'Customers' },
		}),
	}).map((entry) => ({ ...entry, applied: null, addressApplied: null }));

	it('begins with the verdict and says what Halo needs before the first invoice', () => {
		const { verdict, text } = summariseClients(outcomes, facts(), []);
		expect(verdict).toContain('1 to be created, 1 to be linked, 1 held, 1 left out');
		expect(text).toContain('New clients:\n- Birch Dental (us/1)');
		expect(text).toContain('set tax, currency, payment terms and the accounting link');
		expect(text).toContain('cedar.com (us/2): Stellr knows the customer only by its domain');
		expect(text).toContain('us/4: Left out: it is ignored.');
	});

	it('says nothing of invoices when no client was created', () => {
		const applied = outcomes.map((outcome) => ({
			...outcome,
			applied: {
				plan: outcome.plan,
				outcome: 'notWritten' as const,
				haloId: null,
				requestId: null,
				issue,
			},
		}));
		const { text, counts } = summariseClients(applied, facts({ operation: 'apply' }), []);
		expect(text).not.toContain('first invoice');
		expect(counts.created).toBe(0);
	});

	it('has one hash for one plan, whatever the order', () => {
		const hash = (given: ClientOutcome[]) => summariseClients(given, facts(), []).planHash;
		expect(hash([...outcomes].reverse())).toBe(hash(outcomes));
	});

	it('saves what the mapping does not know yet, and nothing of what it decided itself', () => {
		const known = [
			{ customer: customers[2], haloClientId: 12, haloClientName: 'Elm', created: false },
			{ customer: customers[0], haloClientId: 50, haloClientName: 'Birch Dental', created: true },
			{
				customer: aCustomerToPlan({}, { match: mappedTo({}, { level: 'saved' }) }),
				haloClientId: 12,
				haloClientName: 'Acorn',
				created: false,
			},
		];
		expect(mappingRows(known, 'now').map(({ customerNo, origin }) => [customerNo, origin])).toEqual(
			[
				['3', 'mapped'],
				['1', 'imported'],
			],
		);
	});
});
