/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workflow, WorkflowNode } from '../../tools/host/restClient';
import { boxOf, overlaps } from './flowLayout';
import { hiddenWires } from './flowWires';

/** The shipped flows as files: what a newcomer finds on the canvas after the import. */

const PROJECT = path.resolve(__dirname, '../..');
const FOLDER = path.join(PROJECT, 'workflows');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const CREDENTIALS: Record<string, string> = {
	stellrOAuth2Api: 'StreamOne Stellr account',
	haloPsaOAuth2Api: 'HaloPSA account',
};
/** Where each of our nodes puts what it could not use. */
const NEEDS_ATTENTION: Record<string, number> = {
	connectionCheck: 1,
	haloClientUpsert: 2,
	haloClients: 1,
	haloLicenceUpsert: 2,
	licenceReconcile: 1,
	mappingMatch: 3,
	mappingReview: 3,
	stellrCustomers: 1,
	stellrSubscriptions: 2,
};

type Links = Record<string, { main?: Array<Array<{ node: string; index: number }> | null> }>;

const read = (file: string) =>
	JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Workflow;
const shortType = ({ type }: WorkflowNode) => type.split('.').at(-1) ?? '';
const isNote = (node: WorkflowNode) => shortType(node) === 'stickyNote';
const linksOf = (flow: Workflow) => flow.connections as Links;
const targets = (flow: Workflow, name: string, output: number) =>
	linksOf(flow)[name]?.main?.[output] ?? [];

/** A flow that starts by itself, or that other flows start, tells somebody; one that is run by hand shows what is wrong. */
function hasErrorBranch(flow: Workflow): boolean {
	const starts = flow.nodes.map(shortType);
	const alone = ['scheduleTrigger', 'formTrigger', 'executeWorkflowTrigger'];
	if (starts.some((type) => alone.includes(type))) {
		const trigger = flow.nodes.find((node) => shortType(node) === 'errorTrigger');
		return trigger !== undefined && targets(flow, trigger.name, 0).length > 0;
	}
	const ours = flow.nodes.filter((node) => NEEDS_ATTENTION[shortType(node)] !== undefined);
	const told = ours.filter(
		(node) => targets(flow, node.name, NEEDS_ATTENTION[shortType(node)]).length > 0,
	);
	return told.length > 0;
}

describe.each(FILES)('%s', (file) => {
	const flow = read(file);

	it('says on the canvas what it does and what to set', () => {
		const notes = flow.nodes.filter(isNote).map(({ parameters }) => String(parameters.content));
		expect(notes.some((text) => text.startsWith(`## ${flow.name}\n`))).toBe(true);
	});

	it('has an error branch', () => {
		expect(hasErrorBranch(flow)).toBe(true);
	});

	it('names its credentials as the pages do, and by no id', () => {
		for (const { credentials = {} } of flow.nodes) {
			for (const [type, credential] of Object.entries(credentials)) {
				expect(credential).toEqual({ id: '', name: CREDENTIALS[type] });
			}
		}
	});

	it('connects only nodes that are there, each named once', () => {
		const names = flow.nodes.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(flow.nodes.map(({ id }) => id)).size).toBe(names.length);
		const linked = Object.entries(linksOf(flow)).flatMap(([from, { main = [] }]) => [
			from,
			...main.flatMap((output) => (output ?? []).map(({ node }) => node)),
		]);
		expect(linked.filter((name) => !names.includes(name))).toEqual([]);
	});

	it('names no node that is not there in its expressions', () => {
		const names = flow.nodes.map(({ name }) => name);
		const named = [...JSON.stringify(flow.nodes).matchAll(/\$\('([^']+)'\)/g)].map(
			([, name]) => name,
		);
		expect(named.filter((name) => !names.includes(name))).toEqual([]);
	});

	it('has no two nodes or notes on top of each other', () => {
		expect(overlaps(flow.nodes)).toEqual([]);
	});

	it('has no wire that runs behind a node or a note', () => {
		expect(hiddenWires(flow)).toEqual([]);
	});

	it('reads from left to right', () => {
		const leftOf = new Map(flow.nodes.map((node) => [node.name, boxOf(node).left]));
		const backwards = Object.entries(linksOf(flow)).flatMap(([from, { main = [] }]) =>
			main
				.flatMap((output) => output ?? [])
				.filter(({ node }) => (leftOf.get(node) ?? 0) < (leftOf.get(from) ?? 0))
				.map(({ node }) => `${from} → ${node}`),
		);
		expect(backwards).toEqual([]);
	});
});

it('all flows are in the package as they are here', () => {
	const shipped = path.join(PROJECT, 'dist', 'workflows');
	if (!existsSync(shipped)) {
		throw new Error('The package is not built yet: run `npm run build` first.');
	}
	expect(readdirSync(shipped).sort()).toEqual([...FILES].sort());
	for (const file of FILES) {
		const text = (folder: string) => readFileSync(path.join(folder, file), 'utf8');
		expect([file, text(shipped) === text(FOLDER)]).toEqual([file, true]);
	}
});
