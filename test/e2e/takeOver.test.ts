import type { HaloExternalLink, HaloSynnexDetails } from '../../simulators/halo/state';
import {
	aHaloClient,
	aHaloState,
	aNativeModule,
	aStellrCustomer,
	aStellrState,
	aSubscription,
} from '../../simulators/world/builders';
import type { FlowRun, Json } from '../../tools/host/flowRun';
import { writesOf } from './support/costs';
import { openStage, type Stage } from './support/stage';

/** The mapping of Halo's own module, brought across in the real n8n. */

jest.setTimeout(300_000);
const FLOW = 'Take over native mapping';
const TABLE = 'stellr_halo_mapping_v1';
let stage: Stage;

const link = (customerNo: string, name: string, halo: [number, string]): HaloExternalLink => ({
	id: Number(customerNo),
	table_id: 2,
	module_id: 1,
	halo_id: halo[0],
	halo_desc: halo[1],
	third_party_id: customerNo,
	third_party_desc: name,
	details_id: 1,
});

const nativeModule = (runs: boolean): HaloSynnexDetails =>
	aNativeModule({
		application_region: 1,
		application_type: 1,
		halointegrator: runs,
		halointegrator_lastsync: null,
		client_mappings: [
			link('100', 'Acorn Construction', [11, 'Oak Group']),
			link('101', 'An Old Name', [12, 'Birch Dental']),
			link('102', 'Cedar Freight', [99, 'Gone']),
		],
	});

async function open(runs: boolean): Promise<void> {
	stage = await openStage({
		stellr: aStellrState({
			customers: [
				aStellrCustomer({ customerNo: 100, name: 'Acorn Construction' }),
				aStellrCustomer({ customerNo: 101, name: 'birch-teeth.com' }),
				aStellrCustomer({ customerNo: 102, name: 'Cedar Freight' }),
				aStellrCustomer({ customerNo: 103, name: 'Dune Travel' }),
			],
			subscriptions: [100, 101, 102, 103].map((customerNo, at) =>
				aSubscription({ subscriptionId: `41${at}_1`, customerNo, endDate: '2099-11-30' }),
			),
		}),
		halo: aHaloState({
			clients: [
				aHaloClient({ id: 11, name: 'Oak Group' }),
				aHaloClient({ id: 12, name: 'Birch Dental' }),
				aHaloClient({ id: 14, name: 'Dune Travel' }),
			],
			synnexDetails: [nativeModule(runs)],
		}),
		haloSwitches: { rateLimit: 0 },
	});
}

afterEach(async () => {
	const { violations } = stage.halo.requests.counts();
	await stage.close();
	expect(violations).toEqual([]);
});

const rows = async () =>
	((await stage.rows(TABLE)) ?? []).map(({ customerNo, decision, haloClientId, level }) => [
		customerNo,
		decision,
		haloClientId,
		level,
	]);

async function run(flow: string): Promise<FlowRun> {
	const ended = await stage.runFlow(flow);
	expect(ended.stopReason).toBeNull();
	return ended;
}

const summaryOf = (ended: FlowRun): Json => ended.items('Record matches', 'Summary')[0];

it('takes over what the module mapped, names who is unclear, and writes nothing to Halo', async () => {
	await open(false);
	const ended = await run(FLOW);
	expect(await rows()).toEqual([['100', 'auto', 11, 'nativeMapping']]);
	expect(summaryOf(ended).text).toContain("1 by the mapping of Halo's own module");
	expect(summaryOf(ended).text).toContain('birch-teeth.com (us/101)');
	expect(ended.items('Mapping Match', 'Review').map(({ customerNo }) => customerNo)).toEqual([
		'101',
	]);
	expect(ended.items('Halo Clients', 'Needs Attention')).toMatchObject([
		{ issue: { code: 'nativeMappingWithoutClient' }, customerNo: '102' },
	]);
	expect(writesOf(stage)).toBe(0);

	// Taken over is not confirmed: names still wait for a person, and a second run takes over nothing more.
	const imported = await run('Import customers');
	expect(imported.items('Apply clients', 'Summary')).toMatchObject([
		{ counts: { linked: 1, created: 0 } },
	]);
	expect(imported.items('Mapping Match', 'Review').map(({ customerNo }) => customerNo)).toEqual([
		'103',
	]);
	const again = await run(FLOW);
	expect(summaryOf(again).counts).toMatchObject({ recorded: 0, known: 1 });
	expect(again.timesRun('Save rows')).toBe(0);
});

it('says that the module still imports', async () => {
	await open(true);
	const ended = await run(FLOW);
	expect(await rows()).toHaveLength(1);
	const hints = JSON.stringify(ended.hints('Halo Clients'));
	expect(hints).toContain('still imports on its schedule');
});
