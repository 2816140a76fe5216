/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a test, runs outside n8n */
/** Before all suites: builds and packs the package, starts PostgreSQL, Redis and n8n's main process, which the suites share. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { startQueueHost } from '../../../tools/queue/queueHost';
import { buildProject, packProject } from '../../../tools/package/pack';
import { keepQueueHost } from './queueHostAddress';

/** Gitignored; the logs stay there after a run. */
const FOLDER = path.resolve(__dirname, '../../../.queue');

export default async function globalSetup(): Promise<void> {
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	rmSync(FOLDER, { recursive: true, force: true });
	console.log('\nBuilding and packing the package');
	await buildProject();
	const tarball = await packProject(FOLDER);
	console.log(`Starting PostgreSQL, Redis and n8n (${seconds()})`);
	const host = await startQueueHost(FOLDER, tarball);
	console.log(`n8n is ready at ${host.main.url} (${seconds()})`);
	keepQueueHost(host, tarball, FOLDER);
}
