import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import type { Side } from '../../core/check/check';
import { sideNotChecked } from '../../core/words/checkSummary';
import { HALO_CREDENTIAL, STELLR_CREDENTIAL } from '../shared/connect';
import { keyFieldProperties, searchKeyFields } from '../shared/haloKeyField';
import { keyFieldOption } from '../shared/licenceOptions';
import { withSummary } from '../shared/stoppedSummary';
import { wholeNode } from '../shared/wholeNode';
import { checkHaloSide } from './haloSide';
import { outputNames } from './outputNames';
import { putOut } from './putOut';
import { hasCredential, type CheckedSide } from './side';
import { checkStellrSide } from './stellrSide';

export class ConnectionCheck implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Connection Check',
		name: 'connectionCheck',
		icon: { light: 'file:connectionCheck.svg', dark: 'file:connectionCheck.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["discover"] ? "Check and discover" : "Check" }}',
		description:
			'Check the connections to StreamOne Stellr and HaloPSA, permission by permission, and say what to mend',
		defaults: { name: 'Connection Check' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
		],
		outputNames: ['Checks', 'Discovered', 'Needs Attention', 'Summary'],
		credentials: [
			{ name: 'stellrOAuth2Api', required: false },
			{ name: 'haloPsaOAuth2Api', required: false },
		],
		properties: [
			{
				displayName:
					'Reads only, about 15 requests in all. A side whose credential is left empty is not checked.',
				name: 'readsOnlyNotice',
				type: 'notice',
				default: '',
			},
			...keyFieldProperties({}),
			{
				displayName: 'Discover',
				name: 'discover',
				type: 'boolean',
				default: false,
				description:
					'Whether to also report what these APIs do where TD SYNNEX and Halo publish nothing: names of fields, page limits, forms of dates. Up to five requests more. The report holds no names, numbers, IDs or secrets of yours.',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						...keyFieldOption(
							'The field of Halo licences that keeps the key of their subscription; the same as in Halo Licence Upsert',
						),
						displayName: 'Licence Key Field',
						name: 'licenceKeyField',
					},
				],
			},
		],
	};

	methods = { listSearch: { searchKeyFields } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const places = {
			needsAttention: outputNames.indexOf('needsAttention'),
			summary: outputNames.indexOf('summary'),
		};
		const outputs = await wholeNode(this, { count: outputNames.length, ...places }, async () => {
			const discover = this.getNodeParameter('discover', 0, false) as boolean;
			const missing: Side[] = [];
			const sideOf = async (
				side: Side,
				credential: string,
				check: (context: IExecuteFunctions, discover: boolean) => Promise<CheckedSide>,
			): Promise<CheckedSide> => {
				if (hasCredential(this, credential)) return await check(this, discover);
				missing.push(side);
				return { checks: [sideNotChecked(side)], facts: [], requests: 0 };
			};
			const stellr = await sideOf('stellr', STELLR_CREDENTIAL, checkStellrSide);
			const halo = await sideOf('halo', HALO_CREDENTIAL, checkHaloSide);
			return putOut(this, { stellr, halo, missing, discover });
		});
		return withSummary(outputs, { ...places, subject: 'Connections' });
	}
}
