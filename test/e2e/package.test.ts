/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RestClient } from '../../tools/host/restClient';
import { PACKAGE_NAME } from '../../tools/package/pack';
import { connectToHost, hostAddress } from './support/sharedHost';

const manifest = JSON.parse(
	readFileSync(path.resolve(__dirname, '../../package.json'), 'utf8'),
) as {
	n8n: { nodes: string[]; credentials: string[] };
};

interface NodeType {
	name: string;
	displayName: string;
	icon?: unknown;
	iconUrl?: unknown;
	codex?: { categories?: string[] };
	usableAsTool?: unknown;
}

describe('the packed package in a real n8n', () => {
	let rest: RestClient;
	let ours: NodeType[];

	beforeAll(async () => {
		rest = await connectToHost();
		ours = (await rest.data<NodeType[]>('GET', '/types/nodes.json')).filter(({ name }) =>
			name.startsWith(`${PACKAGE_NAME}.`),
		);
	});

	it('offers every node of the package, under the names that users get', () => {
		// A node that agents may use is listed once more, as a tool.
		const names = ours.map(({ name }) => name).filter((name) => !name.endsWith('Tool'));
		const expected = manifest.n8n.nodes.map(
			(file) => `${PACKAGE_NAME}.${lowerFirst(path.basename(file, '.node.js'))}`,
		);
		expect(names.sort()).toEqual(expected.sort());
		expect(names.length).toBeGreaterThan(0);
	});

	it('shows each with icons for both themes and a category', () => {
		for (const node of ours) {
			expect(node.iconUrl).toMatchObject({ light: expect.any(String), dark: expect.any(String) });
			expect(node.codex?.categories?.length).toBeGreaterThan(0);
		}
	});

	it('serves the icons', async () => {
		const { url } = hostAddress();
		for (const { iconUrl } of ours) {
			for (const address of Object.values(iconUrl as Record<string, string>)) {
				const response = await fetch(`${url}/${address}`);
				expect([address, response.status, response.headers.get('content-type')]).toEqual([
					address,
					200,
					expect.stringContaining('svg'),
				]);
			}
		}
	});

	it('offers both accounts', async () => {
		const types = await rest.data<Array<{ name: string }>>('GET', '/types/credentials.json');
		const names = types.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['stellrOAuth2Api', 'haloPsaOAuth2Api']));
	});
});

function lowerFirst(name: string): string {
	return name.charAt(0).toLowerCase() + name.slice(1);
}
