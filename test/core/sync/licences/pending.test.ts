import {
	judgedBy,
	pendingChanges,
	savedPendingSchema,
	withAges,
	type PendingRow,
	type SavedPending,
} from '../../../../core/sync/licences/pending';
import { pendingRowsOf, summariseLicences } from '../../../../core/sync/licences/summary';
import { defaultGuardrails } from '../../../../core/sync/licences/guardrailPolicy';
import { aCustomer, aKeyedRow, aLine, codesOf, entriesFor, TODAY } from '../records';

/** Held items in their Data table: new once, then of an age, then gone. */

const heldDrop = () =>
	entriesFor({
		lines: [aLine({ quantity: 8 })],
		rows: [aKeyedRow({ count: 42 })],
		policy: { guardrails: defaultGuardrails },
	});

const rowsOf = (entries = heldDrop()): PendingRow[] => pendingRowsOf(entries, TODAY);

const saved = (row: PendingRow, fields: Partial<SavedPending> = {}): SavedPending =>
	savedPendingSchema.parse({ ...row, id: 7, createdAt: 'x', ...fields });

const judged = (entries = heldDrop()) => judgedBy(entries, [aCustomer()]);

const FACTS = {
	operation: 'plan' as const,
	asOf: '2026-11-23T04:07:00.000Z',
	timeZone: 'UTC',
	requests: 1,
	needsAttention: 0,
	incompleteLists: 0,
};

describe('a held item in the table', () => {
	it('is new once, with what it is about, what it would be and what it costs', () => {
		const [row] = rowsOf();
		expect(row).toMatchObject({
			key: 'us/411833_1',
			customer: 'Acorn Construction',
			product: 'Microsoft 365 Business Premium',
			wouldBe: 'update',
			currency: 'CAD',
			heldSince: TODAY,
		});
		expect(row.moneyPerMonth).toBeCloseTo(-34 * 29.93, 2);
		expect(row.what).toContain('the drop is 81 %');
		expect(pendingChanges([row], [], judged())).toEqual({ pendingRows: [row], pendingGone: [] });
	});

	it('is not written again while it is the same, and keeps the day it was held first', () => {
		const [row] = rowsOf();
		const table = [saved(row, { heldSince: '2026-11-21' })];
		expect(pendingChanges([row], table, judged())).toEqual({ pendingRows: [], pendingGone: [] });
	});

	it('is written with its first day when its sentence changed', () => {
		const [row] = rowsOf();
		const table = [saved(row, { heldSince: '2026-11-21', what: 'another sentence' })];
		expect(pendingChanges([row], table, judged()).pendingRows).toEqual([
			{ ...row, heldSince: '2026-11-21' },
		]);
	});

	it('reads back the same when numbers came as text and none as empty', () => {
		const row: PendingRow = { ...rowsOf()[0], moneyPerMonth: null, currency: null };
		const table = [
			savedPendingSchema.parse({ ...row, moneyPerMonth: '', currency: '', snoozedUntil: '' }),
		];
		expect(pendingChanges([row], table, judged()).pendingRows).toEqual([]);
		const costed = { ...row, moneyPerMonth: -12.5 };
		const asText = [savedPendingSchema.parse({ ...costed, moneyPerMonth: '-12.5' })];
		expect(pendingChanges([costed], asText, judged()).pendingRows).toEqual([]);
	});

	it('is gone when the run judged its subscription and holds it no longer', () => {
		const [row] = rowsOf();
		expect(pendingChanges([], [saved(row)], judged()).pendingGone).toEqual([
			{ hash: row.hash, key: row.key },
		]);
	});

	it('of a customer whose list came complete is gone with its subscription', () => {
		const [row] = rowsOf();
		const other = saved({ ...row, hash: 'f'.repeat(16), key: 'us/999_9' });
		expect(pendingChanges([row], [other], judged()).pendingGone).toHaveLength(1);
	});

	it('of a customer of the same name in another Stellr account stays', () => {
		const [row] = rowsOf();
		const other = saved({ ...row, hash: 'f'.repeat(16), key: 'ca/999_9' });
		expect(pendingChanges([row], [other], judged()).pendingGone).toEqual([]);
	});

	it('stays when its customer was not read, or only in part', () => {
		const [row] = rowsOf();
		const none = judgedBy([], []);
		const part = judgedBy([], [aCustomer([], { complete: false })]);
		expect(pendingChanges([], [saved(row)], none).pendingGone).toEqual([]);
		expect(pendingChanges([], [saved(row)], part).pendingGone).toEqual([]);
	});
});

describe('the age of a held item', () => {
	it('is said from the second day on, and is no part of its hash', () => {
		const [entry] = heldDrop();
		const table = [saved(rowsOf()[0], { heldSince: '2026-11-21' })];
		const [aged] = withAges([entry], table, TODAY);
		expect(codesOf(aged.plan)).toContain('stillHeld');
		expect(aged.plan.reasons.map(({ text }) => text)).toContain('Still held, day 3.');
		expect(aged.plan.hash).toBe(entry.plan.hash);
		expect(codesOf(withAges([entry], [saved(rowsOf()[0])], TODAY)[0].plan)).not.toContain(
			'stillHeld',
		);
	});

	it('is no part of the saved sentence, or each night would write it anew', () => {
		const table = [saved(rowsOf()[0], { heldSince: '2026-11-21' })];
		const aged = withAges(heldDrop(), table, TODAY);
		expect(pendingChanges(rowsOf(aged), table, judged(aged)).pendingRows).toEqual([]);
	});

	it('is not said of another item of the same subscription', () => {
		const [entry] = heldDrop();
		const table = [saved({ ...rowsOf()[0], hash: '0'.repeat(16) }, { heldSince: '2026-11-01' })];
		expect(withAges([entry], table, TODAY)[0]).toBe(entry);
	});
});

describe('a snoozed item', () => {
	const snoozed = (until: string) =>
		withAges(
			heldDrop(),
			[saved(rowsOf()[0], { snoozedUntil: until, snoozeReason: 'credit is coming' })],
			TODAY,
		);
	const summaryOf = (until: string) =>
		summariseLicences(
			snoozed(until).map((entry) => ({ ...entry, applied: null })),
			FACTS,
			[],
		);

	it('is counted and not listed up to its last day', () => {
		const summary = summaryOf(TODAY);
		expect(summary.counts).toMatchObject({ held: 0, snoozed: 1 });
		expect(summary.held).toEqual([]);
		expect(summary.text).not.toContain('the drop is');
		expect(summary.verdict).toContain('1 snoozed');
		expect(snoozed(TODAY)[0].plan.reasons.map(({ text }) => text)).toContain(
			`Snoozed until ${TODAY}: credit is coming.`,
		);
	});

	it('is listed again the day after', () => {
		const summary = summaryOf('2026-11-22');
		expect(summary.counts).toMatchObject({ held: 1, snoozed: 0 });
		expect(summary.text).toContain('the drop is 81 %');
	});

	it('stays in the table', () => {
		const table = [saved(rowsOf()[0], { snoozedUntil: TODAY })];
		expect(pendingChanges(rowsOf(snoozed(TODAY)), table, judged()).pendingGone).toEqual([]);
	});
});
