import { spawn } from 'node:child_process';
import { projectRoot } from './paths.mjs';
import { say } from './say.mjs';

/** Runs one check and keeps what it says for the case that it does not pass. Resolves to whether it passed. */
export async function runCheck(name, commands, env) {
	const started = Date.now();
	for (const [command, ...args] of commands) {
		const { code, output } = await capture(command, args, env);
		if (code === 0) continue;
		say(`✗ ${name} (${seconds(started)})\n${output.trim()}\n`);
		return false;
	}
	say(`✓ ${name} (${seconds(started)})`);
	return true;
}

function capture(command, args, env) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: projectRoot,
			// Keeps the build's spinner out of what is shown.
			env: { ...env, CI: 'true' },
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32',
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, output }));
	});
}

function seconds(started) {
	return `${Math.round((Date.now() - started) / 1000)} s`;
}
