import {
	driftChanges,
	driftRowSchema,
	numbersOf,
	type DriftRow,
} from '../../../core/reconcile/driftRows';
import type { ReconciledLine } from '../../../core/reconcile/result';
import { aReconciledLine } from './report/lines';

const line = (own: Partial<ReconciledLine> = {}) => aReconciledLine({ key: 'us/1_1', ...own });
const seen = (own: Partial<DriftRow> = {}): DriftRow => ({
	key: 'us/1_1',
	verdict: 'editedByHand',
	numbers: '8/42/42',
	firstSeen: '2026-11-01',
	...own,
});
const TODAY = '2026-11-25';

describe('what is remembered of drift', () => {
	it('is the verdict and the three numbers, a dash where there is none', () => {
		expect(numbersOf(line())).toBe('8/42/42');
		expect(numbersOf({ quantities: { stellr: 0, halo: null, invoiced: null } })).toBe('0/-/-');
	});

	it('is new today for a line that nobody saw, and nothing for one in sync', () => {
		const inSync = line({ key: 'us/2_1', verdict: 'inSync' });
		expect(driftChanges([line(), inSync], [], TODAY)).toEqual({
			driftRows: [seen({ firstSeen: TODAY })],
			driftGone: [],
		});
	});

	it('does not change while the line stays as it was', () => {
		expect(driftChanges([line()], [seen()], TODAY)).toEqual({ driftRows: [], driftGone: [] });
	});

	it.each([
		['numbers', seen({ numbers: '8/41/41' })],
		['verdict', seen({ verdict: 'haloBehind' })],
	])('begins anew with another %s', (_what, before) => {
		expect(driftChanges([line()], [before], TODAY).driftRows).toEqual([seen({ firstSeen: TODAY })]);
	});

	it('goes when the line is in sync again', () => {
		const { driftRows, driftGone } = driftChanges([line({ verdict: 'inSync' })], [seen()], TODAY);
		expect([driftRows, driftGone]).toEqual([[], [{ key: 'us/1_1' }]]);
	});

	it('stays where the run did not judge the line', () => {
		expect(driftChanges([], [seen()], TODAY)).toEqual({ driftRows: [], driftGone: [] });
	});
});

it('a row of the table is read with a time behind its day, and needs a day', () => {
	const row = { ...seen(), id: 7, firstSeen: '2026-11-01T00:00:00.000Z' };
	expect(driftRowSchema.parse(row)).toEqual(seen());
	expect(driftRowSchema.safeParse({ ...row, firstSeen: 'lately' }).success).toBe(false);
});
