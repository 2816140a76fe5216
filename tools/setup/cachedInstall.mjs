import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import path from 'node:path';
import { cacheRoot, projectRoot } from './paths.mjs';

const SOURCES = ['package.json', 'package-lock.json', '.npmrc'];

/** The folder in which the packages of `tools/<name>` are or will be installed: its name carries the lock's hash. */
export function cachedFolder(name) {
	const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
	for (const file of SOURCES) hash.update(readFileSync(sourceFile(name, file)));
	return path.join(cacheRoot(), `${name}-${hash.digest('hex').slice(0, 12)}`);
}

/**
 * Returns the folder with the packages of `tools/<name>`, installing them with `install(folder)` when they are not there.
 * The install happens in a folder of its own that is renamed at the end: what stands under the final name is whole.
 */
export async function ensureCached(name, install) {
	const folder = cachedFolder(name);
	if (existsSync(folder)) return folder;
	mkdirSync(cacheRoot(), { recursive: true });
	removeAbandoned();
	const temporary = path.join(cacheRoot(), `.installing-${name}-${process.pid}`);
	const remove = () => rmSync(temporary, { recursive: true, force: true });
	process.once('exit', remove);
	try {
		remove();
		mkdirSync(temporary);
		for (const file of SOURCES) copyFileSync(sourceFile(name, file), path.join(temporary, file));
		await install(temporary);
		renameUnlessThere(temporary, folder);
		return folder;
	} finally {
		remove();
		process.removeListener('exit', remove);
	}
}

function renameUnlessThere(temporary, folder) {
	try {
		renameSync(temporary, folder);
	} catch (reason) {
		// Another process finished the same install first: its folder is as good.
		if (!existsSync(folder)) throw reason;
	}
}

/** Folders of installs whose process was killed. */
function removeAbandoned() {
	for (const entry of readdirSync(cacheRoot())) {
		const pid = Number(/^\.installing-.*-(\d+)$/.exec(entry)?.[1]);
		if (pid && !isAlive(pid))
			rmSync(path.join(cacheRoot(), entry), { recursive: true, force: true });
	}
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (reason) {
		return reason.code === 'EPERM';
	}
}

function sourceFile(name, file) {
	return path.join(projectRoot, 'tools', name, file);
}
