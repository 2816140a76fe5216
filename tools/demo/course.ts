/* eslint-disable no-console -- runs on the developer's machine, not inside n8n */
/** How every demo begins and ends. */
import { requireFree } from '../host/ports';
import type { RunningN8n } from '../host/startN8n';
import { buildProject, packProject } from '../package/pack';
import type { Cleanup } from './cleanup';
import { closeDemoFolder, openDemoFolder, requireRoom } from './folder';
import type { DemoOptions } from './options';

/** Takes the demo's folder and puts the packed package into it. */
export async function packedPackage(
	{ folder, port }: DemoOptions,
	cleanup: Cleanup,
): Promise<string> {
	// n8n looks again when it starts: a taken port should not cost a build.
	if (port !== null) await requireFree(port);
	openDemoFolder(folder);
	cleanup.add(() => closeDemoFolder(folder));
	requireRoom(folder);
	await step('Building the package', buildProject);
	return await step('Packing it', async () => await packProject(folder));
}

/** Says what is done and how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
	const started = Date.now();
	console.log(`… ${name}`);
	const result = await work();
	console.log(`✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
	return result;
}

/** Until Ctrl-C. */
export async function keepOpen(n8n: RunningN8n, options: DemoOptions): Promise<void> {
	console.log(`n8n stays open at ${n8n.url}`);
	console.log(`  e-mail ${n8n.email}, password ${n8n.password}`);
	console.log(`  its state and log are in ${options.folder}; end with Ctrl-C`);
	await n8n.ended;
	throw new Error(`n8n ended by itself; its log is ${n8n.logFile}`);
}
