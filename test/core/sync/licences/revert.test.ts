import type { HaloLicence } from '../../../../core/halo/schemas';
import {
	chosenChanges,
	readLoggedChanges,
	type LoggedChange,
} from '../../../../core/sync/licences/loggedChange';
import { planRevert } from '../../../../core/sync/licences/revert';
import { aKeyedRow, aLoggedRow, aRow } from '../records';

/** Taking written changes back, as sentences about one row. */

const row = (fields: Record<string, unknown> = {}) =>
	aLoggedRow({ id: 3, createdAt: '2026-11-23', ...fields });

function changes(...rows: Array<Record<string, unknown>>): LoggedChange[] {
	return rows.flatMap((entry, at) => {
		const read = readLoggedChanges(entry, at);
		return read.kind === 'changes' ? read.changes : [];
	});
}

const planFor = (logged: LoggedChange[], rows: HaloLicence[]) => planRevert(logged, rows, 'snowid');

const codes = (plan: ReturnType<typeof planFor>) => plan.attention.map(({ issue }) => issue.code);

describe('a row that is as the run left it', () => {
	it('gets back what it had, only the fields that were changed', () => {
		const { reverts, attention } = planFor(changes(row()), [aKeyedRow({ count: 8 })]);
		expect(attention).toEqual([]);
		expect(reverts).toHaveLength(1);
		expect(reverts[0].plan).toMatchObject({
			action: 'update',
			haloId: 501,
			before: { count: 8 },
			after: { count: 42 },
		});
	});

	it('becomes active again when it was ended', () => {
		const ended = row({
			action: 'end',
			before: '{"count":42,"is_active":true,"status":"Active"}',
			after: '{"is_active":false,"status":"Cancelled"}',
		});
		const now = aKeyedRow({ active: false, status: 'Cancelled' });
		expect(planFor(changes(ended), [now]).reverts[0].plan.after).toEqual({
			is_active: true,
			status: 'Active',
		});
	});

	it('gets its own text back, or none, when it was adopted', () => {
		const adopted = (before: string) =>
			row({ action: 'adopt', before, after: '{"snowid":"us/411833_1"}' });
		const back = (before: string) =>
			planFor(changes(adopted(before)), [aKeyedRow()]).reverts[0].plan.after;
		expect(back('{"snowid":"411833_1","count":42}')).toEqual({ snowid: '411833_1' });
		expect(back('{"snowid":null,"count":42}')).toEqual({ snowid: '' });
	});

	it('becomes inactive when the run created it, and is never deleted', () => {
		const created = row({
			action: 'create',
			before: '',
			after: '{"client_id":12,"name":"Business Premium","count":42,"snowid":"us/411833_1"}',
		});
		const { reverts } = planFor(changes(created), [aKeyedRow({ name: 'renamed since' })]);
		expect(reverts[0]).toMatchObject({ deactivates: true });
		expect(reverts[0].plan).toMatchObject({ action: 'end', after: { is_active: false } });
	});

	it('gets back the day it had, however Halo shows it', () => {
		const dated = row({
			before: '{"count":42,"end_date":"2026-11-29T19:00:00"}',
			after: '{"end_date":"2027-11-30T00:00:00Z"}',
		});
		const now = aKeyedRow({ endDate: '2027-11-29T19:00:00' });
		expect(planFor(changes(dated), [now]).reverts[0].plan.after).toEqual({
			end_date: '2026-11-30T00:00:00Z',
		});
	});
});

describe('several changes of one row', () => {
	const rise = row({
		run: '18',
		at: '2026-11-24T04:07:00.000Z',
		before: '{"count":8}',
		after: '{"count":9}',
	});

	it('are taken back newest first, in one write', () => {
		const { reverts } = planFor(changes(row(), rise), [aKeyedRow({ count: 9 })]);
		expect(reverts).toHaveLength(1);
		expect(reverts[0].plan.after).toEqual({ count: 42 });
		expect(reverts[0].changes).toHaveLength(2);
	});

	it('of which only the older is chosen stay as they are', () => {
		const plan = planFor(changes(row()), [aKeyedRow({ count: 9 })]);
		expect(plan.reverts).toEqual([]);
		expect(codes(plan)).toEqual(['changedSince']);
	});

	it('stop at the one that cannot be taken back', () => {
		const plan = planFor(changes(row(), rise), [aKeyedRow({ count: 11 })]);
		expect(plan.reverts).toEqual([]);
		expect(codes(plan)).toEqual(['changedSince', 'newerStands']);
	});

	it('of one run that took a row over and changed it end in the row as it was', () => {
		const adopted = row({
			action: 'adopt',
			before: '{"snowid":null,"count":42}',
			after: '{"snowid":"us/411833_1"}',
		});
		const { reverts } = planFor(changes(adopted, row()), [aKeyedRow({ count: 8 })]);
		expect(reverts[0].plan.after).toEqual({ count: 42, snowid: '' });
	});
});

describe('a row that is not as the run left it', () => {
	it('is left when it is as before already', () => {
		const plan = planFor(changes(row()), [aKeyedRow({ count: 42 })]);
		expect([plan.reverts, plan.attention, plan.alreadySo.length]).toEqual([[], [], 1]);
	});

	it.each<[string, Partial<HaloLicence>, string]>([
		['somebody changed since', { count: 30 }, 'changedSince'],
		['was deleted', { count: 8, deleted: true }, 'rowDeleted'],
		['is under another client', { count: 8, clientId: 13 }, 'otherClient'],
		['holds another key', { count: 8, snowid: 'us/999_1' }, 'otherKey'],
	])('is reported and left when it %s', (_what, fields, code) => {
		const plan = planFor(changes(row()), [aKeyedRow(fields)]);
		expect(plan.reverts).toEqual([]);
		expect(codes(plan)).toEqual([code]);
		expect(plan.attention[0].issue.message).toContain('Acorn Construction');
	});

	it('is reported when it is gone', () => {
		expect(codes(planFor(changes(row()), []))).toEqual(['rowGone']);
	});
});

describe('plan items of a run that left no log', () => {
	const planned = (applied?: object) => ({
		plan: {
			action: 'create',
			target: 'licence',
			key: 'us/411833_1',
			haloId: null,
			before: null,
			after: { client_id: 12, name: 'Business Premium', count: 42, snowid: 'us/411833_1' },
			reasons: [],
			hash: '3f9a01c2b4d5e6f7',
		},
		customer: { account: 'us', customerNo: '100482', name: 'Acorn Construction' },
		haloClientId: 12,
		subscription: null,
		...applied,
	});

	it('find what was created by its key', () => {
		const { reverts } = planFor(changes(planned()), [aRow({ id: 7 }), aKeyedRow()]);
		expect(reverts.map(({ plan }) => [plan.haloId, plan.after])).toEqual([
			[501, { is_active: false }],
		]);
	});

	it('are left where the run was cut off before the row was made', () => {
		const plan = planFor(changes(planned()), [aRow({ id: 7 })]);
		expect([plan.reverts, plan.attention, plan.alreadySo.length]).toEqual([[], [], 1]);
	});

	it('are reported where several rows hold the key', () => {
		const plan = planFor(changes(planned()), [aKeyedRow(), aKeyedRow({ id: 502 })]);
		expect(codes(plan)).toEqual(['duplicateKey']);
	});

	it('are not taken back where the run itself says that it wrote nothing', () => {
		expect(changes(planned({ applied: { outcome: 'alreadySo', haloId: 501 } }))).toEqual([]);
		expect(changes(planned({ applied: { outcome: 'notWritten', haloId: null } }))).toEqual([]);
	});
});

describe('the choice of changes', () => {
	const log = changes(
		row(),
		row({ run: '18', at: '2026-11-24T04:07:00.000Z', haloClientId: 13, customer: 'Birch Dental' }),
		row({ run: null, at: null }),
	);
	const none = { run: '', client: '', from: '', to: '' };
	const chosen = (filter: Partial<typeof none>) =>
		chosenChanges(log, { ...none, ...filter }).map(({ origin }) => origin);

	it('is all of them without a filter', () => expect(chosen({})).toEqual([0, 1, 2]));
	it('is by run', () => expect(chosen({ run: '18' })).toEqual([1]));
	it("is by the client's number, or a part of the name", () => {
		expect(chosen({ client: '13' })).toEqual([1]);
		expect(chosen({ client: 'birch' })).toEqual([1]);
	});
	it('is by days, both included, and never takes what has no day', () => {
		expect(chosen({ from: '2026-11-24' })).toEqual([1]);
		expect(chosen({ to: '2026-11-23' })).toEqual([0]);
		expect(chosen({ from: '2026-11-23', to: '2026-11-24' })).toEqual([0, 1]);
	});

	it('tells which field of a row does not fit', () => {
		expect(readLoggedChanges(row({ after: 'no json' }), 0)).toEqual({
			kind: 'notUnderstood',
			field: 'after',
		});
	});
});
