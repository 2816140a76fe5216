/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../host/ports';
import type { CredentialInput, RestClient } from '../host/restClient';
import { startN8n, type RunningN8n } from '../host/startN8n';
import { buildProject, packProject } from '../package/pack';

/** Where the benches that need a real n8n get one from. The package is built and packed once for all of them. */
export interface BenchN8n {
	/** Whether all get the same n8n, one after the other, so that the memory it holds is no figure of one of them. */
	readonly shared: boolean;
	/** An n8n that holds the package and these credentials, and no flows or Data tables. */
	lend: (credentials: CredentialInput[]) => Promise<LentN8n>;
	/** Ends every n8n. */
	close: () => Promise<void>;
}

export interface LentN8n extends RunningN8n {
	/** Where its inspector listens once it is opened. */
	inspectPort: number;
	/** It is no longer needed. */
	giveBack: () => Promise<void>;
}

/** `shared`: one n8n, started for the first who asks and emptied for the next, since starting takes most of a short run. */
export function benchN8n({ shared, say }: Pick<BenchN8n, 'shared'> & { say: Say }): BenchN8n {
	const folder = mkdtempSync(path.join(tmpdir(), 'stellr-halo-bench-'));
	const stops: Array<() => Promise<void>> = [];
	let tarball: Promise<string> | null = null;
	let common: Promise<StartedN8n> | null = null;
	const start = async (): Promise<StartedN8n> => {
		tarball ??= packed(folder, say);
		const inspectPort = await freePort();
		const n8n = await startN8n({
			folder: mkdtempSync(path.join(folder, 'n8n-')),
			tarball: await tarball,
			env: { NODE_OPTIONS: `--inspect-port=127.0.0.1:${inspectPort}` },
			onSpawn: (stop) => stops.push(stop),
		});
		return { ...n8n, inspectPort };
	};
	const lend = async (credentials: CredentialInput[]): Promise<LentN8n> => {
		const n8n = await (shared ? (common ??= start()) : start());
		if (shared) await empty(n8n.rest);
		for (const credential of credentials) await n8n.rest.createCredential(credential);
		const giveBack = async () => {
			if (!shared) await n8n.stop();
		};
		return { ...n8n, giveBack };
	};
	const close = async () => {
		await Promise.all(stops.map(async (stop) => await stop()));
		rmSync(folder, { recursive: true, force: true });
	};
	return { shared, lend, close };
}

type Say = (line: string) => void;

type StartedN8n = RunningN8n & { inspectPort: number };

async function packed(folder: string, say: Say): Promise<string> {
	say('building and packing the package');
	await buildProject();
	return await packProject(folder);
}

/** Credentials of the bench before name simulators that have ended, its tables hold what it wrote. */
async function empty(rest: RestClient): Promise<void> {
	for (const { id } of await rest.listWorkflows()) await rest.deleteWorkflow(id);
	for (const { id } of await rest.listCredentials()) await rest.deleteCredential(id);
	for (const { id } of await rest.listDataTables()) await rest.deleteDataTable(id);
}
