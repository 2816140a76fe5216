import { postLicences } from '../../halo/licences';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import { writeInBatches, type WriteOutcome } from '../batchWrite';
import { fieldOf, holds, sameField } from './compare';
import { lookForLicences } from './look';
import { proveKeyVisible, type KeyProof } from './proof';
import { readBeforeWriting, type FreshLicences } from './reread';
import {
	notWritten,
	resultOf,
	rowToWrite,
	type AppliedLicence,
	type LicenceApplyOptions,
	type LicenceRow,
} from './write';
import type { PlanItem } from '../planItem';

/**
 * Carries out planned rows: reads what it is about to change, leaves alone what moved, proves with one row that a key
 * can be found again, then writes in arrays. Never deletes, never writes what is not on the plan.
 */
export async function applyLicencePlan(
	runtime: Runtime,
	plans: PlanItem[],
	options: LicenceApplyOptions,
): Promise<AppliedLicence[]> {
	if (plans.length === 0) return [];
	const fresh = await readBeforeWriting(runtime, plans);
	if (!fresh.ok) {
		return plans.map((plan) =>
			notWritten(plan, issueOfFailure(fresh.failure, options.nameOf(plan))),
		);
	}
	const results = new Map<PlanItem, AppliedLicence>();
	const open: PlanItem[] = [];
	for (const plan of plans) {
		const settled = settledBefore(plan, fresh.value, options);
		if (settled === null) open.push(plan);
		else results.set(plan, settled);
	}
	const proof = await proveKeyVisible(runtime, open, fresh.value, options);
	for (const [plan, result] of proof.results) results.set(plan, result);
	const rest = open.filter((plan) => !results.has(plan));
	if (proof.stop !== null) {
		for (const plan of rest) results.set(plan, notWritten(plan, proof.stop));
	} else {
		await writeRest(runtime, rest, proof, options, results);
	}
	return plans.map(
		(plan) => results.get(plan) ?? notWritten(plan, applyIssues.notSent(options.nameOf(plan))),
	);
}

/** Keys first, counts next, ends and new rows last: each step finds what the one before has settled. */
const ORDER = ['adopt', 'succeed', 'update', 'end', 'create'];

async function writeRest(
	runtime: Runtime,
	plans: PlanItem[],
	proof: KeyProof,
	options: LicenceApplyOptions,
	results: Map<PlanItem, AppliedLicence>,
): Promise<void> {
	for (const action of ORDER) {
		const ofAction = plans.filter((plan) => plan.action === action);
		if (action === 'adopt' && proof.link === 'map') {
			// A key that cannot be found again is not written: the saved licence map remembers the pair.
			for (const plan of ofAction) results.set(plan, remembered(plan));
			continue;
		}
		const rows = ofAction.map(rowToWrite);
		const outcomes = await writeInBatches<LicenceRow>(rows, {
			size: options.rowsPerRequest,
			post: async (bodies) => await postLicences(runtime, bodies),
			look: async (looked) => await lookForLicences(runtime, looked, options.keyField, proof.link),
			stopped: () => runtime.signal?.aborted === true,
		});
		await addMissingIds(runtime, outcomes, options, proof.link);
		for (const [row, outcome] of outcomes)
			results.set(row.plan, resultOf(row.plan, outcome, proof.link, options));
	}
}

/** An answer that named no ids is completed by looking for the keys; a later run would find them all the same. */
async function addMissingIds(
	runtime: Runtime,
	outcomes: Map<LicenceRow, WriteOutcome>,
	options: LicenceApplyOptions,
	link: 'key' | 'map',
): Promise<void> {
	const nameless = [...outcomes].filter(
		([row, outcome]) =>
			outcome.kind === 'written' && outcome.id === null && row.plan.haloId === null,
	);
	if (nameless.length === 0) return;
	const seen = await lookForLicences(
		runtime,
		nameless.map(([row]) => row),
		options.keyField,
		link,
	);
	for (const [row, outcome] of nameless) {
		const state = seen.get(row);
		if (state?.kind === 'there' && outcome.kind === 'written')
			outcomes.set(row, { ...outcome, id: state.id });
	}
}

function remembered(plan: PlanItem): AppliedLicence {
	return {
		plan,
		outcome: 'alreadySo',
		haloId: plan.haloId,
		requestId: null,
		issue: null,
		link: 'map',
	};
}

function settledBefore(
	plan: PlanItem,
	fresh: FreshLicences,
	options: LicenceApplyOptions,
): AppliedLicence | null {
	const name = options.nameOf(plan);
	if (plan.haloId === null) {
		const rows = fresh.byKey(plan.key, options.keyField);
		if (rows.length === 0) return null;
		return {
			plan,
			outcome: 'alreadySo',
			haloId: rows[0].id,
			requestId: null,
			issue: null,
			link: 'key',
		};
	}
	const row = fresh.byId(plan.haloId);
	if (row === null) return notWritten(plan, applyIssues.rowGone(name, plan.haloId));
	if (holds(row, plan.after)) {
		return {
			plan,
			outcome: 'alreadySo',
			haloId: row.id,
			requestId: null,
			issue: null,
			link: 'key',
		};
	}
	const moved = Object.entries(plan.before ?? {}).find(
		([field, value]) => !sameField(row, field, value),
	);
	if (moved === undefined) return null;
	return notWritten(plan, applyIssues.movedSince(name, moved[0], moved[1], fieldOf(row, moved[0])));
}
