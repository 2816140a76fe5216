/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describedOutputs, schemaFiles, shownSchema } from '../../tools/schemas/render';
import { nodeForms, type NodeForm } from './forms';
import { everyOperation, type SeenItems } from './schemaRuns';
import { complaintAbout, fieldsOf, fieldsSeenIn } from './strictSchema';

/** What the editor shows of a node before its first run, so that fields can be dragged. */

const PROJECT = path.resolve(__dirname, '../..');
const described = describedOutputs();

describe('the schemas beside the nodes', () => {
	it('are what "npm run schemas" writes from the types of the items', () => {
		const files = schemaFiles();
		for (const { file, text } of files) expect([file, textOf(file)]).toEqual([file, text]);
		const found = readdirSync(path.join(PROJECT, 'nodes'), { recursive: true })
			.map((entry) => `nodes/${String(entry)}`)
			.filter((file) => /__schema__.*\.json$/.test(file));
		expect(found.sort()).toEqual(files.map(({ file }) => file).sort());
	});

	it('exist for every operation of every node, with as many outputs as it has', () => {
		const expected = nodeForms().flatMap((form) =>
			operationsOf(form).map((name) => [name, form.description.outputs.length]),
		);
		expect(described.map(({ name, outputs }) => [name, outputs.length]).sort()).toEqual(
			expected.sort(),
		);
	});

	it('are such as the editor shows: an object of fields, each of one type', () => {
		for (const entry of described) {
			const schema = shownSchema(entry);
			expect(schema.type).toBe('object');
			expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(0);
			expect(fieldsOf(schema).filter((field) => !/^[\w.]+$/.test(field))).toEqual([]);
		}
	});
});

describe('what the nodes put out over simulated sides', () => {
	let seen: SeenItems;
	beforeAll(async () => {
		seen = await everyOperation();
	}, 300_000);

	it.each(described)('$name is as described, on every output', ({ name, outputs }) => {
		const found = (seen.get(name) ?? []).map((items, output) => ({
			output,
			items: items.length,
			complaints: distinct(items.map((item) => complaintAbout(item, outputs[output]))),
		}));
		expect(found).toEqual(
			outputs.map((forms, output) => ({
				output,
				items: forms.length === 0 ? 0 : expect.any(Number),
				complaints: [],
			})),
		);
		const empty = found.filter(({ output, items }) => outputs[output].length > 0 && items === 0);
		expect(empty).toEqual([]);
	});

	it.each(described)('$name has every field that the editor shows', (entry) => {
		const fields = new Set((seen.get(entry.name) ?? []).flatMap((items) => fieldsSeenIn(items)));
		const missing = fieldsOf(shownSchema(entry)).filter((field) => !fields.has(field));
		expect(missing).toEqual([]);
	});
});

function textOf(file: string): string | null {
	const place = path.join(PROJECT, file);
	return existsSync(place) ? readFileSync(place, 'utf8') : null;
}

/** "MappingReview/openCase/buildForm"; the node's name alone where it has no operations. */
function operationsOf({ file, description: { properties } }: NodeForm): string[] {
	const node = path.basename(file, '.node.ts');
	const operations = properties.filter(({ name }) => name === 'operation');
	if (operations.length === 0) return [node];
	return operations.flatMap(({ options = [], displayOptions }) => {
		const resources = displayOptions?.show?.resource ?? [null];
		return resources.flatMap((resource) =>
			options.map((option) =>
				[node, resource, 'value' in option ? option.value : null].filter(Boolean).join('/'),
			),
		);
	});
}

function distinct(complaints: Array<string | null>): string[] {
	return [...new Set(complaints.filter((complaint) => complaint !== null))];
}
