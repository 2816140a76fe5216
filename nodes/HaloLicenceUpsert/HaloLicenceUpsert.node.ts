import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { searchSuppliers } from '../shared/haloLocators';
import { heldHints } from '../shared/heldHints';
import { inOrder } from '../shared/outputs';
import { withSummary } from '../shared/stoppedSummary';
import { wholeNode } from '../shared/wholeNode';

import * as apply from './apply.operation';
import { licenceOutputs } from './licenceItems';
import * as plan from './plan.operation';
import { policyParameters } from './policyParameters';
import * as revert from './revert.operation';

const operations = { plan, apply, revert };

const optionsOfRevert: readonly string[] = ['keyField', 'nativeModuleStillRuns', 'rowsPerRequest'];

/** Revert knows no policy, only how and where rows are written. */
function notOnRevert(parameter: INodeProperties): INodeProperties {
	if (parameter.displayOptions !== undefined) return parameter;
	if (parameter.name !== 'options')
		return { ...parameter, displayOptions: { hide: { operation: ['revert'] } } };
	const options = (parameter.options ?? []) as INodeProperties[];
	return {
		...parameter,
		options: options.map((option) =>
			optionsOfRevert.includes(option.name)
				? option
				: { ...option, displayOptions: { hide: { '/operation': ['revert'] } } },
		),
	};
}

export class HaloLicenceUpsert implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Halo Licence Upsert',
		name: 'haloLicenceUpsert',
		icon: { light: 'file:haloLicenceUpsert.svg', dark: 'file:haloLicenceUpsert.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { apply: "Apply", plan: "Plan", revert: "Revert" }[$parameter["operation"]] ?? "" }}',
		description:
			'Keep one HaloPSA licence per Stellr subscription, planned before anything is written',
		defaults: { name: 'Halo Licence Upsert' },
		usableAsTool: undefined,
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Customers' },
			{ type: NodeConnectionTypes.Main, displayName: 'Saved State' },
		],
		requiredInputs: [0],
		outputs: [
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
		],
		outputNames: ['Changed', 'Held', 'Needs Attention', 'Summary'],
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
							'Write what is planned; rows that moved since are left alone, held ones are never written',
						action: 'Apply planned licences',
					},
					{
						name: 'Plan',
						value: 'plan',
						description: 'Say what would be written and why, and write nothing',
						action: 'Plan licences',
					},
					{
						name: 'Revert',
						value: 'revert',
						description:
							'Take back what earlier runs wrote, from the change log or from plan items',
						action: 'Revert written licences',
					},
				],
				default: 'plan',
			},
			...plan.description,
			...apply.description,
			...revert.description,
			...policyParameters.map(notOnRevert),
		],
	};

	methods = { listSearch: { searchSuppliers } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs = await wholeNode(this, { count: 4, needsAttention: 2 }, async () => {
			const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
			const named = await operations[operation].execute(this);
			this.addExecutionHints(...heldHints(named));
			return inOrder(licenceOutputs, named);
		});
		return withSummary(outputs, { summary: 3, needsAttention: 2, subject: 'Licences' });
	}
}
