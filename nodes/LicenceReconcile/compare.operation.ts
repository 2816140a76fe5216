import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { driftChanges } from '../../core/reconcile/driftRows';
import { withHistory } from '../../core/reconcile/history';
import type { ReconcileInput } from '../../core/reconcile/input';
import { reconcileLicences } from '../../core/reconcile/reconcile';
import { driftCsv } from '../../core/reconcile/report/driftCsv';
import { driftReport } from '../../core/reconcile/report/driftReport';
import type { ReconciledLine, ReconcileResult } from '../../core/reconcile/result';
import { summariseReconcile, type ReconcileFacts } from '../../core/reconcile/summary';
import { foldKey, subscriptionKey } from '../../core/sync/stellrKeys';
import { attentionItem } from '../shared/attention';
import { connectHalo } from '../shared/connect';
import { listsSeen, readLicenceInputs, type LicenceInputs } from '../shared/licenceInputs';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf, type Origin } from '../shared/pairing';
import { planItemsIn } from './planItems';
import { readHaloSide, readHistory, type HaloSide } from './readHalo';
import { readCompareSettings, type CompareSettings } from './readSettings';
import { reconcileOutputs, type ReconcileOutputs } from './reconcileOutputs';
import { reportFiles } from './reportFiles';

/** Reads all three numbers of every line, compares them, and writes nothing. */
export async function execute(context: IExecuteFunctions): Promise<ReconcileOutputs> {
	const settings = readCompareSettings(context);
	const inputs = readLicenceInputs(context, 'compared');
	const outputs: ReconcileOutputs = emptyOutputs(reconcileOutputs);
	const all = originOf(context.getInputData(0).map((_, index) => index));
	const connection = await connectHalo(context);
	const halo = await readHaloSide(context, connection);
	const input = inputOf(inputs, halo, settings);
	const compared = reconcileLicences(input);
	const history = await readHistory(connection, compared.lines, settings.historyLines);
	const lines = withHistory(compared.lines, history.byLicence, settings.policy);
	const result: ReconcileResult = { ...compared, lines };

	outputs.needsAttention.push(...attentionOf(inputs, halo, result, all));
	const origins = originsOf(inputs);
	for (const line of result.lines) {
		if (line.verdict === 'inSync' && line.byHand === null && !settings.includeInSync) continue;
		outputs.lines.push(itemOf(shown(line), origins(line)));
	}
	const facts: ReconcileFacts = {
		asOf: inputs.readAt ?? new Date(Date.now()).toISOString(),
		timeZone: context.getTimezone(),
		requests: connection.requests.count(),
		needsAttention: outputs.needsAttention.length,
		incompleteLists: listsSeen(inputs),
		invoicesNotRead: halo.invoicesNotRead,
		historyNotRead: history.notRead,
	};
	const summary = summariseReconcile(result, facts);
	const memory = driftChanges(result.lines, inputs.seen, settings.policy.today);
	const item = itemOf({ ...summary, ...memory }, all);
	if (settings.report) item.binary = await filesOf(context, result, facts, settings);
	outputs.summary.push(item);
	return outputs;
}

function inputOf(
	inputs: LicenceInputs,
	halo: HaloSide,
	{ policy }: CompareSettings,
): ReconcileInput {
	const requestByKey = new Map<string, string | null>();
	for (const [customer, requestId] of inputs.requestIds) {
		for (const line of customer.subscriptions) {
			requestByKey.set(foldKey(subscriptionKey(line)), requestId);
		}
	}
	return {
		customers: inputs.customers,
		licences: halo.licences,
		invoices: halo.invoices,
		customersNotRead: inputs.notRead,
		...(inputs.saved === undefined ? {} : { saved: inputs.saved }),
		pending: inputs.pending,
		overrides: inputs.overrides,
		seen: inputs.seen,
		unreadableTexts: halo.rejected
			.filter(({ of }) => of === 'licence')
			.flatMap(({ record }) => record.texts),
		readBy: {
			stellr: (key) => requestByKey.get(foldKey(key)) ?? null,
			licence: halo.requestOfLicence,
			invoice: halo.requestOfInvoice,
		},
		policy,
	};
}

function attentionOf(
	inputs: LicenceInputs,
	halo: HaloSide,
	result: ReconcileResult,
	all: Origin,
): INodeExecutionData[] {
	return [
		...inputs.attention,
		...halo.rejected.map(({ record, of }) =>
			attentionItem(
				record.issue,
				of === 'licence' ? { haloLicenceId: record.id } : { recurringInvoiceId: record.id },
				all,
			),
		),
		...planItemsIn(inputs),
		...result.attention.map(({ key, issue }) => attentionItem(issue, { key }, all)),
	];
}

/** The input item behind each line: its own, where lines came one by one, else its customer's. */
function originsOf(inputs: LicenceInputs): (line: ReconciledLine) => number {
	const byCustomer = new Map<string, number>();
	for (const customer of inputs.customers) {
		const key = placeOf(customer);
		if (!byCustomer.has(key)) byCustomer.set(key, inputs.originOf.get(customer) ?? 0);
	}
	return ({ customer, subscription }) =>
		(subscription === null ? undefined : inputs.originOf.get(subscription)) ??
		byCustomer.get(placeOf(customer)) ??
		0;
}

function placeOf({ account, customerNo }: { account: string; customerNo: string }): string {
	return foldKey(`${account}/${customerNo}`);
}

/** Without the raw record: it is Stellr's own and long. */
function shown(line: ReconciledLine): object {
	const { subscription } = line;
	return subscription?.raw === undefined
		? line
		: { ...line, subscription: { ...subscription, raw: undefined } };
}

async function filesOf(
	context: IExecuteFunctions,
	result: ReconcileResult,
	facts: ReconcileFacts,
	{ reportTitle, policy }: CompareSettings,
): Promise<NonNullable<INodeExecutionData['binary']>> {
	const page = driftReport(result, {
		title: reportTitle ?? 'Licences: sold, counted, invoiced',
		asOf: facts.asOf,
		timeZone: facts.timeZone,
		incompleteLists: facts.incompleteLists,
		nativeModule: null,
		requests: facts.requests,
		invoicesNotRead: facts.invoicesNotRead,
	});
	return await reportFiles(context, `drift-report-${policy.today}`, page, driftCsv(result));
}
