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
import * as buildForm from './buildForm.operation';
import * as editConsequences from './editConsequences.operation';
import * as editForm from './editForm.operation';
import * as exportRows from './exportRows.operation';
import * as importRows from './importRows.operation';
import { outputNames } from './outputNames';
import * as recordDecisions from './recordDecisions.operation';
import * as recordEdit from './recordEdit.operation';
import * as recordMatches from './recordMatches.operation';
import { resources } from './resources';

const operations = {
	buildForm,
	editConsequences,
	editForm,
	exportRows,
	importRows,
	recordDecisions,
	recordEdit,
	recordMatches,
};

export class MappingReview implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Mapping Review',
		name: 'mappingReview',
		icon: { light: 'file:mappingReview.svg', dark: 'file:mappingReview.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ buildForm: "Build Form", editConsequences: "Edit Consequences", editForm: "Build Edit Form", exportRows: "Export Rows", importRows: "Import Rows", recordDecisions: "Record Decisions", recordEdit: "Record Edit", recordMatches: "Record Matches" }[$parameter["operation"]] ?? "") + ({ byHand: ": Mapping by Hand", file: ": File", openCase: ": Open Case" }[$parameter["resource"]] ?? "") }}',
		description: 'Let a person decide which Stellr customer is which Halo client, and keep it',
		defaults: { name: 'Mapping Review' },
		// It works on whole lists and what a person answered, neither of which a tool gets.
		usableAsTool: undefined,
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Matched Customers' },
			{ type: NodeConnectionTypes.Main, displayName: 'Halo Clients' },
			{ type: NodeConnectionTypes.Main, displayName: 'Saved Mapping' },
		],
		requiredInputs: [0],
		outputs: [
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
		],
		outputNames: ['Rows', 'Rejected', 'Rows to Delete', 'Needs Attention', 'Summary'],
		credentials: [
			{
				name: 'haloPsaOAuth2Api',
				required: true,
				displayOptions: { show: { operation: ['editConsequences'] } },
			},
		],
		properties: [
			...resources,
			...buildForm.description,
			...editConsequences.description,
			...editForm.description,
			...exportRows.description,
			...importRows.description,
			...recordDecisions.description,
			...recordEdit.description,
			...recordMatches.description,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const needsAttention = outputNames.indexOf('needsAttention');
		const summary = outputNames.indexOf('summary');
		const outputs = await wholeNode(
			this,
			{ count: outputNames.length, needsAttention },
			async () => {
				const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
				const named = await operations[operation].execute(this);
				this.addExecutionHints(...attentionHint(named.needsAttention, 'fourth'));
				return inOrder(outputNames, named);
			},
		);
		return withSummary(outputs, { summary, needsAttention, subject: 'Mapping' });
	}
}
