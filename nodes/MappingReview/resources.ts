import type { INodeProperties } from 'n8n-workflow';

/** What the node works on, and what it can do there. */
export const resources: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'File', value: 'file', description: 'The saved mapping as a CSV file' },
			{
				name: 'Mapping by Hand',
				value: 'byHand',
				description: 'One customer that a person maps, whatever was found',
			},
			{
				name: 'Open Case',
				value: 'openCase',
				description: 'What Mapping Match could not decide',
			},
		],
		default: 'openCase',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['openCase'] } },
		options: [
			{
				name: 'Build Form',
				value: 'buildForm',
				description: 'Make the page on which a person decides the open cases',
				action: 'Build the review form',
			},
			{
				name: 'Record Decisions',
				value: 'recordDecisions',
				description: "Turn a person's answers into rows for the saved mapping",
				action: 'Record the decisions of a person',
			},
			{
				name: 'Record Matches',
				value: 'recordMatches',
				description:
					'Turn what Mapping Match found into rows for the saved mapping, proposed or decided',
				action: 'Record what was matched',
			},
		],
		default: 'buildForm',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['byHand'] } },
		options: [
			{
				name: 'Build Edit Form',
				value: 'editForm',
				description:
					'Make the page on which a customer, a client and what to do with them are chosen',
				action: 'Build the form for mapping by hand',
			},
			{
				name: 'Edit Consequences',
				value: 'editConsequences',
				description:
					'Say what a choice leads to, with the licences and invoice lines at the old client, and ask to confirm',
				action: 'Show what a mapping by hand leads to',
			},
			{
				name: 'Record Edit',
				value: 'recordEdit',
				description: 'Turn a confirmed mapping by hand into rows for the saved mapping',
				action: 'Record a mapping by hand',
			},
		],
		default: 'editForm',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['file'] } },
		options: [
			{
				name: 'Export Rows',
				value: 'exportRows',
				description: 'Turn the saved mapping into lines of a CSV file, safe for spreadsheets',
				action: 'Export the saved mapping',
			},
			{
				name: 'Import Rows',
				value: 'importRows',
				description:
					'Check the lines of a CSV file and turn what is new or changed into rows for the saved mapping',
				action: 'Import the saved mapping',
			},
		],
		default: 'exportRows',
	},
];
