import type { FlowRun, Json } from '../host/flowRun';
import type { RestClient, Workflow } from '../host/restClient';

/** In the order in which a user runs them. */
export const FLOWS = {
	importCustomers: 'Import customers',
	updateLicences: 'Update licences',
	driftReport: 'Drift report',
	renewalRadar: 'Renewal radar',
} as const;

/** What one flow's planning and applying node said on Summary; null where it has none or it did not run. */
export interface FlowResult {
	flow: string;
	seconds: number;
	plan: Json | null;
	apply: Json | null;
	/** How many items its nodes put out on Needs Attention, by code. */
	attention: Record<string, number>;
}

/** Runs a flow that plans and applies, and keeps what it said. */
export async function runFlow(rest: RestClient, flow: string): Promise<FlowResult> {
	const { workflow, run } = await runToEnd(rest, flow);
	return {
		flow,
		seconds: run.milliseconds / 1000,
		plan: summaryOf(workflow, run, 'plan'),
		apply: summaryOf(workflow, run, 'apply'),
		attention: attentionOf(workflow, run),
	};
}

/** Runs any flow to its end. Throws a sentence when n8n stopped it. */
export async function runToEnd(
	rest: RestClient,
	flow: string,
): Promise<{ workflow: Workflow; run: FlowRun }> {
	const workflow = await rest.findWorkflow(flow);
	const run = await rest.runWorkflow(workflow.id, undefined, { timeoutMs: 15 * 60_000 });
	if (run.status !== 'success') {
		const { node, message, description } = run.stopReason ?? {
			node: '',
			message: run.status,
			description: '',
		};
		throw new Error(`The flow "${flow}" stopped at "${node}": ${message} ${description}`.trim());
	}
	return { workflow, run };
}

const WRITING_NODE = /\.halo(Client|Licence)Upsert$/;

function summaryOf(workflow: Workflow, run: FlowRun, operation: 'plan' | 'apply'): Json | null {
	const node = workflow.nodes.find(
		({ type, parameters }) =>
			WRITING_NODE.test(type) && (parameters.operation ?? 'plan') === operation,
	);
	if (node === undefined || run.timesRun(node.name) === 0) return null;
	return run.items(node.name, 'Summary')[0] ?? null;
}

/** How many items the package's nodes put out on Needs Attention, by code. */
export function attentionOf(workflow: Workflow, run: FlowRun): Record<string, number> {
	const codes: Record<string, number> = {};
	for (const { name, type } of workflow.nodes) {
		if (!type.startsWith('n8n-nodes-stellr-halo.') || run.timesRun(name) === 0) continue;
		for (const { issue } of run.items(name, 'Needs Attention')) {
			const code = String((issue as Json | undefined)?.code ?? 'unknown');
			codes[code] = (codes[code] ?? 0) + 1;
		}
	}
	return codes;
}
