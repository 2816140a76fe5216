/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import { FlowRun, type ExecutionAnswer, type Json, type RunFile } from './flowRun';
import { RestSession } from './restSession';

const POLL_MS = 150;

/** A workflow as n8n's REST and export files hold it. */
export interface Workflow {
	id: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Json;
	settings?: Json;
	pinData?: Json;
	active?: boolean;
}

export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	parameters: Json;
	credentials?: Record<string, { id: string | null; name: string }>;
	disabled?: boolean;
	onError?: string;
	[setting: string]: unknown;
}

export interface CredentialInput {
	name: string;
	type: string;
	data: Json;
}

export interface CredentialSummary {
	id: string;
	name: string;
	type: string;
}

export interface DataTableSummary {
	id: string;
	name: string;
	columns: Array<{ name: string; type: string }>;
}

/** What the tools do by n8n's own REST interface, as its editor uses it. */
export class RestClient extends RestSession {
	// Workflows

	async listWorkflows(): Promise<Array<{ id: string; name: string; active: boolean }>> {
		return await this.data('GET', '/rest/workflows');
	}

	async getWorkflow(id: string): Promise<Workflow> {
		return await this.data('GET', `/rest/workflows/${id}`);
	}

	async findWorkflow(name: string): Promise<Workflow> {
		const found = (await this.listWorkflows()).filter((workflow) => workflow.name === name);
		if (found.length !== 1) {
			throw new Error(`n8n holds ${found.length} workflows named "${name}" instead of one`);
		}
		return await this.getWorkflow(found[0].id);
	}

	/** Imports a workflow file's content; n8n binds credentials without an id by their name. */
	async createWorkflow(file: Omit<Workflow, 'id'> & { id?: string }): Promise<Workflow> {
		const { name, nodes, connections, settings = {}, pinData } = file;
		return await this.data('POST', '/rest/workflows', {
			name,
			nodes,
			connections,
			settings,
			pinData,
			// n8n before 2 does not add it by itself.
			active: false,
		});
	}

	/** Saves a changed workflow; the next run uses it. */
	async updateWorkflow(workflow: Workflow): Promise<Workflow> {
		const { name, nodes, connections, settings, pinData } = workflow;
		return await this.data('PATCH', `/rest/workflows/${workflow.id}`, {
			name,
			nodes,
			connections,
			settings,
			pinData,
		});
	}

	/** Starts a workflow's triggers, as the editor's Publish button does. */
	async publishWorkflow(id: string): Promise<void> {
		const { versionId } = await this.data<{ versionId: string }>('GET', `/rest/workflows/${id}`);
		await this.data('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	async deleteWorkflow(id: string): Promise<void> {
		await this.data('POST', `/rest/workflows/${id}/archive`, {});
		for (let attempt = 0; ; attempt += 1) {
			const response = await this.send('DELETE', `/rest/workflows/${id}`);
			const text = await response.text();
			if (response.ok) return;
			// A published flow is taken down first, which lasts a moment.
			if (response.status !== 409 || attempt === 60)
				throw new Error(`n8n answered ${response.status} to the deletion: ${text.slice(0, 400)}`);
			await pause(POLL_MS);
		}
	}

	// Executions

	/** Runs a saved workflow from one of its triggers and waits for its end. */
	async runWorkflow(
		id: string,
		triggerName?: string,
		{ timeoutMs = 180_000 } = {},
	): Promise<FlowRun> {
		const workflow = await this.getWorkflow(id);
		const name = triggerName ?? manualTrigger(workflow);
		const started = await this.data<{ executionId?: string }>('POST', `/rest/workflows/${id}/run`, {
			workflowData: workflow,
			triggerToStartFrom: { name },
		});
		if (started.executionId === undefined) {
			throw new Error(`n8n did not start "${workflow.name}" from "${name}"`);
		}
		return await this.waitForExecution(started.executionId, workflow, timeoutMs);
	}

	async waitForExecution(
		executionId: string,
		workflow: Workflow,
		timeoutMs = 180_000,
	): Promise<FlowRun> {
		const deadline = Date.now() + timeoutMs;
		while (!(await this.isFinished(executionId, workflow.id))) {
			if (Date.now() > deadline) {
				throw new Error(`"${workflow.name}" was still running after ${timeoutMs / 1000} s`);
			}
			await pause(POLL_MS);
		}
		const execution = await this.data<ExecutionAnswer>('GET', `/rest/executions/${executionId}`);
		return new FlowRun(execution, await this.outputNames(workflow));
	}

	/** The bytes of a file that a run put out. */
	async readFile({ id, data, fileName = '' }: RunFile): Promise<Buffer> {
		if (id === undefined) return Buffer.from(data, 'base64');
		const path = `/rest/binary-data?id=${encodeURIComponent(id)}&action=download`;
		const response = await this.send('GET', path);
		if (!response.ok) throw new Error(`n8n answered ${response.status} for the file ${fileName}`);
		return Buffer.from(await response.arrayBuffer());
	}

	/** The latest executions of a workflow, without their data. */
	async executionsOf(workflowId: string): Promise<Array<{ id: string; status: string }>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.data<{ results: Array<{ id: string; status: string }> }>(
			'GET',
			`/rest/executions?filter=${filter}&limit=20`,
		);
		return results;
	}

	/** Asks the list, which leaves out the data: a run that saves its progress grows large. */
	private async isFinished(executionId: string, workflowId: string): Promise<boolean> {
		const entry = (await this.executionsOf(workflowId)).find(({ id }) => id === executionId);
		return entry !== undefined && !['new', 'running', 'waiting', 'unknown'].includes(entry.status);
	}

	// Credentials

	async createCredential(input: CredentialInput): Promise<CredentialSummary> {
		return await this.data('POST', '/rest/credentials', input);
	}

	async listCredentials(): Promise<CredentialSummary[]> {
		return await this.data('GET', '/rest/credentials');
	}

	/** What the credential form's test says. Data given here is used as it is; without it, what is stored under the id. */
	async testCredential(
		credential: CredentialSummary & { data?: Json },
	): Promise<{ status: string; message: string }> {
		return await this.data('POST', '/rest/credentials/test', { credentials: credential });
	}

	/** Replaces what a credential holds; a stored token goes with it. */
	async updateCredential(id: string, input: CredentialInput): Promise<void> {
		await this.data('PATCH', `/rest/credentials/${id}`, input);
	}

	async deleteCredential(id: string): Promise<void> {
		await this.data('DELETE', `/rest/credentials/${id}`);
	}

	// Data tables

	async listDataTables(): Promise<DataTableSummary[]> {
		const { data } = await this.data<{ data: DataTableSummary[] }>(
			'GET',
			`/rest/projects/${await this.personalProject()}/data-tables?take=250`,
		);
		return data;
	}

	/** All rows of a Data table by its exact name, with n8n's own columns (`updatedAt` tells of writes); null when there is no such table. */
	async dataTableRows(name: string): Promise<Json[] | null> {
		const table = (await this.listDataTables()).find((entry) => entry.name === name);
		if (table === undefined) return null;
		const rows: Json[] = [];
		for (;;) {
			const { count, data } = await this.data<{ count: number; data: Json[] }>(
				'GET',
				`/rest/projects/${await this.personalProject()}/data-tables/${table.id}/rows?take=100&skip=${rows.length}&sortBy=id:asc`,
			);
			rows.push(...data);
			if (data.length === 0 || rows.length >= count) return rows;
		}
	}

	async createDataTable(
		name: string,
		columns: Array<{ name: string; type: string }>,
	): Promise<DataTableSummary> {
		return await this.data('POST', `/rest/projects/${await this.personalProject()}/data-tables`, {
			name,
			columns,
		});
	}

	async insertDataTableRows(tableId: string, rows: Json[]): Promise<void> {
		const path = `/rest/projects/${await this.personalProject()}/data-tables/${tableId}/insert`;
		await this.data('POST', path, { data: rows, returnType: 'count' });
	}

	async deleteDataTable(id: string): Promise<void> {
		await this.data('DELETE', `/rest/projects/${await this.personalProject()}/data-tables/${id}`);
	}

	// Node types

	/** The names of each node's outputs, by the node's name in the workflow. */
	private async outputNames(workflow: Workflow): Promise<Record<string, string[]>> {
		// A node that serves an agent has no outputs of a flow, and n8n tells nothing of its type here.
		const nodes = workflow.nodes.filter(({ type }) => !type.endsWith('Tool'));
		const nodeInfos = nodes.map(({ type, typeVersion }) => ({ name: type, version: typeVersion }));
		const types = await this.data<Array<{ outputNames?: string[]; outputs?: unknown }>>(
			'POST',
			'/rest/node-types',
			{ nodeInfos },
		);
		return Object.fromEntries(
			nodes.map(({ name }, index) => [
				name,
				types[index]?.outputNames ?? displayNames(types[index]?.outputs),
			]),
		);
	}
}

function manualTrigger(workflow: Workflow): string {
	const trigger = workflow.nodes.find(
		({ type, disabled }) => type === 'n8n-nodes-base.manualTrigger' && !disabled,
	);
	if (trigger === undefined) throw new Error(`"${workflow.name}" has no manual trigger`);
	return trigger.name;
}

function displayNames(outputs: unknown): string[] {
	if (!Array.isArray(outputs)) return [];
	return outputs.map((output: unknown) =>
		typeof output === 'object' && output !== null && 'displayName' in output
			? String(output.displayName)
			: String(output),
	);
}
