import { HALO_ACCOUNT, STELLR_ACCOUNT } from '../../tools/host/accounts';
import {
	aHaloClient,
	aHaloState,
	aStellrAccount,
	aStellrCustomer,
} from '../../simulators/world/builders';
import { openStage, type Stage } from './support/stage';

/** Both accounts serve n8n's own HTTP Request node too, for what the package does not offer. */

jest.setTimeout(120_000);
let stage: Stage;

beforeAll(async () => {
	stage = await openStage({
		stellr: { accounts: [aStellrAccount({ customers: [aStellrCustomer()] })] },
		halo: aHaloState({ clients: [aHaloClient({ name: 'Acorn Construction' })] }),
		flows: [],
	});
});
afterAll(async () => await stage.close());

async function requestWith(type: string, account: string, url: string) {
	const id = (await stage.rest.listCredentials()).find(({ name }) => name === account)?.id ?? '';
	const { id: flow } = await stage.rest.createWorkflow({
		name: `HTTP Request with ${account}`,
		nodes: [
			{
				id: 'start',
				name: 'Run by hand',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'request',
				name: 'HTTP Request',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: [240, 0],
				parameters: { url, authentication: 'predefinedCredentialType', nodeCredentialType: type },
				credentials: { [type]: { id, name: account } },
			},
		],
		connections: { 'Run by hand': { main: [[{ node: 'HTTP Request', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	const run = await stage.rest.runWorkflow(flow);
	expect(run.stopReason).toBeNull();
	return run.items('HTTP Request')[0];
}

it('reads Stellr customers', async () => {
	const url = `${stage.stellr.url}/api/v1/cloud/customers?pageNo=1&pageSize=10`;
	expect(await requestWith('stellrOAuth2Api', STELLR_ACCOUNT, url)).toMatchObject({
		data: { total: 1 },
	});
});

it('reads Halo clients', async () => {
	const url = `${stage.halo.apiUrl}/Client?pageinate=true&page_no=1&page_size=10`;
	expect(await requestWith('haloPsaOAuth2Api', HALO_ACCOUNT, url)).toMatchObject({
		clients: [{ name: 'Acorn Construction' }],
	});
});
