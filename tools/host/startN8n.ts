/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- runs on the developer's machine, not inside n8n */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unpackPackage } from '../package/pack';
import { n8nEnvironment, OWNER } from './environment';
import { freePort, requireFree } from './ports';
import { endProcess, spawnN8n } from './process';
import { waitUntilReady } from './ready';
import { RestClient, type CredentialInput, type Workflow } from './restClient';

export interface StartOptions {
	/** Holds everything n8n keeps: database, keys, log. */
	folder: string;
	/** Default: a free one. */
	port?: number;
	/** The packed package to load, as `packProject` made it. */
	tarball?: string;
	/** Created before the workflows, so that these find them by name. */
	credentials?: CredentialInput[];
	/** Folders of workflow files (*.json), or single files. */
	workflows?: string[];
	/** Starts the workflows' own triggers, schedules among them. Default: they run only when asked. */
	publish?: boolean;
	/** Told as soon as n8n runs, so that it can be ended while it is still starting. */
	onSpawn?: (stop: () => Promise<void>) => void;
	/** More environment variables for n8n. */
	env?: Record<string, string>;
}

export interface RunningN8n {
	url: string;
	email: string;
	password: string;
	rest: RestClient;
	pid: number;
	logFile: string;
	/** Resolves when n8n ends for whatever reason. */
	ended: Promise<void>;
	stop(): Promise<void>;
}

/** Starts the n8n that was installed for this run with the package in it, signed in and with credentials and workflows imported. It ends with this process. */
export async function startN8n(options: StartOptions): Promise<RunningN8n> {
	mkdirSync(options.folder, { recursive: true });
	if (options.tarball !== undefined) await unpackPackage(options.tarball, options.folder);
	const port = await choosePort(options.port);
	const env = n8nEnvironment({
		folder: options.folder,
		port,
		brokerPort: await freePort(),
		owner: OWNER,
		extra: options.env,
	});
	const logFile = path.join(options.folder, 'n8n.log');
	writeFileSync(logFile, '');
	const child = spawnN8n(['start'], env, logFile);
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const stop = async () => await endProcess(child);
	options.onSpawn?.(stop);
	const url = `http://127.0.0.1:${port}`;
	const rest = new RestClient(url, OWNER);
	try {
		await waitUntilReady(child, [`${url}/healthz/readiness`, `${url}/rest/settings`], logFile);
		await rest.setUpOwner('Demo', 'Owner');
		await rest.login();
		await provision(rest, options);
	} catch (reason) {
		await stop();
		throw reason;
	}
	return { url, ...OWNER, rest, pid: child.pid ?? 0, logFile, ended, stop };
}

/** Runs one n8n command without a server, for example `export:nodes`; resolves to its exit code. */
export async function runN8nCommand(
	args: string[],
	folder: string,
	logFile: string,
): Promise<number> {
	const env = n8nEnvironment({
		folder,
		port: await freePort(),
		brokerPort: await freePort(),
		owner: OWNER,
	});
	const child = spawnN8n(args, env, logFile);
	return await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** The content of a workflow file, or of each one in a folder, in the order of their names. */
export function readWorkflows(location: string): Array<Omit<Workflow, 'id'>> {
	if (location.endsWith('.json')) return [JSON.parse(readFileSync(location, 'utf8'))];
	return readdirSync(location)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => JSON.parse(readFileSync(path.join(location, file), 'utf8')));
}

async function provision(rest: RestClient, options: StartOptions): Promise<void> {
	for (const credential of options.credentials ?? []) await rest.createCredential(credential);
	for (const file of (options.workflows ?? []).flatMap(readWorkflows)) {
		const { id } = await rest.createWorkflow(file);
		if (options.publish) await rest.publishWorkflow(id);
	}
}

async function choosePort(wanted: number | undefined): Promise<number> {
	if (wanted === undefined) return await freePort();
	await requireFree(wanted);
	return wanted;
}
