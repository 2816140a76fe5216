import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Match } from '../../../core/matching/schemas';
import { HaloClientUpsert } from '../../../nodes/HaloClientUpsert/HaloClientUpsert.node';
import type { HaloState } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import { aLine, aMatch, aStellrCustomer, mappedTo } from '../../core/sync/records';
import type { NodeRun } from '../../nodes/harness';
import { haloNodeStage, type HaloNodeStage } from '../../nodes/haloNode';
import { aHaloClient } from '../../../simulators/world/builders';

/** Halo Client Upsert against a simulated Halo, for one thing broken at a time. */

const PICKED = { __rl: true, mode: 'list', value: '104:CFStellrCustomerNo' };
export const BY_NAME = { __rl: true, mode: 'name', value: 'CFStellrCustomerNo' };
export const OFF: INodeParameters = { operation: 'plan', keyField: PICKED };
export const ON: INodeParameters = { ...OFF, createMissing: 'on' };
export const ADDRESS: INodeParameters = { ...OFF, updateAddress: 'all' };

const zulu = aHaloClient({ id: 70, name: 'Zulu Works' });

export function item(
	customer: object = {},
	match: Match = aMatch(),
	fields: object = {},
): IDataObject {
	const whole = aStellrCustomer(customer);
	return {
		...whole,
		match,
		subscriptions: [aLine({ customerNo: whole.customerNo })],
		complete: true,
		...fields,
	} as unknown as IDataObject;
}

/** A customer that is mapped to client 12, which holds its key. */
export const linked = (customer: object = {}, client: object = {}): IDataObject =>
	item(
		customer,
		mappedTo({ id: 12, stellrKeys: ['us/100482'], ...client }, { level: 'storedKey' }),
	);

export interface Night {
	tables?: Partial<HaloState>;
	switches?: Partial<HaloSwitches>;
	items?: IDataObject[];
	parameters?: INodeParameters;
	more?: Partial<NodeRun>;
	/** What breaks before the node runs. */
	broken?: (stage: HaloNodeStage) => void;
}

export async function onStage<T>(
	night: Night,
	act: (stage: HaloNodeStage) => Promise<T>,
): Promise<T> {
	const tables = { clients: [zulu], ...night.tables };
	const stage = await haloNodeStage(HaloClientUpsert, structuredClone(tables), night.switches);
	try {
		night.broken?.(stage);
		return await act(stage);
	} finally {
		await stage.stop();
	}
}

export async function plan(night: Night) {
	const { items = [item()], parameters = ON, more = {} } = night;
	return await onStage(night, async (stage) => await stage.run(items, { parameters, ...more }));
}
