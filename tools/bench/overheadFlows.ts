/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, not inside n8n */
import path from 'node:path';
import type { HaloSimulator } from '../../simulators/halo/server';
import type { StellrSimulator } from '../../simulators/stellr/server';
import { HALO_ACCOUNT, STELLR_ACCOUNT } from '../host/accounts';
import type { Workflow, WorkflowNode } from '../host/restClient';
import { readWorkflows } from '../host/startN8n';

export type WorkflowFile = Omit<Workflow, 'id'>;

type Wires = Record<string, { main: Array<Array<{ node: string; type: 'main'; index: number }>> }>;

const WORKFLOWS = path.resolve(__dirname, '../../workflows');
/** Address by which the licence flow and its likeness are started. */
export const HOOKS = { licences: 'bench-licences', nothing: 'bench-nothing' } as const;
const KEY_FIELD = { __rl: true, mode: 'list', value: '104:CFStellrCustomerNo' };
const OAUTH = 'predefinedCredentialType';

/**
 * The shipped Update licences as it runs at night: started by a trigger of n8n's own that answers when the last node has
 * ended, and without saving what the nodes put out.
 */
export function licenceFlow(): WorkflowFile {
	const [flow] = readWorkflows(path.join(WORKFLOWS, 'update-licences.json'));
	const nodes = flow.nodes.filter(
		({ type }) => !/\.(scheduleTrigger|stickyNote|manualTrigger)$/.test(type),
	);
	nodeNamed(nodes, 'Halo Clients').parameters.keyField = KEY_FIELD;
	nodeNamed(nodes, 'Mapping Match').parameters.options = { firstMapping: 'apply' };
	return {
		name: 'Bench: licences',
		nodes: [hook('Run by hand', HOOKS.licences), ...nodes],
		connections: wiresWithout('Every night', flow.connections as Wires),
		settings: quietSettings,
	};
}

/**
 * The same flow with nodes of n8n's own in the places of this package's: HTTP Request nodes that send the same requests
 * with the same credentials, Split Out where lists become items, and where ours think, nodes that pass on what comes. Apply
 * licences has no likeness: it does not run when nothing has changed.
 */
export function flowOfNothing(stellr: StellrSimulator, halo: HaloSimulator): WorkflowFile {
	const { nodes, connections, ...rest } = licenceFlow();
	const others = nodes.filter(({ type }) => !/n8n-nodes-stellr-halo|\.webhook$/.test(type));
	const stands: WorkflowNode[] = [
		hook('Run by hand', HOOKS.nothing),
		pages('Customer pages', `${stellr.url}/api/v1/cloud/customers`, 'stellrOAuth2Api', [
			'pageNo',
			'pageSize',
			'$response.body.data.total',
		]),
		splitOut('Stellr Customers', 'data.records'),
		pages('Client pages', `${halo.apiUrl}/Client`, 'haloPsaOAuth2Api', HALO_PAGES, {
			...HALO_LIST,
			include_custom_fields: '104',
		}),
		splitOut('Halo Clients', 'clients'),
		passOnFirst('Mapping Match', 3),
		each(
			'Stellr Subscriptions',
			`=${stellr.url}/api/v1/customers/{{ $json.customerNo }}/subscriptions`,
		),
		passOnFirst('Plan licences', 2),
		pages('Licence pages', `${halo.apiUrl}/SoftwareLicence`, 'haloPsaOAuth2Api', HALO_PAGES, {
			...HALO_LIST,
		}),
	];
	const wires: Wires = {
		...wiresWithout('Apply licences', connections as Wires),
		'Run by hand': {
			main: [
				[
					'Customer pages',
					'Client pages',
					'Saved mapping table',
					'Saved state table',
					'Runs table',
				].map((name) => wire(name)),
			],
		},
		'Customer pages': { main: [[wire('Stellr Customers')]] },
		'Client pages': { main: [[wire('Halo Clients')]] },
		'Plan licences': { main: [[wire('Licence pages')]] },
	};
	return { ...rest, name: 'Bench: nothing', nodes: [...stands, ...others], connections: wires };
}

/** The nodes that send no requests, each with the same items as a node that does nothing. */
export function pureFlow(): WorkflowFile {
	const { nodes } = licenceFlow();
	const taken = ['Stellr Customers', 'Halo Clients', 'Mapping Match'].map((name) =>
		nodeNamed(nodes, name),
	);
	return {
		name: 'Bench: pure nodes',
		nodes: [
			node('Run by hand', 'manualTrigger', 1, {}),
			...taken,
			node('Record', 'n8n-nodes-stellr-halo.mappingReview', 1, {
				resource: 'openCase',
				operation: 'recordMatches',
			}),
			node('Nothing', 'noOp', 1, {}),
		],
		connections: {
			'Run by hand': { main: [[wire('Stellr Customers'), wire('Halo Clients')]] },
			'Stellr Customers': { main: [[wire('Mapping Match')]] },
			'Halo Clients': { main: [[wire('Mapping Match', 1)]] },
			'Mapping Match': { main: [[wire('Record'), wire('Nothing')]] },
		} satisfies Wires,
		settings: { executionOrder: 'v1' },
	};
}

const quietSettings = {
	executionOrder: 'v1',
	saveExecutionProgress: false,
	saveDataSuccessExecution: 'none',
	saveDataErrorExecution: 'all',
};

/** Name of the page number, name of the page size, and where the whole count stands. */
type Paging = readonly [string, string, string];
const HALO_LIST = { includeinactive: 'true', pageinate: 'true', order: 'id' };
const HALO_PAGES: Paging = ['page_no', 'page_size', '$response.body.record_count'];

function pages(
	name: string,
	url: string,
	credential: keyof typeof CREDENTIALS,
	[number, size, total]: Paging,
	query: Record<string, string> = {},
): WorkflowNode {
	return {
		...request(
			name,
			url,
			credential,
			{ ...query, [size]: '100' },
			{
				pagination: {
					pagination: {
						paginationMode: 'updateAParameterInEachRequest',
						parameters: {
							parameters: [{ type: 'qs', name: number, value: '={{ $pageCount + 1 }}' }],
						},
						paginationCompleteWhen: 'other',
						completeExpression: `={{ $pageCount * 100 >= ${total} }}`,
					},
				},
			},
		),
		executeOnce: true,
	};
}

/** One request for each item, six at a time. */
function each(name: string, url: string): WorkflowNode {
	const query = { pageNo: '1', pageSize: '100' };
	return request(name, url, 'stellrOAuth2Api', query, {
		batching: { batch: { batchSize: 6, batchInterval: 0 } },
	});
}

const CREDENTIALS = { stellrOAuth2Api: STELLR_ACCOUNT, haloPsaOAuth2Api: HALO_ACCOUNT };

function request(
	name: string,
	url: string,
	credential: keyof typeof CREDENTIALS,
	query: Record<string, string>,
	options: Record<string, unknown>,
): WorkflowNode {
	const parameters = Object.entries(query).map(([key, value]) => ({ name: key, value }));
	return {
		...node(name, 'httpRequest', 4.2, {
			authentication: OAUTH,
			nodeCredentialType: credential,
			url,
			sendQuery: true,
			queryParameters: { parameters },
			options,
		}),
		credentials: { [credential]: { id: null, name: CREDENTIALS[credential] } },
	};
}

function splitOut(name: string, fieldToSplitOut: string): WorkflowNode {
	return node(name, 'splitOut', 1, { fieldToSplitOut, options: {} });
}

/** Waits for all of its inputs and passes on the items of the first. */
function passOnFirst(name: string, numberInputs: number): WorkflowNode {
	return node(name, 'merge', 3.2, { mode: 'chooseBranch', numberInputs, useDataOfInput: 1 });
}

function hook(name: string, at: string): WorkflowNode {
	return {
		...node(name, 'webhook', 2, {
			path: at,
			httpMethod: 'POST',
			responseMode: 'lastNode',
			responseData: 'noData',
			options: {},
		}),
		webhookId: at,
	};
}

function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
): WorkflowNode {
	const whole = type.includes('.') ? type : `n8n-nodes-base.${type}`;
	return { name, type: whole, typeVersion, parameters, id: name, position: [0, 0] };
}

function wiresWithout(name: string, wires: Wires): Wires {
	return Object.fromEntries(Object.entries(wires).filter(([from]) => from !== name));
}

function wire(name: string, index = 0): { node: string; type: 'main'; index: number } {
	return { node: name, type: 'main', index };
}

function nodeNamed(nodes: readonly WorkflowNode[], name: string): WorkflowNode {
	const found = nodes.find((entry) => entry.name === name);
	if (found === undefined) throw new Error(`The flow has no node "${name}"`);
	return found;
}
