/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a test, runs outside n8n */
/** Before all suites: builds and packs the package, starts the older n8n that they share. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { startN8n } from '../../../tools/host/startN8n';
import { buildProject, packProject } from '../../../tools/package/pack';
import { keepHost } from '../../e2e/support/sharedHost';

/** Gitignored; n8n's log stays there after a run. */
const FOLDER = path.resolve(__dirname, '../../../.older');

/** An older n8n does not start when it is told to leave out a module that it does not know. */
const OLDER_SETTINGS = { N8N_DISABLED_MODULES: '' };

export default async function globalSetup(): Promise<void> {
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	rmSync(FOLDER, { recursive: true, force: true });
	console.log('\nBuilding and packing the package');
	await buildProject();
	const tarball = await packProject(FOLDER);
	console.log(`Starting the older n8n (${seconds()})`);
	const n8n = await startN8n({ folder: path.join(FOLDER, 'n8n'), tarball, env: OLDER_SETTINGS });
	console.log(`n8n is ready at ${n8n.url} (${seconds()})`);
	keepHost(n8n, tarball);
}
