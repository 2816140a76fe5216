/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RestClient } from '../../tools/host/restClient';
import { PACKAGE_NAME } from '../../tools/package/pack';
import { connectToHost } from '../e2e/support/sharedHost';

/** Whether an older n8n takes the package at all. */

const PROJECT = path.resolve(__dirname, '../..');

describe('the packed package in an older n8n', () => {
	let rest: RestClient;
	beforeAll(async () => {
		rest = await connectToHost();
	});

	it('runs in the version that the pages name', async () => {
		const { versionCli } = await rest.data<{ versionCli: string }>('GET', '/rest/settings');
		const host = readJson('tools/older-n8n/package.json') as { dependencies: { n8n: string } };
		expect(versionCli).toBe(host.dependencies.n8n);
		expect(readFileSync(path.join(PROJECT, 'README.md'), 'utf8')).toContain(versionCli);
	});

	it('offers every node of the package', async () => {
		const { n8n } = readJson('package.json') as { n8n: { nodes: string[] } };
		const types = await rest.data<Array<{ name: string }>>('GET', '/types/nodes.json');
		const names = types.map(({ name }) => name);
		expect(n8n.nodes).toHaveLength(9);
		for (const file of n8n.nodes) {
			const name = path.basename(file, '.node.js');
			expect(names).toContain(`${PACKAGE_NAME}.${name[0].toLowerCase()}${name.slice(1)}`);
		}
	});

	it('offers both accounts', async () => {
		const types = await rest.data<Array<{ name: string }>>('GET', '/types/credentials.json');
		const names = types.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['stellrOAuth2Api', 'haloPsaOAuth2Api']));
	});
});

function readJson(file: string): unknown {
	return JSON.parse(readFileSync(path.join(PROJECT, file), 'utf8'));
}
