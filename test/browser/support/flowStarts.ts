import type { Page } from 'playwright-core';
import type { Workflow } from '../../../tools/host/restClient';

/** How a flow starts: from the editor's button, or from its form. */

interface FlowForm {
	/** The last part of its address. */
	path: string;
	title: string;
	button: string;
}

type FlowFile = Pick<Workflow, 'nodes'>;

/** Whether the editor's button runs the flow without anything more to say. */
export function startsByItself({ nodes }: FlowFile): boolean {
	return nodes.some(({ type }) => /\.(manual|schedule)Trigger$/.test(type));
}

/** The form that a flow starts from, or null. */
export function formOf({ nodes }: FlowFile): FlowForm | null {
	const trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	if (trigger === undefined) return null;
	const { formTitle, options } = trigger.parameters as {
		formTitle: string;
		options: { path: string; buttonLabel: string };
	};
	return { path: options.path, title: formTitle, button: options.buttonLabel };
}

/** Opens a form, allows it to know who is signed in, and reads what stands there. */
export async function openForm(
	page: Page,
	address: string,
): Promise<{ title: string; button: string }> {
	// A form is served a moment after its flow was published.
	for (;;) {
		const response = await page.goto(address);
		if (response?.status() !== 404) break;
		await page.waitForTimeout(300);
	}
	const allow = page.getByRole('button', { name: 'Allow' });
	const button = page.locator('#submit-btn');
	await allow.or(button).first().waitFor();
	if (await allow.isVisible()) await allow.click();
	await button.waitFor();
	return {
		title: (await page.locator('h1').first().innerText()).trim(),
		button: (await button.innerText()).trim(),
	};
}
