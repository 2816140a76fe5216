/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
/** Before all suites: builds and packs the package, starts the one n8n that they share. */
import path from 'node:path';
import { startN8n } from '../../../tools/host/startN8n';
import { packedPackage } from './packedPackage';
import { keepHost } from './sharedHost';

export default async function globalSetup(): Promise<void> {
	const { folder, tarball, say } = await packedPackage('.e2e');
	say('Starting n8n');
	const n8n = await startN8n({ folder: path.join(folder, 'n8n'), tarball });
	say(`n8n is ready at ${n8n.url}`);
	keepHost(n8n, tarball);
}
