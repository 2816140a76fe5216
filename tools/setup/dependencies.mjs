import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { requireSpace } from './disk.mjs';
import { lastLines, runNpm } from './npm.mjs';
import { projectRoot } from './paths.mjs';
import { say, SetupStop } from './say.mjs';

/** The packages, and npm's own copy of what it fetched. */
const SIZE = 1.4e9;

/** Installs the project's own development packages when they are missing or not those of the lock file. */
export async function ensureDependencies() {
	const missing = whatIsMissing();
	if (missing === null) return;
	requireSpace(projectRoot, SIZE, 'Installing the development packages');
	say(
		`${missing} Installing the development packages (about 1.1 GB, and 0.3 GB in npm's cache; one or two minutes).`,
	);
	const started = Date.now();
	const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund'], {
		cwd: projectRoot,
		expectedBytes: SIZE,
		label: 'npm ci',
	});
	if (code !== 0) {
		throw new SetupStop(
			`npm ci ended with code ${code}. Check the network and the npm registry, then run the command again.\n${lastLines(output)}`,
		);
	}
	say(`  done in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** A sentence about what is not as in the lock file, or null. Compared by content: file times say little after a checkout. */
function whatIsMissing() {
	const installedLock = path.join(projectRoot, 'node_modules', '.package-lock.json');
	if (!existsSync(installedLock)) return 'The development packages are not installed yet.';
	const installed = readLock(installedLock);
	const wanted = readLock(path.join(projectRoot, 'package-lock.json'));
	for (const [name, entry] of Object.entries(wanted)) {
		if (name === '' || entry.optional || entry.devOptional || entry.peer) continue;
		if (installed[name]?.version !== entry.version) {
			return `The development packages are not those of package-lock.json (${name.replace(/^.*node_modules\//, '')}).`;
		}
	}
	return null;
}

function readLock(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages;
}
