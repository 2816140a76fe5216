import type { INodeProperties } from 'n8n-workflow';

import {
	excludeProductsOption,
	includeProductsOption,
	kindsParameter,
} from '../shared/licenceOptions';
import { compareOptions } from './compareParameters';

const compareOnly = { show: { operation: ['compare'] } };
const renewalsOnly = { show: { operation: ['renewals'] } };
const comparing = { show: { operation: ['compare', 'renewals'] } };

const productOptions = [excludeProductsOption, includeProductsOption];

const renewalOptions: INodeProperties[] = [
	{
		displayName: 'Include Monthly Terms',
		name: 'includeMonthly',
		type: 'boolean',
		default: false,
		description: 'Whether lines that end and renew every month are listed too',
	},
	{
		displayName: 'Notice Days',
		name: 'noticeDays',
		type: 'string',
		default: '',
		placeholder: 'e.g. Adobe=30, Cisco=45',
		description:
			'How many days before the end a vendor wants to hear of a change, by a word of its name or product. For Microsoft the day before the end is known; for others nothing is, unless you name it here.',
	},
];

export const parameters: INodeProperties[] = [
	{
		...kindsParameter('Which Stellr lines are looked at. Others are counted in the summary.'),
		displayOptions: comparing,
	},
	{
		displayName: 'Most Licences',
		name: 'mostLicences',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 500 },
		default: 50,
		displayOptions: { show: { operation: ['countChanges'] } },
		description:
			'Halo is asked about so many licences of a client, active ones first; each costs one or two requests',
	},
	{
		displayName: 'Days Ahead',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1100 },
		default: 90,
		displayOptions: renewalsOnly,
		description: 'Terms that end from today to so many days ahead are listed',
	},
	{
		displayName: 'Make Report',
		name: 'report',
		type: 'boolean',
		default: true,
		displayOptions: comparing,
		description:
			'Whether Summary carries a page (HTML) and a table (CSV) to send or to keep. They show what you pay: they are internal.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: compareOnly,
		options: byName([...compareOptions, ...productOptions, reportTitle()]),
	},
	{
		displayName: 'Options',
		name: 'renewalOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: renewalsOnly,
		options: byName([...renewalOptions, ...productOptions, reportTitle()]),
	},
];

function reportTitle(): INodeProperties {
	return {
		displayName: 'Report Title',
		name: 'reportTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Acme IT, licences',
		description: 'Heads the page; empty takes a plain one',
	};
}

function byName(options: INodeProperties[]): INodeProperties[] {
	return [...options].sort((a, b) => a.displayName.localeCompare(b.displayName));
}
