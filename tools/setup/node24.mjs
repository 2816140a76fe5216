import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureCached } from './cachedInstall.mjs';
import { requireSpace } from './disk.mjs';
import { lastLines, runNpm } from './npm.mjs';
import { cacheRoot } from './paths.mjs';
import { say, SetupStop } from './say.mjs';

/** n8n 2.36 and later, and its expression engine in tests, start on this one. */
const NEEDED_MAJOR = 24;

/**
 * A Node that is new enough: the user's own, or one from the npm registry.
 * @returns {Promise<{ node: string, binFolder: string, headers: string | null }>} `headers`: folder whose `include/node`
 *   native packages are built against, when known.
 */
export async function ensureNode24() {
	if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR)
		return describe(process.execPath);
	const folder = await ensureCached('node24', install);
	return describe(binaryIn(folder));
}

async function install(folder) {
	requireSpace(cacheRoot(), 0.4e9, 'Installing Node 24');
	say(
		`This Node is ${process.versions.node}; n8n needs ${NEEDED_MAJOR}. Installing Node ${NEEDED_MAJOR} from the npm registry into ${cacheRoot()} (about 0.2 GB, used by this project only).`,
	);
	const { code, output } = await runNpm(['ci'], { cwd: folder, label: `Node ${NEEDED_MAJOR}` });
	if (code !== 0) {
		throw new SetupStop(
			`Node ${NEEDED_MAJOR} could not be installed. Check the network and the npm registry.\n${lastLines(output)}`,
		);
	}
	if (!existsSync(binaryIn(folder))) {
		throw new SetupStop(
			`The npm registry holds no Node ${NEEDED_MAJOR} for ${process.platform} on ${process.arch}. Install Node ${NEEDED_MAJOR} yourself (https://nodejs.org) and run the command with it.`,
		);
	}
}

/** npm's link in `.bin` points at it; the file itself has Node's headers beside it. */
function binaryIn(folder) {
	const packageName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
	const file = process.platform === 'win32' ? 'node.exe' : 'node';
	return path.join(folder, 'node_modules', packageName, 'bin', file);
}

function describe(node) {
	const binFolder = path.dirname(node);
	const installRoot = path.dirname(binFolder);
	const hasHeaders = existsSync(path.join(installRoot, 'include', 'node', 'node_api.h'));
	return { node, binFolder, headers: hasHeaders ? installRoot : null };
}
