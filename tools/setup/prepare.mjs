import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { ensureN8n, ensureOlderN8n } from './n8n.mjs';
import { ensureNode24 } from './node24.mjs';
import { withPath } from './npm.mjs';
import { projectRoot } from './paths.mjs';
import { watchParent } from './watchParent.mjs';

/**
 * Installs what is missing and returns the environment in which the project's commands run: Node 24 and the project's
 * binaries first in PATH; with `n8n`, STELLR_HALO_N8N names the folder whose node_modules holds the pinned n8n, with
 * `olderN8n` the one of the older n8n.
 */
export async function prepare({ n8n = false, olderN8n = false } = {}) {
	await ensureDependencies();
	const node24 = await ensureNode24();
	const binaries = path.join(projectRoot, 'node_modules', '.bin');
	const env = withPath(process.env, [node24.binFolder, binaries]);
	if (n8n) env.STELLR_HALO_N8N = await ensureN8n(node24);
	if (olderN8n) env.STELLR_HALO_N8N = await ensureOlderN8n(node24);
	return { env, node: node24.node };
}

/** Runs a command to its end and resolves to its exit code. Signals sent to this process reach it; it ends before this one does. */
export function runCommand(command, args, { env = process.env, stdio = 'inherit' } = {}) {
	const child = spawn(command, args, {
		cwd: projectRoot,
		env,
		stdio,
		shell: process.platform === 'win32',
	});
	const forward = (signal) => child.kill(signal);
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	const handlers = signals.map((signal) => [signal, () => forward(signal)]);
	for (const [signal, handler] of handlers) process.on(signal, handler);
	const stopWatching = watchParent(() => forward('SIGTERM'));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
	}).finally(() => {
		stopWatching();
		for (const [signal, handler] of handlers) process.removeListener(signal, handler);
	});
}
