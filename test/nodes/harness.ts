import './quietLogs';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeCredentials,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	ITaskData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
	OnError,
} from 'n8n-workflow';

import { TestCredentialsHelper } from './credentialsHelper';

export interface NodeRun {
	/** The node under test: its class or an instance. */
	nodeType: INodeType | (new () => INodeType);
	typeVersion?: number;
	/** Only what differs from the defaults of the description. */
	parameters?: INodeParameters;
	/** JSON of the items on each input; null for an input that never came. One empty item when left out. */
	inputs?: Array<IDataObject[] | null>;
	/** Fields by credential type, as a user fills them in; fields left out have their defaults. Tokens are kept in it. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	onError?: OnError;
	retryOnFail?: boolean;
}

export interface NodeRunResult {
	/** JSON of the items on each output. */
	outputs: IDataObject[][];
	/** The same items as n8n holds them, with pairedItem. */
	items: INodeExecutionData[][];
	/** Set when the node stopped the run. */
	error?: { message: string; description?: string | null };
	hints: NodeExecutionHint[];
}

const FEEDER = 'test.feeder';
const UNDER_TEST = 'test.underTest';

function feederType(): INodeType {
	return {
		description: {
			displayName: 'Feeder',
			name: 'feeder',
			group: ['trigger'],
			description: '',
			version: 1,
			defaults: { name: 'Feeder' },
			inputs: [],
			outputs: ['main'],
			properties: [],
		},
	};
}

function outputCount(type: INodeType): number {
	const { outputs } = type.description;
	return Array.isArray(outputs) ? outputs.length : 1;
}

/**
 * Runs one node in n8n's own WorkflowExecute, with real credentials and token minting. Nothing of n8n is mocked; let
 * nock answer for the APIs and their token services. Works on the node's source, no build needed.
 *
 * @example
 * const { outputs, error, hints } = await runNode({
 *   nodeType: StellrCustomers,
 *   parameters: { operation: 'getMany' },
 *   credentials: { stellrOAuth2Api: { accountLabel: 'us', clientId: 'id', clientSecret: 'secret' } },
 * });
 */
export async function runNode(run: NodeRun): Promise<NodeRunResult> {
	const type = typeof run.nodeType === 'function' ? new run.nodeType() : run.nodeType;
	const inputs = run.inputs ?? [[{}]];
	const feeders = inputs.map((_, index) => feederNode(index));
	const node = nodeUnderTest(run, type);
	const workflow = new Workflow({
		id: 'test',
		nodes: [...feeders, node],
		connections: Object.fromEntries(
			feeders.map((feeder, index) => [
				feeder.name,
				{ main: [[{ node: node.name, type: 'main' as const, index }]] },
			]),
		),
		active: false,
		nodeTypes: nodeTypesOf(type),
		settings: { executionOrder: 'v1' },
	});

	const fed = inputs.map((items) => items?.map((json) => ({ json })) ?? null);
	const runData = Object.fromEntries(
		feeders.map((feeder, index) => [feeder.name, [taskData(fed[index] ?? [])]]),
	);
	const execution = createRunExecutionData({
		startData: {},
		resultData: { runData },
		executionData: {
			nodeExecutionStack: [
				{
					node,
					data: { main: fed },
					source: { main: feeders.map((feeder) => ({ previousNode: feeder.name })) },
				},
			],
		},
	});
	const result = await new WorkflowExecute(
		additionalData(new TestCredentialsHelper(run.credentials ?? {})),
		'trigger',
		execution,
	).processRunExecutionData(workflow);

	const task = result.data.resultData.runData[node.name]?.[0];
	const items = Array.from(
		{ length: outputCount(type) },
		(_, index) => task?.data?.main[index] ?? [],
	);
	const failure = task?.error ?? result.data.resultData.error;
	return {
		outputs: items.map((output) => output.map(({ json }) => json)),
		items,
		...(failure
			? {
					error: {
						message: failure.message,
						description: 'description' in failure ? failure.description : null,
					},
				}
			: {}),
		hints: task?.hints ?? [],
	};
}

function feederNode(index: number): INode {
	return {
		id: `feeder${index}`,
		name: `Feeder ${index}`,
		type: FEEDER,
		typeVersion: 1,
		position: [0, index * 100],
		parameters: {},
	};
}

function nodeUnderTest(run: NodeRun, type: INodeType): INode {
	const credentials: INodeCredentials = Object.fromEntries(
		// A credential of its own for every run, since n8n shares token renewals by credential id.
		Object.keys(run.credentials ?? {}).map((name) => [
			name,
			{ id: `${name}-${Math.random()}`, name },
		]),
	);
	const { version } = type.description;
	return {
		id: 'node',
		name: 'Node Under Test',
		type: UNDER_TEST,
		typeVersion:
			run.typeVersion ?? (Array.isArray(version) ? version[version.length - 1] : version),
		position: [200, 0],
		parameters: run.parameters ?? {},
		credentials,
		onError: run.onError,
		retryOnFail: run.retryOnFail,
	};
}

function nodeTypesOf(type: INodeType): INodeTypes {
	const find = (name: string) => (name === FEEDER ? feederType() : type);
	return {
		getByName: find,
		getByNameAndVersion: find,
		getKnownTypes: () => ({}),
	};
}

function taskData(items: INodeExecutionData[]): ITaskData {
	return {
		startTime: 0,
		executionTime: 0,
		executionIndex: 0,
		executionStatus: 'success',
		source: [],
		data: { main: [items] },
	};
}

const WORKFLOW_DATA = {
	id: 'test',
	name: 'test',
	active: false,
	createdAt: new Date(0),
	updatedAt: new Date(0),
	nodes: [],
	connections: {},
} as unknown as IWorkflowBase;

function additionalData(credentialsHelper: TestCredentialsHelper): IWorkflowExecuteAdditionalData {
	const address = 'http://localhost:5678/';
	return {
		credentialsHelper,
		currentNodeExecutionIndex: 0,
		restApiUrl: address,
		instanceBaseUrl: address,
		formWaitingBaseUrl: `${address}form-waiting`,
		webhookWaitingBaseUrl: `${address}webhook-waiting`,
		variables: {},
		executionId: 'test',
		hooks: new ExecutionLifecycleHooks('trigger', 'test', WORKFLOW_DATA),
		logAiEvent: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
