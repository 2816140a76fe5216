import { postLicences } from '../../halo/licences';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import { licenceFieldLabel } from '../../words/licenceFieldLabel';
import { sizeAfterProof } from '../batchSize';
import { writeInBatches, type WriteRun } from '../batchWrite';
import { fieldOf, holds, sameField } from './compare';
import { contested } from './contested';
import { otherKeyFields } from './otherKeyFields';
import { foldKey, parseLicenceKey } from '../stellrKeys';
import { withoutDuplicates } from './duplicates';
import { keyPartOf } from './keyText';
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
import { withoutRepeats, type PlanItem } from '../planItem';

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
	// An item that came twice, by two wires into one input, is written once.
	const { distinct, firstOf } = withoutRepeats(plans);
	const fresh = await readBeforeWriting(runtime, distinct, options);
	if (!fresh.ok) {
		return plans.map((plan) =>
			notWritten(plan, issueOfFailure(fresh.failure, options.nameOf(plan))),
		);
	}
	const results = new Map<PlanItem, AppliedLicence>();
	const open: PlanItem[] = [];
	const own = new Set(distinct.map(({ haloId }) => haloId));
	const otherFields = otherKeyFields(distinct, fresh.value, options.keyField);
	for (const plan of distinct) {
		const other = otherFields.get(foldKey(plan.key));
		const settled =
			other === undefined
				? settledBefore(plan, fresh.value, own, { ...options, now: runtime.now() })
				: notWritten(
						plan,
						applyIssues.otherKeyField(options.nameOf(plan), other, options.keyField),
					);
		if (settled === null) open.push(plan);
		else results.set(plan, settled);
	}
	// Repeats are looked at too: two creations of one key are one, and may say different things.
	const against = contested(plans.filter((plan) => !results.has(firstOf(plan))));
	for (const plan of against) {
		const first = firstOf(plan);
		results.set(first, notWritten(first, applyIssues.contested(options.nameOf(first))));
	}
	const writable = open.filter((plan) => !results.has(plan));
	const proof = await proveKeyVisible(runtime, writable, fresh.value, options);
	for (const [plan, result] of proof.results) results.set(plan, result);
	const rest = writable.filter((plan) => !results.has(plan));
	if (proof.stop !== null) {
		for (const plan of rest) results.set(plan, notWritten(plan, proof.stop(options.nameOf(plan))));
	} else {
		await writeRest(runtime, rest, { proof, fresh: fresh.value }, options, results);
	}
	await settleDuplicates(runtime, results, fresh.value, proof, options);
	return plans.map((plan) => {
		const result = results.get(firstOf(plan));
		if (result === undefined) return notWritten(plan, applyIssues.notSent(options.nameOf(plan)));
		return result.plan === plan ? result : repeated(plan, result);
	});
}

/** Where keys cannot be seen, a row made twice cannot be told from two rows. */
async function settleDuplicates(
	runtime: Runtime,
	results: Map<PlanItem, AppliedLicence>,
	fresh: FreshLicences,
	proof: KeyProof,
	options: LicenceApplyOptions,
): Promise<void> {
	if (proof.link === 'map' || proof.keyUnseen) return;
	const created = [...results.values()].filter(
		({ plan, outcome }) => plan.action === 'create' && outcome === 'written',
	);
	const settled = await withoutDuplicates(runtime, created, fresh.total, options);
	for (const result of settled) results.set(result.plan, result);
}

/** What a repeated item came to: nothing was written for it beside what was written for the first. */
function repeated(plan: PlanItem, first: AppliedLicence): AppliedLicence {
	const outcome = first.outcome === 'written' ? 'alreadySo' : first.outcome;
	return { ...first, plan, outcome, issue: null };
}

/** Keys first, counts next, ends and new rows last: each step finds what the one before has settled. */
const ORDER = ['adopt', 'succeed', 'update', 'end', 'create'];

async function writeRest(
	runtime: Runtime,
	plans: PlanItem[],
	{ proof, fresh }: { proof: KeyProof; fresh: FreshLicences },
	options: LicenceApplyOptions,
	results: Map<PlanItem, AppliedLicence>,
): Promise<void> {
	const run: WriteRun = { stop: null };
	for (const action of ORDER) {
		const ofAction = plans.filter((plan) => plan.action === action);
		if (action === 'adopt' && proof.link === 'map') {
			// A key that cannot be found again is not written: the saved licence map remembers the pair.
			for (const plan of ofAction) results.set(plan, remembered(plan));
			continue;
		}
		const strange = action === 'adopt' ? new Set<number | null>() : notTakenOver(results);
		const rows: LicenceRow[] = [];
		for (const plan of ofAction) {
			if (plan.haloId === null || !strange.has(plan.haloId))
				rows.push(rowToWrite(plan, clientOf(plan, fresh)));
			else results.set(plan, notWritten(plan, applyIssues.notAdopted(options.nameOf(plan))));
		}
		const outcomes = await writeInBatches<LicenceRow>(rows, {
			size: provedBy(proof, action) ? sizeAfterProof(rows.length, options) : options.rowsPerRequest,
			most: options.mostRowsPerRequest,
			post: async (bodies) => await postLicences(runtime, bodies),
			look: async (looked) => await lookForLicences(runtime, looked, options.keyField, proof.link),
			stopped: () => runtime.signal?.aborted === true,
			run,
		});
		for (const [row, outcome] of outcomes)
			results.set(row.plan, resultOf(row.plan, outcome, proof.link, options));
	}
}

function clientOf({ haloId }: PlanItem, fresh: FreshLicences): number | null {
	return haloId === null ? null : (fresh.byId(haloId)?.clientId ?? null);
}

/** Whether a row of this kind was written alone as the proof. */
function provedBy({ results }: KeyProof, action: string): boolean {
	return [...results.values()].some(
		({ plan, outcome }) => plan.action === action && outcome === 'written',
	);
}

/** Rows that could not be taken over: they are not ours to change either. */
function notTakenOver(results: Map<PlanItem, AppliedLicence>): ReadonlySet<number | null> {
	const failed = [...results.values()].filter(
		({ plan, outcome }) =>
			(plan.action === 'adopt' || plan.action === 'succeed') && outcome === 'notWritten',
	);
	return new Set(failed.map(({ plan }) => plan.haloId));
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
	own: ReadonlySet<number | null>,
	options: LicenceApplyOptions & { now: number },
): AppliedLicence | null {
	const name = options.nameOf(plan);
	if (plan.haloId === null) return newRowSettled(plan, fresh, own, options);
	const row = fresh.byId(plan.haloId);
	if (row === null) return notWritten(plan, applyIssues.rowGone(name, plan.haloId));
	const key = parseLicenceKey(keyPartOf(options.keyField, row.texts[options.keyField] ?? null));
	if (plan.link === 'key' && key?.key !== foldKey(plan.key)) {
		const now = row.texts[options.keyField] ?? null;
		return notWritten(
			plan,
			applyIssues.movedSince(name, licenceFieldLabel(options.keyField), plan.key, now),
		);
	}
	if (holds(row, plan.after)) return alreadySo(plan, row.id);
	if (plan.action === 'adopt' || plan.action === 'succeed') {
		// It came since the plan, or sits at a client whose rows the plan did not see.
		const other = fresh.byKey(plan.key, options.keyField).find(({ id }) => id !== plan.haloId);
		if (other !== undefined)
			return notWritten(plan, applyIssues.rowAppeared(name, other.name, other.id));
	}
	const moved = Object.entries(plan.before ?? {}).find(
		([field, value]) => !sameField(row, field, value),
	);
	if (moved === undefined) return null;
	const [field, planned] = moved;
	const now = fieldOf(row, field);
	return notWritten(plan, applyIssues.movedSince(name, licenceFieldLabel(field), planned, now));
}

/** A row that came since the plan, made by another importer or another run, is found by the key or the bare id. */
function newRowSettled(
	plan: PlanItem,
	fresh: FreshLicences,
	own: ReadonlySet<number | null>,
	options: LicenceApplyOptions & { now: number },
): AppliedLicence | null {
	const [keyed] = fresh.byKey(plan.key, options.keyField);
	if (keyed !== undefined) return alreadySo(plan, keyed.id);
	const id = foldKey(plan.key.slice(plan.key.indexOf('/') + 1));
	const named = fresh.rows.find(
		(row) =>
			row.clientId === plan.after?.client_id &&
			!row.deleted &&
			!own.has(row.id) &&
			Object.values(row.texts).some((text) => foldKey(text) === id),
	);
	if (named !== undefined)
		return notWritten(plan, applyIssues.rowAppeared(options.nameOf(plan), named.name, named.id));
	const readAt = options.seen?.readAt;
	return readAt !== undefined && options.now - Date.parse(readAt) > A_DAY
		? notWritten(plan, applyIssues.planTooOld(options.nameOf(plan), readAt))
		: null;
}

/**
 * A plan is of its own night. By the next one a renewed line may have taken the row over that is not there yet, and then
 * nothing in Halo tells that the old line had one.
 */
const A_DAY = 24 * 60 * 60_000;

function alreadySo(plan: PlanItem, haloId: number): AppliedLicence {
	const link = plan.link ?? 'key';
	return { plan, outcome: 'alreadySo', haloId, requestId: null, issue: null, link };
}
