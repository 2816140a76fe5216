/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Editor } from '../../../tools/browser/editor';
import { demoWorld } from '../../../tools/demo/world';
import { hostAddress } from '../../e2e/support/sharedHost';
import { openStage, type Stage, type StageOptions } from '../../e2e/support/stage';
import { signIn, type SignedIn } from './browser';

/** The editor of the shared n8n over a small simulated MSP, with a person signed in. */
export interface EditorStage {
	stage: Stage;
	user: SignedIn;
	editor: Editor;
	/** Takes a picture of the page as it is. */
	picture: (name: string) => Promise<void>;
	close: () => Promise<void>;
}

/** `folder`: below `.browser`, for the pictures. `flows`: all shipped ones when absent. */
export async function openEditorStage(
	folder: string,
	screen: { width: number; height: number },
	flows?: StageOptions['flows'],
): Promise<EditorStage> {
	const pictures = path.resolve(__dirname, '../../../.browser', folder);
	mkdirSync(pictures, { recursive: true });
	const { stellr, halo } = demoWorld(25, 7);
	const stage = await openStage({ stellr, halo, haloSwitches: { rateLimit: 0 }, flows });
	const user = await signIn();
	await user.page.setViewportSize(screen);
	const editor = new Editor(user.page, hostAddress().url);
	await editor.complaints.listen();
	return {
		stage,
		user,
		editor,
		picture: async (name) => {
			const file = path.join(pictures, `${name}.png`);
			await user.page.screenshot({ path: file, animations: 'disabled' });
		},
		close: async () => {
			await user.close();
			await stage.close();
		},
	};
}
