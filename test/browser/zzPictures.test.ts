import { aHaloState, aStellrState } from '../../simulators/world/builders';
import { openStage, type Stage } from '../e2e/support/stage';
import { hostAddress } from '../e2e/support/sharedHost';
import { signIn, type SignedIn } from './support/browser';
jest.setTimeout(300_000);
let stage: Stage;
let user: SignedIn;
beforeAll(async () => {
	stage = await openStage({ stellr: aStellrState({}), halo: aHaloState({}) });
	user = await signIn();
});
afterAll(async () => { await user.close(); await stage.close(); });
it.each(['Plan licences of a customer', 'Apply planned licences', 'Sync one client now', 'What happened to this client', 'Quick start', 'Update licences', 'Generate mapping', 'Export mapping', 'Revert changes'])('%s', async (flow) => {
	const { id } = await stage.rest.findWorkflow(flow);
	await user.page.goto(`${hostAddress().url}/workflow/${id}`);
	await user.page.locator('[data-test-id="canvas-node"]').first().waitFor();
	await user.page.setViewportSize({ width: 2400, height: 1300 });
	await user.page.waitForTimeout(1500);
	await user.page.keyboard.press('1');
	await user.page.waitForTimeout(1200);
	await user.page.screenshot({ path: `/tmp/w/flows/${flow.replaceAll(' ', '-')}.png` });
});
