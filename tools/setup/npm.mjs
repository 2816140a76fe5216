import { spawn } from 'node:child_process';
import path from 'node:path';
import { freeBytes, gigabytes } from './disk.mjs';
import { say } from './say.mjs';

/**
 * npm hands its settings to its scripts as npm_* variables; a nested npm would take the outer project's for its own
 * (ignore-scripts among them). Only what says how to reach the registry is kept.
 */
const KEPT =
	/^npm_config_(registry|.*proxy|cafile|ca|cert|key|strict_ssl|cache|userconfig|globalconfig|maxsockets|fetch_.*|.*:.*)$/i;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The environment without what an outer npm left in it. */
export function cleanEnvironment(extra = {}) {
	const entries = Object.entries(process.env).filter(
		([name]) => !/^npm_/i.test(name) || KEPT.test(name),
	);
	return { ...Object.fromEntries(entries), ...extra };
}

/** `environment` with `folders` first in its PATH. */
export function withPath(environment, folders) {
	const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
	return { ...environment, [name]: [...folders, environment[name] ?? ''].join(path.delimiter) };
}

/**
 * Runs npm in `cwd`. Resolves to its exit code and what it said; shows how long it takes and how much disk it has used so far.
 */
export function runNpm(args, { cwd, env = cleanEnvironment(), expectedBytes, label }) {
	const npmCli = process.env.npm_execpath;
	const useCli = npmCli !== undefined && /npm-cli\.c?js$/.test(npmCli);
	const started = Date.now();
	const freeBefore = freeBytes(cwd);
	const child = spawn(useCli ? 'node' : 'npm', useCli ? [npmCli, ...args] : args, {
		cwd,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: !useCli && process.platform === 'win32',
	});
	let output = '';
	const keep = (chunk) => {
		output = (output + chunk).slice(-20_000);
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const progress = setInterval(() => {
		const seconds = Math.round((Date.now() - started) / 1000);
		const used = Math.max(0, freeBefore - freeBytes(cwd));
		const size = expectedBytes
			? `, about ${gigabytes(used)} of ${gigabytes(expectedBytes)} on disk`
			: '';
		say(`  … ${label}: ${seconds} s${size}`);
	}, 15_000);
	const stopChild = () => child.kill('SIGTERM');
	const leave = () => process.exit(130); // runs the 'exit' handlers, which remove the half-made folder
	process.once('exit', stopChild);
	for (const signal of SIGNALS) process.once(signal, leave);
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, output }));
	}).finally(() => {
		clearInterval(progress);
		process.removeListener('exit', stopChild);
		for (const signal of SIGNALS) process.removeListener(signal, leave);
	});
}

/** The last lines of what npm said, for a message. */
export function lastLines(output, count = 15) {
	return output.trim().split('\n').slice(-count).join('\n');
}
