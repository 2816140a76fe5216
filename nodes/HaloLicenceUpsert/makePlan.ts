import type { IExecuteFunctions } from 'n8n-workflow';

import { invoicedLicenceIds, readRecurringInvoices } from '../../core/halo/recurringInvoices';
import type { RecordsRead, RejectedRecord } from '../../core/halo/rejected';
import type { HaloLicence } from '../../core/halo/schemas';
import { licencesSeen, type LicencesSeen } from '../../core/sync/licences/licencesSeen';
import { clientsOf, heldWithoutAllRows, needsAllRows } from '../../core/sync/licences/partialView';
import {
	planLicences,
	type LicencePlanEntry,
	type LicencePlanInput,
} from '../../core/sync/licences/plan';
import type { HaloConnection } from '../shared/connect';
import type { LicenceInputs } from '../shared/licenceInputs';
import type { LicenceSettings } from './readPolicy';
import { readSnapshot } from './readSnapshot';

export interface MadePlan {
	entries: LicencePlanEntry[];
	licences: HaloLicence[];
	rejected: RejectedRecord[];
	/** What the list of all licences told; null where it was not read. */
	seen: LicencesSeen | null;
}

/**
 * Plans from one snapshot of the licences. Where few of many clients are planned, their rows alone are read first: if
 * they show that nothing is to be written, that was enough.
 */
export async function makePlan(
	context: IExecuteFunctions,
	halo: HaloConnection,
	inputs: LicenceInputs,
	settings: LicenceSettings,
): Promise<MadePlan> {
	const { policy, licencesToRead } = settings;
	const inputFrom = ({ list, rejected }: RecordsRead<HaloLicence>): LicencePlanInput => ({
		...planWithoutRows(inputs, settings),
		licences: list.rows,
		unreadableRows: rejected,
	});
	const clientIds = clientsOf({ ...inputs, today: policy.today });
	if (clientIds.length === 0) {
		const entries = planLicences(planWithoutRows(inputs, settings));
		return { entries, licences: [], rejected: [], seen: null };
	}
	const snapshot = await readSnapshot(
		context,
		halo.runtime,
		{ clientIds, choice: licencesToRead },
		(some) => !needsAllRows(planLicences(inputFrom(some))),
	);
	const input = inputFrom(snapshot);
	const { list, rejected, scope } = snapshot;
	const made = { licences: list.rows, rejected };
	if (scope === 'clients') {
		return { ...made, entries: heldWithoutAllRows(planLicences(input)), seen: null };
	}
	const entries = await withInvoices(halo, input, planLicences(input));
	return { ...made, entries, seen: licencesSeen(list, policy.keyField) };
}

function planWithoutRows(inputs: LicenceInputs, { policy }: LicenceSettings): LicencePlanInput {
	const { customers, saved, overrides } = inputs;
	return { customers, licences: [], saved, overrides, policy };
}

/**
 * Recurring invoices are read only when several rows fit one subscription, since only then does it matter which of them
 * is invoiced; and always all of them, since another client may pay.
 */
async function withInvoices(
	{ runtime }: HaloConnection,
	input: LicencePlanInput,
	entries: LicencePlanEntry[],
): Promise<LicencePlanEntry[]> {
	if (!entries.some(({ plan }) => plan.reasons.some(({ code }) => code === 'severalRows'))) {
		return entries;
	}
	const { list } = await readRecurringInvoices(runtime);
	// Without the right to read invoices the choice stays with a person.
	if (!list.complete) return entries;
	return planLicences({ ...input, invoicedRowIds: invoicedLicenceIds(list.rows) });
}

export function nowText(): string {
	return new Date().toISOString();
}
