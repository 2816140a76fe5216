import type { INodeProperties } from 'n8n-workflow';

import { keyFieldOption, ownSuppliersOption } from '../shared/licenceOptions';

/** Options of Compare alone, in the order of their names. */
export const compareOptions: INodeProperties[] = [
	{
		displayName: 'Days Back to Invoice by Hand',
		name: 'byHandDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 35,
		description:
			'Seats added to prepaid lines in the last so many days are listed to be invoiced by hand',
	},
	{
		displayName: 'Default Invoice Currency',
		name: 'invoiceCurrency',
		type: 'string',
		default: '',
		placeholder: 'e.g. USD',
		description:
			'Currency of recurring invoices that name none. Empty leaves their money out: nothing is guessed.',
	},
	{
		displayName: 'Grace Days',
		name: 'graceDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1,
		description: 'A difference that is no older counts as timing: the next run settles it',
	},
	{
		displayName: 'Include in Sync',
		name: 'includeInSync',
		type: 'boolean',
		default: false,
		description:
			'Whether lines that agree leave by the first output too, instead of only being counted',
	},
	{
		displayName: 'Invoice Periods',
		name: 'invoicePeriods',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2=1, 5=12, Season=3',
		description:
			"Months by the word or code that your Halo uses for a recurring invoice's period, beside Monthly, Quarterly, Yearly and the like. A period that is not known leaves the line's money out.",
	},
	keyFieldOption(
		'Field of the Halo licence that holds the Stellr key; the same as on Halo Licence Upsert',
	),
	{
		displayName: 'Minimum Quantity',
		name: 'minimum',
		type: 'options',
		options: [
			{ name: 'Counts for Each Linked Licence', value: 'link' },
			{ name: 'Counts for the Whole Line', value: 'line' },
		],
		default: 'link',
		description: 'How a minimum on a recurring line that links several licences is meant',
	},
	ownSuppliersOption(
		'Comma-separated supplier and distributor names that mean TD SYNNEX; the same as on Halo Licence Upsert',
	),
	{
		displayName: 'Quantity of Linked Lines',
		name: 'linkedQuantity',
		type: 'options',
		options: [
			{
				name: 'As Shown on the Line',
				value: 'shown',
				description: 'For a Halo whose own calculation of quantities is switched off',
			},
			{
				name: 'Counted From Its Licences',
				value: 'counted',
				description: 'What Halo bills when it calculates quantities',
			},
		],
		default: 'counted',
		description: 'Which quantity of a recurring line that links licences counts as invoiced',
	},
	{
		displayName: 'Read Change History Of',
		name: 'historyLines',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 500 },
		default: 20,
		description:
			'For so many lines whose counts differ, dearest first, Halo is asked who changed the count and when: a request or two each. 0 asks for none.',
	},
];
