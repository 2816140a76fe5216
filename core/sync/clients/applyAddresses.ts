import { getSite, postSites } from '../../halo/sites';
import type { HaloSite } from '../../halo/siteSchemas';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import { stopsWriting, type Seen, type WriteRun } from '../batchWrite';
import { FreshRows } from '../freshRows';
import { canonicalJson, type PlanItem } from '../planItem';
import { linesOf } from './address';
import {
	alreadySo,
	notWritten,
	type AppliedClient,
	type ClientApplyOptions,
	type ClientRow,
} from './apply';
import { hasId, unreadResults, writeWhatIsFresh } from './freshClients';

/** Brings main site addresses in step; a site whose address moved since the plan is left alone. */
export async function updateAddresses(
	runtime: Runtime,
	plans: PlanItem[],
	options: ClientApplyOptions,
	run: WriteRun,
): Promise<AppliedClient[]> {
	const results: AppliedClient[] = [];
	const fresh = new FreshRows(plans.filter(hasId), {
		read: async (plan) => {
			const site = await getSite(runtime, plan.haloId);
			if (!site.ok && stopsWriting(site.failure)) run.stop = site.failure;
			return site;
		},
		rowOf: (plan, site): ClientRow | null => {
			const settled = site.ok
				? settledBefore(plan, site.value, options)
				: notWritten(plan, issueOfFailure(site.failure, options.nameOf(plan)));
			if (settled !== null || !site.ok) {
				if (settled !== null) results.push(settled);
				return null;
			}
			const { id, clientId } = site.value;
			return { plans: [plan], body: { id, client_id: clientId, ...plan.after } };
		},
		goOn: () => run.stop === null && runtime.signal?.aborted !== true,
	});
	const ports = {
		size: options.rowsPerRequest,
		post: async (bodies: Array<Record<string, unknown>>) => await postSites(runtime, bodies),
		look: async (looked: ClientRow[]) => await lookForAddresses(runtime, looked),
		stopped: () => runtime.signal?.aborted === true,
		run,
	};
	results.push(...(await writeWhatIsFresh(fresh, ports, options)));
	return [...results, ...unreadResults(fresh.unread, run, options)];
}

/** What the site says of the plan, unless it is to be written. */
function settledBefore(
	plan: PlanItem & { haloId: number },
	site: HaloSite,
	options: ClientApplyOptions,
): AppliedClient | null {
	if (sameAddresses(site, plan.after)) return alreadySo(plan, plan.haloId);
	if (sameAddresses(site, plan.before)) return null;
	const planned = canonicalJson(plan.before?.delivery_address);
	const now = canonicalJson(linesOf(site.deliveryAddress));
	const name = options.nameOf(plan);
	return notWritten(plan, applyIssues.movedSince(name, 'delivery_address', planned, now));
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
