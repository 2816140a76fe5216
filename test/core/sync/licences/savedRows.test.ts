import { rowsSeenByPlan, rowsWrittenByApply } from '../../../../core/sync/licences/savedRows';
import { savedLicenceRowSchema } from '../../../../core/sync/licences/savedState';
import type { AppliedLicence } from '../../../../core/sync/licences/write';
import { planItem, type PlanItem } from '../../../../core/sync/planItem';
import { aKeyedRow, aLine, aRow, aSavedRow, entriesFor, type LicenceWorld } from '../records';

/** What a flow keeps between runs, and that an unchanged night has nothing to save. */

const NOW = '2026-11-23T04:07:00.000Z';

const seenIn = (world: LicenceWorld) =>
	rowsSeenByPlan(entriesFor(world), world.rows ?? [], world.saved ?? [], 'snowid', NOW);

describe('rows that planning saw', () => {
	it('are saved once, and not again while nothing is new', () => {
		const first = seenIn({ rows: [aKeyedRow()], saved: [] });
		expect(first).toEqual([aSavedRow({ link: 'key', changedAt: NOW })]);
		expect(seenIn({ rows: [aKeyedRow()], saved: first })).toEqual([]);
	});

	it('of a pair without key keep the map, and the difference of the first day', () => {
		const world = { rows: [aRow({ snowid: 'sherweb-9', productSku: '7654321', count: 40 })] };
		const saved = seenIn({ ...world, saved: [] });
		expect(saved).toMatchObject([{ link: 'map', adoptedAt: 40, lastCount: null }]);
		expect(seenIn({ ...world, saved })).toEqual([]);
	});

	it('keep the difference of the first day through a suspension', () => {
		const rows = [aRow({ snowid: 'sherweb-9', count: 40, status: 'Suspended' })];
		const saved = [aSavedRow({ adoptedAt: 40, lastCount: null })];
		const lines = [aLine({ state: 'suspended', status: 'Suspended', quantity: 8 })];
		expect(seenIn({ rows, saved, lines })).toEqual([]);
	});

	it('start anew to count misses once the line is listed again, whatever it waits for', () => {
		const rows = [aKeyedRow({ count: 50 })];
		const saved = [aSavedRow({ link: 'key', lastCount: 42, missingTimes: 2 })];
		expect(seenIn({ rows, saved })).toMatchObject([{ missingTimes: 0, lastCount: 42 }]);
	});

	it('forget the difference once the numbers met', () => {
		const rows = [aRow({ snowid: 'sherweb-9', count: 42 })];
		const saved = [aSavedRow({ adoptedAt: 40, lastCount: null })];
		expect(seenIn({ rows, saved })).toMatchObject([{ adoptedAt: null, lastCount: 42 }]);
	});
});

describe('rows that were written', () => {
	const applied = (
		plan: Partial<PlanItem>,
		more: Partial<AppliedLicence> = {},
	): AppliedLicence => ({
		plan: planItem({
			action: 'update',
			target: 'licence',
			key: 'us/411833_1',
			haloId: 501,
			before: { count: 42 },
			after: { count: 45 },
			reasons: [],
			...plan,
		}),
		outcome: 'written',
		haloId: 501,
		requestId: null,
		issue: null,
		link: 'key',
		...more,
	});
	const written = (results: AppliedLicence[], saved?: ReturnType<typeof aSavedRow>[]) =>
		rowsWrittenByApply(
			results.map((result) => ({ applied: result, haloClientId: 12 })),
			'snowid',
			NOW,
			saved,
		);

	it('are kept with the count they have now', () => {
		expect(written([applied({})])).toMatchObject([{ lastCount: 45, adoptedAt: null }]);
	});

	it('keep the mark that was written with the key', () => {
		const adopt = applied({ action: 'adopt', after: { snowid: 'us/411833_1 (adopted at 42)' } });
		expect(written([adopt])).toMatchObject([{ adoptedAt: 42, lastCount: null }]);
		// The status changes in the same run: the mark stays.
		const status = applied({ after: { status: 'Suspended' } });
		expect(written([adopt, status])).toMatchObject([{ adoptedAt: 42 }]);
	});

	it('keep a mark that only the map holds until billing changes', () => {
		const saved = [aSavedRow({ adoptedAt: 42, lastCount: null })];
		expect(written([applied({ after: { status: 'Suspended' } })], saved)).toMatchObject([
			{ adoptedAt: 42, lastCount: null },
		]);
		expect(written([applied({})], saved)).toMatchObject([{ adoptedAt: null, lastCount: 45 }]);
		expect(written([applied({ after: { is_active: false } })], saved)).toMatchObject([
			{ adoptedAt: null },
		]);
	});

	it.each([
		['the last increase', 5, '2026-11-10T04:00:00Z', 3, NOW],
		['a larger one that is still young', 5, '2026-11-18T04:00:00Z', 5, '2026-11-18T04:00:00Z'],
		['the last of several that is as large', 3, '2026-11-18T04:00:00Z', 3, NOW],
	])('keep %s', (_which, seats, at, increaseSeats, increasedAt) => {
		const saved = [aSavedRow({ increaseSeats: seats, increasedAt: at })];
		expect(written([applied({})], saved)).toMatchObject([{ increaseSeats, increasedAt }]);
	});

	it('take no increase for one of today that an earlier run had written', () => {
		const there = applied({}, { outcome: 'alreadySo' });
		const saved = [aSavedRow({ increaseSeats: 3, increasedAt: '2026-11-10T04:00:00Z' })];
		expect(written([there], saved)).toMatchObject([
			{ lastCount: 45, increaseSeats: 3, increasedAt: '2026-11-10T04:00:00Z' },
		]);
		// The same item twice in one run: the increase is the first one's.
		expect(written([applied({}), there], saved)).toMatchObject([
			{ lastCount: 45, increaseSeats: 3, increasedAt: NOW },
		]);
	});

	it('keep of an increase what has not gone back yet', () => {
		const saved = [aSavedRow({ increaseSeats: 10, increasedAt: '2026-11-18T04:00:00Z' })];
		const lowered = applied({ before: { count: 52 }, after: { count: 42 } });
		expect(written([lowered], saved)).toMatchObject([
			{ increaseSeats: 0, increasedAt: '2026-11-18T04:00:00Z' },
		]);
	});

	it('keep the count of the first day for a pair that only the map knows', () => {
		const adopt = applied({ action: 'adopt', after: {}, link: 'map' }, { outcome: 'alreadySo' });
		expect(written([adopt])).toMatchObject([{ adoptedAt: 42, lastCount: null }]);
	});

	it('keep the last written count when only a word of the status was written', () => {
		const reasons = [{ code: 'stillCharged', text: '' }];
		const status = applied({ after: { status: 'Suspended' }, reasons });
		expect(written([status], [aSavedRow({ lastCount: 40 })])).toMatchObject([{ lastCount: 40 }]);
	});

	it('are not kept when they were not written or have no number', () => {
		expect(written([applied({}, { outcome: 'notWritten' })])).toEqual([]);
		expect(written([applied({}, { haloId: null })])).toEqual([]);
	});
});

describe('a row of the Data table', () => {
	const read = (row: object) => savedLicenceRowSchema.safeParse(row);

	it('is read with numbers as text and columns of the table beside ours', () => {
		const row = {
			id: 1,
			createdAt: NOW,
			key: 'us/1_1',
			haloLicenceId: '501',
			haloClientId: '',
			lastCount: '42',
			adoptedAt: '',
			link: '',
			changedAt: '',
		};
		expect(read(row).data).toMatchObject({
			key: 'us/1_1',
			haloLicenceId: 501,
			haloClientId: null,
			lastCount: 42,
			adoptedAt: null,
			link: 'key',
			changedAt: null,
		});
	});

	it.each([{}, { key: '' }, { key: 'us/1_1' }, { key: 'us/1_1', haloLicenceId: 'many' }])(
		'%j is refused',
		(row) => {
			expect(read(row).success).toBe(false);
		},
	);
});
