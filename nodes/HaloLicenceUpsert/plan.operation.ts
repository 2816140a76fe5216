import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { approvalForm } from '../../core/sync/licences/approvalForm';
import { judgedBy, pendingChanges, withAges } from '../../core/sync/licences/pending';
import { rowsSeenByPlan } from '../../core/sync/licences/savedRows';
import { rememberedIn } from '../../core/sync/licences/savedState';
import { pendingRowsOf, summariseLicences } from '../../core/sync/licences/summary';
import { writingActions } from '../../core/sync/planItem';
import { runRow } from '../../core/sync/runRow';
import { inputIssues } from '../../core/words/inputIssues';
import { attentionItem } from '../shared/attention';
import { connectHalo } from '../shared/connect';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { placeOutcome, licenceOutputs, type LicenceOutputs } from './licenceItems';
import { makePlan, nowText } from './makePlan';
import { listsSeen, originOfEntry, readLicenceInputs } from '../shared/licenceInputs';
import { readLicenceSettings } from './readPolicy';

/** Plan has no parameters of its own: those it shares with Apply are the policy. */
export const description: INodeProperties[] = [];

/** Says what would be written, and writes nothing. */
export async function execute(context: IExecuteFunctions): Promise<LicenceOutputs> {
	const settings = readLicenceSettings(context);
	const inputs = readLicenceInputs(context, 'planned');
	const outputs: LicenceOutputs = emptyOutputs(licenceOutputs);
	const halo = await connectHalo(context);
	const made = await makePlan(context, halo, inputs, settings);
	const { entries: planned, licences, rejected, seen: licencesSeen } = made;
	const { today } = settings.policy;
	const entries = withAges(planned, inputs.pending, today);
	const all = originOf(context.getInputData(0).map((_, index) => index));
	outputs.needsAttention.push(...inputs.attention);
	for (const record of rejected)
		outputs.needsAttention.push(attentionItem(record.issue, { haloLicenceId: record.id }, all));
	for (const { planned: item, origin } of inputs.planned)
		outputs.needsAttention.push(attentionItem(inputIssues.alreadyPlanned(origin), item, origin));
	const savedState = inputs.saved !== undefined;
	const remembered = rememberedIn(inputs.saved ?? []);
	const facts = { ...settings, savedState, asOf: inputs.readAt, licencesSeen, remembered };
	for (const entry of entries) {
		const origin = originOfEntry(inputs, entry);
		placeOutcome(outputs, { ...entry, applied: null }, origin, facts);
	}
	const rows = rowsSeenByPlan(
		entries,
		licences,
		inputs.saved ?? [],
		settings.policy.keyField,
		nowText(),
	);
	const now = nowText();
	const summary = summariseLicences(
		entries.map((entry) => ({ ...entry, applied: null })),
		{
			operation: 'plan',
			asOf: inputs.readAt ?? now,
			timeZone: context.getTimezone(),
			requests: halo.requests.count(),
			needsAttention: outputs.needsAttention.length,
			incompleteLists: listsSeen(inputs),
			customersLeftOut: inputs.leftOut,
		},
		savedState ? rows : [],
	);
	const held = pendingRowsOf(entries, today);
	const writes = entries.some(({ plan }) => writingActions.includes(plan.action));
	const { verdict } = summary;
	const good = listsSeen(inputs) === 0;
	const memory = {
		...pendingChanges(held, inputs.pending, judgedBy(entries, inputs.customers)),
		// Where something is to be written, Apply says how the run went.
		runRows:
			writes && good
				? []
				: [runRow({ flow: context.getWorkflow().name ?? '', at: now, verdict, good })],
		form: approvalForm(entries, settings.policy.keyField),
	};
	outputs.summary.push(itemOf({ ...summary, ...memory }, all));
	return outputs;
}
