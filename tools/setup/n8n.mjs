import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureCached } from './cachedInstall.mjs';
import { ensureCompiler } from './compiler.mjs';
import { gigabytes, requireSpace } from './disk.mjs';
import { cleanEnvironment, lastLines, runNpm, withPath } from './npm.mjs';
import { cacheRoot } from './paths.mjs';
import { say, SetupStop } from './say.mjs';

const INSTALLED_BYTES = 2.7e9;
/** npm also keeps what it fetched in its own cache. */
const WITH_NPM_CACHE_BYTES = 3.4e9;
const NEEDED_BYTES = 4e9;

/** The folder whose node_modules holds the pinned n8n; installs it when it is not there. */
export async function ensureN8n(node24) {
	return await ensureCached('n8n', async (folder) => await install(folder, node24, 'n8n'));
}

/** The same for the older n8n in which the package is tried too. */
export async function ensureOlderN8n(node24) {
	return await ensureCached(
		'older-n8n',
		async (folder) => await install(folder, node24, 'The older n8n'),
	);
}

async function install(folder, node24, what) {
	requireSpace(cacheRoot(), NEEDED_BYTES, 'Installing n8n');
	say(
		`${what} is not installed yet. Installing it from the npm registry into ${cacheRoot()}: about ${gigabytes(INSTALLED_BYTES)} on disk (and 0.7 GB in npm's cache), 3 to 5 minutes. Later runs and clones use the same copy.`,
	);
	const started = Date.now();
	const env = withPath(cleanEnvironment(), [node24.binFolder]);
	// Install scripts stay off: one of n8n's optional packages aborts the whole install in its own.
	const { code, output } = await runNpm(['ci', '--ignore-scripts'], {
		cwd: folder,
		env,
		expectedBytes: WITH_NPM_CACHE_BYTES,
		label: what,
	});
	if (code !== 0) {
		throw new SetupStop(
			`n8n could not be installed (npm ended with code ${code}). Check the network and the npm registry, then run the command again.\n${lastLines(output)}`,
		);
	}
	await buildSqlite(folder, node24, env);
	say(`  ${what} is installed (${Math.round((Date.now() - started) / 1000)} s)`);
}

/** n8n's database driver is the one package that needs its install script: it fetches or compiles its native part. */
async function buildSqlite(folder, node24, env) {
	say('  Preparing the SQLite driver of n8n (fetched if possible, else compiled: about a minute).');
	const first = await rebuild(folder, node24, env);
	if (sqliteLoads(folder, node24)) return;
	ensureCompiler();
	const second = await rebuild(folder, node24, env);
	if (sqliteLoads(folder, node24)) return;
	throw new SetupStop(
		`The SQLite driver of n8n could not be built.\n${lastLines(second.output || first.output, 30)}`,
	);
}

async function rebuild(folder, node24, env) {
	rmSync(path.join(folder, 'node_modules/sqlite3/build'), { recursive: true, force: true });
	return await runNpm(['rebuild', 'sqlite3', '--ignore-scripts=false'], {
		cwd: folder,
		// Without this, the compiler's helper fetches Node's headers from nodejs.org.
		env: node24.headers === null ? env : { ...env, npm_config_nodedir: node24.headers },
		label: 'SQLite driver',
	});
}

function sqliteLoads(folder, node24) {
	if (!existsSync(path.join(folder, 'node_modules/sqlite3'))) return false;
	return spawnSync(node24.node, ['-e', "require('sqlite3')"], { cwd: folder }).status === 0;
}
