import type { INodeParameters } from 'n8n-workflow';

import type { Renewal } from '../../../core/reconcile/renewals';
import { aLine } from '../../core/sync/records';
import { fixDay } from '../fixedDay';
import { expectNoErrorKey, issueOf, originsOf } from '../haloNode';
import { customerToCompare, fileOf, plannedItem, runReconcile } from './reconcileNode';

/** List Renewals reads nothing and needs no credential: everything comes in with the customers. */

beforeAll(() => fixDay('2026-11-25'));
afterAll(() => jest.restoreAllMocks());

async function list(items: object[], parameters: INodeParameters = {}) {
	const run = await runReconcile({
		parameters: { operation: 'renewals', ...parameters },
		inputs: [JSON.parse(JSON.stringify(items)), null],
	});
	return { ...run, renewals: run.outputs[0] as unknown as Renewal[] };
}

const adobe = (fields = {}) =>
	aLine({
		subscriptionId: '7_1',
		vendor: 'Adobe',
		productName: 'Acrobat Pro',
		endDate: '2026-12-31',
		...fields,
	});
const birch = (lines = [adobe({ customerNo: '100501' })]) =>
	customerToCompare(lines, {
		customerNo: '100501',
		name: 'Birch Dental',
		haloClientId: 13,
		haloClientName: 'Birch Dental',
	});

it('puts out terms that end within the window, by customer, soonest first, without asking Halo', async () => {
	const later = aLine({ subscriptionId: '8_1', endDate: '2027-02-24' });
	const past = aLine({ subscriptionId: '9_1', endDate: '2026-11-24' });
	const after = aLine({ subscriptionId: '10_1', endDate: '2027-02-23' });
	const run = await list([birch(), customerToCompare([later, past, after, aLine()])]);
	expect(run.error).toBeUndefined();
	expect(run.renewals.map(({ key, endDate, daysLeft }) => [key, endDate, daysLeft])).toEqual([
		['us/411833_1', '2026-11-30', 5],
		['us/10_1', '2027-02-23', 90],
		['us/7_1', '2026-12-31', 36],
	]);
	expect(originsOf(run, 0)).toEqual([[1], [1], [0]]);
	expect(originsOf(run, 2)).toEqual([[0, 1]]);
	expectNoErrorKey(run);
});

it('takes a window of another length', async () => {
	const run = await list([customerToCompare(), birch()], { days: 10 });
	expect(run.renewals.map(({ key }) => key)).toEqual(['us/411833_1']);
	expect(run.summary.verdict).toContain('1 terms of 1 customers end in the next 10 days');
});

it('leaves out terms of a month, and counts them, unless they are asked for', async () => {
	const monthly = aLine({ subscriptionId: '8_1', term: 'P1M' });
	const items = [customerToCompare([aLine(), monthly])];
	const quiet = await list(items);
	expect(quiet.renewals.map(({ key }) => key)).toEqual(['us/411833_1']);
	expect(quiet.summary.counts).toMatchObject({ terms: 1, monthlyLeftOut: 1 });
	expect(String(quiet.summary.text)).toContain('Left out: 1 lines that renew every month.');
	const all = await list(items, { renewalOptions: { includeMonthly: true } });
	expect(all.renewals).toHaveLength(2);
});

describe('the last day to reduce', () => {
	const lastDays = async (lines: object[], noticeDays = '') => {
		const run = await list([{ ...customerToCompare(), subscriptions: lines }], {
			renewalOptions: { noticeDays },
		});
		return run.renewals.map(({ lastDayToReduce, reduceWhy }) => [lastDayToReduce, reduceWhy]);
	};

	it("is the day before the end for Microsoft's, which is known", async () => {
		expect(await lastDays([aLine()])).toEqual([
			['2026-11-29', expect.stringContaining('Microsoft takes changes')],
		]);
	});

	it('is not known for other vendors, also where their product is made for Microsoft 365', async () => {
		const veeam = adobe({ vendor: 'Veeam', productName: 'Backup for Microsoft 365' });
		for (const line of [adobe(), veeam]) {
			expect(await lastDays([line])).toEqual([
				[null, expect.stringMatching(/is not known: name it under Notice Days/)],
			]);
		}
	});

	it('goes by Notice Days, which come before what is known of Microsoft', async () => {
		expect(await lastDays([adobe(), aLine()], 'Adobe=30, Premium=2')).toEqual([
			['2026-11-27', 'your notice of 2 days for "Premium"'],
			['2026-11-30', 'your notice of 30 days for "Adobe"'],
		]);
	});

	it('is not known where the term is not', async () => {
		expect(await lastDays([aLine({ term: null })], 'Microsoft=2')).toEqual([
			[null, expect.stringContaining('what it is committed to')],
		]);
	});
});

it('says in the summary what can still be reduced, and what is too late or not known', async () => {
	const gone = adobe({ subscriptionId: '6_1', endDate: '2026-12-10' });
	const run = await list([customerToCompare([aLine(), gone]), birch()], {
		renewalOptions: { noticeDays: 'Acrobat=30' },
	});
	const { text, counts, costPerMonth } = run.summary;
	expect(counts).toMatchObject({ terms: 3, customers: 2, lastDayUnknown: 0, needsAttention: 0 });
	// 42 × 24.10 for each of three lines.
	expect(costPerMonth).toEqual([{ currency: 'CAD', amount: 3036.6 }]);
	expect(String(text).split('\n').slice(1)).toEqual([
		'Seats can still be reduced:',
		expect.stringMatching(/^- Acorn Construction, .* Last day to reduce: 2026-11-29\.$/),
		expect.stringMatching(/^- Birch Dental, .* Last day to reduce: 2026-11-30\.$/),
		'Too late, or not known:',
		expect.stringMatching(/^- Acorn Construction, .* The last day to reduce was 2026-11-09\.$/),
	]);
});

it('counts lines without an end date, and says nothing of lines that are over', async () => {
	const endless = aLine({ subscriptionId: '8_1', endDate: null });
	const cancelled = aLine({ subscriptionId: '9_1', state: 'cancelled' });
	const run = await list([customerToCompare([endless, cancelled])]);
	expect(run.renewals).toEqual([]);
	expect(run.summary.counts).toMatchObject({ terms: 0, endUnknown: 1 });
});

it('makes a page and a table, or none', async () => {
	const run = await list([customerToCompare()]);
	expect(fileOf(run, 'report')).toMatchObject({ fileName: 'renewals-2026-11-25.html' });
	expect(fileOf(run, 'report').text).toContain('Acorn Construction');
	expect(fileOf(run, 'table')).toMatchObject({ fileName: 'renewals-2026-11-25.csv' });
	expect(fileOf(run, 'table').text.trimEnd().split('\r\n')).toHaveLength(2);
	const plain = await list([customerToCompare()], { report: false });
	expect(plain.items[2][0].binary).toBeUndefined();
});

it('sends plan items, issues and what cannot be understood to Needs Attention', async () => {
	const issue = { issue: { code: 'x', message: 'm', remedy: 'r' } };
	const run = await list([issue, plannedItem(), { account: 7 }]);
	expect(run.attention.map((item) => issueOf(item).code)).toEqual([
		'x',
		'itemNotUnderstood',
		'alreadyPlanned',
	]);
	expect(run.summary.counts).toMatchObject({ needsAttention: 3 });
});

it.each([
	[{ noticeDays: 'Adobe' }, '"Notice Days" holds "Adobe"'],
	[{ includeMonthly: 'perhaps' }, '"Include Monthly Terms" holds a value'],
])('stops with a sentence at %j', async (renewalOptions, words) => {
	const run = await list([customerToCompare()], { renewalOptions });
	expect(run.error?.message).toContain(words);
});
