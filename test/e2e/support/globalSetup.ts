/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a test, runs outside n8n */
/** Before all suites: builds and packs the package, starts the one n8n that they share. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { startN8n } from '../../../tools/host/startN8n';
import { buildProject, packProject } from '../../../tools/package/pack';
import { keepHost } from './sharedHost';

/** Gitignored; n8n's log stays there after a run. */
const FOLDER = path.resolve(__dirname, '../../../.e2e');

export default async function globalSetup(): Promise<void> {
	const started = Date.now();
	rmSync(FOLDER, { recursive: true, force: true });
	console.log('\nBuilding and packing the package');
	await buildProject();
	const tarball = await packProject(FOLDER);
	console.log(`Starting n8n (${seconds(started)})`);
	const n8n = await startN8n({ folder: path.join(FOLDER, 'n8n'), tarball });
	console.log(`n8n is ready at ${n8n.url} (${seconds(started)})`);
	keepHost(n8n, tarball);
}

function seconds(started: number): string {
	return `${Math.round((Date.now() - started) / 1000)} s`;
}
