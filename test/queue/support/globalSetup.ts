/** Before all suites: builds and packs the package, starts PostgreSQL, Redis and n8n's main process, which the suites share. */
import { startQueueHost } from '../../../tools/queue/queueHost';
import { packedPackage } from '../../e2e/support/packedPackage';
import { keepQueueHost } from './queueHostAddress';

export default async function globalSetup(): Promise<void> {
	const { folder, tarball, say } = await packedPackage('.queue');
	say('Starting PostgreSQL, Redis and n8n');
	const host = await startQueueHost(folder, tarball);
	say(`n8n is ready at ${host.main.url}`);
	keepQueueHost(host, tarball, folder);
}
