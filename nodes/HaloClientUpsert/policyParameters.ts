import type { INodeProperties } from 'n8n-workflow';

import { approvedChangesNotice, approvedChangesParameter } from '../shared/approvedChanges';
import { keyFieldProperties } from '../shared/haloKeyField';
import { ownerOption } from '../shared/ownerOptions';
import { nativeModuleNotice, nativeModuleOption } from '../shared/nativeInterlock';
import { topLevelLocator } from '../shared/haloLocators';
import { notice } from '../shared/notices';

/** The settings that Plan and Apply share; both must plan alike, or an approved plan would not be the one applied. */
export const policyParameters: INodeProperties[] = [
	{
		displayName: 'Create Missing Clients',
		name: 'createMissing',
		type: 'options',
		options: [
			{
				name: 'After Approval',
				value: 'approval',
				description: 'Customers without a client are planned and held until a person approves',
			},
			{
				name: 'Off',
				value: 'off',
				description: 'Customers without a client are held and nothing is created',
			},
			{
				name: 'On',
				value: 'on',
				description: 'Clients are created for customers with a live subscription and a proper name',
			},
		],
		default: 'off',
		description:
			'What happens to Stellr customers that match no Halo client. Never created: discontinued or ignored customers, and those without a live subscription.',
	},
	notice(
		'createMissingNotice',
		'Clients are created without anybody looking, and nothing here deletes one again. Before the first invoice of a new client, set its tax, currency, payment terms and accounting link in Halo.',
		{ createMissing: ['on'] },
	),
	notice(
		'approvalNotice',
		'New clients wait on the output Held. Choose "Create a new client" for those you want in the flow Review mapping. Or put their "plan.hash" into Approved Changes of both nodes: the one with the operation Plan, which lets them through, and the one with Apply, which writes them.',
		{ createMissing: ['approval'] },
	),
	{
		displayName: 'Top Level',
		name: 'topLevel',
		...topLevelLocator,
		description:
			'Where new clients go. Leave it empty if Halo has only one; with several and none chosen, creating is held.',
		displayOptions: { show: { createMissing: ['on', 'approval'] } },
	},
	{
		displayName: 'Update Main Site Address',
		name: 'updateAddress',
		type: 'options',
		options: [
			{
				name: 'Every Linked Client',
				value: 'all',
				description: 'Also those that were in Halo before',
			},
			{
				name: 'Imported Clients Only',
				value: 'imported',
				description: 'Clients that this package created',
			},
			{ name: 'Never', value: 'never', description: 'Addresses in Halo stay as they are' },
		],
		default: 'never',
		description:
			"Whether the main site's delivery address follows Stellr. The invoice address is only filled when it is empty.",
	},
	notice(
		'updateAddressNotice',
		'A delivery address that somebody corrected in Halo is overwritten by what Stellr has.',
		{ updateAddress: ['all', 'imported'] },
	),
	...keyFieldProperties({ operation: ['plan', 'apply'] }),
	approvedChangesParameter('They go into both nodes, the one that plans and the one that applies.'),
	approvedChangesNotice,
	{
		displayName: 'Proper Names',
		name: 'properNames',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add name',
		default: {},
		displayOptions: { show: { createMissing: ['on', 'approval'] } },
		description: 'Names for new clients whose customer Stellr knows only by its domain',
		options: [
			{
				displayName: 'Name',
				name: 'names',
				values: [
					{
						displayName: 'Customer No',
						name: 'customerNo',
						type: 'string',
						default: '',
						placeholder: 'e.g. us/100482',
						description: 'Account label and customer number, or the number alone',
					},
					{
						displayName: 'Client Name',
						name: 'clientName',
						type: 'string',
						default: '',
						placeholder: 'e.g. Buhler Industries',
						description: 'Name that the new client gets in Halo, and that its invoices show',
					},
				],
			},
		],
	},
	{
		displayName: 'Field Owners',
		name: 'owners',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		description:
			'Who has the say over fields of linked clients; the address has a setting of its own',
		options: [
			ownerOption('Name', 'name', 'halo', 'Client name; a domain never takes the place of a name'),
			ownerOption(
				'Phone',
				'phone',
				'halo',
				"Phone number of the main site; costs reading Halo's sites",
			),
			ownerOption('Website', 'website', 'halo', "The customer's domain"),
		],
	},
	notice(
		'nameOwnerNotice',
		'Names that somebody corrected in Halo are overwritten, and invoices show them.',
		{ '/owners.name': ['stellr'] },
	),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'City in Line',
				name: 'cityLine',
				type: 'options',
				options: [
					{ name: 'Line 2', value: 'line2' },
					{ name: 'Line 3', value: 'line3' },
					{ name: 'Line 4', value: 'line4' },
				],
				default: 'line3',
				description:
					'Halo addresses have lines, no field for the city; tenants differ in which line holds it',
			},
			{
				displayName: 'Extra Fields (JSON)',
				name: 'extraFields',
				type: 'json',
				default: '{}',
				description:
					"More fields for new clients, by Halo's field names, for a Halo that demands them",
			},
			nativeModuleOption,
			{
				displayName: 'Rows per Request',
				name: 'rowsPerRequest',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 50 },
				default: 20,
				description:
					'How many clients one write to Halo carries. Left out, it is 20, and up to 39 in the run that first proves the Key Field. An array that Halo refuses is halved until the client it does not take stands alone.',
			},
			{
				displayName: 'Send Country',
				name: 'sendCountry',
				type: 'boolean',
				default: false,
				description: "Whether Stellr's country code is sent with new clients",
			},
			{
				displayName: 'State in Line',
				name: 'stateLine',
				type: 'options',
				options: [
					{ name: 'Line 3', value: 'line3' },
					{ name: 'Line 4', value: 'line4' },
					{ name: 'None', value: 'none' },
				],
				default: 'line4',
				description: 'Which address line holds the state or province',
			},
		],
	},
	nativeModuleNotice,
];
