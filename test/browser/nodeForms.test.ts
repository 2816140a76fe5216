/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Editor } from '../../tools/browser/editor';
import { demoWorld } from '../../tools/demo/world';
import { hostAddress } from '../e2e/support/sharedHost';
import { openStage, type Stage } from '../e2e/support/stage';
import { signIn, type SignedIn } from './support/browser';
import { cutOff } from './support/inForm';
import { nodeVariants } from './support/nodeVariants';

/** The form of every node, in every resource and operation, as a person opens it in the editor. */

const PICTURES = path.resolve(__dirname, '../../.browser/forms');
/** So high that no form has to be scrolled. */
const SCREEN = { width: 1440, height: 2200 };

let stage: Stage;
let user: SignedIn;
let editor: Editor;

beforeAll(async () => {
	mkdirSync(PICTURES, { recursive: true });
	const { stellr, halo } = demoWorld(25, 7);
	stage = await openStage({ stellr, halo, haloSwitches: { rateLimit: 0 }, flows: [] });
	user = await signIn();
	await user.page.setViewportSize(SCREEN);
	editor = new Editor(user.page, hostAddress().url);
	await editor.complaints.listen();
});

afterAll(async () => {
	await user.close();
	await stage.close();
});

describe.each(nodeVariants())('$displayName', ({ displayName, nodes }) => {
	const pickers: string[] = [];

	it('opens its form for all that it can do, with lists that fill', async () => {
		const flow = await stage.rest.createWorkflow({ name: displayName, nodes, connections: {} });
		await editor.openWorkflow(flow);
		for (const { name } of nodes) {
			await editor.openNode(name);
			for (const picker of await editor.locators()) {
				if (!(await editor.isList(picker))) continue;
				expect((await editor.pickFirst(picker)).length).toBeGreaterThan(0);
				pickers.push(picker);
			}
			expect([name, await user.page.evaluate(cutOff)]).toEqual([name, []]);
			await user.page.screenshot({ path: path.join(PICTURES, `${displayName} ${name}.png`) });
			await editor.closeNode();
		}
	});

	it('marks no node red once its lists are chosen from', async () => {
		expect(await editor.nodesWithIssues()).toEqual([]);
	});

	it('leaves nothing in the console and pops up no message', async () => {
		expect(await editor.complaints.take()).toEqual([]);
	});

	it('offers a list for each picker of its parameters', () => {
		const declared = [...JSON.stringify(nodes).matchAll(/"(\w+)":\{"__rl":true/g)];
		expect(new Set(pickers)).toEqual(new Set(declared.map(([, picker]) => picker)));
	});
});
