import { readLicences } from '../../core/halo/licences';
import type { Http, Runtime } from '../../core/http/types';
import type { BatchSize } from '../../core/sync/batchSize';
import { applyLicencePlan } from '../../core/sync/licences/apply';
import type { CustomerLines } from '../../core/sync/licences/customerLines';
import { planLicences } from '../../core/sync/licences/plan';
import { licencesSeen, type LicencesSeen } from '../../core/sync/licences/licencesSeen';
import type { LicencePolicy } from '../../core/sync/licences/policy';
import type { AppliedLicence } from '../../core/sync/licences/write';
import { writingActions, type PlanItem } from '../../core/sync/planItem';

/** Runs as the nodes make them, without waiting: a clock that only sleeping moves. */
export function runtimeOver(http: Http, signal?: AbortSignal): Runtime {
	let clock = Date.UTC(2026, 10, 23, 4);
	let answers = 0;
	return {
		// Most answers come quickly, so that arrays may grow; some do not.
		http: async (request) => {
			const outcome = await http(request);
			answers += 1;
			const tookMs = answers % 11 === 0 ? 30_000 : 120;
			return outcome.kind === 'answer' ? { ...outcome, tookMs } : outcome;
		},
		now: () => clock,
		random: () => 0.5,
		sleep: async (milliseconds) => {
			clock += milliseconds;
		},
		...(signal === undefined ? {} : { signal }),
	};
}

/** What each plan's reading of all licences told; a thousandfold, as in a large Halo: then rows are read again singly. */
const seenBy = new WeakMap<PlanItem[], LicencesSeen>();

/** Reads Halo and plans; null when the list did not come whole, as the node then stops. */
export async function planLicenceRun(
	runtime: Runtime,
	customers: CustomerLines[],
	policy: LicencePolicy,
): Promise<PlanItem[] | null> {
	const { list, rejected } = await readLicences(runtime, {});
	if (!list.complete) return null;
	const plans = planLicences({
		customers,
		licences: list.rows,
		unreadableRows: rejected,
		policy,
	})
		.map(({ plan }) => plan)
		.filter(({ action }) => writingActions.includes(action));
	const seen = licencesSeen(list, policy.keyField);
	seenBy.set(plans, { ...seen, total: seen.total * 1000 });
	return plans;
}

export async function applyLicenceRun(
	runtime: Runtime,
	plans: PlanItem[],
	policy: LicencePolicy,
	size: BatchSize,
): Promise<AppliedLicence[]> {
	return await applyLicencePlan(runtime, plans, {
		keyField: policy.keyField,
		...size,
		hasSavedState: false,
		nameOf: ({ key }) => key,
		seen: seenBy.get(plans) ?? null,
	});
}
