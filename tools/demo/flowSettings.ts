import type { RestClient } from '../host/restClient';
import { FLOWS } from './runFlows';

/**
 * The shipped flow creates no clients until its user allows it. The demo's user does: Create Missing Clients, in the node that
 * plans and in the one that applies, and nothing else.
 */
export async function allowCreates(rest: RestClient): Promise<void> {
	const workflow = await rest.findWorkflow(FLOWS.importCustomers);
	for (const node of workflow.nodes) {
		if (node.type.endsWith('.haloClientUpsert')) node.parameters.createMissing = 'on';
	}
	await rest.updateWorkflow(workflow);
}
