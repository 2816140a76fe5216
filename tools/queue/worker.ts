/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error, @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, not inside n8n */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { n8nEnvironment, OWNER } from '../host/environment';
import { freePort } from '../host/ports';
import { endProcess, spawnN8n } from '../host/process';
import { waitUntilReady } from '../host/ready';
import { unpackPackage } from '../package/pack';

export interface WorkerOptions {
	/** The worker's own; holds its copy of the package and its log. */
	folder: string;
	tarball: string;
	/** How many flows it runs at once. */
	concurrency: number;
	/** Where queue and database are, as for the main process. */
	env: Record<string, string>;
}

export interface RunningWorker {
	pid: number;
	logFile: string;
	/** Whether this worker took up the execution. */
	began: (executionId: string) => boolean;
	/** As when the machine loses power: nothing is said to anyone. */
	kill: () => Promise<void>;
	/** Lets it finish what it runs. */
	stop: () => Promise<void>;
}

/** Starts one worker of n8n's queue mode. The main process must have run before: it makes the database's tables. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
	const { folder, tarball, concurrency, env } = options;
	mkdirSync(folder, { recursive: true });
	await unpackPackage(tarball, folder);
	const port = await freePort();
	const logFile = path.join(folder, 'n8n.log');
	writeFileSync(logFile, '');
	const child = spawnN8n(
		['worker', `--concurrency=${concurrency}`],
		n8nEnvironment({
			folder,
			port,
			brokerPort: await freePort(),
			owner: OWNER,
			extra: {
				...env,
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: String(port),
				N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			},
		}),
		logFile,
	);
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const stop = async () => await endProcess(child);
	try {
		await waitUntilReady(child, [`http://127.0.0.1:${port}/healthz/readiness`], logFile);
	} catch (reason) {
		await stop();
		throw reason;
	}
	const pid = child.pid ?? 0;
	return {
		pid,
		logFile,
		began: (executionId) =>
			readFileSync(logFile, 'utf8').includes(`Worker started execution ${executionId} `),
		kill: async () => {
			process.kill(-pid, 'SIGKILL');
			await ended;
		},
		stop,
	};
}
