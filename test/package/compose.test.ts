/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The compose file of docs/scale.md. Nothing here starts it: it needs Docker. */

const PROJECT = path.resolve(__dirname, '../..');
const FOLDER = path.join(PROJECT, 'docs', 'queue-mode');
/** n8n's own, unless told otherwise. */
const TASK_BROKER_PORT = '5679';
const textOf = (...parts: string[]) => readFileSync(path.join(...parts), 'utf8');

const serviceSchema = z.object({
	image: z.string(),
	command: z.union([z.string(), z.array(z.string())]).optional(),
	environment: z.record(z.string(), z.string()),
	volumes: z.array(z.string()).default([]),
	depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
	healthcheck: z.object({ test: z.array(z.string()) }),
	mem_limit: z.string().optional(),
});
const composeSchema = z.object({
	services: z.record(z.string(), serviceSchema),
	volumes: z.record(z.string(), z.unknown()),
});

const text = textOf(FOLDER, 'compose.yaml');
const { services, volumes } = composeSchema.parse(parse(text, { merge: true }));
const { n8n, worker, postgres, redis } = services;
const { name, version } = JSON.parse(textOf(PROJECT, 'package.json')) as Record<string, string>;

describe('the compose file for queue mode', () => {
	it('holds n8n, its workers, PostgreSQL and Redis, each with a health check', () => {
		expect(Object.keys(services).sort()).toEqual(['n8n', 'postgres', 'redis', 'worker']);
		expect(worker.command).toMatch(/^worker --concurrency=\d+$/);
		expect(n8n.command).toBeUndefined();
	});

	it('pins every image to a version that never moves', () => {
		const base = /^FROM (\S+)$/m.exec(textOf(FOLDER, 'Dockerfile'))?.[1];
		const images = [base, ...Object.values(services).map(({ image }) => image)];
		for (const image of images) expect(image).toMatch(/:\d+\.\d+(\.\d+)?$/);
	});

	it('asks each n8n for its health where it answers, beside its task broker', () => {
		const port = /127\.0\.0\.1:(\d+)/.exec(worker.healthcheck.test.join(' '))?.[1];
		expect(worker.environment).toMatchObject({
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: port,
		});
		expect(port).not.toBe(TASK_BROKER_PORT);
		expect(n8n.healthcheck).toEqual(worker.healthcheck);
	});

	it('gives Node less memory than its container has', () => {
		const heap = /--max-old-space-size=(\d+)/.exec(n8n.environment.NODE_OPTIONS)?.[1];
		for (const { mem_limit: limit } of [n8n, worker]) {
			const [, gigabytes] = /^(\d+)g$/.exec(limit ?? '') ?? [];
			expect(Number(heap)).toBeLessThanOrEqual(Number(gigabytes) * 1024 * 0.75);
		}
	});

	it('gives the workers the image, the key and all settings of the main process', () => {
		expect(worker.image).toBe(n8n.image);
		expect(worker.environment).toMatchObject(n8n.environment);
		expect(n8n.environment).toMatchObject({ EXECUTIONS_MODE: 'queue', DB_TYPE: 'postgresdb' });
		expect(n8n.environment.N8N_ENCRYPTION_KEY).toContain('${N8N_ENCRYPTION_KEY:?');
	});

	it('sets what the tests of queue mode set', () => {
		const tried = ['queueHost', 'postgres', 'redis'].flatMap((file) =>
			[...textOf(PROJECT, `tools/queue/${file}.ts`).matchAll(/^\t+([A-Z][A-Z0-9_]+):/gm)].map(
				([, variable]) => variable,
			),
		);
		const known = tried.filter((variable) => !variable.startsWith('QUEUE_WORKER_'));
		expect(known.length).toBeGreaterThan(10);
		expect(known.filter((variable) => !(variable in n8n.environment))).toEqual([]);
	});

	it('leads n8n to the database and the queue that it starts', () => {
		expect(n8n.environment.DB_POSTGRESDB_HOST in services).toBe(true);
		expect(n8n.environment.QUEUE_BULL_REDIS_HOST in services).toBe(true);
		expect(n8n.environment.DB_POSTGRESDB_USER).toBe(postgres.environment.POSTGRES_USER);
		expect(n8n.environment.DB_POSTGRESDB_DATABASE).toBe(postgres.environment.POSTGRES_DB);
		expect(n8n.environment.DB_POSTGRESDB_PASSWORD).toBe(postgres.environment.POSTGRES_PASSWORD);
		expect(n8n.environment.QUEUE_BULL_REDIS_PASSWORD).toBe(redis.environment.REDIS_PASSWORD);
	});

	it('starts the workers after the main process, which makes the tables', () => {
		expect(worker.depends_on.n8n.condition).toBe('service_healthy');
		expect(Object.keys(n8n.depends_on).sort()).toEqual(['postgres', 'redis']);
	});

	it("puts no volume over the package, and keeps the database's and the queue's files", () => {
		expect([...n8n.volumes, ...worker.volumes]).toEqual([]);
		const kept = [...postgres.volumes, ...redis.volumes].map((volume) => volume.split(':')[0]);
		expect(kept.sort()).toEqual(Object.keys(volumes).sort());
	});

	it('holds no secret: each comes from the .env file, of which there is an example', () => {
		const asked = [...text.matchAll(/\$\{(\w+)/g)].map(([, variable]) => variable);
		const example = textOf(FOLDER, 'env.example');
		const offered = [...example.matchAll(/^(\w+)=/gm)].map(([, variable]) => variable);
		expect([...new Set(asked)].sort()).toEqual(offered.sort());
		expect(example).toMatch(/^N8N_ENCRYPTION_KEY=$/m);
	});

	it('builds this version of the package into the n8n that the tests run', () => {
		const dockerfile = textOf(FOLDER, 'Dockerfile');
		const host = JSON.parse(textOf(PROJECT, 'tools/n8n/package.json')) as {
			dependencies: Record<string, string>;
		};
		expect(dockerfile).toContain(`n8n:${host.dependencies.n8n}\n`);
		expect(dockerfile).toContain(`COPY ${name}-${version}.tgz`);
		expect(dockerfile).toContain(`/home/node/.n8n/nodes/node_modules/${name}`);
		expect(n8n.image).toBe(`n8n-stellr-halo:${version}`);
	});
});
