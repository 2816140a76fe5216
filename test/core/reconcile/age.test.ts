import { ageOf, changedByOf, sinceOf, type Memory } from '../../../core/reconcile/age';
import { defaultReconcilePolicy } from '../../../core/reconcile/input';
import type { LineFacts } from '../../../core/reconcile/lineFacts';
import type { Since } from '../../../core/reconcile/result';
import type { Verdict } from '../../../core/reconcile/verdicts';
import { aKeyedRow, aLine, aSavedRow } from '../sync/records';

const NUMBERS = '42/40/40';
/** Of the line of `aLine()`, from 2025-12-01 to 2026-11-30, whose row counts 40. */
const facts = { subscription: aLine(), row: aKeyedRow({ count: 40 }) } as LineFacts;
const nothing: Memory = { seen: undefined, held: undefined };
const seen = {
	key: 'us/411833_1',
	verdict: 'editedByHand',
	numbers: NUMBERS,
	firstSeen: '2026-11-02',
};
const held = { ...aSavedRow(), hash: '0', heldSince: '2026-11-10' } as unknown as Memory['held'];
const since = (verdict: Verdict, memory: Partial<Memory> = {}, of: LineFacts = facts) =>
	sinceOf(verdict, of, NUMBERS, { ...nothing, ...memory });

describe('since when a line differs', () => {
	it('is told by the surest source: held, then seen before', () => {
		expect(since('editedByHand', { held, seen })).toEqual({ day: '2026-11-10', by: 'held' });
		expect(since('editedByHand', { seen })).toEqual({ day: '2026-11-02', by: 'firstSeen' });
		expect(since('editedByHand')).toBeNull();
	});

	it('is the start of a line that is missing in Halo or never invoiced', () => {
		for (const verdict of [
			'customerWithoutClient',
			'subscriptionWithoutLicence',
			'neverInvoiced',
		] as const) {
			expect(since(verdict, { held, seen })).toEqual({ day: '2025-12-01', by: 'startDate' });
		}
	});

	it('is the end of a line that is invoiced after it', () => {
		expect(since('cancelledButInvoiced')).toEqual({ day: '2026-11-30', by: 'endDate' });
	});

	it('is not told by a memory of another difference', () => {
		expect(since('editedByHand', { seen: { ...seen, numbers: '42/39/39' } })).toBeNull();
		expect(since('haloBehind', { seen })).toBeNull();
	});

	it('is nothing for a line in sync', () => {
		expect(since('inSync', { held, seen })).toBeNull();
	});
});

describe('whether a difference may pass by itself', () => {
	const policy = { ...defaultReconcilePolicy, today: '2026-11-25' };
	const from = (day: string): Since => ({ day, by: 'firstSeen' });

	it.each<[string, Verdict, Since | null, string | null]>([
		['yesterday is timing', 'editedByHand', from('2026-11-24'), 'timing'],
		['two days ago is drift', 'editedByHand', from('2026-11-23'), 'drift'],
		['Stellr moved and the next run writes it: timing', 'haloBehind', null, 'timing'],
		['Stellr moved long ago: drift', 'haloBehind', from('2026-11-01'), 'drift'],
		['nobody knows since when', 'invoiceBehind', null, 'unknown'],
		['nothing differs', 'inSync', null, null],
	])('%s', (_what, verdict, when, age) => {
		expect(ageOf(verdict, when, policy)).toBe(age);
	});

	it('goes by the days of grace', () => {
		const patient = { ...policy, graceDays: 7 };
		expect(ageOf('editedByHand', from('2026-11-18'), patient)).toBe('timing');
	});
});

describe('who changed it', () => {
	it('is Stellr, a person, or nobody that is known', () => {
		expect(changedByOf('haloBehind')).toEqual({ who: 'stellr', name: null });
		expect(changedByOf('editedByHand')).toEqual({ who: 'person', name: null });
		expect(changedByOf('differsOriginUnknown')).toEqual({ who: 'unknown', name: null });
		expect(changedByOf('neverInvoiced')).toBeNull();
	});
});
