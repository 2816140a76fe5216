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

export class StellrSubscriptions implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Stellr Subscriptions',
		name: 'stellrSubscriptions',
		icon: { light: 'file:stellrSubscriptions.svg', dark: 'file:stellrSubscriptions.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "get" ? "Get" : { inputCustomers: "Get Many: Input Customers", oneCustomer: "Get Many: One Customer", wholeReseller: "Get Many: Whole Reseller" } [$parameter["source"]] }}',
		description: 'Get the subscriptions of customers of a TD SYNNEX StreamOne Stellr account',
		defaults: { name: 'Stellr Subscriptions' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Subscriptions', 'Other Accounts', 'Needs Attention'],
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
						description: 'Get one subscription of a customer',
						action: 'Get a subscription',
					},
					{
						name: 'Get Many',
						value: 'getMany',
						description: 'Get the list of subscriptions of one or many customers',
						action: 'Get many subscriptions',
					},
				],
				default: 'getMany',
			},
			{
				displayName: 'Source',
				name: 'source',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { operation: ['getMany'] } },
				options: [
					{
						name: 'Input Customers',
						value: 'inputCustomers',
						description: 'The customers that come in, such as from Halo Client Upsert',
					},
					{
						name: 'One Customer',
						value: 'oneCustomer',
						description: 'A customer picked from the list',
					},
					{
						name: 'Whole Reseller',
						value: 'wholeReseller',
						description: 'Every customer of the account',
					},
				],
				default: 'inputCustomers',
				description: 'Whose subscriptions to read',
			},
			{
				...stellrCustomerLocator,
				displayOptions: { show: { operation: ['get'] } },
			},
			{
				...stellrCustomerLocator,
				displayOptions: { show: { operation: ['getMany'], source: ['oneCustomer'] } },
			},
			{
				displayName: 'Subscription ID',
				name: 'subscriptionId',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. 411833_1',
				description: 'As Stellr shows it: contract number, underscore, line number',
				displayOptions: { show: { operation: ['get'] } },
			},
			{
				displayName: 'Customers to Read',
				name: 'customersToRead',
				type: 'options',
				displayOptions: { show: { operation: ['getMany'], source: ['inputCustomers'] } },
				options: [
					{
						name: 'All',
						value: 'all',
						description: 'Everyone but those the mapping ignores',
					},
					{
						name: 'With a Halo Client',
						value: 'mapped',
						description: 'Those that have a Halo client, and items that were never matched',
					},
					{
						name: 'Without a Halo Client',
						value: 'unmapped',
						description: 'Active customers that Mapping Match calls unmapped',
					},
				],
				default: 'mapped',
				description: 'Which of them to ask Stellr about. The others are passed on unread.',
			},
			{
				displayName: 'Reseller-Wide List',
				name: 'resellerList',
				type: 'options',
				displayOptions: {
					show: { operation: ['getMany'], source: ['inputCustomers', 'wholeReseller'] },
				},
				options: [
					{
						name: 'Automatic',
						value: 'automatic',
						description:
							"Used where the credential has All Subscriptions Path, it costs fewer requests and agrees with the customers' own lists",
					},
					{
						name: 'Never',
						value: 'never',
						description: 'Each customer is read by its own list, from which missing lines are told',
					},
				],
				default: 'automatic',
				description:
					"Whether to read all customers from Stellr's list of the whole reseller. What that list lacks is never taken for missing.",
			},
			{
				displayName: 'Output',
				name: 'output',
				type: 'options',
				displayOptions: { show: { operation: ['getMany'] } },
				options: [
					{
						name: 'One Item per Customer',
						value: 'perCustomer',
						description:
							'The customer with its list and whether that is complete; a customer without subscriptions is an item too',
					},
					{
						name: 'One Item per Subscription',
						value: 'perSubscription',
						description: 'Flat; what is missing cannot be judged from it',
					},
				],
				default: 'perCustomer',
				description: 'Halo Licence Upsert needs one item per customer to notice what is missing',
			},
			notice(
				'perSubscriptionNotice',
				'From single subscriptions nobody can tell what is missing: Halo Licence Upsert then ends no row that Stellr no longer names. Choose One Item per Customer for it.',
				{ operation: ['getMany'], output: ['perSubscription'] },
			),
			{
				displayName: 'Include Raw Record',
				name: 'includeRaw',
				type: 'boolean',
				default: false,
				description:
					'Whether to add each record as Stellr sent it, under "raw"; what looks like a password or token is masked',
			},
		],
	};

	methods = { listSearch: { searchStellrCustomers } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await wholeNode(this, { count: 3, needsAttention: 2 }, async () => {
			const outputs = emptyOutputs(outputNames);
			const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
			await operations[operation].execute(this, await connectStellr(this), outputs);
			this.addExecutionHints(...attentionHint(outputs.needsAttention, 'third'));
			return inOrder(outputNames, outputs);
		});
	}
}
