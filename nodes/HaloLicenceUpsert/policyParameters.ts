import type { INodeProperties } from 'n8n-workflow';

import { approvedChangesNotice, approvedChangesParameter } from '../shared/approvedChanges';
import { ownerOption } from '../shared/ownerOptions';
import { nativeModuleNotice, nativeModuleOption } from '../shared/nativeInterlock';
import {
	excludeProductsOption,
	includeProductsOption,
	keyFieldOption,
	kindsParameter,
	ownSuppliersOption,
} from '../shared/licenceOptions';
import { supplierLocator } from '../shared/haloLocators';
import {
	guardrailNotices,
	ownerNotices,
	priceNotice,
	usualGuardrailsNotice,
	usualOwnersNotice,
} from './notices';

/** The settings that Plan and Apply share; both must plan alike, or an approved plan would not be the one applied. */
export const policyParameters: INodeProperties[] = [
	kindsParameter(
		'Which Stellr lines become Halo licences. Others are counted in the summary and left alone.',
	),
	approvedChangesParameter(
		'They go into the node that plans: what it releases leaves by Changed, and Apply writes that.',
	),
	approvedChangesNotice,
	usualGuardrailsNotice,
	{
		displayName: 'Guardrails',
		name: 'guardrails',
		type: 'collection',
		placeholder: 'Add guardrail',
		default: {},
		description: 'How far a run may go by itself; what goes beyond is held',
		options: [
			{
				displayName: 'Billing Freeze',
				name: 'billingFreeze',
				type: 'boolean',
				default: true,
				description:
					'Whether decreases and ends wait around the invoice day, by default from the last day of the month to the 2nd',
			},
			{
				displayName: 'Commitment Grace Days',
				name: 'commitmentGraceDays',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 8,
				description:
					'Days after a start, renewal or increase in which a committed line may go down by itself',
			},
			{
				displayName: 'Freeze Days Before Month End',
				name: 'freezeDaysBefore',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 1,
				description:
					'The billing freeze begins on this day, counted back from the end of the month; 1 is the last day',
			},
			{
				displayName: 'Freeze Until Day of Month',
				name: 'freezeUntilDay',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 2,
				description: 'The billing freeze ends with this day of the month',
			},
			{
				displayName: 'Hand Edits',
				name: 'handEdits',
				type: 'options',
				options: [
					{ name: 'Hold', value: 'hold', description: 'A person decides' },
					{
						name: 'Keep Halo Until Stellr Changes',
						value: 'keepHalo',
						description: 'The edited count stays until Stellr has another one than before',
					},
					{ name: 'Stellr Wins', value: 'stellr', description: "Stellr's count is written" },
				],
				default: 'hold',
				description:
					'What happens when somebody changed a count in Halo since it was last written. Known with Saved State only.',
			},
			{
				displayName: 'Hold Decreases Over Percent',
				name: 'decreasePercent',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 25,
				description:
					'A decrease is held when it is more than this share and more than the seats below',
			},
			{
				displayName: 'Hold Decreases Over Seats',
				name: 'decreaseSeats',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 2,
				description: 'A decrease is held when it is more than these seats and more than the share',
			},
			{
				displayName: 'Hold Increases Over Percent',
				name: 'increasePercent',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 50,
				description:
					'An increase is held when it is more than this share and more than the seats below',
			},
			{
				displayName: 'Hold Increases Over Seats',
				name: 'increaseSeats',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 10,
				description: 'An increase is held when it is more than these seats and more than the share',
			},
			{
				displayName: 'Hold Last Live Licence',
				name: 'holdLastLiveRow',
				type: 'boolean',
				default: true,
				description: "Whether the end of a client's last live licence waits for a person",
			},
			{
				displayName: 'Run Limit: Percent of Rows',
				name: 'runPercentOfRows',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 5,
				description:
					'All decreases and ends of a run wait when they are more rows than this share and than the rows below',
			},
			{
				displayName: 'Run Limit: Percent of Value',
				name: 'runPercentOfValue',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 10,
				description:
					'All decreases and ends of a run wait when they take more than this share off the monthly value',
			},
			{
				displayName: 'Run Limit: Rows',
				name: 'runRows',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 5,
				description:
					'All decreases and ends of a run wait when they are more rows than this and than the share',
			},
		],
	},
	...guardrailNotices,
	usualOwnersNotice,
	{
		displayName: 'Field Owners',
		name: 'owners',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		description: 'Who has the say over fields of rows that exist',
		options: [
			ownerOption('Cost', 'cost', 'halo', 'Unit cost; differences wait at adoption'),
			ownerOption('Count', 'count', 'stellr', 'Seats, by which recurring invoices bill'),
			ownerOption('Dates', 'dates', 'stellr', 'End of the term, as Stellr has it after a renewal'),
			ownerOption(
				'Name',
				'name',
				'halo',
				'What the licence is called; recurring lines may show it',
			),
			ownerOption('Price', 'price', 'halo', 'Unit price; linked recurring lines may bill it'),
			ownerOption(
				'Status',
				'status',
				'stellr',
				'Status text, and whether an ended subscription makes the row inactive',
			),
		],
	},
	...ownerNotices,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Distributor of New Rows',
				name: 'distributor',
				type: 'string',
				default: '',
				placeholder: 'e.g. TD SYNNEX',
				description: 'Text for the Distributor field of rows that are created',
			},
			{
				displayName: 'Extra Fields (JSON)',
				name: 'extraFields',
				type: 'json',
				default: '{}',
				description:
					"More fields for rows that are created, by Halo's field names, for a Halo that demands them",
			},
			{
				displayName: 'Include Unchanged',
				name: 'includeUnchanged',
				type: 'boolean',
				default: false,
				description:
					'Whether rows that need no change leave by the first output too, instead of only being counted',
			},
			excludeProductsOption,
			keyFieldOption(
				"Field of the Halo licence that holds the Stellr key, by which the row is recognised on every later run. One row is written first and must show its key in Halo's list before others follow.",
			),
			nativeModuleOption,
			includeProductsOption,
			ownSuppliersOption(
				'Comma-separated supplier and distributor names that mean TD SYNNEX. Rows of any other are never taken over unseen.',
			),
			{
				displayName: 'Prices of New Rows',
				name: 'prices',
				type: 'options',
				options: [
					{
						name: 'Cost and Suggested Price',
						value: 'both',
						description: 'Also the price that Stellr suggests for end customers',
					},
					{ name: 'Cost Only', value: 'cost', description: 'What you pay for one unit' },
					{ name: 'None', value: 'none', description: 'A person types them into Halo' },
				],
				default: 'none',
				description:
					'Which money fields a created row gets from Stellr. Existing rows keep theirs in any case.',
			},
			{
				displayName: 'Read Licences',
				name: 'readLicences',
				type: 'options',
				options: [
					{
						name: 'All',
						value: 'all',
						description: 'The licences of every client, once a run',
					},
					{
						name: 'Automatic',
						value: 'automatic',
						description:
							'Those of the clients in question where that is cheaper, and all as soon as anything is to be written or has no row',
					},
					{
						name: 'Only These Clients',
						value: 'clients',
						description:
							'Never all: rows known by their key are kept up to date, and what would be taken over or created is held',
					},
				],
				default: 'automatic',
				description:
					'Which Halo licences are read before planning. Only all of them show that a key sits at another client.',
			},
			{
				displayName: 'Rows per Request',
				name: 'rowsPerRequest',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 50 },
				default: 20,
				description:
					'How many rows one write to Halo carries at the most. Left out, it is 20, or up to 39 in the run that first proves the Licence Key Field, and doubles up to 100 while Halo takes each array whole and quickly. An array that Halo refuses is split until the row it does not take stands alone.',
			},
			{
				displayName: 'Site ID of New Rows',
				name: 'siteId',
				type: 'string',
				default: '',
				placeholder: 'e.g. -1',
				description:
					'Site for rows that are created; empty leaves it to Halo, -1 means the client as a whole',
			},
			{
				displayName: 'Supplier of New Rows',
				name: 'supplier',
				...supplierLocator,
				description: 'Supplier for rows that are created; empty leaves it unset',
			},
		],
	},
	priceNotice,
	nativeModuleNotice,
];
