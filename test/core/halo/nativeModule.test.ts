import { readNativeModule } from '../../../core/halo/nativeModule';
import { moduleText, refusalFor } from '../../../core/words/nativeModule';
import { startHaloSimulator, type HaloSimulator } from '../../../simulators/halo/server';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import type { HaloSynnexDetails } from '../../../simulators/halo/state';
import { aHaloState, aNativeModule } from '../../../simulators/world/builders';
import { runtimeFor, signIn } from '../../support/simulatorRuntime';

/** Halo's own module and ours must never write the same counts. */

let halo: HaloSimulator;
afterEach(async () => await halo.stop());

const details = (fields: Partial<HaloSynnexDetails> = {}): HaloSynnexDetails =>
	aNativeModule({ name: 'Stellr CA', halointegrator_lasterror: '', ...fields });

async function moduleAt(rows: HaloSynnexDetails[], switches: Partial<HaloSwitches> = {}) {
	halo = await startHaloSimulator(aHaloState({ synnexDetails: rows }), switches);
	const url = `${halo.authUrl}/token?tenant=${halo.credentials.tenant ?? ''}`;
	return await readNativeModule(
		runtimeFor(halo.apiUrl, await signIn(url, halo.credentials, 'all')),
	);
}

it.each([['bare'], ['envelope']] as const)(
	'is on, with its last run, whatever the list looks like (%s)',
	async (mappingsList) => {
		const module = await moduleAt([details()], { mappingsList });
		expect(module).toEqual({
			kind: 'on',
			names: ['Stellr CA'],
			lastSync: '2026-11-20T02:00:00',
			lastProblem: null,
		});
		const refusal = refusalFor(module, false);
		expect(refusal?.message).toBe(
			'Nothing was written: Halo\'s own module "Stellr CA" still imports on its schedule, last run 2026-11-20 02:00, so counts would be written twice.',
		);
		expect(refusal?.remedy).toContain('Untick Halo Integrator');
		expect(refusalFor(module, true)).toBeNull();
		expect(moduleText(module)).toContain('still on, as allowed');
	},
);

it('is off when it is unticked, and said to be none where no connection of it is shown', async () => {
	const off = await moduleAt([details({ halointegrator: false })]);
	await halo.stop();
	const none = await moduleAt([]);
	expect([off, none]).toEqual([{ kind: 'off' }, { kind: 'none' }]);
	expect([off, none].map((module) => refusalFor(module, false))).toEqual([null, null]);
});

it('is unknown, and said so, where the agent may not read it', async () => {
	const module = await moduleAt([details()], { mappingsReadable: false });
	expect(module.kind).toBe('unknown');
	expect(refusalFor(module, false)).toBeNull();
	expect(moduleText(module)).toContain('could not be read');
});

it("asks once and sends nothing that Halo's document does not know", async () => {
	await moduleAt([details()]);
	expect(halo.requests.counts()).toMatchObject({ total: 1, violations: [] });
});
