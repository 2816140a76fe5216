/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
/** The one queue of a run: Jest's set-up leaves where it is in the environment. Each suite starts workers of its own. */
import { RestClient } from '../../../tools/host/restClient';
import type { QueueHost } from '../../../tools/queue/queueHost';

export interface QueueHostAddress {
	url: string;
	email: string;
	password: string;
	mainPid: number;
	tarball: string;
	/** Where suites put the folders of what they start. */
	folder: string;
	workerEnv: Record<string, string>;
}

const VARIABLE = 'STELLR_HALO_QUEUE_HOST';
let host: QueueHost | null = null;

export function keepQueueHost(started: QueueHost, tarball: string, folder: string): void {
	host = started;
	const { main, workerEnv } = started;
	const { url, email, password, pid: mainPid } = main;
	const address: QueueHostAddress = {
		url,
		email,
		password,
		mainPid,
		tarball,
		folder,
		workerEnv,
	};
	process.env[VARIABLE] = JSON.stringify(address);
}

export async function dropQueueHost(): Promise<void> {
	await host?.stop();
}

export function queueHostAddress(): QueueHostAddress {
	const text = process.env[VARIABLE];
	if (text === undefined) throw new Error('Start these tests with `npm run test:queue`.');
	return JSON.parse(text);
}

/** A client of the main process, signed in as its owner. */
export async function connectToQueue(): Promise<RestClient> {
	const { url, email, password } = queueHostAddress();
	const rest = new RestClient(url, { email, password });
	await rest.login();
	return rest;
}
