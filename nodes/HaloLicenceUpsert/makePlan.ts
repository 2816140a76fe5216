import type { IExecuteFunctions } from 'n8n-workflow';

import { readLicences } from '../../core/halo/licences';
import { invoicedLicenceIds, readRecurringInvoices } from '../../core/halo/recurringInvoices';
import type { RejectedRecord } from '../../core/halo/rejected';
import type { HaloLicence } from '../../core/halo/schemas';
import { incompleteList } from '../../core/sync/incompleteList';
import { planLicences, type LicencePlanEntry } from '../../core/sync/licences/plan';
import { issueOfFailure } from '../../core/words/failures';
import type { HaloConnection } from '../shared/connect';
import { stopWith } from '../shared/stopNode';
import type { LicenceInputs } from '../shared/licenceInputs';
import type { LicenceSettings } from './readPolicy';

export interface MadePlan {
	entries: LicencePlanEntry[];
	licences: HaloLicence[];
	rejected: RejectedRecord[];
}

/**
 * Plans from one snapshot of all licences. Recurring invoices are read only when several rows fit one subscription,
 * since only then does it matter which of them is invoiced.
 */
export async function makePlan(
	context: IExecuteFunctions,
	halo: HaloConnection,
	inputs: LicenceInputs,
	settings: LicenceSettings,
): Promise<MadePlan> {
	const { policy } = settings;
	const atClients =
		inputs.customers.some((customer) => customer.haloClientId !== null) ||
		inputs.overrides.some((override) => override.haloClientId !== null);
	if (!atClients) {
		return {
			entries: planLicences({
				customers: inputs.customers,
				licences: [],
				saved: inputs.saved,
				overrides: inputs.overrides,
				policy,
			}),
			licences: [],
			rejected: [],
		};
	}
	const { list, rejected } = await readLicences(halo.runtime, {});
	if (!list.complete) {
		throw stopWith(
			context.getNode(),
			issueOfFailure(list.failure ?? incompleteList('List Licences'), 'Halo licences'),
		);
	}
	const input = {
		customers: inputs.customers,
		licences: list.rows,
		saved: inputs.saved,
		overrides: inputs.overrides,
		unreadableTexts: rejected.flatMap((record) => record.texts),
		policy,
	};
	const entries = planLicences(input);
	if (!entries.some(({ plan }) => plan.reasons.some((reason) => reason.code === 'severalRows'))) {
		return { entries, licences: list.rows, rejected };
	}
	const invoices = await readRecurringInvoices(halo.runtime);
	// Without the right to read invoices the choice stays with a person.
	if (!invoices.list.complete) return { entries, licences: list.rows, rejected };
	const invoicedRowIds = invoicedLicenceIds(invoices.list.rows);
	return { entries: planLicences({ ...input, invoicedRowIds }), licences: list.rows, rejected };
}

export function nowText(): string {
	return new Date().toISOString();
}
