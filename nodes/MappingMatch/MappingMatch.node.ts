import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { matchCustomers } from '../../core/matching';
import { notice } from '../shared/notices';
import { optionalInput } from '../shared/optionalInput';
import { inOrder } from '../shared/outputs';
import { wholeNode } from '../shared/wholeNode';
import { hintsAbout } from './hints';
import { matchItems } from './matchItems';
import { inputNumbers, outputNames } from './outputNames';
import { readClients } from './readClients';
import { readCustomers } from './readCustomers';
import { readParameters } from './readParameters';
import { readSaved } from './readSaved';

export class MappingMatch implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Mapping Match',
		name: 'mappingMatch',
		icon: { light: 'file:mappingMatch.svg', dark: 'file:mappingMatch.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'Customers ↔ clients',
		description: 'Find out which Stellr customer is which Halo client, and why',
		defaults: { name: 'Mapping Match' },
		// A tool gets no items from the flow, and this node compares two whole lists.
		usableAsTool: undefined,
		inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		inputNames: ['Stellr Customers', 'Halo Clients', 'Saved Mapping'],
		requiredInputs: [0, 1],
		outputs: [
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
		],
		outputNames: ['Decided', 'Review', 'Halo Only', 'Needs Attention'],
		properties: [
			{
				displayName:
					'Connect the whole lists: Stellr Customers and Halo Clients with Return All on. With a part of a list nobody is called unmapped.',
				name: 'wholeListsNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Own Company',
				name: 'ownCompany',
				type: 'string',
				default: '',
				placeholder: 'e.g. Northwind IT Services, northwind-it.com',
				description:
					'Names or domains of your own company, separated by commas: a Stellr customer that is you is ignored',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						displayName: 'Decide By',
						name: 'decideBy',
						type: 'multiOptions',
						default: [
							'domain',
							'microsoftTenant',
							'nativeMapping',
							'normalForm',
							'exactName',
							'saved',
							'storedKey',
							'suggestion',
						],
						description:
							'What may decide that a customer is a client. Rejected and ignored decisions of the saved mapping hold in any case.',
						options: [
							{
								name: 'Domain',
								value: 'domain',
								description:
									"The customer's domain is the client's website, or the mail domain of most of its contacts; unique on both sides, and neither public, shared nor your own",
							},
							{
								name: 'Microsoft Tenant',
								value: 'microsoftTenant',
								description:
									"The customer's Microsoft tenant is one that Halo's Microsoft connection linked to the client",
							},
							{
								name: 'Name Written Differently',
								value: 'normalForm',
								description:
									'The same name but for case, accents, punctuation, legal form or spaces, unique on both sides',
							},
							{
								name: 'Native Mapping',
								value: 'nativeMapping',
								description:
									"The mapping table of Halo's own StreamOne Stellr module; needs Native Mappings in Halo Clients",
							},
							{
								name: 'Same Name',
								value: 'exactName',
								description: 'The same name, unique on both sides',
							},
							{
								name: 'Saved Mapping',
								value: 'saved',
								description: 'What a person or an earlier run decided',
							},
							{
								name: 'Stellr Key in Halo',
								value: 'storedKey',
								description: 'The Stellr customer number that is stored on the Halo client',
							},
							{
								name: 'Suggestions',
								value: 'suggestion',
								description:
									'Offers near clients to a person, with reasons; decides nothing by itself',
							},
						],
					},
					{
						displayName: 'First Mapping',
						name: 'firstMapping',
						type: 'options',
						default: 'apply',
						description:
							'What happens to clients found by name, domain or tenant while no person has accepted any found in that way for the Stellr account yet',
						options: [
							{
								name: 'Apply',
								value: 'apply',
								description: 'They count as decided',
							},
							{
								name: 'Propose Until Confirmed',
								value: 'propose',
								description:
									'They go to Review as proposals until a person has accepted them, as a group in the flow Review mapping',
							},
						],
					},
					{
						displayName: 'Stellr Key Outranks Names',
						name: 'keysOutrankNames',
						type: 'boolean',
						default: false,
						description:
							'Whether a Stellr key stored on one Halo client decides although another client has the name. When off, a person decides.',
					},
				],
			},
			notice(
				'keysOutrankNamesNotice',
				'A key that was stored on the wrong client then wins over the right name, and licences of one customer are billed to another.',
				{ '/options.keysOutrankNames': [true] },
			),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const needsAttention = outputNames.indexOf('needsAttention');
		return await wholeNode(this, { count: outputNames.length, needsAttention }, async () => {
			const items = {
				customers: optionalInput(this, inputNumbers.customers) ?? [],
				clients: optionalInput(this, inputNumbers.clients) ?? [],
			};
			const customers = readCustomers(items.customers);
			const clients = readClients(items.clients);
			const saved = readSaved(optionalInput(this, inputNumbers.saved));
			const missing = [...clients.check.missing, ...customers.check.missing, ...saved.missing];
			const result = matchCustomers(
				{
					customers: [...customers.customers, ...customers.shadows],
					clients: clients.clients,
					saved: saved.saved,
				},
				{
					...readParameters(this),
					asOf: older(customers.check.asOf, clients.check.asOf),
					incomplete: missing,
					unreadableSaved: saved.unreadable,
				},
			);
			const customersAreWhole = customers.check.missing.length === 0;
			const outputs = matchItems(result, items, customers, clients, customersAreWhole);
			outputs.needsAttention.push(...customers.attention, ...clients.attention, ...saved.attention);
			const { review, needsAttention: attention } = outputs;
			this.addExecutionHints(...hintsAbout({ review: review.length, attention, missing }));
			return inOrder(outputNames, outputs);
		});
	}
}

function older(a: string | null, b: string | null): string {
	if (a === null || b === null) return a ?? b ?? '';
	return a < b ? a : b;
}
