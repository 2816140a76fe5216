import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { attentionHint } from '../shared/attentionHint';
import { HALO_CREDENTIAL } from '../shared/connect';
import { keyFieldProperties, searchKeyFields } from '../shared/haloKeyField';
import { searchClients } from '../shared/haloLocators';
import { unknownList } from '../shared/listStamp';
import { inOrder } from '../shared/outputs';
import { wholeNode } from '../shared/wholeNode';
import { activeOnlyNotice, clientOptions } from './clientOptions';
import * as get from './get.operation';
import * as getMany from './getMany.operation';
import { outputNames } from './outputNames';

const operations = { get, getMany };

export class HaloClients implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Halo Clients',
		name: 'haloClients',
		icon: { light: 'file:haloClients.svg', dark: 'file:haloClients.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{$parameter["operation"] === "get" ? "Get" : "Get Many"}}',
		description: 'Read clients from HaloPSA with the Stellr keys they hold',
		defaults: { name: 'Halo Clients' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Clients', 'Needs Attention'],
		credentials: [{ name: HALO_CREDENTIAL, required: true }],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Get',
						value: 'get',
						action: 'Get a client',
						description: 'Read one client with its details',
					},
					{
						name: 'Get Many',
						value: 'getMany',
						action: 'Get many clients',
						description: 'Read all clients, active and inactive, of every top level',
					},
				],
				default: 'getMany',
			},
			...get.description,
			...getMany.description,
			...keyFieldProperties({ operation: ['get', 'getMany'] }),
			clientOptions,
			activeOnlyNotice,
		],
	};

	methods = { listSearch: { searchClients, searchKeyFields } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
		const outputs = {
			count: outputNames.length,
			needsAttention: 1,
			// Mapping Match waits for this list: were nothing put out, all customers would vanish without a word.
			...(operation === 'getMany' ? { firstSays: unknownList } : {}),
		};
		return await wholeNode(this, outputs, async () => {
			const named = await operations[operation].execute(this);
			this.addExecutionHints(...attentionHint(named.needsAttention, 'second'));
			return inOrder(outputNames, named);
		});
	}
}
