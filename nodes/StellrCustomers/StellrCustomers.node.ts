import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { attentionHint } from '../shared/attentionHint';
import { connectStellr } from '../shared/connect';
import { notice } from '../shared/notices';
import { emptyOutputs, inOrder } from '../shared/outputs';
import { searchStellrCustomers, stellrCustomerLocator } from '../shared/stellrCustomerLocator';
import { wholeNode } from '../shared/wholeNode';
import * as get from './get.operation';
import * as getMany from './getMany.operation';
import { outputNames } from './outputNames';

const operations = { get, getMany };

export class StellrCustomers implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Stellr Customers',
		name: 'stellrCustomers',
		icon: { light: 'file:stellrCustomers.svg', dark: 'file:stellrCustomers.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] === "get" ? "Get" : "Get Many" }}',
		description: 'Get the customers of a TD SYNNEX StreamOne Stellr account',
		defaults: { name: 'Stellr Customers' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Customers', 'Needs Attention'],
		credentials: [{ name: 'stellrOAuth2Api', required: true }],
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
						description: 'Get one customer',
						action: 'Get a customer',
					},
					{
						name: 'Get Many',
						value: 'getMany',
						description: 'Get the list of customers',
						action: 'Get many customers',
					},
				],
				default: 'getMany',
			},
			{ ...stellrCustomerLocator, displayOptions: { show: { operation: ['get'] } } },
			{
				displayName: 'Return All',
				name: 'returnAll',
				type: 'boolean',
				default: true,
				displayOptions: { show: { operation: ['getMany'] } },
				description: 'Whether to return all results or only up to a given limit',
			},
			{
				displayName: 'Limit',
				name: 'limit',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 50,
				displayOptions: { show: { operation: ['getMany'], returnAll: [false] } },
				description: 'Max number of results to return',
			},
			notice(
				'limitNotice',
				'With a limit the list counts as incomplete: Mapping Match then sends undecided customers to Review instead of calling them unmapped.',
				{ operation: ['getMany'], returnAll: [false] },
			),
			{
				displayName: 'Include Raw Record',
				name: 'includeRaw',
				type: 'boolean',
				default: false,
				description:
					'Whether to add the record as Stellr sent it, under "raw"; what looks like a password or token is masked',
			},
		],
	};

	methods = { listSearch: { searchStellrCustomers } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await wholeNode(this, { count: 2, needsAttention: 1 }, async () => {
			const outputs = emptyOutputs(outputNames);
			const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
			await operations[operation].execute(this, await connectStellr(this), outputs);
			this.addExecutionHints(...attentionHint(outputs.needsAttention, 'second'));
			return inOrder(outputNames, outputs);
		});
	}
}
