/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
/** Before all suites: builds and packs the package, starts the older n8n that they share. */
import path from 'node:path';
import { startN8n } from '../../../tools/host/startN8n';
import { packedPackage } from '../../e2e/support/packedPackage';
import { keepHost } from '../../e2e/support/sharedHost';

/** An older n8n does not start when it is told to leave out a module that it does not know. */
const OLDER_SETTINGS = { N8N_DISABLED_MODULES: '' };

export default async function globalSetup(): Promise<void> {
	const { folder, tarball, say } = await packedPackage('.older');
	say('Starting the older n8n');
	const n8n = await startN8n({ folder: path.join(folder, 'n8n'), tarball, env: OLDER_SETTINGS });
	say(`n8n is ready at ${n8n.url}`);
	keepHost(n8n, tarball);
}
