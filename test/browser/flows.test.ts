/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Editor } from '../../tools/browser/editor';
import { demoWorld } from '../../tools/demo/world';
import type { Workflow } from '../../tools/host/restClient';
import { readWorkflows } from '../../tools/host/startN8n';
import { hostAddress } from '../e2e/support/sharedHost';
import { FLOWS, openStage, type Stage } from '../e2e/support/stage';
import { signIn, type SignedIn } from './support/browser';
import { formOf, openForm, startsByItself } from './support/flowStarts';

/** Every shipped flow, opened on the canvas and started the way its user starts it. */

const PICTURES = path.resolve(__dirname, '../../.browser/flows');
const SCREEN = { width: 1800, height: 1000 };
const FILES = readdirSync(FLOWS).filter((file) => file.endsWith('.json'));

let stage: Stage;
let user: SignedIn;
let editor: Editor;

beforeAll(async () => {
	mkdirSync(PICTURES, { recursive: true });
	const { stellr, halo } = demoWorld(25, 7);
	stage = await openStage({ stellr, halo, haloSwitches: { rateLimit: 0 } });
	user = await signIn();
	await user.page.setViewportSize(SCREEN);
	editor = new Editor(user.page, hostAddress().url);
	await editor.complaints.listen();
});

afterAll(async () => {
	await user.close();
	await stage.close();
});

/** A person chooses what a flow asks for each time, such as a client; nothing else may be missing. */
async function choose(flow: Workflow): Promise<void> {
	for (const name of await editor.nodesWithIssues()) {
		await editor.openNode(name);
		for (const picker of await editor.locators()) {
			if (await editor.isList(picker)) await editor.pickFirst(picker);
		}
		await editor.closeNode();
	}
	expect([flow.name, await editor.nodesWithIssues()]).toEqual([flow.name, []]);
}

describe.each(FILES)('%s', (file) => {
	const [content] = readWorkflows(path.join(FLOWS, file));
	const form = formOf(content);

	it('opens on the canvas with nothing missing but what it asks for each time', async () => {
		const flow = await stage.rest.findWorkflow(content.name);
		await editor.openWorkflow(flow);
		const named = file.replace('.json', '.png');
		await user.page.screenshot({ path: path.join(PICTURES, named), animations: 'disabled' });
		await choose(flow);
		expect(await editor.complaints.take()).toEqual([]);
	});

	if (startsByItself(content)) {
		it('runs to its end', async () => {
			const flow = await stage.rest.findWorkflow(content.name);
			await editor.execute();
			expect((await stage.rest.executionsOf(flow.id)).map(({ status }) => status)).toEqual([
				'success',
			]);
			expect(await editor.complaints.take()).toEqual([]);
		});
	}

	if (form !== null) {
		it('opens its form', async () => {
			await stage.rest.publishWorkflow((await stage.rest.findWorkflow(content.name)).id);
			const tab = await user.page.context().newPage();
			const shown = await openForm(tab, `${hostAddress().url}/form/${form.path}`);
			expect(shown).toEqual({ title: form.title, button: form.button });
			await tab.close();
		});
	}
});
