/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import path from 'node:path';
import { startWorker, type RunningWorker } from '../../../tools/queue/worker';
import { queueHostAddress } from './queueHostAddress';

let started = 0;

/** Workers of the shared queue, each with its own folder and copy of the package. */
export async function startWorkers(count: number, concurrency: number): Promise<RunningWorker[]> {
	const { folder, tarball, workerEnv } = queueHostAddress();
	return await Promise.all(
		Array.from({ length: count }, async () => {
			started += 1;
			const name = `worker-${process.pid}-${Date.now()}-${started}`;
			return await startWorker({
				folder: path.join(folder, name),
				tarball,
				concurrency,
				env: workerEnv,
			});
		}),
	);
}
