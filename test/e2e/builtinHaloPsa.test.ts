/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import path from 'node:path';
import { aHaloClient, aHaloState } from '../../simulators/world/builders';
import { readWorkflows } from '../../tools/host/startN8n';
import { openStage, type Stage } from './support/stage';

const FLOW = path.resolve(__dirname, 'fixtures/builtin-halopsa.workflow.json');

describe("n8n's own HaloPSA node, which was written for the real one", () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage({
			stellr: { accounts: [] },
			halo: aHaloState({ clients: [aHaloClient({ id: 12, name: 'Birch Hotels' })] }),
			flows: [],
		});
		const { authUrl, apiUrl, credentials } = stage.halo;
		await stage.rest.createCredential({
			name: "Halo simulator (n8n's own)",
			type: 'haloPSAApi',
			data: {
				hostingType: 'hostedHalo',
				tenant: credentials.tenant,
				authUrl,
				resourceApiUrl: apiUrl,
				client_id: credentials.clientId,
				client_secret: credentials.clientSecret,
				scope: 'all',
			},
		});
		for (const flow of readWorkflows(FLOW)) await stage.rest.createWorkflow(flow);
	});

	afterAll(async () => await stage.close());

	it('creates a client on the simulated Halo, and lists and finds it there', async () => {
		const run = await stage.runFlow("n8n's own HaloPSA node against the simulator");
		expect([run.status, run.stopReason]).toEqual(['success', null]);
		expect(run.items('Create Client')).toEqual([
			expect.objectContaining({ name: 'Acorn Construction' }),
		]);
		const listed = run.items('List Clients').map(({ name }) => name);
		expect(listed.sort()).toEqual(['Acorn Construction', 'Birch Hotels']);
		// It asks once for each item that comes in, and two came.
		const found = run.items('List Some Clients').map(({ name }) => name);
		expect(found).toEqual(['Acorn Construction', 'Acorn Construction']);
		expect(stage.halo.state.clients.map(({ name }) => name).sort()).toEqual([
			'Acorn Construction',
			'Birch Hotels',
		]);
	});
});
