/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { n8nInstallFolder } from '../../tools/host/process';

/** n8n passes over a name that it does not know without a word; so its own source is asked. */

const COMPOSE = path.resolve(__dirname, '../../docs/queue-mode/compose.yaml');
/** Where n8n reads its settings: the packages that declare them, and the few that it takes from the environment itself. */
const PACKAGES = ['@n8n/config', 'n8n'];
/** Of Node, not of n8n. */
const OF_NODE = ['NODE_OPTIONS'];

const environmentSchema = z.object({ environment: z.record(z.string(), z.string()) });
const composeSchema = z.object({
	services: z.object({ n8n: environmentSchema, worker: environmentSchema }),
});

it('n8n reads every name that the compose file gives its processes', () => {
	const { services } = composeSchema.parse(parse(readFileSync(COMPOSE, 'utf8'), { merge: true }));
	const read = namesThatN8nReads();
	const given = [services.n8n, services.worker].flatMap(({ environment }) =>
		Object.keys(environment),
	);
	expect(given.length).toBeGreaterThan(30);
	expect(given.filter((name) => !read.has(name) && !OF_NODE.includes(name))).toEqual([]);
});

function namesThatN8nReads(): ReadonlySet<string> {
	const found = new Set<string>();
	for (const name of PACKAGES) {
		const folder = path.join(n8nInstallFolder(), 'node_modules', name, 'dist');
		for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
			if (!file.endsWith('.js')) continue;
			const source = readFileSync(path.join(folder, file), 'utf8');
			for (const [, variable] of source.matchAll(/Env\)\('([A-Z0-9_]+)'/g)) found.add(variable);
			for (const [, variable] of source.matchAll(/process\.env\.([A-Z0-9_]+)/g)) {
				found.add(variable);
			}
		}
	}
	return found;
}
