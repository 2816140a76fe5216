import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { importRows } from '../../core/review/csvImport';
import type { LineIssue } from '../../core/review/csvLines';
import type { Visible } from '../../core/review/csvVisible';
import { importPage } from '../../core/review/importPage';
import { dayIn } from '../../core/sync/days';
import { customerKey, foldKey } from '../../core/sync/stellrKeys';
import { lineIssue } from '../../core/words/mappingImport';
import { attentionItem } from '../shared/attention';
import { notice } from '../shared/notices';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { readClients, readCustomers, readRows } from './editInputs';
import { outputNames, type ReviewOutputs } from './outputNames';
import { decidedByParameter } from './pageAnswer';

const show = { operation: ['importRows'] };

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect the lines of the file to the first input, Halo Clients and Stellr Customers together to the second, and the rows of the Data table to the third.',
		name: 'importNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Import Readable Rows',
		name: 'importReadable',
		type: 'boolean',
		default: false,
		description:
			'Whether to import the good lines of a file that has others too. When off, one doubtful line keeps the whole file out.',
		displayOptions: { show },
	},
	notice(
		'importReadableNotice',
		'A file is then taken in part: read Needs Attention afterwards, which names every line that was left out.',
		{ ...show, importReadable: [true] },
	),
	decidedByParameter('importRows'),
];

/** Turns the lines of a CSV file into rows for the Data table: only what is new or changed. */
export async function execute(context: IExecuteFunctions): Promise<ReviewOutputs> {
	const outputs = emptyOutputs(outputNames);
	const items = context.getInputData(0);
	const visible = visibleRecords(context, outputs.needsAttention);
	const by = String(context.getNodeParameter('decidedBy', 0, '') ?? '').trim();
	const result = importRows(
		{
			records: items.map(({ json }) => json),
			saved: readRows(context, outputs.needsAttention),
			visible,
		},
		{
			importReadable: context.getNodeParameter('importReadable', 0, false) === true,
			by: by === '' ? 'unknown' : by,
			at: new Date().toISOString(),
			today: dayIn(context.getTimezone(), Date.now()),
		},
	);
	const all = originOf(items.map((_, index) => index));
	outputs.rows.push(...result.standingRows.map((row) => itemOf(row, all)));
	outputs.rejected.push(...result.rejectedRows.map((row) => itemOf(row, all)));
	for (const issue of result.issues) outputs.needsAttention.push(lineItem(issue, items));
	if (result.fileIssue !== null) {
		const issue = { code: 'fileNotUnderstood', ...result.fileIssue, requestId: null };
		outputs.needsAttention.push(attentionItem(issue, {}, all));
	}
	const counts = {
		written: result.standingRows.length + result.rejectedRows.length,
		unchanged: result.unchanged,
		notImported: result.issues.length,
		heldBack: result.heldBack,
	};
	outputs.summary.push(itemOf({ ...importPage(result), counts }, all));
	return outputs;
}

/** What the lines are checked against; a side that did not come in checks nothing. */
function visibleRecords(context: IExecuteFunctions, attention: INodeExecutionData[]): Visible {
	const customers = readCustomers(context, attention);
	const clients = readClients(context, attention);
	return {
		customers:
			customers.records.length === 0
				? null
				: {
						byKey: new Map(
							customers.records.map((record) => [foldKey(customerKey(record)), record]),
						),
						accounts: [...new Set(customers.records.map(({ account }) => account))].sort(),
						complete: customers.complete,
					},
		clients:
			clients.records.length === 0
				? null
				: {
						byId: new Map(clients.records.map((record) => [record.id, record])),
						complete: clients.complete,
					},
	};
}

function lineItem({ line, words }: LineIssue, items: INodeExecutionData[]): INodeExecutionData {
	const index = line - 2;
	const subject = { line, column: words.column, cells: items[index]?.json ?? {} };
	return attentionItem(lineIssue(line, words), subject, index);
}
