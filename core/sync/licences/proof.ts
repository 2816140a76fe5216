import { getLicence, postLicences, readLicences } from '../../halo/licences';
import type { HaloLicence } from '../../halo/schemas';
import type { Runtime } from '../../http/types';
import type { Issue } from '../../items/issue';
import { applyIssues } from '../../words/applyIssues';
import { writeInBatches } from '../batchWrite';
import { keyPartOf } from './keyText';
import { lookForLicences } from './look';
import type { LicenceKeyField } from './policy';
import type { FreshLicences } from './reread';
import {
	resultOf,
	rowToWrite,
	type AppliedLicence,
	type LicenceApplyOptions,
	type LicenceRow,
} from './write';
import type { PlanItem } from '../planItem';
import { parseLicenceKey } from '../stellrKeys';

export interface KeyProof {
	/** The row that was written alone for the proof. */
	results: Map<PlanItem, AppliedLicence>;
	/** Why nothing else may be written. */
	stop: Issue | null;
	link: 'key' | 'map';
}

/**
 * A single row may show a key that the list leaves out, cuts or changes; then the next night would create everything
 * again. So before the first key is written to a Halo in bulk, one row is written alone and must be found by its key in
 * the list. Adoptions are tried first: they make no new row.
 */
export async function proveKeyVisible(
	runtime: Runtime,
	plans: PlanItem[],
	fresh: FreshLicences,
	options: LicenceApplyOptions,
): Promise<KeyProof> {
	const nothing: KeyProof = { results: new Map(), stop: null, link: 'key' };
	const { keyField } = options;
	const candidate = proofRow(plans, keyField);
	if (candidate === null || fresh.list === null) return nothing;
	if (fresh.list.some((row) => keyIn(row, keyField) !== null)) return nothing;

	const name = options.nameOf(candidate);
	if (await listHidesKey(runtime, candidate, fresh.list, keyField)) {
		if (options.hasSavedState) return { ...nothing, link: 'map' };
		return { ...nothing, stop: applyIssues.keyHiddenInList(name, keyField) };
	}
	const row = rowToWrite(candidate);
	const outcomes = await writeInBatches<LicenceRow>([row], {
		size: 1,
		post: async (bodies) => await postLicences(runtime, bodies),
		look: async (rows) => await lookForLicences(runtime, rows, keyField, 'key'),
		stopped: () => runtime.signal?.aborted === true,
	});
	const outcome = outcomes.get(row);
	if (outcome === undefined) return nothing;
	const written = resultOf(candidate, outcome, 'key', options);
	if (outcome.kind === 'refused') {
		// Halo's refusal of one row says nothing about keys: the next row is tried.
		const next = await proveKeyVisible(
			runtime,
			plans.filter((plan) => plan !== candidate),
			fresh,
			options,
		);
		return { ...next, results: next.results.set(candidate, written) };
	}
	if (outcome.kind !== 'written')
		return { ...nothing, results: new Map([[candidate, written]]), stop: written.issue };
	const found = await foundInList(runtime, candidate, keyField);
	if (found !== null) {
		return {
			...nothing,
			results: new Map([[candidate, { ...written, haloId: written.haloId ?? found, issue: null }]]),
		};
	}
	if (options.hasSavedState && written.haloId !== null) {
		return {
			results: new Map([[candidate, { ...written, link: 'map' }]]),
			stop: null,
			link: 'map',
		};
	}
	const issue = applyIssues.keyNotVisible(name, keyField);
	return { results: new Map([[candidate, { ...written, issue }]]), stop: issue, link: 'key' };
}

/** An adoption before a new row; the longest text first, since a field that cuts shows it there. */
function proofRow(plans: PlanItem[], keyField: LicenceKeyField): PlanItem | null {
	const length = (plan: PlanItem) => String(plan.after?.[keyField] ?? '').length;
	const ofAction = (action: string) =>
		plans.filter((plan) => plan.action === action).sort((a, b) => length(b) - length(a))[0] ?? null;
	return ofAction('adopt') ?? ofAction('succeed') ?? ofAction('create');
}

/** Whether a key that an earlier run wrote is there already, on the single row only. */
async function listHidesKey(
	runtime: Runtime,
	candidate: PlanItem,
	list: HaloLicence[],
	keyField: LicenceKeyField,
): Promise<boolean> {
	const newest = list.reduce<number | null>(
		(max, row) => (max === null || row.id > max ? row.id : max),
		null,
	);
	const id = candidate.haloId ?? newest;
	if (id === null) return false;
	const single = await getLicence(runtime, id);
	return single.ok && keyIn(single.value, keyField) !== null;
}

async function foundInList(
	runtime: Runtime,
	plan: PlanItem,
	keyField: LicenceKeyField,
): Promise<number | null> {
	const { list } = await readLicences(runtime, {});
	const wanted = String(plan.after?.[keyField] ?? '')
		.trim()
		.toLowerCase();
	const row = list.rows.find(
		(entry) => (entry.texts[keyField] ?? '').trim().toLowerCase() === wanted,
	);
	return row?.id ?? null;
}

function keyIn(row: HaloLicence, keyField: LicenceKeyField): string | null {
	return parseLicenceKey(keyPartOf(keyField, row.texts[keyField] ?? null))?.key ?? null;
}
