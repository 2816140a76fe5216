import { getLicence, postLicences, readLicencePage, readLicences } from '../../halo/licences';
import { HALO_PAGE_SIZE } from '../../halo/listQuery';
import type { HaloLicence } from '../../halo/schemas';
import type { Runtime } from '../../http/types';
import type { Issue } from '../../items/issue';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import { stopsWriting, writeInBatches, type Seen, type WriteOutcome } from '../batchWrite';
import { notSentIssue } from '../notSent';
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
	/** The rows that were written alone for the proof. */
	results: Map<PlanItem, AppliedLicence>;
	/** Why nothing else may be written, in words for the named row; null when all may. */
	stop: ((name: string) => Issue) | null;
	link: 'key' | 'map';
	/** The first key that was written is not in the list. */
	keyUnseen?: boolean;
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
	const results: KeyProof['results'] = new Map();
	const { keyField } = options;
	const candidates = proofRows(plans, keyField);
	const { list } = fresh;
	if (candidates.length === 0 || list === null) return { results, stop: null, link: 'key' };
	if (list.some((row) => keyIn(row, keyField) !== null))
		return { results, stop: null, link: 'key' };
	if (await listHidesKey(runtime, candidates[0], list, keyField)) {
		if (options.hasSavedState) return { results, stop: null, link: 'map' };
		return { results, stop: (name) => applyIssues.keyHiddenInList(name, keyField), link: 'key' };
	}
	for (const candidate of candidates) {
		const outcome = await writeAlone(runtime, candidate, list, options);
		const written = resultOf(candidate, outcome, 'key', options);
		results.set(candidate, written);
		if (outcome.kind === 'refused' && !stopsWriting(outcome.failure)) {
			// Halo's refusal of one row says nothing about keys: the next row is tried.
			continue;
		}
		if (outcome.kind === 'written')
			return await judged(runtime, candidate, written, { list, results }, options);
		const { failure } = outcome;
		if (outcome.kind === 'unknown') {
			// Until it is known what became of the first row, no other may follow it.
			return { results, stop: (name) => notSentIssue(name, null), link: 'key' };
		}
		return {
			results,
			stop: (name) => (failure === null ? notSentIssue(name, null) : issueOfFailure(failure, name)),
			link: 'key',
		};
	}
	return { results, stop: null, link: 'key' };
}

async function writeAlone(
	runtime: Runtime,
	plan: PlanItem,
	before: HaloLicence[],
	options: LicenceApplyOptions,
): Promise<WriteOutcome> {
	const row = rowToWrite(plan);
	const outcomes = await writeInBatches<LicenceRow>([row], {
		size: 1,
		post: async (bodies) => await postLicences(runtime, bodies),
		look: async (rows) => await lookForFirst(runtime, rows, before, options),
		stopped: () => runtime.signal?.aborted === true,
	});
	return outcomes.get(row) ?? { kind: 'notSent', failure: null };
}

/**
 * Whether the first row is there after its answer got lost. Its key may be the very thing that Halo cuts or hides, so a
 * row that came since, with its name at its client, counts as well: the list then shows whether it has its key.
 */
async function lookForFirst(
	runtime: Runtime,
	rows: LicenceRow[],
	before: HaloLicence[],
	options: LicenceApplyOptions,
): Promise<Map<LicenceRow, Seen>> {
	const seen = await lookForLicences(runtime, rows, options.keyField, 'key');
	const known = new Set(before.map(({ id }) => id));
	for (const row of rows) {
		const { haloId, after } = row.plan;
		if (haloId !== null || seen.get(row)?.kind !== 'notThere') continue;
		const { list } = await readLicences(runtime, { clientId: Number(after?.client_id) });
		const came = list.rows.find(({ id, name }) => !known.has(id) && name === after?.name);
		if (came !== undefined) seen.set(row, { kind: 'there', id: came.id });
		else if (!list.complete) seen.set(row, { kind: 'cannotTell' });
	}
	return seen;
}

/** Whether the row that was written is found by its key in the list; if not, the saved map must remember the pairs. */
async function judged(
	runtime: Runtime,
	candidate: PlanItem,
	written: AppliedLicence,
	{ list, results }: { list: HaloLicence[]; results: KeyProof['results'] },
	options: LicenceApplyOptions,
): Promise<KeyProof> {
	const { keyField, nameOf } = options;
	const found = await foundInList(runtime, candidate, list, keyField);
	if (found !== null) {
		results.set(candidate, { ...written, haloId: written.haloId ?? found, issue: null });
		return { results, stop: null, link: 'key' };
	}
	if (options.hasSavedState && written.haloId !== null) {
		results.set(candidate, { ...written, link: 'map' });
		return { results, stop: null, link: 'map' };
	}
	const first = nameOf(candidate);
	results.set(candidate, { ...written, issue: applyIssues.keyNotVisible(first, keyField) });
	return {
		results,
		stop: (name) => applyIssues.keyOfOtherNotVisible(name, first, keyField),
		link: 'key',
		keyUnseen: true,
	};
}

/** Adoptions before new rows; the longest text first, since a field that cuts shows it there. */
function proofRows(plans: PlanItem[], keyField: LicenceKeyField): PlanItem[] {
	const length = (plan: PlanItem) => String(plan.after?.[keyField] ?? '').length;
	return ['adopt', 'succeed', 'create'].flatMap((action) =>
		plans.filter((plan) => plan.action === action).sort((a, b) => length(b) - length(a)),
	);
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

/**
 * The page of the list on which the row must stand is looked at first, since ids sort the list; only if it is not there
 * is the whole list read.
 */
async function foundInList(
	runtime: Runtime,
	plan: PlanItem,
	before: HaloLicence[],
	keyField: LicenceKeyField,
): Promise<number | null> {
	const place = before.filter(({ id }) => plan.haloId === null || id < plan.haloId).length;
	const page = await readLicencePage(runtime, Math.floor(place / HALO_PAGE_SIZE) + 1);
	const onPage = page.ok ? holderOf(plan, page.value, keyField) : null;
	if (onPage !== null) return onPage;
	const { list } = await readLicences(runtime, {});
	return holderOf(plan, list.rows, keyField);
}

function holderOf(plan: PlanItem, rows: HaloLicence[], keyField: LicenceKeyField): number | null {
	const wanted = keyTextIn(String(plan.after?.[keyField] ?? ''), keyField);
	const row = rows.find((entry) => {
		const found = keyTextIn(entry.texts[keyField] ?? null, keyField);
		return found !== null && found.key === wanted?.key && found.adoptedAt === wanted.adoptedAt;
	});
	return row?.id ?? null;
}

function keyTextIn(text: string | null, keyField: LicenceKeyField) {
	return parseLicenceKey(keyPartOf(keyField, text));
}

function keyIn(row: HaloLicence, keyField: LicenceKeyField): string | null {
	return keyTextIn(row.texts[keyField] ?? null, keyField)?.key ?? null;
}
