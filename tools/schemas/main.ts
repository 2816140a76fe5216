/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a tool, runs outside n8n */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { schemaFiles } from './render';

/** `npm run schemas`: writes anew what the editor shows of each node before its first run. */

const PROJECT = path.resolve(__dirname, '../..');

for (const entry of readdirSync(path.join(PROJECT, 'nodes')))
	rmSync(path.join(PROJECT, 'nodes', entry, '__schema__'), { recursive: true, force: true });
const files = schemaFiles();
for (const { file, text } of files) {
	mkdirSync(path.dirname(path.join(PROJECT, file)), { recursive: true });
	writeFileSync(path.join(PROJECT, file), text);
}
console.log(`${files.length} schemas written.`);
