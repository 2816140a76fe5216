import { getSite, postSites } from '../../halo/sites';
import type { HaloSite } from '../../halo/siteSchemas';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import { stopsWriting, writeInBatches, type Seen, type WriteRun } from '../batchWrite';
import { notSentIssue } from '../notSent';
import { canonicalJson, type PlanItem } from '../planItem';
import { linesOf } from './address';
import {
	alreadySo,
	notWritten,
	resultsOf,
	type AppliedClient,
	type ClientApplyOptions,
	type ClientRow,
} from './apply';

/** Brings main site addresses in step; a site whose address moved since the plan is left alone. */
export async function updateAddresses(
	runtime: Runtime,
	plans: PlanItem[],
	options: ClientApplyOptions,
	run: WriteRun,
): Promise<AppliedClient[]> {
	const results: AppliedClient[] = [];
	const rows: ClientRow[] = [];
	for (const plan of plans) {
		if (plan.haloId === null || runtime.signal?.aborted === true) continue;
		if (run.stop !== null) {
			results.push(notWritten(plan, notSentIssue(options.nameOf(plan), run.stop)));
			continue;
		}
		const site = await getSite(runtime, plan.haloId);
		if (!site.ok) {
			if (stopsWriting(site.failure)) run.stop = site.failure;
			results.push(notWritten(plan, issueOfFailure(site.failure, options.nameOf(plan))));
		} else if (sameAddresses(site.value, plan.after)) {
			results.push(alreadySo(plan, plan.haloId));
		} else if (!sameAddresses(site.value, plan.before)) {
			const now = canonicalJson(linesOf(site.value.deliveryAddress));
			results.push(
				notWritten(
					plan,
					applyIssues.movedSince(
						options.nameOf(plan),
						'delivery_address',
						canonicalJson(plan.before?.delivery_address),
						now,
					),
				),
			);
		} else {
			rows.push({
				plans: [plan],
				body: { id: site.value.id, client_id: site.value.clientId, ...plan.after },
			});
		}
	}
	const outcomes = await writeInBatches<ClientRow>(rows, {
		size: options.rowsPerRequest,
		post: async (bodies) => await postSites(runtime, bodies),
		look: async (looked) => await lookForAddresses(runtime, looked),
		stopped: () => runtime.signal?.aborted === true,
		run,
	});
	return [...results, ...rows.flatMap((row) => resultsOf(row, outcomes.get(row), options))];
}

async function lookForAddresses(
	runtime: Runtime,
	rows: ClientRow[],
): Promise<Map<ClientRow, Seen>> {
	const seen = new Map<ClientRow, Seen>();
	for (const row of rows) {
		const [plan] = row.plans;
		const site = await getSite(runtime, plan.haloId ?? 0);
		if (!site.ok) seen.set(row, { kind: 'cannotTell' });
		else if (sameAddresses(site.value, plan.after))
			seen.set(row, { kind: 'there', id: plan.haloId });
		else seen.set(row, { kind: 'notThere' });
	}
	return seen;
}

/** Whether the site's addresses are those of the plan's state, as far as that names them. */
function sameAddresses(site: HaloSite, state: PlanItem['before']): boolean {
	const same = (planned: unknown, now: Record<string, unknown>) =>
		planned === undefined ||
		canonicalJson({ ...now, ...withoutId(planned) }) === canonicalJson(now);
	const sameBefore = (
		field: 'delivery_address' | 'invoice_address',
		now: Record<string, unknown>,
	) =>
		same(state?.[field], now) && (isEmpty(state?.[field]) ? Object.keys(now).length === 0 : true);
	const phone = state?.phonenumber;
	const samePhone = phone === undefined || (phone ?? '') === (site.phone ?? '');
	return (
		samePhone &&
		sameBefore('delivery_address', linesOf(site.deliveryAddress)) &&
		sameBefore('invoice_address', linesOf(site.invoiceAddress))
	);
}

function isEmpty(planned: unknown): boolean {
	return planned !== undefined && Object.keys(withoutId(planned)).length === 0;
}

function withoutId(planned: unknown): Record<string, unknown> {
	return Object.fromEntries(Object.entries(planned ?? {}).filter(([field]) => field !== 'id'));
}
