import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { attentionHint } from '../shared/attentionHint';
import { inOrder } from '../shared/outputs';
import { withSummary } from '../shared/stoppedSummary';
import { wholeNode } from '../shared/wholeNode';

import * as compare from './compare.operation';
import * as countChanges from './countChanges.operation';
import { parameters } from './parameters';
import { reconcileOutputs } from './reconcileOutputs';
import * as renewals from './renewals.operation';

const operations = { compare, countChanges, renewals };

export class LicenceReconcile implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Licence Reconcile',
		name: 'licenceReconcile',
		icon: { light: 'file:licenceReconcile.svg', dark: 'file:licenceReconcile.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { compare: "Compare", countChanges: "List Changes", renewals: "List Renewals" }[$parameter["operation"]] ?? "" }}',
		description:
			'Compare what Stellr charges, what HaloPSA counts and what recurring invoices bill, and say what the difference costs',
		defaults: { name: 'Licence Reconcile' },
		// It works on whole lists, which a tool does not get.
		usableAsTool: undefined,
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Customers' },
			{ type: NodeConnectionTypes.Main, displayName: 'Saved State' },
		],
		requiredInputs: [0],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Lines', 'Needs Attention', 'Summary'],
		credentials: [
			{
				name: 'haloPsaOAuth2Api',
				required: true,
				displayOptions: { show: { operation: ['compare', 'countChanges'] } },
			},
		],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Compare',
						value: 'compare',
						description:
							'Put what is sold, counted and invoiced beside each other, line by line, and write nothing',
						action: 'Compare licences with invoices',
					},
					{
						name: 'List Changes',
						value: 'countChanges',
						description:
							"List who changed the counts of a client's licences, as far as Halo's change history knows it",
						action: 'List changes of counts',
					},
					{
						name: 'List Renewals',
						value: 'renewals',
						description: 'List terms that end soon, with the last day to reduce where it is known',
						action: 'List renewals',
					},
				],
				default: 'compare',
			},
			...parameters,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs = await wholeNode(this, { count: 3, needsAttention: 1 }, async () => {
			const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
			const named = await operations[operation].execute(this);
			this.addExecutionHints(...attentionHint(named.needsAttention, 'second'));
			return inOrder(reconcileOutputs, named);
		});
		return withSummary(outputs, { summary: 2, needsAttention: 1, subject: 'Reconcile' });
	}
}
