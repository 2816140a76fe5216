import type { Runtime } from '../../core/http/types';
import { startHaloSimulator, type HaloSimulator } from '../../simulators/halo/server';
import type { HaloState } from '../../simulators/halo/state';
import type { HaloSwitches } from '../../simulators/halo/switches';
import { aHaloState } from '../../simulators/world/builders';
import { runtimeFor, signIn } from './simulatorRuntime';

/** A simulated Halo with the rows of a test, and core's surroundings bound to it. */
export interface HaloStage {
	halo: HaloSimulator;
	runtime: Runtime;
	/** Requests by method and route since the last call of `forget`. */
	counts: () => Record<string, number>;
	forget: () => void;
	stop: () => Promise<void>;
}

export async function haloStage(
	tables: Partial<HaloState>,
	switches: Partial<HaloSwitches> = {},
): Promise<HaloStage> {
	const halo = await startHaloSimulator(aHaloState(tables), { rateLimit: 0, ...switches });
	const token = await signIn(
		`${halo.authUrl}/token?tenant=${halo.credentials.tenant ?? ''}`,
		halo.credentials,
		'all',
	);
	return {
		halo,
		runtime: runtimeFor(halo.apiUrl, token),
		counts: () => halo.requests.counts().counts,
		forget: () => halo.requests.clear(),
		stop: async () => await halo.stop(),
	};
}
