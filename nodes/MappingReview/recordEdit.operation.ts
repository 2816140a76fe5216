import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { CONFIRM_FIELD } from '../../core/review/confirmForm';
import { editChangeSchema } from '../../core/review/editChange';
import { recordEdit } from '../../core/review/editRecord';
import { inputIssues } from '../../core/words/inputIssues';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import { readRows } from './editInputs';
import { outputNames, type ReviewOutputs } from './outputNames';
import {
	answerParameter,
	decidedByParameter,
	objectParameter,
	readAnswerParameter,
	signedInUser,
} from './pageAnswer';

export const description: INodeProperties[] = [
	{
		displayName: 'Change',
		name: 'change',
		type: 'json',
		default: '',
		required: true,
		placeholder: "e.g. {{ $('Show consequences').first().json.change }}",
		description: 'What is to be written: the field "change" that Edit Consequences put out',
		displayOptions: { show: { operation: ['recordEdit'] } },
	},
	answerParameter('recordEdit', "e.g. {{ $('Confirm').first().json }}"),
	decidedByParameter('recordEdit'),
];

/** Turns a confirmed decision into rows for the Data table, from the rows that are saved now. */
export async function execute(context: IExecuteFunctions): Promise<ReviewOutputs> {
	const outputs = emptyOutputs(outputNames);
	const change = editChangeSchema.safeParse(objectParameter(context, 'change'));
	if (!change.success) {
		throw stopWith(context.getNode(), inputIssues.changeNotUnderstood());
	}
	const answer = readAnswerParameter(context);
	const rows = readRows(context, outputs.needsAttention);
	const made = { by: signedInUser(context, answer), at: new Date().toISOString() };
	const record = recordEdit(change.data, answer[CONFIRM_FIELD], rows, made);
	const { standingRows, rejectedRows, rowsGone, ...summary } = record;
	const all = originOf(context.getInputData(0).map((_, index) => index));
	outputs.rows.push(...standingRows.map((row) => itemOf(row, all)));
	outputs.rejected.push(...rejectedRows.map((row) => itemOf(row, all)));
	outputs.rowsToDelete.push(...rowsGone.map((row) => itemOf(row, all)));
	outputs.summary.push(itemOf(summary, all));
	return outputs;
}
