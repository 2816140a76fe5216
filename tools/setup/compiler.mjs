import { spawnSync } from 'node:child_process';
import { installPackages, mayInstallPackages } from './aptGet.mjs';
import { say, SetupStop } from './say.mjs';

const COMMANDS = ['g++', 'make', 'python3'];

/** Makes sure that native packages can be compiled: with root and apt-get it installs what is missing, else it says what to install. */
export function ensureCompiler() {
	const missing = COMMANDS.filter((command) => !exists(command));
	if (missing.length === 0) return;
	if (mayInstallPackages()) {
		say(
			`  Missing for compiling: ${missing.join(', ')}. Installing build-essential and python3 with apt-get (about 0.4 GB).`,
		);
		installPackages(['build-essential', 'python3']);
		if (COMMANDS.every(exists)) return;
	}
	throw new SetupStop(
		`n8n's SQLite driver has to be compiled here, and these are missing: ${missing.join(', ')}. ` +
			'Install them (Debian and Ubuntu: sudo apt-get install build-essential python3; macOS: xcode-select --install), then run the command again.',
	);
}

function exists(command) {
	const probe = spawnSync(command, ['--version'], { stdio: 'ignore' });
	return probe.error === undefined;
}
