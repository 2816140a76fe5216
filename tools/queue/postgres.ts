/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs on the developer's machine, not inside n8n */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../host/ports';
import { runAs, serverFolder, startServer, type RunningServer, type ServerUser } from './server';

/** Debian's package makes this user; PostgreSQL refuses to run as root. */
const SERVER_USER = 'postgres';
const OWNER = 'n8n';

export interface RunningPostgres extends RunningServer {
	/** n8n's settings for this database. */
	env: Record<string, string>;
}

/** A PostgreSQL of its own: new and empty, loopback only, on a free port, gone when it is stopped. */
export async function startPostgres(logFile: string): Promise<RunningPostgres> {
	const bin = commandFolder();
	const user = serverUser();
	const folder = serverFolder('postgres', user);
	const password = randomBytes(12).toString('hex');
	makeCluster(path.join(bin, 'initdb'), folder, password, user);
	const port = await freePort();
	const running = await startServer({
		command: path.join(bin, 'postgres'),
		args: ['-D', path.join(folder, 'data'), ...settings(folder, port)],
		folder,
		logFile,
		// PostgreSQL's "fast" shut-down: it does not wait for clients.
		endSignal: 'SIGINT',
		user,
		isReady: () =>
			spawnSync(path.join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)])
				.status === 0,
	});
	const env = {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: OWNER,
		DB_POSTGRESDB_PASSWORD: password,
	};
	return { ...running, env };
}

function makeCluster(initdb: string, folder: string, password: string, user: ServerUser): void {
	const passwordFile = path.join(folder, 'password');
	writeFileSync(passwordFile, password, { mode: 0o600 });
	if (user.uid !== undefined && user.gid !== undefined) {
		chownSync(passwordFile, user.uid, user.gid);
	}
	runAs(user, initdb, [
		'--pgdata',
		path.join(folder, 'data'),
		'--username',
		OWNER,
		'--pwfile',
		passwordFile,
		'--auth=scram-sha-256',
		'--encoding=UTF8',
		'--no-locale',
		'--no-sync',
	]);
}

/** Nothing of it is kept, so nothing need be flushed. */
function settings(folder: string, port: number): string[] {
	const given = {
		port: String(port),
		listen_addresses: '127.0.0.1',
		unix_socket_directories: folder,
		fsync: 'off',
		max_connections: '100',
	};
	return Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function commandFolder(): string {
	const folder = process.env.STELLR_HALO_POSTGRES;
	if (folder === undefined) throw new Error('Start this through `npm run test:queue`.');
	return folder;
}

function serverUser(): ServerUser {
	if (process.getuid?.() !== 0) return {};
	const idOf = (option: string) =>
		Number(spawnSync('id', [option, SERVER_USER], { encoding: 'utf8' }).stdout);
	return { uid: idOf('-u'), gid: idOf('-g') };
}
