import type { IExecuteFunctions } from 'n8n-workflow';

import { readCountChanges, type LicenceChange } from '../../core/halo/licenceChanges';
import { readLicences } from '../../core/halo/licences';
import { readRecurringInvoices, type RecurringInvoice } from '../../core/halo/recurringInvoices';
import type { RejectedRecord } from '../../core/halo/rejected';
import type { HaloLicence } from '../../core/halo/schemas';
import type { ListRead } from '../../core/http/failure';
import { mayHaveHistory } from '../../core/reconcile/history';
import type { ReconciledLine } from '../../core/reconcile/result';
import { dearestFirst } from '../../core/reconcile/summary';
import { incompleteList } from '../../core/sync/incompleteList';
import { issueOfFailure } from '../../core/words/failures';
import type { HaloConnection } from '../shared/connect';
import { stopWith } from '../shared/stopNode';

export interface HaloSide {
	licences: HaloLicence[];
	/** Null when they could not be read. */
	invoices: RecurringInvoice[] | null;
	invoicesNotRead: string | null;
	rejected: Array<{ record: RejectedRecord; of: 'licence' | 'recurringInvoice' }>;
	requestOfLicence: (id: number) => string | null;
	requestOfInvoice: (id: number) => string | null;
}

/** Every licence and every recurring invoice. Without the right to read invoices the first two numbers are compared. */
export async function readHaloSide(
	context: IExecuteFunctions,
	{ runtime }: HaloConnection,
): Promise<HaloSide> {
	const licences = await readLicences(runtime, {});
	if (!licences.list.complete) {
		const failure = licences.list.failure ?? incompleteList('List Licences');
		throw stopWith(context.getNode(), issueOfFailure(failure, 'Halo licences'));
	}
	const invoices = await readRecurringInvoices(runtime);
	const { list } = invoices;
	const failure = list.complete
		? null
		: (list.failure ?? incompleteList('List Recurring Invoices'));
	if (failure !== null && failure.code !== 'notAllowed') {
		throw stopWith(context.getNode(), issueOfFailure(failure, 'Halo recurring invoices'));
	}
	// A line that cannot be understood may be the one that bills: then nothing may be said of its absence.
	const whole = failure === null && invoices.rejected.length === 0;
	return {
		licences: licences.list.rows,
		invoices: whole ? list.rows : null,
		invoicesNotRead: whole ? null : whyNotRead(failure, invoices.rejected.length),
		rejected: [
			...licences.rejected.map((record) => ({ record, of: 'licence' as const })),
			...invoices.rejected.map((record) => ({ record, of: 'recurringInvoice' as const })),
		],
		requestOfLicence: requestsById(licences.list),
		requestOfInvoice: requestsById(list),
	};
}

function whyNotRead(failure: ListRead<unknown>['failure'], rejected: number): string {
	if (failure !== null) {
		const { message, remedy } = issueOfFailure(failure, 'Halo recurring invoices');
		return `${message} ${remedy}`;
	}
	return `${rejected} of them could not be understood: see Needs Attention.`;
}

function requestsById(list: ListRead<{ id: number }>): (id: number) => string | null {
	const byId = new Map(list.rows.map(({ id }, at) => [id, list.rowRequestIds?.[at] ?? null]));
	return (id) => byId.get(id) ?? list.requestId;
}

export interface History {
	byLicence: Map<number, LicenceChange[]>;
	notRead: string | null;
}

/** Who changed the counts of the dearest lines that differ, until Halo refuses one. */
export async function readHistory(
	{ runtime }: HaloConnection,
	lines: readonly ReconciledLine[],
	most: number,
): Promise<History> {
	const byLicence = new Map<number, LicenceChange[]>();
	const asked = dearestFirst(lines)
		.filter(({ verdict }) => mayHaveHistory.has(verdict))
		.flatMap(({ licence }) => (licence === null ? [] : [licence.id]))
		.slice(0, most);
	for (const id of asked) {
		const { list } = await readCountChanges(runtime, id);
		if (list.failure !== null) {
			return { byLicence, notRead: issueOfFailure(list.failure, 'Halo licence changes').message };
		}
		byLicence.set(id, list.rows);
	}
	return { byLicence, notRead: null };
}
