import { readLicences } from '../../../core/halo/licences';
import { startHaloSimulator, type HaloSimulator } from '../../../simulators/halo/server';
import { aHaloClient, aHaloState, aLicenceRow } from '../../../simulators/world/builders';
import { runtimeFor, signIn } from '../../support/simulatorRuntime';

/** Rows that slip from page to page while a list is read. */

let halo: HaloSimulator;
afterEach(async () => await halo.stop());

async function readWith(times: number) {
	const licences = Array.from({ length: 230 }, (_, at) =>
		aLicenceRow({ id: 501 + at, client_id: 12 }),
	);
	halo = await startHaloSimulator(aHaloState({ clients: [aHaloClient({ id: 12 })], licences }));
	const url = `${halo.authUrl}/token?tenant=${halo.credentials.tenant ?? ''}`;
	const runtime = runtimeFor(halo.apiUrl, await signIn(url, halo.credentials, 'all'));
	halo.faults.replace([{ match: { path: '/softwarelicence' }, skip: 1, times, do: 'shift-rows' }]);
	return (await readLicences(runtime, {})).list;
}

it('a list that a row slipped out of is read once more and then is whole', async () => {
	const list = await readWith(1);
	expect([list.complete, list.rows.length]).toEqual([true, 230]);
});

it('a list that goes on shifting says that it is not whole', async () => {
	const list = await readWith(50);
	expect([list.complete, list.failure?.code]).toEqual([false, 'listIncomplete']);
});
