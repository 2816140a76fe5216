import type { IExecuteFunctions } from 'n8n-workflow';

import { renewalsOf } from '../../core/reconcile/renewals';
import { renewalsCsv } from '../../core/reconcile/report/renewalsCsv';
import { renewalsReport } from '../../core/reconcile/report/renewalsReport';
import { summariseRenewals } from '../../core/reconcile/renewalSummary';
import { listsSeen, readLicenceInputs } from '../shared/licenceInputs';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { planItemsIn } from './planItems';
import { readRenewalSettings } from './readSettings';
import { reconcileOutputs, type ReconcileOutputs } from './reconcileOutputs';
import { reportFiles } from './reportFiles';

/** Lists terms that end soon, from what came in: nothing is read and nothing is written. */
export async function execute(context: IExecuteFunctions): Promise<ReconcileOutputs> {
	const { policy, report, reportTitle } = readRenewalSettings(context);
	const inputs = readLicenceInputs(context, 'compared');
	const outputs: ReconcileOutputs = emptyOutputs(reconcileOutputs);
	const all = originOf(context.getInputData(0).map((_, index) => index));
	const result = renewalsOf(inputs.customers, policy, inputs.notRead.length);
	const origins = new Map(
		inputs.customers.flatMap((customer) =>
			customer.subscriptions.map(
				(line) => [line, inputs.originOf.get(line) ?? inputs.originOf.get(customer) ?? 0] as const,
			),
		),
	);
	outputs.needsAttention.push(...inputs.attention, ...planItemsIn(inputs));
	for (const { renewals } of result.customers) {
		for (const renewal of renewals) {
			outputs.lines.push(itemOf(renewal, origins.get(renewal.subscription) ?? 0));
		}
	}
	const facts = {
		asOf: inputs.readAt ?? new Date(Date.now()).toISOString(),
		timeZone: context.getTimezone(),
		incompleteLists: listsSeen(inputs),
		needsAttention: outputs.needsAttention.length,
		today: policy.today,
		days: policy.days,
	};
	const item = itemOf(summariseRenewals(result, facts), all);
	if (report) {
		const page = renewalsReport(result, {
			title: reportTitle ?? 'Renewals',
			asOf: facts.asOf,
			timeZone: facts.timeZone,
			incompleteLists: facts.incompleteLists,
			nativeModule: null,
			requests: 0,
		});
		const name = `renewals-${policy.today}`;
		item.binary = await reportFiles(context, name, page, renewalsCsv(result));
	}
	outputs.summary.push(item);
	return outputs;
}
