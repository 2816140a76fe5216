import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { searchKeyFields } from '../shared/haloKeyField';
import { searchTopLevels } from '../shared/haloLocators';
import { heldHints } from '../shared/heldHints';
import { inOrder } from '../shared/outputs';
import { withSummary } from '../shared/stoppedSummary';
import { wholeNode } from '../shared/wholeNode';
import * as apply from './apply.operation';
import { clientOutputs } from './clientItems';
import * as plan from './plan.operation';
import { policyParameters } from './policyParameters';

const operations = { plan, apply };

export class HaloClientUpsert implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Halo Client Upsert',
		name: 'haloClientUpsert',
		icon: { light: 'file:haloClientUpsert.svg', dark: 'file:haloClientUpsert.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] === "apply" ? "Apply" : "Plan" }}',
		description:
			'Link Stellr customers to their HaloPSA clients and create missing ones, planned before anything is written',
		defaults: { name: 'Halo Client Upsert' },
		usableAsTool: undefined,
		inputs: [{ type: NodeConnectionTypes.Main, displayName: 'Customers' }],
		outputs: [
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
		],
		outputNames: ['Customers', 'Held', 'Needs Attention', 'Summary'],
		credentials: [{ name: 'haloPsaOAuth2Api', required: true }],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Apply',
						value: 'apply',
						description:
							'Write what is planned; clients that moved since are left alone, held ones are never written',
						action: 'Apply planned clients',
					},
					{
						name: 'Plan',
						value: 'plan',
						description: 'Say what would be written and why, and write nothing',
						action: 'Plan clients',
					},
				],
				default: 'plan',
			},
			...plan.description,
			...apply.description,
			...policyParameters,
		],
	};

	methods = { listSearch: { searchTopLevels, searchKeyFields } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs = await wholeNode(this, { count: 4, needsAttention: 2 }, async () => {
			const operation = this.getNodeParameter('operation', 0) === 'apply' ? 'apply' : 'plan';
			const named = await operations[operation].execute(this);
			this.addExecutionHints(...heldHints(named));
			return inOrder(clientOutputs, named);
		});
		return withSummary(outputs, { summary: 3, needsAttention: 2, subject: 'Clients' });
	}
}
