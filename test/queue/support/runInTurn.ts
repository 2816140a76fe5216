import type { FlowRun } from '../../../tools/host/flowRun';
import type { RestClient } from '../../../tools/host/restClient';
import type { AccountFlow } from './flows';

/** One flow after the other in each Halo, the Halos beside each other: how schedules should be set. Each must end well. */
export async function runInTurn(
	rest: RestClient,
	flows: AccountFlow[],
	{ timeoutMs = 180_000 } = {},
): Promise<{ runs: FlowRun[]; seconds: number }> {
	const started = Date.now();
	const tenants = [...new Set(flows.map(({ tenant }) => tenant))];
	const runs = await Promise.all(
		tenants.map(async (tenant) => {
			const ofTenant: FlowRun[] = [];
			for (const { id, name } of flows.filter((flow) => flow.tenant === tenant)) {
				const run = await rest.runWorkflow(id, undefined, { timeoutMs });
				if (run.status !== 'success') {
					throw new Error(`"${name}" ended with ${run.status}: ${run.stopReason?.message ?? ''}`);
				}
				ofTenant.push(run);
			}
			return ofTenant;
		}),
	);
	return { runs: runs.flat(), seconds: (Date.now() - started) / 1000 };
}
