import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readLicences } from '../../core/halo/licences';
import { proRataLicenceIds, readRecurringInvoices } from '../../core/halo/recurringInvoices';
import { changeLogRows } from '../../core/sync/changeLog';
import { incompleteList } from '../../core/sync/incompleteList';
import { applyLicencePlan } from '../../core/sync/licences/apply';
import {
	chosenChanges,
	readLoggedChanges,
	type LoggedChange,
} from '../../core/sync/licences/loggedChange';
import { planRevert, type RevertPlan, type RowRevert } from '../../core/sync/licences/revert';
import { summariseRevert, type RevertOutcome } from '../../core/sync/licences/revertSummary';
import type { AppliedLicence } from '../../core/sync/licences/write';
import { issueOfFailure } from '../../core/words/failures';
import { revertIssues } from '../../core/words/revert';
import { attentionItem } from '../shared/attention';
import { connectHalo, type HaloConnection } from '../shared/connect';
import { nativeInterlock } from '../shared/nativeInterlock';
import { notice } from '../shared/notices';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf, type Origin } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import { whyOf } from '../shared/why';
import { licenceOutputs, type LicenceOutputs } from './licenceItems';
import { nowText } from './makePlan';
import { readLicenceSettings } from './readPolicy';

const onRevert = { show: { operation: ['revert'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'Feed it with rows of the Data table stellr_halo_changes_v1, or with the items of a Plan. Rows that are as the run left them get back what they had; all others are left and reported. On pro-rata lines both writes may be charged: the Summary lists them beforehand.',
		name: 'revertNotice',
		type: 'notice',
		default: '',
		displayOptions: onRevert,
	},
	{
		displayName: 'Only Show What Would Happen',
		name: 'onlyShow',
		type: 'boolean',
		default: true,
		displayOptions: onRevert,
		description: 'Whether to write nothing and only say what would be taken back',
	},
	notice(
		'revertWritesNotice',
		'Writes to Halo: counts, dates and the active mark go back to what they were, and recurring invoices bill that. Run it once with Only Show What Would Happen on, and read the Summary.',
		{ operation: ['revert'], onlyShow: [false] },
	),
	notice(
		'revertAllNotice',
		'Run, Client, From and To are all empty: everything in the rows that come in is taken back. It can be shown so; to write, fill in one of them as soon as the rows are of more than one run.',
		{ operation: ['revert'], run: [''], client: [''], from: [''], to: [''] },
	),
	{
		displayName: 'Run',
		name: 'run',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1042',
		displayOptions: onRevert,
		description:
			'The number of the execution to take back, as in the column "run". Empty takes all.',
	},
	{
		displayName: 'Client',
		name: 'client',
		type: 'string',
		default: '',
		placeholder: 'e.g. Acorn Construction, or 12',
		displayOptions: onRevert,
		description:
			"A part of the customer's name, or the number of the Halo client. Empty takes all.",
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-23',
		displayOptions: onRevert,
		description: 'Changes since this day or time. Empty takes all.',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-24',
		displayOptions: onRevert,
		description: 'Changes until this day, or until this time. Empty takes all.',
	},
];

/** Takes back what earlier runs wrote, or only says what that would be. */
export async function execute(context: IExecuteFunctions): Promise<LicenceOutputs> {
	const { policy, batchSize } = readLicenceSettings(context);
	const onlyShow = context.getNodeParameter('onlyShow', 0, true) !== false;
	const outputs: LicenceOutputs = emptyOutputs(licenceOutputs);
	const filter = {
		run: textOf(context, 'run'),
		client: textOf(context, 'client'),
		from: textOf(context, 'from'),
		to: textOf(context, 'to'),
	};
	const changes = chosenChanges(readChanges(context, outputs), filter);
	const runs = new Set(changes.map(({ run }) => run));
	if (!onlyShow && runs.size > 1 && Object.values(filter).every((text) => text.trim() === ''))
		throw stopWith(context.getNode(), revertIssues.nothingChosen(runs.size));
	const halo = await connectHalo(context);
	const plan = await planFor(context, halo, changes, policy.keyField);
	for (const { change, issue } of plan.attention)
		outputs.needsAttention.push(attentionItem(issue, recordOfChange(change), change.origin));
	for (const change of plan.notLicences)
		outputs.needsAttention.push(
			attentionItem(revertIssues.notLicence(change), recordOfChange(change), change.origin),
		);

	const onProRata = await proRataRows(halo, plan.reverts);
	const plans = plan.reverts.map((revert) => revert.plan);
	const nativeModule = onlyShow ? undefined : await nativeInterlock(context, halo.runtime, plans);
	const names = new Map(plan.reverts.map((revert) => [revert.plan, nameOf(revert)]));
	const applied = onlyShow
		? []
		: await applyLicencePlan(halo.runtime, plans, {
				keyField: policy.keyField,
				...batchSize,
				hasSavedState: false,
				nameOf: (item) => names.get(item) ?? item.key,
			});
	const byPlan = new Map(applied.map((result) => [result.plan, result]));
	const outcomes: RevertOutcome[] = plan.reverts.map((revert) => ({
		...revert,
		applied: byPlan.get(revert.plan) ?? null,
		onProRata: onProRata === null ? null : onProRata.has(revert.row.id),
	}));
	for (const outcome of outcomes) place(outputs, outcome);

	const now = nowText();
	const all = originOf(context.getInputData(0).map((_, index) => index));
	const facts = {
		asOf: now,
		timeZone: context.getTimezone(),
		requests: halo.requests.count(),
		needsAttention: outputs.needsAttention.length,
		notWritten: applied.filter(({ outcome }) => outcome === 'notWritten').length,
		nativeModule,
		wrote: !onlyShow,
	};
	const log = changeLogRows(
		outcomes.flatMap((outcome) =>
			outcome.applied === null ? [] : [loggable(outcome, outcome.applied)],
		),
		{ id: context.getExecutionId(), at: now },
	);
	outputs.summary.push(itemOf(summariseRevert(plan, outcomes, facts, log), all));
	return outputs;
}

function readChanges(context: IExecuteFunctions, outputs: LicenceOutputs): LoggedChange[] {
	const changes: LoggedChange[] = [];
	context.getInputData(0).forEach(({ json }, origin) => {
		// "Always Output Data" of the Data table node stands for an empty table.
		if (Object.keys(json).length === 0) return;
		const read = readLoggedChanges(json, origin);
		if (read.kind === 'changes') changes.push(...read.changes);
		if (read.kind === 'notUnderstood')
			outputs.needsAttention.push(
				attentionItem(revertIssues.notUnderstood(origin, read.field), json, origin),
			);
	});
	return changes;
}

/** All licences are read anew: a row may have changed since the log was written. */
async function planFor(
	context: IExecuteFunctions,
	halo: HaloConnection,
	changes: LoggedChange[],
	keyField: Parameters<typeof planRevert>[2],
): Promise<RevertPlan> {
	if (changes.length === 0) return planRevert([], [], keyField);
	const { list } = await readLicences(halo.runtime, {});
	if (!list.complete) {
		const failure = list.failure ?? incompleteList('List Licences');
		throw stopWith(context.getNode(), issueOfFailure(failure, 'Halo licences'));
	}
	return planRevert(changes, list.rows, keyField);
}

/** Rows on pro-rata lines; null without the right to read invoices: then each of them may be on one. */
async function proRataRows(
	halo: HaloConnection,
	reverts: RowRevert[],
): Promise<ReadonlySet<number> | null> {
	if (reverts.length === 0) return new Set();
	const { list } = await readRecurringInvoices(halo.runtime);
	return list.complete ? proRataLicenceIds(list.rows) : null;
}

function place(outputs: LicenceOutputs, outcome: RevertOutcome): void {
	const { applied, changes } = outcome;
	const origin = originsOf(changes);
	const record = recordOf(outcome);
	if (applied?.issue != null)
		outputs.needsAttention.push(attentionItem(applied.issue, record, origin));
	if (applied?.outcome !== 'notWritten')
		outputs.changed.push(itemOf({ why: whyOf(outcome.plan), ...record }, origin));
}

function recordOf({ row, plan, applied, changes, onProRata }: RevertOutcome): object {
	const [newest] = changes;
	return {
		customer: { account: plan.key.split('/')[0], customerNo: '', name: newest.customer },
		haloClientId: row.clientId,
		haloClientName: row.clientName,
		plan,
		...(applied === null
			? {}
			: {
					applied: {
						outcome: applied.outcome,
						haloId: applied.haloId,
						requestId: applied.requestId,
					},
				}),
		subscription: null,
		takesBack: changes.map(({ run, at, what }) => ({ run, at, what })),
		onProRataLine: onProRata,
	};
}

function recordOfChange(change: LoggedChange): IDataObject {
	return { ...change } as unknown as IDataObject;
}

function loggable(outcome: RevertOutcome, applied: AppliedLicence) {
	const { row, plan, changes, onProRata } = outcome;
	return {
		...applied,
		plan,
		haloClientId: row.clientId,
		customer: changes[0].customer,
		what: plan.reasons[0].text,
		proRata: onProRata,
		action: 'revert',
	};
}

function originsOf(changes: LoggedChange[]): Origin {
	return originOf([...new Set(changes.map(({ origin }) => origin))]);
}

function nameOf({ row, changes }: RowRevert): string {
	return `${changes[0].customer}, ${row.name} (${row.id})`;
}

function textOf(context: IExecuteFunctions, name: string): string {
	return String(context.getNodeParameter(name, 0, '') ?? '');
}
