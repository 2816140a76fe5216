import type { IDataObject } from 'n8n-workflow';

import type { HaloSwitches } from '../../../simulators/halo/switches';
import { aHaloClient, aLicenceRow } from '../../../simulators/world/builders';
import { issueOf } from '../haloNode';
import { reconcileStage, runReconcile, type ReconcileStage } from './reconcileNode';
import { haloFields } from '../simulatedCredentials';

/** Who changed which count of a client, by Halo's change history. */

let stage: ReconcileStage;
afterEach(async () => await stage.stop());

async function start(switches: Partial<HaloSwitches> = {}): Promise<void> {
	stage = await reconcileStage(
		{
			clients: [aHaloClient({ id: 12 }), aHaloClient({ id: 13, name: 'Birch Dental' })],
			licences: [
				aLicenceRow({ id: 501, name: 'Business Premium', count: 42 }),
				aLicenceRow({ id: 502, name: 'Visio', count: 3 }),
				aLicenceRow({ id: 503, name: 'An old one', count: 1, is_active: false }),
				aLicenceRow({ id: 601, client_id: 13, name: 'Of another client', count: 8 }),
			],
		},
		switches,
	);
}

const edit = (licenceId: number, count: number) =>
	expect(stage.halo.staffEdit({ licenceId, count, who: 'Dana Whitfield' })).toBe(true);
const list = async (items: IDataObject[], parameters: IDataObject = {}) =>
	await runReconcile({
		credentials: { haloPsaOAuth2Api: haloFields(stage.halo) },
		parameters: { operation: 'countChanges', ...parameters } as never,
		inputs: [items, null],
	});
const ACORN = { id: 12, name: 'Acorn Construction' };

it.each(['bare', 'envelope'] as const)(
	"lists the changes of the client's licences in words, oldest first (%s)",
	async (licenceChangesList) => {
		await start({ licenceChangesList });
		edit(501, 44);
		edit(502, 5);
		edit(501, 45);
		edit(601, 9);
		const run = await list([ACORN]);
		expect(run.error).toBeUndefined();
		const lines = run.lines as unknown as IDataObject[];
		expect(lines.map(({ text }) => text).sort()).toEqual([
			'Business Premium: 42 to 44 seats, by Dana Whitfield.',
			'Business Premium: 44 to 45 seats, by Dana Whitfield.',
			'Visio: 3 to 5 seats, by Dana Whitfield.',
		]);
		const times = lines.map(({ at }) => String(at));
		expect(times).toEqual([...times].sort());
		expect(lines[0]).toMatchObject({ haloClientId: 12, haloClientName: 'Acorn Construction' });
		expect(run.attention).toEqual([]);
		expect(run.summary.text).toContain('44 to 45 seats');
		expect(Object.keys(stage.counts()).filter((route) => !route.startsWith('GET '))).toEqual([]);
	},
);

it('asks about active licences first, no more than allowed, and says that some were left out', async () => {
	await start();
	edit(502, 5);
	stage.forget();
	const run = await list([ACORN], { mostLicences: 2 });
	expect(run.lines).toHaveLength(1);
	const asked = stage.halo.requests.entries
		.filter(({ route }) => route === '/licencechange')
		.map(({ query }) => Number(query.licence_id));
	expect([...new Set(asked)].sort()).toEqual([501, 502]);
	expect(issueOf(run.attention[0])).toMatchObject({ code: 'licencesLeftOut' });
});

it('says which client it could not learn about, and goes on with the next', async () => {
	await start();
	edit(601, 9);
	stage.halo.faults.replace([{ match: { path: '/licencechange' }, skip: 0, times: 1, do: '404' }]);
	const run = await list([ACORN, { id: 13, name: 'Birch Dental' }, { note: 'no client' }]);
	expect((run.lines as unknown as IDataObject[]).map(({ haloClientId }) => haloClientId)).toEqual([
		13,
	]);
	expect(run.attention.map((item) => issueOf(item).code)).toEqual(['changesNotRead', 'noClient']);
	expect(run.attention[0]).toMatchObject({ haloClientId: 12 });
	// Halo answers so too where it keeps no history: then there is nothing to mend.
	expect(issueOf(run.attention[0]).remedy).toMatch(
		/^Where HaloPSA keeps no change history, nothing/,
	);
});

it('lists nothing where Halo keeps no history', async () => {
	await start({ licenceChanges: false });
	edit(501, 44);
	const run = await list([ACORN]);
	expect(run.lines).toEqual([]);
	expect(run.attention).toEqual([]);
});
