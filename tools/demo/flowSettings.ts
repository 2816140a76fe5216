import type { RestClient } from '../host/restClient';
import { OWN_NAMES } from '../../simulators/world/options';
import { FLOWS } from './runFlows';

/**
 * The shipped flow links and creates nobody before a person has reviewed the mapping. The demo has nobody to ask, so its
 * user lets it: First Mapping, Own Company, so that the provider is not its own client, and Create Missing Clients, in the
 * node that plans and in the one that applies. The drift report takes the same mapping.
 */
export async function allowCreates(rest: RestClient): Promise<void> {
	for (const flow of [FLOWS.importCustomers, FLOWS.driftReport]) {
		const workflow = await rest.findWorkflow(flow);
		for (const node of workflow.nodes) {
			if (node.type.endsWith('.mappingMatch')) {
				node.parameters.ownCompany = OWN_NAMES.join(', ');
				node.parameters.options = { firstMapping: 'apply' };
			}
			if (node.type.endsWith('.haloClientUpsert')) node.parameters.createMissing = 'on';
		}
		await rest.updateWorkflow(workflow);
	}
}
