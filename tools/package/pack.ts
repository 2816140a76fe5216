/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs on the developer's machine, not inside n8n */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(__dirname, '../..');
export const PACKAGE_NAME = 'n8n-nodes-stellr-halo';

/** Builds the package into `dist`. */
export async function buildProject(): Promise<void> {
	await run(npx('n8n-node'), ['build']);
	await run(npx('gulp'), ['assets']);
}

/** Packs what `dist` holds, exactly as it would be published, and resolves to the tarball's path. */
export async function packProject(folder: string): Promise<string> {
	mkdirSync(folder, { recursive: true });
	const output = await run('npm', [
		'pack',
		'--json',
		'--ignore-scripts',
		'--pack-destination',
		folder,
	]);
	const [{ filename }] = JSON.parse(output.slice(output.indexOf('['))) as Array<{
		filename: string;
	}>;
	return path.join(folder, filename);
}

/** Puts the tarball where n8n keeps installed community packages: below its user folder. */
export async function unpackPackage(tarball: string, n8nUserFolder: string): Promise<void> {
	const target = path.join(n8nUserFolder, '.n8n', 'nodes', 'node_modules', PACKAGE_NAME);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
}

function npx(binary: string): string {
	return path.join(PROJECT, 'node_modules', '.bin', binary);
}

/** Runs a command in the project; resolves to its output, or tells its last lines when it did not work. */
async function run(command: string, args: string[]): Promise<string> {
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: PROJECT,
			env: ownEnvironment(),
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32',
		});
		let output = '';
		let rest = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (rest += chunk));
		child.once('error', reject);
		child.once('close', (code) => {
			if (code === 0) return resolve(output);
			const said = `${output}\n${rest}`.trim().split('\n').slice(-30).join('\n');
			reject(new Error(`${path.basename(command)} ${args[0]} ended with code ${code}:\n${said}`));
		});
	});
}

/**
 * What an outer npm sets for its scripts (dry-run among it, while publishing) is not meant for this one. CI keeps the
 * build's spinner out of its output.
 */
function ownEnvironment(): NodeJS.ProcessEnv {
	const foreign =
		/^npm_(config_(dry_run|json|ignore_scripts|pack_destination)|package_|lifecycle_)/i;
	const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	return { ...Object.fromEntries(kept), CI: 'true' };
}
