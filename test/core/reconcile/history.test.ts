import type { LicenceChange } from '../../../core/halo/licenceChanges';
import { withHistory } from '../../../core/reconcile/history';
import { defaultReconcilePolicy } from '../../../core/reconcile/input';
import { aReconciledLine } from './report/lines';

const policy = { ...defaultReconcilePolicy, today: '2026-11-25' };
const edited = aReconciledLine({
	verdict: 'editedByHand',
	since: { day: '2026-11-10', by: 'held' },
	age: 'drift',
	changedBy: { who: 'person', name: null },
});
const change = (to: number): LicenceChange => ({
	licenceId: 4711,
	at: '2026-11-20T09:30:00',
	who: 'Dana Whitfield',
	from: 8,
	to,
});
const told = (line: typeof edited, to = 42) =>
	withHistory([line], new Map([[4711, [change(8), change(to)]]]), policy)[0];

it('is a surer source of who and when than what was held or seen before', () => {
	expect(told(edited)).toMatchObject({
		since: { day: '2026-11-20', by: 'changeHistory' },
		age: 'drift',
		changedBy: { who: 'person', name: 'Dana Whitfield' },
	});
	expect(told(edited).text).toContain('changed in Halo by Dana Whitfield on 2026-11-20');
});

it('names nobody for a count that it does not lead to', () => {
	expect(told(edited, 39)).toBe(edited);
});

it('names who changed the count last, and blames nobody, where the verdict does not', () => {
	const unknown = aReconciledLine({
		verdict: 'differsOriginUnknown',
		since: null,
		age: 'unknown',
		changedBy: { who: 'unknown', name: null },
	});
	expect(told(unknown)).toMatchObject({
		since: null,
		changedBy: { who: 'unknown', name: 'Dana Whitfield' },
	});
});

it('says nothing of lines that are invoiced wrongly, or in sync', () => {
	for (const verdict of ['neverInvoiced', 'inSync'] as const) {
		const line = aReconciledLine({ verdict, changedBy: null });
		expect(told(line)).toBe(line);
	}
});
