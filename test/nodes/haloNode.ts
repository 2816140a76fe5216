import type { IDataObject, INodeType } from 'n8n-workflow';

import { startHaloSimulator, type HaloSimulator } from '../../simulators/halo/server';
import type { HaloState } from '../../simulators/halo/state';
import type { HaloSwitches } from '../../simulators/halo/switches';
import { aHaloState } from '../../simulators/world/builders';
import { haloFields } from './simulatedCredentials';
import { runNode, type NodeRun, type NodeRunResult } from './harness';

/** One writing node in n8n's engine against a simulated Halo. */
export interface HaloNodeStage {
	halo: HaloSimulator;
	run: (items: object[] | null, more?: Partial<NodeRun>) => Promise<HaloNodeRun>;
	/** API calls by method and route since the last call of `forget`. */
	counts: () => Record<string, number>;
	forget: () => void;
	stop: () => Promise<void>;
}

export interface HaloNodeRun extends NodeRunResult {
	first: IDataObject[];
	held: IDataObject[];
	attention: IDataObject[];
	summary: IDataObject;
}

export async function haloNodeStage(
	nodeType: new () => INodeType,
	tables: Partial<HaloState>,
	switches: Partial<HaloSwitches> = {},
): Promise<HaloNodeStage> {
	const halo = await startHaloSimulator(aHaloState(tables), { rateLimit: 0, ...switches });
	const credentials = { haloPsaOAuth2Api: haloFields(halo) };
	return {
		halo,
		counts: () => halo.requests.counts().counts,
		forget: () => halo.requests.clear(),
		stop: async () => await halo.stop(),
		run: async (items, more = {}) => {
			const result = await runNode({
				nodeType,
				credentials,
				inputs: [items as IDataObject[] | null],
				...more,
			});
			const [first, held, attention, summary] = result.outputs;
			return { ...result, first, held, attention, summary: summary[0] };
		},
	};
}

export function issueOf(item: IDataObject): { code: string; message: string; remedy: string } {
	return item.issue as { code: string; message: string; remedy: string };
}

/** Inputs behind an output item, by number. */
export function originsOf(run: NodeRunResult, output: number): number[][] {
	return run.items[output].map(({ pairedItem }) => {
		const pairs = Array.isArray(pairedItem) ? pairedItem : [pairedItem];
		return pairs.map((pair) => (typeof pair === 'object' ? pair.item : Number(pair)));
	});
}

/** No item carries a top-level `error`: n8n would drop its data or run the node again. */
export function expectNoErrorKey(run: NodeRunResult): void {
	for (const item of run.outputs.flat()) expect(item).not.toHaveProperty('error');
}
