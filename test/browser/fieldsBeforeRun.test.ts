/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { Editor } from '../../tools/browser/editor';
import { PACKAGE_NAME } from '../../tools/package/pack';
import { connectToHost, hostAddress } from '../e2e/support/sharedHost';
import { signIn, type SignedIn } from './support/browser';

/** Fields of a node of ours, in the form of the node behind it, before anything has run. */

const PICTURES = path.resolve(__dirname, '../../.browser/fields');

let user: SignedIn;

beforeAll(async () => {
	mkdirSync(PICTURES, { recursive: true });
	user = await signIn();
	await user.page.setViewportSize({ width: 1440, height: 1400 });
});

afterAll(async () => await user.close());

const CASES = [
	{ type: 'haloLicenceUpsert', parameters: {}, fields: ['haloClientName', 'plan'] },
	{ type: 'mappingMatch', parameters: {}, fields: ['customerNo', 'match'] },
	{ type: 'mappingReview', parameters: {}, fields: ['verdict', 'form'] },
];

it.each(CASES)('$type offers its fields to be dragged', async ({ type, parameters, fields }) => {
	const rest = await connectToHost();
	const flow = await rest.createWorkflow({
		name: `Fields of ${type}`,
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', [0, 0], {}),
			node('Ours', `${PACKAGE_NAME}.${type}`, [220, 0], parameters),
			node('Behind', 'n8n-nodes-base.set', [440, 0], {}),
		],
		connections: {
			Start: { main: [[{ node: 'Ours', type: 'main', index: 0 }]] },
			Ours: { main: [[{ node: 'Behind', type: 'main', index: 0 }]] },
		},
	});
	const { page } = user;
	const editor = new Editor(page, hostAddress().url);
	await editor.openWorkflow(flow);
	await editor.openNode('Behind');
	const input = page.locator('[data-test-id="ndv-input-panel"]');
	for (const field of fields)
		await input.getByText(field, { exact: true }).first().waitFor({ timeout: 20_000 });
	await page.screenshot({ path: path.join(PICTURES, `${type}.png`) });
});

function node(name: string, type: string, position: [number, number], parameters: IDataObject) {
	const typeVersion = type.startsWith('n8n-nodes-base.set') ? 3.4 : 1;
	return { id: name, name, type, typeVersion, position, parameters };
}
