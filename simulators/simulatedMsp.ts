/** Both simulators over one world, so that a night changes both: what the CLI, the demo and end-to-end tests start. */
import { startHaloSimulator } from './halo/server';
import type { HaloSimulator } from './halo/server';
import type { HaloSwitches } from './halo/switches';
import { startStellrSimulator } from './stellr/server';
import type { StellrSimulator } from './stellr/server';
import type { StellrSwitches } from './stellr/switches';
import { applyNight } from './world/nights';
import type { NightChange, NightOptions } from './world/nights';
import { adoptionWorld } from './world/scenarios/adoption';
import { mainJobCustomers } from './world/scenarios/mainJob';
import { quietNight } from './world/scenarios/quietNight';
import type { QuietNightChanges, QuietNightOptions } from './world/scenarios/quietNight';
import { reconcileWorld } from './world/scenarios/reconcile';
import { generateWorld } from './world/world';
import type { World } from './world/world';

export type Scenario = 'main-job' | 'adoption' | 'reconcile';

export interface SimulatedMspOptions {
	customers?: number;
	seed?: number;
	/** A world with exact counts; `customers` then sizes all but `main-job` where it is given. */
	scenario?: Scenario;
	/** A world made elsewhere. */
	world?: World;
	latency?: number;
	stellrPort?: number;
	haloPort?: number;
	/** Requests per window before 429, on both. */
	rateLimit?: number;
	rateWindow?: number;
	stellrSwitches?: Partial<StellrSwitches>;
	haloSwitches?: Partial<HaloSwitches>;
}

/** What somebody needs to connect to both. */
export interface MspAddresses {
	stellr: {
		url: string;
		tokenUrl: string;
		accounts: Array<{ label: string; clientId: string; clientSecret: string }>;
	};
	halo: {
		url: string;
		apiUrl: string;
		authUrl: string;
		tenant: string | null;
		clientId: string;
		clientSecret: string;
	};
}

export interface SimulatedMsp {
	stellr: StellrSimulator;
	halo: HaloSimulator;
	/** Answer sheet included; `stellr` and `halo` in it are the rows being served. */
	world: () => World;
	addresses: MspAddresses;
	night: (options?: Partial<NightOptions>) => NightChange[];
	quietNight: (options?: Partial<QuietNightOptions>) => QuietNightChanges;
	stop: () => Promise<void>;
}

export async function startSimulatedMsp(options: SimulatedMspOptions = {}): Promise<SimulatedMsp> {
	const start = options.world ?? worldFor(options);
	let nights = 0;
	let truth = structuredClone(start.truth);
	let asOf = start.asOf;

	const world = (): World => ({
		...start,
		asOf,
		truth,
		stellr: stellr.state,
		halo: halo.state,
	});
	const changing = <Changes>(change: (world: World) => Changes): Changes => {
		const current = world();
		const changes = change(current);
		truth = current.truth;
		asOf = current.asOf;
		return changes;
	};
	const night = (given: Partial<NightOptions> = {}) => {
		nights += 1;
		return changing((current) => applyNight(current, nights, given));
	};
	const quiet = (given: Partial<QuietNightOptions> = {}) =>
		changing((current) => quietNight(current, given));

	const halo = await startHaloSimulator(start.halo, haloSwitches(options), {
		port: options.haloPort,
	});
	const stellr = await startStellrSimulator(start.stellr, stellrSwitches(options), {
		port: options.stellrPort,
		controls: {
			'POST night': (body) => night((body ?? {}) as Partial<NightOptions>),
			'POST quiet-night': (body) => quiet((body ?? {}) as Partial<QuietNightOptions>),
			'GET truth': () => truth,
		},
		onReset: () => {
			nights = 0;
			truth = structuredClone(start.truth);
			asOf = start.asOf;
		},
	});
	return {
		stellr,
		halo,
		world,
		addresses: addressesOf(stellr, halo),
		night,
		quietNight: quiet,
		stop: async () => {
			await Promise.all([stellr.stop(), halo.stop()]);
		},
	};
}

function worldFor({ scenario, customers, seed }: SimulatedMspOptions): World {
	if (scenario === 'main-job') return mainJobCustomers(seed);
	if (scenario === 'adoption') return adoptionWorld(seed, customers);
	if (scenario === 'reconcile') return reconcileWorld({ seed, customers });
	return generateWorld({ customers: customers ?? 300, seed: seed ?? 1 });
}

function haloSwitches(options: SimulatedMspOptions): Partial<HaloSwitches> {
	const { latency, rateLimit, rateWindow } = options;
	return {
		...(latency === undefined ? {} : { latencyMs: latency }),
		...(rateLimit === undefined ? {} : { rateLimit, rateWindowSeconds: rateWindow ?? 300 }),
		...options.haloSwitches,
	};
}

function stellrSwitches(options: SimulatedMspOptions): Partial<StellrSwitches> {
	const { latency, rateLimit, rateWindow } = options;
	const limit = rateLimit ? { requests: rateLimit, windowSeconds: rateWindow ?? 300 } : null;
	return { latencyMs: latency ?? 0, rateLimit: limit, ...options.stellrSwitches };
}

function addressesOf(stellr: StellrSimulator, halo: HaloSimulator): MspAddresses {
	return {
		stellr: {
			url: stellr.url,
			tokenUrl: stellr.tokenUrl,
			accounts: stellr.state.accounts.map(({ label, clientId, clientSecret }) => ({
				label,
				clientId,
				clientSecret,
			})),
		},
		halo: {
			url: halo.url,
			apiUrl: halo.apiUrl,
			authUrl: halo.authUrl,
			tenant: halo.credentials.tenant ?? null,
			clientId: halo.credentials.clientId,
			clientSecret: halo.credentials.clientSecret,
		},
	};
}
