import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Side } from '../../core/check/check';
import { discoverText } from '../../core/check/discover/report';
import { checkIssue, forPerson, hintOf, summaryOf } from '../../core/words/checkSummary';
import { attentionItem } from '../shared/attention';
import { emptyOutputs, inOrder } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { outputNames } from './outputNames';
import type { CheckedSide } from './side';

export interface AllChecked {
	stellr: CheckedSide;
	halo: CheckedSide;
	/** Sides without a credential. */
	missing: Side[];
	discover: boolean;
}

/** One item per check and per fact, what is to be mended or looked at once more for a person, and one summary. */
export function putOut(context: IExecuteFunctions, checked: AllChecked): INodeExecutionData[][] {
	const { stellr, halo, missing, discover } = checked;
	const origin = originOf(context.getInputData().map((_, item) => item));
	const outputs = emptyOutputs(outputNames);
	const checks = [...stellr.checks, ...halo.checks];
	const facts = [...stellr.facts, ...halo.facts];
	const summary = summaryOf(checks, missing);
	outputs.checks.push(...checks.map((check) => itemOf(check, origin)));
	outputs.discovered.push(...facts.map((fact) => itemOf(fact, origin)));
	outputs.needsAttention.push(
		...forPerson(checks).map((check) => attentionItem(checkIssue(check), check, origin)),
	);
	const requests = { stellr: stellr.requests, halo: halo.requests };
	const found = discover ? { discoverText: discoverText(facts) } : {};
	const asOf = new Date().toISOString();
	outputs.summary.push(itemOf({ ...summary, requests, asOf, ...found }, origin));
	const message = hintOf(checks, summary);
	if (message !== null) {
		context.addExecutionHints({ type: 'warning', location: 'outputPane', message });
	}
	return inOrder(outputNames, outputs);
}
