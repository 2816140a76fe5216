/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
/**
 * What an end-to-end suite works on: the shared n8n, emptied, with the shipped flows in it, and a Stellr and a Halo of the
 * suite's own.
 *
 *   const stage = await openStage({ stellr: world.stellr, halo: world.halo });
 *   await stage.change('Import customers', 'Halo Client Upsert', { createMissing: 'on' });
 *   const run = await stage.runFlow('Import customers');
 *   expect(run.items('Plan clients', 'Summary')).toEqual([…]);
 *   await stage.close();
 */
import path from 'node:path';
import { startHaloSimulator, type HaloSimulator } from '../../../simulators/halo/server';
import type { HaloState } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import { startStellrSimulator, type StellrSimulator } from '../../../simulators/stellr/server';
import type { StellrState } from '../../../simulators/stellr/state';
import type { StellrSwitches } from '../../../simulators/stellr/switches';
import { haloCredential, stellrCredentials } from '../../../tools/host/accounts';
import type { FlowRun, Json } from '../../../tools/host/flowRun';
import type { RestClient, Workflow, WorkflowNode } from '../../../tools/host/restClient';
import { readWorkflows } from '../../../tools/host/startN8n';
import { connectToHost, emptyHost } from './sharedHost';

export const FLOWS = path.resolve(__dirname, '../../../workflows');

export interface StageOptions {
	stellr: StellrState;
	halo: HaloState;
	stellrSwitches?: Partial<StellrSwitches>;
	haloSwitches?: Partial<HaloSwitches>;
	/** The Halo credential's pace. Default: so high that no test waits. */
	requestsPerWindow?: number;
	/** Flow files or folders of them. Default: the shipped ones. */
	flows?: string[];
}

export interface Stage {
	rest: RestClient;
	stellr: StellrSimulator;
	halo: HaloSimulator;
	/** Runs a flow from its manual trigger to its end. */
	runFlow(name: string, triggerName?: string): Promise<FlowRun>;
	/** Sets parameters of one node, as a user would in its form; values replace those of the same name. */
	change(flow: string, node: string, parameters: Json): Promise<void>;
	/** Any change of a flow that a user could make on the canvas; saved afterwards. */
	edit(flow: string, alter: (workflow: Workflow) => void): Promise<void>;
	/** Rows of a Data table by its exact name, null when there is none. */
	rows(table: string): Promise<Json[] | null>;
	/** Writes a Data table as a person would, replacing one of the same name. */
	setRows(
		table: string,
		columns: Record<string, 'string' | 'number' | 'boolean' | 'date'>,
		rows: Json[],
	): Promise<void>;
	/** Forgets the requests that were counted so far, on both sides. */
	forgetRequests(): void;
	close(): Promise<void>;
}

export async function openStage(options: StageOptions): Promise<Stage> {
	const rest = await connectToHost();
	await emptyHost(rest);
	const stellr = await startStellrSimulator(options.stellr, options.stellrSwitches);
	const halo = await startHaloSimulator(options.halo, options.haloSwitches);
	for (const credential of [
		...stellrCredentials(stellr),
		haloCredential(halo, options.requestsPerWindow ?? 100_000),
	]) {
		await rest.createCredential(credential);
	}
	for (const flow of (options.flows ?? [FLOWS]).flatMap(readWorkflows))
		await rest.createWorkflow(flow);

	const edit: Stage['edit'] = async (flow, alter) => {
		const workflow = await rest.findWorkflow(flow);
		alter(workflow);
		await rest.updateWorkflow(workflow);
	};
	return {
		rest,
		stellr,
		halo,
		runFlow: async (name, triggerName) =>
			await rest.runWorkflow((await rest.findWorkflow(name)).id, triggerName),
		change: async (flow, node, parameters) =>
			await edit(flow, (workflow) => Object.assign(nodeOf(workflow, node).parameters, parameters)),
		edit,
		rows: async (table) => await rest.dataTableRows(table),
		setRows: async (table, columns, rows) => await replaceTable(rest, table, columns, rows),
		forgetRequests: () => {
			stellr.requests.clear();
			halo.requests.clear();
		},
		close: async () => {
			await Promise.all([stellr.stop(), halo.stop()]);
		},
	};
}

/**
 * Shipped flows propose the first mapping of an account to a person. Suites about something else let it be applied at
 * once, as a user may.
 */
export async function applyFirstMapping(stage: Stage, ...flows: string[]): Promise<void> {
	for (const flow of flows) {
		await stage.change(flow, 'Mapping Match', { options: { firstMapping: 'apply' } });
	}
}

/** A node of a workflow by its name on the canvas. */
export function nodeOf(workflow: Workflow, name: string): WorkflowNode {
	const node = workflow.nodes.find((entry) => entry.name === name);
	if (node === undefined) {
		throw new Error(
			`"${workflow.name}" has no node "${name}"; it has: ${workflow.nodes.map((entry) => entry.name).join(', ')}`,
		);
	}
	return node;
}

async function replaceTable(
	rest: RestClient,
	name: string,
	columns: Record<string, string>,
	rows: Json[],
): Promise<void> {
	const old = (await rest.listDataTables()).find((table) => table.name === name);
	if (old !== undefined) await rest.deleteDataTable(old.id);
	const list = Object.entries(columns).map(([column, type]) => ({ name: column, type }));
	const { id } = await rest.createDataTable(name, list);
	if (rows.length > 0) await rest.insertDataTableRows(id, rows);
}
