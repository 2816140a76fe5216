import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { rowsSeenByPlan } from '../../core/sync/licences/savedRows';
import { summariseLicences } from '../../core/sync/licences/summary';
import { attentionItem } from '../shared/attention';
import { connectHalo } from '../shared/connect';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { placeOutcome, licenceOutputs, type LicenceOutputs } from './licenceItems';
import { makePlan, nowText } from './makePlan';
import { readInputs } from './readInputs';
import { readLicenceSettings } from './readPolicy';

/** Plan has no parameters of its own: those it shares with Apply are the policy. */
export const description: INodeProperties[] = [];

/** Says what would be written, and writes nothing. */
export async function execute(context: IExecuteFunctions): Promise<LicenceOutputs> {
	const settings = readLicenceSettings(context);
	const inputs = readInputs(context);
	const outputs: LicenceOutputs = emptyOutputs(licenceOutputs);
	const halo = await connectHalo(context);
	const { entries, licences, rejected } = await makePlan(context, halo, inputs, settings);
	outputs.needsAttention.push(...inputs.attention);
	for (const record of rejected)
		outputs.needsAttention.push(attentionItem(record.issue, { haloLicenceId: record.id }, 0));
	const savedState = inputs.saved !== undefined;
	for (const entry of entries) {
		const origin = inputs.originOf.get(entry.customer) ?? 0;
		placeOutcome(outputs, { ...entry, applied: null }, origin, { ...settings, savedState });
	}
	const rows = rowsSeenByPlan(
		entries,
		licences,
		inputs.saved ?? [],
		settings.policy.keyField,
		nowText(),
	);
	const summary = summariseLicences(
		entries.map((entry) => ({ ...entry, applied: null })),
		{
			operation: 'plan',
			asOf: inputs.readAt ?? nowText(),
			timeZone: context.getTimezone(),
			requests: halo.requests.count(),
			needsAttention: outputs.needsAttention.length,
			incompleteLists: inputs.incompleteLists,
		},
		savedState ? rows : [],
	);
	outputs.summary.push(itemOf(summary, originOf(context.getInputData(0).map((_, index) => index))));
	return outputs;
}
