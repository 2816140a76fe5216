/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, not inside n8n */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, isFree } from '../host/ports';
import { serverFolder, startServer, type RunningServer } from './server';

export interface RunningRedis extends RunningServer {
	/** n8n's settings for this queue. */
	env: Record<string, string>;
}

/** A Redis of its own: empty, in memory only, loopback only, on a free port, gone when it is stopped. */
export async function startRedis(logFile: string): Promise<RunningRedis> {
	const command = process.env.STELLR_HALO_REDIS;
	if (command === undefined) throw new Error('Start this through `npm run test:queue`.');
	const folder = serverFolder('redis');
	const password = randomBytes(12).toString('hex');
	const port = await freePort();
	const settings = path.join(folder, 'redis.conf');
	const lines = [
		`port ${port}`,
		'bind 127.0.0.1',
		`dir ${folder}`,
		`requirepass ${password}`,
		'save ""',
		'appendonly no',
		'daemonize no',
	];
	writeFileSync(settings, `${lines.join('\n')}\n`, { mode: 0o600 });
	const running = await startServer({
		command,
		args: [settings],
		folder,
		logFile,
		endSignal: 'SIGTERM',
		isReady: async () => !(await isFree(port)),
	});
	const env = {
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(port),
		QUEUE_BULL_REDIS_PASSWORD: password,
	};
	return { ...running, env };
}
