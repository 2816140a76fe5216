import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { PlannedLicence } from '../../core/items/licenceInput';
import { changeLogRows } from '../../core/sync/changeLog';
import { applyLicencePlan } from '../../core/sync/licences/apply';
import { released } from '../../core/sync/licences/approval';
import { seenByAll } from '../../core/sync/licences/licencesSeen';
import { clientOfEntry } from '../../core/sync/licences/placedAt';
import type { LicencePlanEntry } from '../../core/sync/licences/plan';
import { rowsSeenByPlan, rowsWrittenByApply } from '../../core/sync/licences/savedRows';
import { rememberedIn } from '../../core/sync/licences/savedState';
import {
	changeText,
	customerName,
	nameOf,
	summariseLicences,
	type LicenceOutcome,
} from '../../core/sync/licences/summary';
import { writingActions, type PlanItem } from '../../core/sync/planItem';
import { runRow } from '../../core/sync/runRow';
import { attentionItem } from '../shared/attention';
import { connectHalo } from '../shared/connect';
import { nativeInterlock } from '../shared/nativeInterlock';
import { notice } from '../shared/notices';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { licenceOutputs, placeOutcome, type LicenceOutputs } from './licenceItems';
import { makePlan, nowText } from './makePlan';
import { listsSeen, originOfEntry, readLicenceInputs } from '../shared/licenceInputs';
import { readLicenceSettings } from './readPolicy';

export const description: INodeProperties[] = [
	notice(
		'billingNotice',
		'Recurring invoices follow licence counts: what this writes is billed. Rows of subscriptions that are over become inactive by themselves, within the guardrails. Put a Plan node before it and look at its outputs first.',
		{ operation: ['apply'] },
	),
];

/**
 * Writes what is on the plan: plan items of an earlier node as they are, customers after planning them here. Rows that
 * moved since are left alone, held ones are never written.
 */
export async function execute(context: IExecuteFunctions): Promise<LicenceOutputs> {
	const settings = readLicenceSettings(context);
	const inputs = readLicenceInputs(context, 'planned');
	const outputs: LicenceOutputs = emptyOutputs(licenceOutputs);
	const halo = await connectHalo(context);
	const made = await makePlan(context, halo, inputs, settings);
	outputs.needsAttention.push(...inputs.attention);
	const all = originOf(context.getInputData(0).map((_, index) => index));
	for (const record of made.rejected)
		outputs.needsAttention.push(attentionItem(record.issue, { haloLicenceId: record.id }, all));

	const origins = new Map<LicencePlanEntry, number>();
	for (const entry of made.entries) origins.set(entry, originOfEntry(inputs, entry));
	const earlier = inputs.planned.map(({ planned, origin }) => {
		const [entry] = released([entryOf(planned)], settings.policy.approved);
		origins.set(entry, origin);
		return entry;
	});
	const entries = [...made.entries, ...earlier];
	const names = new Map<PlanItem, string>(entries.map((entry) => [entry.plan, nameOf(entry)]));
	const savedState =
		inputs.saved !== undefined || inputs.planned.some(({ planned }) => planned.savedState);
	// A plan item brings along what was known of its row, since Saved State is usually connected to Plan alone.
	const saved = [
		...inputs.planned.flatMap(({ planned }) => planned.remembered ?? []),
		...(inputs.saved ?? []),
	];
	const remembered = rememberedIn(saved);
	const plans = entries
		.map((entry) => entry.plan)
		.filter((plan) => writingActions.includes(plan.action));
	const licencesSeen = seenByAll([
		...(made.entries.length === 0 ? [] : [made.seen]),
		...inputs.planned.map(({ planned }) => planned.licencesSeen),
	]);
	const nativeModule = await nativeInterlock(context, halo.runtime, plans);
	const applied = await applyLicencePlan(halo.runtime, plans, {
		keyField: settings.policy.keyField,
		...settings.batchSize,
		hasSavedState: savedState,
		seen: licencesSeen,
		nameOf: (plan) => names.get(plan) ?? plan.key,
	});
	const byPlan = new Map(applied.map((result) => [result.plan, result]));
	const outcomes: LicenceOutcome[] = entries.map((entry) => ({
		...entry,
		applied: byPlan.get(entry.plan) ?? null,
	}));
	outcomes.forEach((outcome, index) => {
		placeOutcome(outputs, outcome, origins.get(entries[index]) ?? 0, {
			...settings,
			savedState,
			asOf: inputs.readAt,
			licencesSeen,
			remembered,
		});
	});

	const now = nowText();
	const written = rowsWrittenByApply(
		outcomes.flatMap((outcome) =>
			outcome.applied === null
				? []
				: [{ applied: outcome.applied, haloClientId: clientOfEntry(outcome) }],
		),
		settings.policy.keyField,
		now,
		saved,
	);
	const seen = rowsSeenByPlan(
		made.entries,
		made.licences,
		inputs.saved ?? [],
		settings.policy.keyField,
		now,
	);
	const summary = summariseLicences(
		outcomes,
		{
			operation: 'apply',
			asOf: inputs.readAt ?? now,
			timeZone: context.getTimezone(),
			requests: halo.requests.count(),
			needsAttention: outputs.needsAttention.length,
			incompleteLists: listsSeen(inputs),
			nativeModule,
			customersLeftOut: inputs.leftOut,
		},
		savedState ? [...seen, ...written] : [],
	);
	const memory = memoryOf(context, outcomes, settings.policy.approved, now);
	const { verdict, counts } = summary;
	const good = counts.notWritten === 0 && inputs.incompleteLists === 0;
	const row = runRow({ flow: context.getWorkflow().name ?? '', at: now, verdict, good });
	outputs.summary.push(itemOf({ ...summary, ...memory, runRows: [row] }, all));
	return outputs;
}

/** What Data tables may keep of this run: what it changed, and which approvals it used up. */
function memoryOf(
	context: IExecuteFunctions,
	outcomes: LicenceOutcome[],
	approved: ReadonlySet<string>,
	at: string,
): object {
	const changes = outcomes.flatMap((outcome) =>
		outcome.applied === null
			? []
			: [
					{
						...outcome.applied,
						plan: outcome.plan,
						haloClientId: clientOfEntry(outcome),
						customer: customerName(outcome),
						what: changeText(outcome),
					},
				],
	);
	const settled = changes.filter(
		({ plan, outcome }) => approved.has(plan.hash) && outcome !== 'notWritten',
	);
	const known = new Set(changes.map(({ plan }) => plan.hash));
	return {
		changeLogRows: changeLogRows(changes, { id: context.getExecutionId(), at }),
		pendingGone: settled.map(({ plan }) => ({ hash: plan.hash, key: plan.key })),
		/** Approved hashes that no item has any more: either side moved since, or they were mistyped. */
		approvalsLapsed: [...approved].filter((hash) => !known.has(hash)),
	};
}

function entryOf(planned: PlannedLicence): LicencePlanEntry {
	return {
		plan: planned.plan,
		subscription: planned.subscription,
		customer: {
			...planned.customer,
			haloClientId: planned.haloClientId,
			haloClientName: planned.haloClientName,
			haloClientInactive: false,
			clientKeys: [],
			subscriptions: [],
			complete: false,
			unreadable: [],
		},
	};
}
