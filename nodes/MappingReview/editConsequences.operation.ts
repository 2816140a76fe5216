import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { confirmForm } from '../../core/review/confirmForm';
import { readAnswer } from '../../core/review/editAnswer';
import type { EditChange } from '../../core/review/editChange';
import { clientLeft, consequencesHtml } from '../../core/review/editConsequences';
import { editFields } from '../../core/review/editForm';
import type { EditLists, MatchedCustomer } from '../../core/review/editLists';
import { refusalHtml } from '../../core/review/editPage';
import { dayIn } from '../../core/sync/days';
import type { Refusal } from '../../core/words/mappingEdit';
import { connectHalo } from '../shared/connect';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { readEditInputs } from './editInputs';
import { outputNames, type ReviewOutputs } from './outputNames';
import { answerParameter, readAnswerParameter, textIn } from './pageAnswer';
import { readOldClient } from './readOldClient';

export const description: INodeProperties[] = [
	answerParameter('editConsequences', "e.g. {{ $('Choose').first().json }}"),
];

/** Says what a choice leads to, and makes the page on which it is confirmed. Writes nothing. */
export async function execute(context: IExecuteFunctions): Promise<ReviewOutputs> {
	const { lists, attention } = readEditInputs(context);
	const given = readAnswerParameter(context);
	const answer = {
		customer: textIn(given, editFields.customer),
		client: textIn(given, editFields.client),
		action: textIn(given, editFields.action),
		reason: textIn(given, editFields.reason),
		until: textIn(given, editFields.until),
	};
	const read = readAnswer(answer, lists, dayIn(context.getTimezone(), Date.now()));
	const record = read.ok
		? await consequences(context, read.change, read.matched, lists)
		: notPossible(read.refusal);
	const all = originOf(context.getInputData(0).map((_, index) => index));
	const summary = [itemOf(record, all)];
	return { ...emptyOutputs(outputNames), needsAttention: attention, summary };
}

async function consequences(
	context: IExecuteFunctions,
	change: EditChange,
	matched: MatchedCustomer,
	lists: EditLists,
): Promise<object> {
	const left = clientLeft(change, matched, lists);
	const old =
		left === null ? null : await readOldClient(await connectHalo(context), change.account, left);
	const html = consequencesHtml(change, matched, lists, old);
	return { canConfirm: true, change, form: confirmForm(change, lists.rows, html), title: '', html };
}

function notPossible(refusal: Refusal): object {
	return {
		canConfirm: false,
		change: null,
		form: '[]',
		title: 'Nothing was written',
		html: refusalHtml(refusal),
	};
}
