/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
/** What suites share that cut a run short: starting one without waiting for its end, and comparing what stands in Halo. */
import { setTimeout as pause } from 'node:timers/promises';
import type { HaloSimulator } from '../../../simulators/halo/server';
import type { HaloState } from '../../../simulators/halo/state';
import type { RestClient } from '../../../tools/host/restClient';

/** Starts a flow from its manual trigger; resolves to the execution's id as soon as it runs. */
export async function startRun(rest: RestClient, flow: string): Promise<string> {
	const workflow = await rest.findWorkflow(flow);
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	const { executionId } = await rest.data<{ executionId: string }>(
		'POST',
		`/rest/workflows/${workflow.id}/run`,
		{ workflowData: workflow, triggerToStartFrom: { name: trigger?.name } },
	);
	return executionId;
}

export const licenceWrites = (halo: HaloSimulator) =>
	halo.requests.entries.filter(
		({ method, route }) => method === 'POST' && route === '/softwarelicence',
	);

/** Waits until Halo was sent so many writes of licences. */
export async function untilWrites(halo: HaloSimulator, count: number): Promise<void> {
	const deadline = Date.now() + 90_000;
	while (licenceWrites(halo).length < count) {
		if (Date.now() > deadline) throw new Error(`${licenceWrites(halo).length} writes of ${count}`);
		await pause(20);
	}
}

/** Licence rows as a person sees them: new ones without the number that they happened to get. */
export function licencePicture(state: HaloState, known: ReadonlySet<number>): string[] {
	return state.licences
		.map((row) => JSON.stringify({ ...row, id: known.has(row.id) ? row.id : 'new' }))
		.sort();
}

export function keysHeldTwice(state: HaloState): string[] {
	const keys = state.licences
		.filter(({ is_active: active }) => active)
		.flatMap(({ snowid }) => (snowid === null ? [] : [snowid.split(' ')[0]]));
	return keys.filter((key, at) => keys.indexOf(key) !== at);
}
