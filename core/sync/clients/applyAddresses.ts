import { getSite, postSites } from '../../halo/sites';
import type { HaloSite } from '../../halo/siteSchemas';
import type { Runtime } from '../../http/types';
import { applyIssues } from '../../words/applyIssues';
import type { Seen, WriteRun } from '../batchWrite';
import { canonicalJson, type PlanItem } from '../planItem';
import { linesOf } from './address';
import {
	alreadySo,
	notWritten,
	type AppliedClient,
	type ClientApplyOptions,
	type ClientRow,
} from './apply';
import { writeFresh, type PlanForExisting } from './freshClients';

/** Brings main site addresses in step; a site whose address moved since the plan is left alone. */
export async function updateAddresses(
	runtime: Runtime,
	plans: PlanItem[],
	options: ClientApplyOptions,
	run: WriteRun,
): Promise<AppliedClient[]> {
	return await writeFresh<HaloSite>(
		runtime,
		plans,
		{
			read: async (id) => await getSite(runtime, id),
			settledBefore: (plan, site) => settledBefore(plan, site, options),
			bodyOf: ({ after }, { id, clientId }) => ({ id, client_id: clientId, ...after }),
			post: async (bodies) => await postSites(runtime, bodies),
			look: async (rows) => await lookForAddresses(runtime, rows),
		},
		options,
		run,
	);
}

/** What the site says of the plan, unless it is to be written. */
function settledBefore(
	plan: PlanForExisting,
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
