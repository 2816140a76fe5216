/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { PACKAGE_NAME } from '../../tools/package/pack';
import { hostAddress } from './support/sharedHost';

/** The address from which n8n's editor takes the fields that can be dragged before a node has run. */

const NODES = path.resolve(__dirname, '../../nodes');

/** "HaloLicenceUpsert/__schema__/v1.0.0/plan.json" and the like. */
const files = readdirSync(NODES, { recursive: true })
	.map(String)
	.filter((file) => /__schema__.*\.json$/.test(file));

describe('the schemas of the packed nodes in a real n8n', () => {
	it.each(files)('%s is served to the editor', async (file) => {
		const [node, , ...rest] = file.split('/');
		const type = `${PACKAGE_NAME}.${node.charAt(0).toLowerCase()}${node.slice(1)}`;
		const address = `${hostAddress().url}/schemas/${type}/${rest.join('/').replace(/^v/, '')}`;
		const response = await fetch(address);
		expect([address, response.status]).toEqual([address, 200]);
		expect(await response.json()).toEqual(JSON.parse(readFileSync(path.join(NODES, file), 'utf8')));
	});

	it('are none where a node has no such operation', async () => {
		const address = `${hostAddress().url}/schemas/${PACKAGE_NAME}.haloClients/1.0.0/delete.json`;
		expect((await fetch(address)).status).toBe(404);
	});
});
