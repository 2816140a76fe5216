/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Workflow } from '../../tools/host/restClient';
import { readWorkflows } from '../../tools/host/startN8n';
import { hostAddress } from '../e2e/support/sharedHost';
import { FLOWS } from '../e2e/support/stage';
import { openEditorStage, type EditorStage } from './support/editorStage';
import { formOf, openForm, startsByItself } from './support/flowStarts';

/** Every shipped flow, opened on the canvas and started the way its user starts it. */

const SCREEN = { width: 1800, height: 1000 };
const FILES = readdirSync(FLOWS).filter((file) => file.endsWith('.json'));

let opened: EditorStage;
let editor: EditorStage['editor'];

beforeAll(async () => {
	opened = await openEditorStage('flows', SCREEN);
	({ editor } = opened);
});

afterAll(async () => await opened.close());

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
		const flow = await opened.stage.rest.findWorkflow(content.name);
		await editor.openWorkflow(flow);
		await opened.picture(path.parse(file).name);
		await choose(flow);
		expect(await editor.complaints.take()).toEqual([]);
	});

	if (startsByItself(content)) {
		it('runs to its end', async () => {
			const flow = await opened.stage.rest.findWorkflow(content.name);
			await editor.execute();
			expect((await opened.stage.rest.executionsOf(flow.id)).map(({ status }) => status)).toEqual([
				'success',
			]);
			expect(await editor.complaints.take()).toEqual([]);
		});
	}

	if (form !== null) {
		it('opens its form', async () => {
			await opened.stage.rest.publishWorkflow(
				(await opened.stage.rest.findWorkflow(content.name)).id,
			);
			const tab = await opened.user.page.context().newPage();
			const shown = await openForm(tab, `${hostAddress().url}/form/${form.path}`);
			expect(shown).toEqual({ title: form.title, button: form.button });
			await tab.close();
		});
	}
});
