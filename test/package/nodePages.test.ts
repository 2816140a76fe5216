/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { docsPages, linksIn, PROJECT, resolves, sectionOf, tablesIn, textOf } from './markdown';
import { runAllNodes, type NodeRuns } from './nodeRuns';

/** One page per node, held to the node's form and to what it puts out. */

const DESCRIPTIONS = nodeDescriptions();
const PAGES = DESCRIPTIONS.map((description) => ({
	name: description.displayName,
	file: `docs/nodes/${fileNameOf(description.displayName)}.md`,
	description,
}));

describe('docs/nodes.md', () => {
	it('leads to a page for every node, and to no others', () => {
		const pages = docsPages().filter((page) => page.startsWith('docs/nodes/'));
		expect(pages).toEqual(PAGES.map(({ file }) => file).sort());
		const linked = new Set(linksIn(textOf('docs/nodes.md')).map((link) => `docs/${link}`));
		expect(pages.filter((page) => !linked.has(page))).toEqual([]);
	});
});

describe.each(PAGES)('$file', ({ name, file, description }) => {
	const text = textOf(file);

	it('is about its node, and leads back', () => {
		expect(text.startsWith(`# ${name}\n`)).toBe(true);
		expect(linksIn(text)).toContain('../nodes.md');
		expect(linksIn(text).filter((link) => !resolves(file, link))).toEqual([]);
	});

	it('names the inputs and outputs as the node does', () => {
		const rows = tablesIn(sectionOf(text, '## Inputs and outputs')).flatMap(({ rows: all }) => all);
		const named = (kind: string) =>
			rows.filter(([cell]) => cell === kind).map(([, label]) => label.replace(/\*/g, ''));
		expect(named('output')).toEqual(description.outputNames);
		expect(named('input')).toEqual(inputLabels(description));
	});

	it('lists every parameter with its default, and no others', () => {
		const documented = parameterRows(text).map(([label, standard]) => `${label} = ${standard}`);
		const real = parametersOf(description.properties).map(
			({ label, parameter }) => `${label} = ${defaultText(parameter)}`,
		);
		expect(documented.sort()).toEqual(real.sort());
	});

	it('names every choice of a parameter', () => {
		const rows = parameterRows(text);
		const missing = parametersOf(description.properties).flatMap(({ label, parameter }) => {
			const meanings = rows.filter(([cell]) => cell === label).map(([, , meaning]) => meaning);
			return choicesOf(parameter).filter(
				(choice) => !meanings.some((meaning) => meaning.includes(`_${choice}_`)),
			);
		});
		expect(missing).toEqual([]);
	});
});

describe('what the pages say of the items that come out', () => {
	let runs: NodeRuns;
	beforeAll(async () => (runs = await runAllNodes()), 120_000);

	const sections = PAGES.flatMap(({ file, description }) => {
		const fields = sectionOf(textOf(file), '## Output fields');
		return [...fields.matchAll(/^### (.+)$/gm)].map(([heading, label]) => ({
			title: `${description.displayName}: ${label}`,
			node: description.name,
			label,
			text: sectionOf(fields, heading),
		}));
	});

	it('covers every output that puts out something in a night without trouble', () => {
		const covered = new Set(sections.map(({ node, label }) => `${node} ${label}`));
		const seen = Object.entries(runs).flatMap(([node, outputs]) =>
			Object.entries(outputs)
				.filter(([label, items]) => items.length > 0 && !label.startsWith('Needs Attention'))
				.map(([label]) => `${node} ${label}`),
		);
		expect(seen.filter((output) => !covered.has(output))).toEqual([]);
	});

	it.each(sections)('$title lists the fields that are there', ({ node, label, text }) => {
		const items = runs[node][label];
		const [{ rows }] = tablesIn(text);
		const documented = rows.flatMap(([cell]) => namesIn(cell));
		const real = new Set(items.flatMap(Object.keys));
		expect(items.length).toBeGreaterThan(0);
		expect([...real].filter((field) => !documented.some((name) => isOf(name, field)))).toEqual([]);
		expect(documented.filter((name) => !items.some((item) => holds(item, name)))).toEqual([]);
	});

	const examples = sections.flatMap(({ title, text, ...section }) => {
		const json = /^```json\n([\s\S]*?)^```/m.exec(text)?.[1];
		return json === undefined ? [] : [{ title, ...section, example: JSON.parse(json) as unknown }];
	});

	it.each(examples)('$title shows an item as it comes', ({ node, label, example }) => {
		expect(strangersIn(example, runs[node][label])).toEqual([]);
	});

	it('would notice a field that no item has, and a text where a number comes', () => {
		const items = [{ id: 7, plan: { reasons: [{ code: 'x' }] } }, { id: null }];
		expect(strangersIn({ id: 1, plan: { reasons: [{ code: 'y' }] } }, items)).toEqual([]);
		expect(strangersIn({ id: 'seven' }, items)).toEqual(['id is text']);
		expect(strangersIn({ plan: { reasons: [{ word: 'y' }] } }, items)).toEqual([
			'plan.reasons[].word is text',
		]);
	});
});

function nodeDescriptions(): INodeTypeDescription[] {
	return readdirSync(path.join(PROJECT, 'nodes'))
		.filter((folder) => folder !== 'shared')
		.sort()
		.map((folder) => {
			const module = jest.requireActual<Record<string, new () => INodeType>>(
				`../../nodes/${folder}/${folder}.node`,
			);
			return new module[folder]().description;
		});
}

function fileNameOf(displayName: string): string {
	return displayName.toLowerCase().replace(/ /g, '-');
}

function inputLabels({ inputs, inputNames }: INodeTypeDescription): string[] {
	if (!Array.isArray(inputs)) return [];
	return inputs.map((input, index) =>
		typeof input === 'string' ? (inputNames?.[index] ?? '') : (input.displayName ?? ''),
	);
}

interface Labelled {
	label: string;
	parameter: INodeProperties;
}

/** What a user sees in the form; those in a collection as "Options: Key Field". */
function parametersOf(properties: INodeProperties[]): Labelled[] {
	return properties
		.filter(({ type }) => type !== 'notice' && type !== 'hidden')
		.flatMap((property) =>
			property.type === 'collection'
				? ((property.options ?? []) as INodeProperties[]).map((parameter) => ({
						label: `${property.displayName}: ${parameter.displayName}`,
						parameter,
					}))
				: [{ label: property.displayName, parameter: property }],
		);
}

function parameterRows(text: string): string[][] {
	return tablesIn(sectionOf(text, '## Parameters'))
		.filter(({ header }) => header[0] === 'parameter')
		.flatMap(({ rows }) => rows);
}

function choicesOf({ type, options = [] }: INodeProperties): string[] {
	if (type !== 'options' && type !== 'multiOptions') return [];
	return options.map(({ name }) => name);
}

/** A default as a page writes it: the choice's name, "on", a number, text as code, nothing where it is empty. */
function defaultText({ type, default: standard, options = [] }: INodeProperties): string {
	const choices = options as Array<{ name: string; value: unknown }>;
	if (typeof standard === 'boolean') return standard ? 'on' : 'off';
	if (typeof standard === 'number') return String(standard);
	if (type === 'multiOptions' && Array.isArray(standard)) {
		if (standard.length === choices.length) return 'all';
		return standard.map((value) => choiceName(choices, value)).join(', ');
	}
	if (type === 'options') return choiceName(choices, standard);
	const text = typeof standard === 'object' && standard !== null ? valueOf(standard) : standard;
	return text === '' || text === '{}' || text === undefined ? '' : `\`${String(text)}\``;
}

function choiceName(choices: Array<{ name: string; value: unknown }>, value: unknown): string {
	return `_${choices.find((choice) => choice.value === value)?.name ?? '?'}_`;
}

/** What a resource locator points at; nothing for an empty group of fields. */
function valueOf(standard: object): unknown {
	return 'value' in standard ? standard.value : '';
}

/** `account`, `list.total` of a table's first cell. */
function namesIn(cell: string): string[] {
	return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
}

const isOf = (name: string, field: string) => name === field || name.startsWith(`${field}.`);

function holds(item: unknown, dotted: string): boolean {
	let value: unknown = item;
	for (const part of dotted.split('.')) {
		if (typeof value !== 'object' || value === null || !(part in value)) return false;
		value = (value as Record<string, unknown>)[part];
	}
	return true;
}

/** Fields of an example that no item has, or that are of another kind on every item that has them. */
function strangersIn(example: unknown, items: unknown[]): string[] {
	const real = new Set(items.flatMap((item) => shapesOf(item)));
	const paths = new Set([...real].map((shape) => shape.split(' is ')[0]));
	return shapesOf(example).filter((shape) => {
		const [place, kind] = shape.split(' is ');
		return kind === 'nothing' ? !paths.has(place) : !real.has(shape);
	});
}

/** "plan.reasons[].code is text" for everything in a record. */
function shapesOf(value: unknown, place = ''): string[] {
	if (Array.isArray(value)) {
		return [`${place} is a list`, ...value.flatMap((entry) => shapesOf(entry, `${place}[]`))];
	}
	if (typeof value === 'object' && value !== null) {
		const fields = Object.entries(value).flatMap(([name, field]) =>
			shapesOf(field, place === '' ? name : `${place}.${name}`),
		);
		return place === '' ? fields : [`${place} is an object`, ...fields];
	}
	const kind = { string: 'text', number: 'a number', boolean: 'yes or no' }[typeof value as string];
	return [`${place} is ${kind ?? 'nothing'}`];
}
