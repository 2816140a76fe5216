/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodeType } from 'n8n-workflow';

import { HaloPsaOAuth2Api } from '../../credentials/HaloPsaOAuth2Api.credentials';
import { StellrOAuth2Api } from '../../credentials/StellrOAuth2Api.credentials';
import { PROJECT, tablesIn, textOf } from './markdown';

/** What the vendors do not publish: the options that answer it must be there, under these very names. */

const LABELS = labelsByPlace();
const ROWS = tablesIn(textOf('docs/faq.md'))
	.filter(({ header }) => header[0] === 'not published')
	.flatMap(({ rows }) => rows);
const DISCOVER = sourcesOf('core/check/discover');

describe('docs/faq.md', () => {
	it('has answers for both vendors', () => {
		expect(ROWS.length).toBeGreaterThan(40);
	});

	it.each(ROWS)('names only options that exist: %s', (_, done, options) => {
		const named = [...options.matchAll(/_([^_]+)_ \(([^)]+)\)/g)];
		const missing = named.filter(([, label, place]) => !LABELS[place]?.has(label));
		expect(missing.map(([text]) => text)).toEqual([]);
		expect(options === '' || named.length > 0).toBe(true);
		expect(done).not.toBe('');
	});

	it.each(ROWS)('quotes Connection Check as it speaks: %s', (_, __, ___, line) => {
		const quoted = [...line.matchAll(/"([^"]+)"/g)].map(([, text]) => text);
		expect(quoted.filter((text) => !DISCOVER.includes(text))).toEqual([]);
		expect(line === '' || quoted.length > 0).toBe(true);
	});

	it('would notice an option under another name', () => {
		expect(LABELS['Licence Reconcile'].has('Default Invoice Currency')).toBe(true);
		expect(LABELS['Licence Reconcile'].has('No Such Option')).toBe(false);
	});
});

describe('what Connection Check tells to set', () => {
	const places = new Map<string, string>([
		['Stellr credential', 'Stellr credential'],
		['Halo credential', 'HaloPSA credential'],
		...Object.keys(LABELS).map((place): [string, string] => [`options of ${place}`, place]),
	]);

	it.each([...DISCOVER.matchAll(/'((?:Set|Choose|If)\b[^'`]*(?:credential|options of)[^'`]*)'/g)])(
		'exists: %s',
		(...[, sentence]: string[]) => {
			const place = [...places].find(([words]) => sentence.includes(words))?.[1] ?? '';
			const named = [...(LABELS[place] ?? [])].filter((label) => sentence.includes(label));
			expect(named).not.toEqual([]);
		},
	);
});

/** Labels of all fields, by credential and by node; those of options by their own name. */
function labelsByPlace(): Record<string, Set<string>> {
	const nodes = readdirSync(path.join(PROJECT, 'nodes'))
		.filter((folder) => folder !== 'shared')
		.map((folder): [string, Set<string>] => {
			const module = jest.requireActual<Record<string, new () => INodeType>>(
				`../../nodes/${folder}/${folder}.node`,
			);
			const { displayName, properties } = new module[folder]().description;
			return [displayName, labelsOf(properties)];
		});
	return {
		...Object.fromEntries(nodes),
		'Stellr credential': labelsOf(new StellrOAuth2Api().properties),
		'HaloPSA credential': labelsOf(new HaloPsaOAuth2Api().properties),
	};
}

function labelsOf(properties: INodeProperties[]): Set<string> {
	const inside = properties.filter(({ type }) => type === 'collection');
	const all = [
		...properties.filter(({ type }) => type !== 'hidden' && type !== 'notice'),
		...inside.flatMap(({ options }) => (options ?? []) as INodeProperties[]),
	];
	return new Set(all.map(({ displayName }) => displayName));
}

function sourcesOf(folder: string): string {
	return readdirSync(path.join(PROJECT, folder))
		.map((file) => textOf(path.join(folder, file)).replace(/\\'/g, "'"))
		.join('\n');
}
