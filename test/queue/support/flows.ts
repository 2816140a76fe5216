/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
/** The shipped flows, once for each account, set as a user sets them who lets the first mapping be applied. */
import path from 'node:path';
import { OWN_NAMES } from '../../../simulators/world/options';
import type { Json } from '../../../tools/host/flowRun';
import type { RestClient, Workflow } from '../../../tools/host/restClient';
import { readWorkflows } from '../../../tools/host/startN8n';
import { credentialsOf, haloNameOf, stellrNameOf, type Tenant } from './tenants';

const FLOWS = path.resolve(__dirname, '../../../workflows');
/** In the order in which a user runs them. */
export const FOUR_FLOWS = ['import-customers', 'quick-start', 'update-licences', 'drift-report'];

export interface AccountFlow {
	id: string;
	name: string;
	account: string;
	tenant: string;
}

export interface FlowOptions {
	/** What the Halo credentials say about requests and workers. */
	pace: Json;
	/** Names of the workflow files. Default: four. */
	files?: string[];
	/** So few that a run has many writes. Default: the node's own. */
	rowsPerRequest?: number;
}

/** Creates credentials, Data tables and flows of all accounts in an n8n that has none. */
export async function provisionFlows(
	rest: RestClient,
	tenants: Tenant[],
	{ pace, files = FOUR_FLOWS, rowsPerRequest }: FlowOptions,
): Promise<AccountFlow[]> {
	for (const credential of tenants.flatMap((tenant) => credentialsOf(tenant, pace))) {
		await rest.createCredential(credential);
	}
	const flows: AccountFlow[] = [];
	for (const { name: tenant, accounts } of tenants) {
		const workflows = files.map((file) => flowOf(tenant, file, rowsPerRequest));
		await createTables(rest, workflows);
		for (const account of accounts) {
			for (const workflow of workflows) {
				const { id, name } = await rest.createWorkflow(forAccount(workflow, account));
				flows.push({ id, name, account, tenant });
			}
		}
	}
	return flows;
}

type NewWorkflow = Omit<Workflow, 'id'>;

/** A tenant's flows have Data tables of their own: the rows name clients and licences by their numbers in that Halo. */
function flowOf(tenant: string, file: string, rowsPerRequest: number | undefined): NewWorkflow {
	const [workflow] = readWorkflows(path.join(FLOWS, `${file}.json`));
	for (const { type, parameters } of workflow.nodes) {
		if (isNewTable({ type, parameters })) {
			parameters.tableName = String(parameters.tableName).replace(
				'stellr_halo_',
				`stellr_halo_${tenant}_`,
			);
		}
		if (type.endsWith('.mappingMatch')) {
			parameters.ownCompany = OWN_NAMES.join(', ');
			parameters.options = { firstMapping: 'apply' };
		}
		if (file === 'import-customers' && type.endsWith('.haloClientUpsert')) {
			parameters.createMissing = 'on';
		}
		if (rowsPerRequest !== undefined && isApply({ type, parameters })) {
			parameters.options = { rowsPerRequest };
		}
	}
	return { ...workflow, settings: { ...workflow.settings, timezone: 'UTC' } };
}

/**
 * The Data tables as the first run by hand leaves them. n8n cannot make one table for two flows that ask at the same
 * moment: one of them stops.
 */
async function createTables(rest: RestClient, workflows: NewWorkflow[]): Promise<void> {
	const tables = new Map(
		workflows
			.flatMap(({ nodes }) => nodes)
			.filter(isNewTable)
			.map(({ parameters }) => [String(parameters.tableName), parameters.columns as TableColumns]),
	);
	for (const [name, { column }] of tables) await rest.createDataTable(name, column);
}

interface TableColumns {
	column: Array<{ name: string; type: string }>;
}

function isNewTable({ type, parameters }: Pick<Workflow['nodes'][number], 'type' | 'parameters'>) {
	const { resource, operation } = parameters;
	return type === 'n8n-nodes-base.dataTable' && resource === 'table' && operation === 'create';
}

function isApply({ type, parameters }: Pick<Workflow['nodes'][number], 'type' | 'parameters'>) {
	return /\.halo(Client|Licence)Upsert$/.test(type) && parameters.operation === 'apply';
}

function forAccount(workflow: NewWorkflow, account: string): NewWorkflow {
	const nodes = structuredClone(workflow.nodes);
	for (const { credentials: { stellrOAuth2Api, haloPsaOAuth2Api } = {} } of nodes) {
		if (stellrOAuth2Api) stellrOAuth2Api.name = stellrNameOf(account);
		if (haloPsaOAuth2Api) haloPsaOAuth2Api.name = haloNameOf(account);
	}
	return { ...workflow, name: `${workflow.name} (${account})`, nodes };
}
