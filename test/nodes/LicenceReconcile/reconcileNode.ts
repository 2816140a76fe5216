import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ReconciledLine } from '../../../core/reconcile/result';
import { LicenceReconcile } from '../../../nodes/LicenceReconcile/LicenceReconcile.node';
import { startHaloSimulator, type HaloSimulator } from '../../../simulators/halo/server';
import type { HaloState } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import { aHaloState } from '../../../simulators/world/builders';
import { aLine } from '../../core/sync/records';
import { runNode, type NodeRun, type NodeRunResult } from '../harness';
import { customerItem } from '../customerItem';
import { haloFields } from '../simulatedCredentials';

/** Licence Reconcile in n8n's engine against a simulated Halo. */

export interface ReconcileRun extends NodeRunResult {
	lines: ReconciledLine[];
	attention: IDataObject[];
	summary: IDataObject;
}

export interface ReconcileStage {
	halo: HaloSimulator;
	/** Compare with these options, of these items, and these rows on Saved State. */
	compare: (
		items: object[],
		options?: INodeParameters,
		more?: { saved?: object[] | null } & Partial<NodeRun>,
	) => Promise<ReconcileRun>;
	/** API calls by method and route since the last call of `forget`. */
	counts: () => Record<string, number>;
	forget: () => void;
	stop: () => Promise<void>;
}

export async function reconcileStage(
	tables: Partial<HaloState>,
	switches: Partial<HaloSwitches> = {},
): Promise<ReconcileStage> {
	const halo = await startHaloSimulator(aHaloState(tables), { rateLimit: 0, ...switches });
	return {
		halo,
		compare: async (items, options = {}, { saved = null, ...more } = {}) =>
			await runReconcile({
				credentials: { haloPsaOAuth2Api: haloFields(halo) },
				parameters: { operation: 'compare', options },
				inputs: [items as IDataObject[], saved as IDataObject[] | null],
				...more,
			}),
		counts: () => halo.requests.counts().counts,
		forget: () => halo.requests.clear(),
		stop: async () => await halo.stop(),
	};
}

export async function runReconcile(run: Omit<NodeRun, 'nodeType'>): Promise<ReconcileRun> {
	const result = await runNode({ nodeType: LicenceReconcile, ...run });
	const [lines, attention, summary] = result.outputs;
	return { ...result, lines: lines as unknown as ReconciledLine[], attention, summary: summary[0] };
}

/** A customer as Stellr Subscriptions puts it out on the day of the comparison. */
export function customerToCompare(subscriptions = [aLine()], fields: object = {}): IDataObject {
	return customerItem(subscriptions, {
		match: { status: 'mapped', client: { inactive: false, stellrKeys: ['us/100482'] } },
		unreadable: [],
		subscriptionsReadAt: '2026-11-25T11:07:00.000Z',
		subscriptionsRequestId: 'req-7',
		...fields,
	});
}

/** A plan item, as Halo Licence Upsert puts it out. */
export function plannedItem(): IDataObject {
	return {
		plan: {
			action: 'update',
			target: 'licence',
			key: 'us/1_1',
			haloId: 501,
			before: null,
			after: null,
			reasons: [],
			hash: '0123456789abcdef',
		},
		customer: { account: 'us', customerNo: '1', name: 'Acorn' },
		haloClientId: 12,
		haloClientName: 'Acorn',
		subscription: null,
	};
}

/** What a file on Summary holds, and what it is called. */
export function fileOf(run: NodeRunResult, name: 'report' | 'table') {
	const file = run.items[2][0].binary?.[name];
	return {
		fileName: file?.fileName,
		mimeType: file?.mimeType,
		text: Buffer.from(file?.data ?? '', 'base64').toString('utf8'),
	};
}
