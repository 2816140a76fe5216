/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- a test, runs outside n8n */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { queueHostAddress } from './queueHostAddress';

/** What n8n's database takes up, in MB of a million bytes. */
export function databaseMegabytes(): number {
	const { DB_POSTGRESDB_HOST, DB_POSTGRESDB_PORT, DB_POSTGRESDB_USER, ...other } =
		queueHostAddress().workerEnv;
	const { stdout, stderr, status } = spawnSync(
		path.join(process.env.STELLR_HALO_POSTGRES ?? '', 'psql'),
		['--no-align', '--tuples-only', '--command', 'select pg_database_size(current_database())'],
		{
			encoding: 'utf8',
			env: {
				...process.env,
				PGHOST: DB_POSTGRESDB_HOST,
				PGPORT: DB_POSTGRESDB_PORT,
				PGUSER: DB_POSTGRESDB_USER,
				PGPASSWORD: other.DB_POSTGRESDB_PASSWORD,
				PGDATABASE: other.DB_POSTGRESDB_DATABASE,
			},
		},
	);
	if (status !== 0) throw new Error(`psql did not work: ${stderr}`);
	return Number(stdout) / 1e6;
}
