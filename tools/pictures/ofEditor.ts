import type { Editor } from '../browser/editor';

/** What lies over the canvas, and the dots behind it, which would make the file three times as big. */
const WITHOUT_TOOLS = `
	[data-test-id="canvas-controls"], .vue-flow__panel, .vue-flow__background,
	[data-test-id="execute-workflow-button"], .el-notification,
	[data-test-id="floating-nodes"], [data-test-id="resize-handle"] { visibility: hidden !important; }
`;

/** Around what is shown. */
const MARGIN = 16;

/** Where everything that can be seen of nodes and notes is, in the window. */
const FLOW_BOX = `(() => {
	const parts = [...document.querySelectorAll('[data-test-id="sticky"], .vue-flow__node svg, .vue-flow__node div')]
		.filter((part) => part.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
		.filter((part) => part.tagName !== 'DIV' || part.dataset.testId === 'sticky' || part.children.length === 0)
		.map((part) => part.getBoundingClientRect())
		.filter(({ width, height }) => width > 0 && height > 0);
	const left = Math.min(...parts.map((part) => part.left));
	const top = Math.min(...parts.map((part) => part.top));
	return {
		x: left,
		y: top,
		width: Math.max(...parts.map((part) => part.right)) - left,
		height: Math.max(...parts.map((part) => part.bottom)) - top,
	};
})()`;

const CREDENTIAL_IS_NAMED = `/ /.test(
	document.querySelector('[data-test-id="node-credentials-select"] input')?.value ?? '',
)`;

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** The whole flow as it lies on the canvas. */
export async function canvasPicture({ page }: Editor, picture: string): Promise<void> {
	const { x, y, width, height } = await page.evaluate<Box>(FLOW_BOX);
	await page.screenshot({
		path: picture,
		style: WITHOUT_TOOLS,
		clip: {
			x: x - MARGIN,
			y: y - MARGIN,
			width: width + 2 * MARGIN,
			height: height + 2 * MARGIN,
		},
	});
}

/** The parameters of the node that is open, down to the last of them. */
export async function formPicture({ page, form }: Editor, picture: string): Promise<void> {
	// Until the credentials are read, the first field shows an id.
	await page.waitForFunction(CREDENTIAL_IS_NAMED);
	const panel = await form.boundingBox();
	const last = await form
		.locator('[data-test-id="parameter-item"]:visible, .parameter-item:visible')
		.last()
		.boundingBox();
	if (panel === null || last === null) throw new Error('No form is open');
	await page.screenshot({
		path: picture,
		style: WITHOUT_TOOLS,
		clip: { ...panel, height: last.y + last.height + MARGIN - panel.y },
	});
}

/** One output of the node that is open, as a table over most of the window. */
export async function outputPicture(
	editor: Editor,
	output: string,
	picture: string,
): Promise<void> {
	await editor.showOutput(output, 'Table');
	await editor.widenOutput();
	await editor.output.screenshot({ path: picture, style: WITHOUT_TOOLS });
}
