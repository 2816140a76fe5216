import type { IExecuteFunctions } from 'n8n-workflow';

import { readLicences } from '../../../core/halo/licences';
import { invoicedLicenceIds, readRecurringInvoices } from '../../../core/halo/recurringInvoices';
import type { HaloLicence } from '../../../core/halo/schemas';
import type { RejectedRecord } from '../../../core/halo/rejected';
import { planLicences, type LicencePlanEntry } from '../../../core/sync/licences/plan';
import { rowsSeenByPlan } from '../../../core/sync/licences/savedRows';
import { summariseLicences } from '../../../core/sync/licences/summary';
import { incompleteList } from '../../../core/sync/incompleteList';
import { issueOfFailure } from '../../../core/words/failures';
import { attentionItem } from '../../shared/attention';
import { connectHalo, type HaloConnection } from '../../shared/connect';
import { emptyOutputs } from '../../shared/outputs';
import { itemOf, originOf } from '../../shared/pairing';
import { stopWith } from '../../shared/stopNode';
import { placeOutcome, licenceOutputs, type LicenceOutputs } from '../licenceItems';
import { readInputs, type LicenceInputs } from '../readInputs';
import { readLicenceSettings, type LicenceSettings } from '../readPolicy';

/** Says what would be written, and writes nothing. */
export async function executePlan(context: IExecuteFunctions): Promise<LicenceOutputs> {
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

export interface MadePlan {
	entries: LicencePlanEntry[];
	licences: HaloLicence[];
	rejected: RejectedRecord[];
}

/**
 * Plans from one snapshot of all licences. Recurring invoices are read only when several rows fit one subscription,
 * since only then does it matter which of them is invoiced.
 */
export async function makePlan(
	context: IExecuteFunctions,
	halo: HaloConnection,
	inputs: LicenceInputs,
	settings: LicenceSettings,
): Promise<MadePlan> {
	const { policy } = settings;
	if (!inputs.customers.some((customer) => customer.haloClientId !== null)) {
		return {
			entries: planLicences({
				customers: inputs.customers,
				licences: [],
				saved: inputs.saved,
				policy,
			}),
			licences: [],
			rejected: [],
		};
	}
	const { list, rejected } = await readLicences(halo.runtime, {});
	if (!list.complete) {
		throw stopWith(
			context.getNode(),
			issueOfFailure(list.failure ?? incompleteList('List Licences'), 'Halo licences'),
		);
	}
	const input = {
		customers: inputs.customers,
		licences: list.rows,
		saved: inputs.saved,
		unreadableTexts: rejected.flatMap((record) => record.texts),
		policy,
	};
	const entries = planLicences(input);
	if (!entries.some(({ plan }) => plan.reasons.some((reason) => reason.code === 'severalRows'))) {
		return { entries, licences: list.rows, rejected };
	}
	const invoices = await readRecurringInvoices(halo.runtime);
	// Without the right to read invoices the choice stays with a person.
	if (!invoices.list.complete) return { entries, licences: list.rows, rejected };
	const invoicedRowIds = invoicedLicenceIds(invoices.list.rows);
	return { entries: planLicences({ ...input, invoicedRowIds }), licences: list.rows, rejected };
}

export function nowText(): string {
	return new Date().toISOString();
}
