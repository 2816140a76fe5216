import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { installPackages, mayInstallPackages } from './aptGet.mjs';
import { say, SetupStop } from './say.mjs';

/** Where Debian and Ubuntu keep the servers of each version; their commands are not in PATH. */
const DEBIAN_VERSIONS = '/usr/lib/postgresql';
const NEEDED = ['initdb', 'postgres', 'pg_isready', 'psql'];

/**
 * Where PostgreSQL and Redis are, which n8n's queue mode needs; with root and apt-get what is missing is installed.
 * @returns {{ postgresFolder: string, redisServer: string }} the folder of PostgreSQL's commands, and Redis's one.
 */
export function ensureQueueServers() {
	const missing = whatIsMissing();
	if (missing.length > 0 && mayInstallPackages()) {
		say(
			`Not installed yet: ${missing.join(' and ')}. Installing with apt-get (less than 0.1 GB). Debian may start servers of its own with them; the tests leave those alone.`,
		);
		installPackages(missing);
	}
	const postgresFolder = findPostgres();
	const redisServer = findRedis();
	if (postgresFolder !== undefined && redisServer !== undefined) {
		return { postgresFolder, redisServer };
	}
	throw new SetupStop(
		`The tests of n8n's queue mode need PostgreSQL and Redis, and these are missing: ${whatIsMissing().join(', ')}. ` +
			'Install them (Debian and Ubuntu: sudo apt-get install postgresql redis-server; macOS: brew install postgresql redis), then run the command again.',
	);
}

function whatIsMissing() {
	return [
		...(findPostgres() === undefined ? ['postgresql'] : []),
		...(findRedis() === undefined ? ['redis-server'] : []),
	];
}

/** The newest version that is whole. */
function findPostgres() {
	const versions = existsSync(DEBIAN_VERSIONS) ? readdirSync(DEBIAN_VERSIONS) : [];
	const debian = versions
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => path.join(DEBIAN_VERSIONS, version, 'bin'));
	return [...debian, ...pathFolders()].find((folder) =>
		NEEDED.every((command) => existsSync(path.join(folder, command))),
	);
}

function findRedis() {
	return pathFolders()
		.map((folder) => path.join(folder, 'redis-server'))
		.find((file) => existsSync(file));
}

function pathFolders() {
	return (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
}
