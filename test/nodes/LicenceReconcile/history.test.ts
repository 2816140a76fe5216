import type { HaloLicenceRow } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import {
	aHaloClient,
	aLicenceRow,
	aLinkedLine,
	aRecurringInvoice,
} from '../../../simulators/world/builders';
import { aLine } from '../../core/sync/records';
import { fixDay } from '../fixedDay';
import { customerToCompare, reconcileStage, type ReconcileStage } from './reconcileNode';

/** Halo's change history: asked for the lines whose counts differ, to say who changed them and when. */

let stage: ReconcileStage;
beforeAll(() => fixDay('2026-11-25'));
afterAll(() => jest.restoreAllMocks());
afterEach(async () => await stage.stop());

/** Rows 501 and on of the lines 1_1 and on, in sync, at prices 10, 20, 30 and so on. */
async function start(count: number, switches: Partial<HaloSwitches> = {}) {
	const licences = Array.from(
		{ length: count },
		(_, at): HaloLicenceRow =>
			aLicenceRow({ id: 501 + at, snowid: `us/${at + 1}_1`, price: 10 * (at + 1) }),
	);
	const lines = licences.map((row, at) => aLinkedLine(row, { id: 901 + at }));
	stage = await reconcileStage(
		{
			clients: [aHaloClient({ id: 12 })],
			licences,
			recurringInvoices: [aRecurringInvoice({ lines })],
		},
		switches,
	);
}

const item = (count: number) =>
	customerToCompare(
		Array.from({ length: count }, (_, at) =>
			aLine({ subscriptionId: `${at + 1}_1`, skuNo: `${at}`, mfgPartNo: null }),
		),
	);
const edit = (licenceId: number, count = 40) =>
	expect(stage.halo.staffEdit({ licenceId, count, who: 'Dana Whitfield' })).toBe(true);
const asked = () => stage.counts()['GET /licencechange'] ?? 0;
/** An answer that does not say how many there are is followed by a second request. */
const askedIds = () => [
	...new Set(
		stage.halo.requests.entries
			.filter(({ route }) => route === '/licencechange')
			.map(({ query }) => Number(query.licence_id)),
	),
];

it('names who changed a count and when, and asks only about lines that differ', async () => {
	await start(3, { licenceChangesList: 'envelope' });
	edit(502);
	const saved = [{ key: 'us/2_1', haloLicenceId: 502, haloClientId: 12, lastCount: 42 }];
	const run = await stage.compare([item(3)], {}, { saved });
	expect(askedIds()).toEqual([502]);
	expect(run.lines).toMatchObject([
		{
			key: 'us/2_1',
			verdict: 'editedByHand',
			since: { day: '2026-11-25', by: 'changeHistory' },
			age: 'timing',
			changedBy: { who: 'person', name: 'Dana Whitfield' },
		},
	]);
	expect(run.lines[0].text).toContain(
		'The count was changed in Halo by Dana Whitfield on 2026-11-25',
	);
	expect(run.summary.requests).toBe(3);
});

it('names nobody for a count that the history does not know', async () => {
	await start(1);
	edit(501);
	stage.halo.state.licences[0].count = 39;
	const saved = [{ key: 'us/1_1', haloLicenceId: 501, haloClientId: 12, lastCount: 42 }];
	const run = await stage.compare([item(1)], {}, { saved });
	expect(run.lines).toMatchObject([
		{ verdict: 'editedByHand', since: null, changedBy: { who: 'person', name: null } },
	]);
	expect(run.lines[0].text).not.toContain('Dana');
});

it('asks nothing where all agrees, or where the last write tells that only Stellr moved', async () => {
	await start(1);
	await stage.compare([item(1)]);
	const saved = [{ key: 'us/1_1', haloLicenceId: 501, haloClientId: 12, lastCount: 40 }];
	stage.halo.state.licences[0].count = 40;
	const run = await stage.compare([item(1)], {}, { saved });
	expect(run.lines.map(({ verdict }) => verdict)).toEqual(['haloBehind']);
	expect(asked()).toBe(0);
});

it('asks about the dearest lines, as many as were set', async () => {
	await start(4);
	for (const id of [501, 502, 503, 504]) edit(id);
	const run = await stage.compare([item(4)], { historyLines: 2 });
	expect(askedIds()).toEqual([504, 503]);
	// Without the count last written a change in Halo may be our own: it is shown, and nobody is blamed.
	expect(run.lines.map(({ verdict }) => verdict)).toEqual(Array(4).fill('differsOriginUnknown'));
	expect(run.lines.map(({ changedBy }) => changedBy)).toEqual([
		{ who: 'unknown', name: null },
		{ who: 'unknown', name: null },
		{ who: 'unknown', name: 'Dana Whitfield' },
		{ who: 'unknown', name: 'Dana Whitfield' },
	]);
	stage.forget();
	await stage.compare([item(4)], { historyLines: 0 });
	expect(asked()).toBe(0);
});

it('stops asking when Halo refuses, says so, and compares all the same', async () => {
	await start(4);
	for (const id of [501, 502, 503, 504]) edit(id);
	stage.halo.faults.replace([{ match: { path: '/licencechange' }, skip: 2, times: 50, do: '404' }]);
	const run = await stage.compare([item(4)]);
	expect(run.error).toBeUndefined();
	expect(askedIds()).toEqual([504, 503]);
	expect(run.lines.map(({ changedBy }) => changedBy?.name)).toEqual([
		null,
		null,
		null,
		'Dana Whitfield',
	]);
	expect(String(run.summary.text)).toContain("Halo's change history was not read: ");
	expect(run.attention).toEqual([]);
});

it('says nothing of a Halo that keeps no history', async () => {
	await start(1, { licenceChanges: false });
	edit(501);
	const run = await stage.compare([item(1)]);
	expect(run.lines).toMatchObject([
		{ verdict: 'differsOriginUnknown', since: null, changedBy: { who: 'unknown', name: null } },
	]);
	expect(String(run.summary.text)).not.toContain('change history');
});
