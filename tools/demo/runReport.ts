/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FlowRun, Json } from '../host/flowRun';
import type { RestClient, Workflow } from '../host/restClient';
import { attentionOf, runToEnd } from './runFlows';

/** What a flow that only reports said, and where its two files were put. */
export interface ReportResult {
	flow: string;
	seconds: number;
	summary: Json;
	/** Needs Attention of its nodes, by code. */
	attention: Record<string, number>;
	/** The HTML page and the CSV table. */
	page: string;
	table: string;
}

/** Runs a flow to its end and puts its report into the folder, as `<name>.html` and `<name>.csv`. */
export async function runReport(
	rest: RestClient,
	flow: string,
	folder: string,
): Promise<ReportResult> {
	const { workflow, run } = await runToEnd(rest, flow);
	const node = reportingNode(workflow);
	const [summary] = run.items(node, 'Summary');
	const name = path.join(folder, flow.toLowerCase().replaceAll(' ', '-'));
	mkdirSync(folder, { recursive: true });
	return {
		flow,
		seconds: run.milliseconds / 1000,
		summary,
		attention: attentionOf(workflow, run),
		page: await saved(rest, run, node, 'report', `${name}.html`),
		table: await saved(rest, run, node, 'table', `${name}.csv`),
	};
}

function reportingNode({ name, nodes }: Workflow): string {
	const node = nodes.find(({ type }) => type.endsWith('.licenceReconcile'));
	if (node === undefined) throw new Error(`The flow "${name}" has no Licence Reconcile`);
	return node.name;
}

async function saved(
	rest: RestClient,
	run: FlowRun,
	node: string,
	property: string,
	file: string,
): Promise<string> {
	const [files] = run.files(node, 'Summary');
	if (files?.[property] === undefined) throw new Error(`"${node}" made no ${property}`);
	writeFileSync(file, await rest.readFile(files[property]));
	return file;
}
