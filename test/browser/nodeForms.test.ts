import { openEditorStage, type EditorStage } from './support/editorStage';
import { cutOff, hiddenHeight } from './support/inForm';
import { nodeVariants } from './support/nodeVariants';

/** The form of every node, in every resource and operation, as a person opens it in the editor. */

/** So high that no form has to be scrolled. */
const SCREEN = { width: 1440, height: 3400 };

let opened: EditorStage;
let editor: EditorStage['editor'];

beforeAll(async () => {
	opened = await openEditorStage('forms', SCREEN, []);
	({ editor } = opened);
});

afterAll(async () => await opened.close());

describe.each(nodeVariants())('$displayName', ({ displayName, nodes }) => {
	const pickers: string[] = [];

	it('opens its form for all that it can do, with lists that fill', async () => {
		const flow = await opened.stage.rest.createWorkflow({
			name: displayName,
			nodes,
			connections: {},
		});
		await editor.openWorkflow(flow);
		for (const { name } of nodes) {
			await editor.openNode(name);
			for (const picker of await editor.locators()) {
				if (!(await editor.isList(picker))) continue;
				expect((await editor.pickFirst(picker)).length).toBeGreaterThan(0);
				pickers.push(picker);
			}
			expect([name, await opened.user.page.evaluate(cutOff)]).toEqual([name, []]);
			expect([name, await opened.user.page.evaluate(hiddenHeight)]).toEqual([name, 0]);
			await opened.picture(`${displayName} ${name}`);
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
