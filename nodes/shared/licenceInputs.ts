import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ZodError } from 'zod';

import type { Issue } from '../../core/items/issue';
import { readLicenceInput, type PlannedLicence } from '../../core/items/licenceInput';
import { notUnderstood } from '../../core/items/notUnderstood';
import { driftRowSchema, type DriftRow } from '../../core/reconcile/driftRows';
import type { CustomerLines } from '../../core/sync/licences/customerLines';
import type { StellrSubscription } from '../../core/stellr/schemas';
import { savedPendingSchema, type SavedPending } from '../../core/sync/licences/pending';
import { overrideRowSchema, type SubscriptionOverride } from '../../core/sync/licences/overrides';
import type { LicencePlanEntry } from '../../core/sync/licences/plan';
import { savedLicenceRowSchema, type SavedLicence } from '../../core/sync/licences/savedState';
import type { RunFacts } from '../../core/sync/runFacts';
import { attentionItem } from './attention';
import { optionalInput } from './optionalInput';
import { itemOf } from './pairing';

/** Everything that came in, sorted by what it is. */
export interface LicenceInputs {
	customers: CustomerLines[];
	/** Index of the input item behind each customer, and behind each subscription that came by itself. */
	originOf: Map<CustomerLines | StellrSubscription, number>;
	planned: Array<{ planned: PlannedLicence; origin: number }>;
	/** Undefined when no saved state is connected; an empty list when it is and holds nothing yet. */
	saved: SavedLicence[] | undefined;
	/** What people decided for single subscriptions, from the same input. */
	overrides: SubscriptionOverride[];
	/** Held items of earlier runs, from the same input. */
	pending: SavedPending[];
	attention: INodeExecutionData[];
	leftOut: number;
	incompleteLists: number;
	/** Whether items came one per subscription. */
	perSubscription: boolean;
	/** ISO time of the oldest list. */
	readAt: string | null;
	/** What an earlier reconcile saw, from the same input as the saved state. */
	seen: DriftRow[];
	/** Customers without a client whose subscriptions were not read. */
	notRead: Array<{ account: string; customerNo: string; name: string | null }>;
	/** The request by which a customer's list came. */
	requestIds: Map<CustomerLines, string | null>;
	/** What the node does with its input, for sentences. */
	done: Done;
}

/** "so nothing was planned" */
type Done = 'planned' | 'compared';

/** Items with subscriptions on the first input, rows of Data tables on the second. */
export function readLicenceInputs(context: IExecuteFunctions, done: Done): LicenceInputs {
	const inputs: LicenceInputs = {
		customers: [],
		originOf: new Map(),
		planned: [],
		saved: undefined,
		overrides: [],
		pending: [],
		attention: [],
		leftOut: 0,
		incompleteLists: 0,
		perSubscription: false,
		readAt: null,
		seen: [],
		notRead: [],
		requestIds: new Map(),
		done,
	};
	const flat = new Map<string, CustomerLines>();
	context.getInputData(0).forEach((item, origin) => takeItem(inputs, flat, item, origin));
	const rows = optionalInput(context, 1);
	if (rows !== null) {
		inputs.saved = [];
		rows.forEach((row, index) => takeSavedRow(inputs, row, index));
	}
	return inputs;
}

function takeItem(
	inputs: LicenceInputs,
	flat: Map<string, CustomerLines>,
	item: INodeExecutionData,
	origin: number,
): void {
	const read = readLicenceInput(item.json);
	switch (read.kind) {
		case 'planItem':
			inputs.planned.push({ planned: read.planned, origin });
			inputs.readAt = older(inputs.readAt, read.planned.asOf);
			return;
		case 'customer':
			inputs.customers.push(read.lines);
			inputs.originOf.set(read.lines, origin);
			inputs.requestIds.set(read.lines, read.requestId);
			if (!read.lines.complete) inputs.incompleteLists += 1;
			inputs.readAt = older(inputs.readAt, read.readAt);
			return;
		case 'subscription':
			inputs.perSubscription = true;
			inputs.readAt = older(inputs.readAt, read.readAt);
			takeSubscription(inputs, flat, read.lines, origin);
			return;
		case 'notRead':
			if (!read.hasClient) {
				inputs.leftOut += 1;
				if (!read.ignored) inputs.notRead.push(read.customer);
			} else
				inputs.attention.push(
					attentionItem(notReadIssue(read.name, inputs.done), item.json, origin),
				);
			return;
		case 'issue':
			inputs.attention.push(itemOf(item.json, origin));
			return;
		case 'notUnderstood':
			inputs.attention.push(
				attentionItem(notUnderstoodIssue(origin, read, inputs.done), item.json, origin),
			);
	}
}

/** The input item behind a planned row. */
export function originOfEntry(
	inputs: LicenceInputs,
	{ customer, subscription }: LicencePlanEntry,
): number {
	const own = subscription === null ? undefined : inputs.originOf.get(subscription);
	return own ?? inputs.originOf.get(customer) ?? 0;
}

/** What the summary may say about the lists that came in. */
export function listsSeen(inputs: LicenceInputs): RunFacts['incompleteLists'] {
	if (inputs.perSubscription) return 'notJudged';
	return inputs.customers.length === 0 ? null : inputs.incompleteLists;
}

/** Items of one subscription each are gathered by customer, so that evidence is weighed for all of them together. */
function takeSubscription(
	inputs: LicenceInputs,
	flat: Map<string, CustomerLines>,
	lines: CustomerLines,
	origin: number,
): void {
	for (const line of lines.subscriptions) inputs.originOf.set(line, origin);
	const key = `${lines.account}/${lines.customerNo}/${lines.haloClientId}`;
	const known = flat.get(key);
	if (known !== undefined) {
		known.subscriptions.push(...lines.subscriptions);
		return;
	}
	flat.set(key, lines);
	inputs.customers.push(lines);
	inputs.originOf.set(lines, origin);
}

function takeSavedRow(inputs: LicenceInputs, row: INodeExecutionData, index: number): void {
	// "Always Output Data" of the Data table node stands for an empty table.
	if (Object.keys(row.json).length === 0) return;
	if ('hash' in row.json) {
		const pending = savedPendingSchema.safeParse(row.json);
		// A row that somebody emptied by hand is as good as none: the item is new again.
		if (pending.success) inputs.pending.push(pending.data);
		return;
	}
	if ('numbers' in row.json) {
		const seen = driftRowSchema.safeParse(row.json);
		if (seen.success) inputs.seen.push(seen.data);
		return;
	}
	// The table of runs, which the same Merge may bring in.
	if ('flow' in row.json && !('key' in row.json)) return;
	if ('subscriptionId' in row.json) {
		const override = overrideRowSchema.safeParse(row.json);
		if (override.success) inputs.overrides.push(override.data);
		else {
			inputs.attention.push(savedRowNotUnderstood(override.error, row, index));
			leaveLineAlone(inputs, row.json);
		}
		return;
	}
	const parsed = savedLicenceRowSchema.safeParse(row.json);
	if (parsed.success) inputs.saved?.push(parsed.data);
	else inputs.attention.push(savedRowNotUnderstood(parsed.error, row, index));
}

/** A person decided something for this line that cannot be read: until it can, nothing is decided without them. */
function leaveLineAlone(inputs: LicenceInputs, { account, subscriptionId }: IDataObject): void {
	if (typeof account !== 'string' || typeof subscriptionId !== 'string') return;
	const reason = NOT_READ;
	const nowhere = { haloClientId: null, siteId: null, until: null };
	inputs.overrides.push({ account, subscriptionId, ...nowhere, ignore: true, reason });
}

const NOT_READ = 'the row with the decision for it could not be read';

function savedRowNotUnderstood(
	error: ZodError,
	row: INodeExecutionData,
	index: number,
): INodeExecutionData {
	const { field, seen } = notUnderstood(error, row.json);
	const issue: Issue = {
		code: 'savedRowNotUnderstood',
		message: `Row ${index + 1} of Saved State has ${seen} in the column "${field}", so it was not used.`,
		remedy: 'Correct or delete the row in the Data table, then run again.',
		requestId: null,
	};
	return attentionItem(issue, row.json, { item: index, input: 1 });
}

function notReadIssue(name: string, done: Done): Issue {
	return {
		code: 'subscriptionsNotRead',
		message: `${name} came without its subscriptions, so nothing was ${done} for it.`,
		remedy: 'Put Stellr Subscriptions before this node and let it read this customer.',
		requestId: null,
	};
}

function notUnderstoodIssue(
	origin: number,
	read: { field: string; seen: string },
	done: Done,
): Issue {
	return {
		code: 'itemNotUnderstood',
		message: `Item ${origin + 1} has ${read.seen} in the field "${read.field}", so nothing was ${done} for it.`,
		remedy:
			'Feed this node with the items of Stellr Subscriptions or Halo Client Upsert, or with plan items of its own.',
		requestId: null,
	};
}

function older(a: string | null, b: string | null): string | null {
	if (a === null || b === null) return a ?? b;
	return a < b ? a : b;
}
