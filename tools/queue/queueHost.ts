/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- runs on the developer's machine, not inside n8n */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startN8n, type RunningN8n } from '../host/startN8n';
import { startPostgres } from './postgres';
import { startRedis } from './redis';

/** A job of a worker that is gone counts as stalled after seconds; n8n's own values make that a minute and a half. */
const QUICK_TO_NOTICE = {
	QUEUE_WORKER_LOCK_DURATION: '6000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
};

export interface QueueHost {
	main: RunningN8n;
	/** What a worker needs to find queue and database. */
	workerEnv: Record<string, string>;
	stop: () => Promise<void>;
}

/** PostgreSQL, Redis and n8n's main process in queue mode. Flows run as soon as there are workers. */
export async function startQueueHost(folder: string, tarball: string): Promise<QueueHost> {
	mkdirSync(folder, { recursive: true });
	const stops: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (const end of stops.splice(0).reverse()) await end();
	};
	try {
		const postgres = await startPostgres(path.join(folder, 'postgres.log'));
		stops.push(postgres.stop);
		const redis = await startRedis(path.join(folder, 'redis.log'));
		stops.push(redis.stop);
		const workerEnv = {
			EXECUTIONS_MODE: 'queue',
			// Also what is started by hand: else the main process would run it.
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			...postgres.env,
			DB_POSTGRESDB_POOL_SIZE: '6',
			...redis.env,
			...QUICK_TO_NOTICE,
		};
		const main = await startN8n({ folder: path.join(folder, 'main'), tarball, env: workerEnv });
		stops.push(main.stop);
		return { main, workerEnv, stop };
	} catch (reason) {
		await stop();
		throw reason;
	}
}
