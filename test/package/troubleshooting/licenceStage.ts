import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { HaloLicenceUpsert } from '../../../nodes/HaloLicenceUpsert/HaloLicenceUpsert.node';
import type { HaloClientRow, HaloLicenceRow, HaloState } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import { aHaloClient, aLicenceRow } from '../../../simulators/world/builders';
import { aLine } from '../../core/sync/records';
import { customerItem } from '../../nodes/customerItem';
import { haloNodeStage, type HaloNodeStage } from '../../nodes/haloNode';

/** Halo Licence Upsert against a simulated Halo, for one thing broken at a time. */

export const TODAY = '2026-11-23';
export const END = '2026-11-30T00:00:00';

export const CLIENTS = [
	aHaloClient({ id: 12 }),
	aHaloClient({ id: 13, name: 'Birch Dental' }),
	aHaloClient({ id: 14, name: 'Cedar Freight', inactive: true }),
];

/** A row in step with `aLine()`. */
export const keyed = (fields: Partial<HaloLicenceRow> = {}) =>
	aLicenceRow({ snowid: 'us/411833_1', end_date: END, ...fields });

export interface Night {
	rows?: HaloLicenceRow[];
	clients?: HaloClientRow[];
	tables?: Partial<HaloState>;
	switches?: Partial<HaloSwitches>;
	lines?: Array<ReturnType<typeof aLine>>;
	items?: IDataObject[];
	saved?: object[];
	/** Guardrails are wide open unless a night gives its own. */
	parameters?: INodeParameters;
}

export const WIDE = {
	decreaseSeats: 100_000,
	increaseSeats: 100_000,
	holdLastLiveRow: false,
	runRows: 100_000,
	runPercentOfValue: 100,
	billingFreeze: false,
	commitmentGraceDays: 100_000,
};

export async function onStage<T>(
	night: Night,
	act: (stage: HaloNodeStage) => Promise<T>,
): Promise<T> {
	const { rows = [keyed()], clients = CLIENTS, tables = {}, switches } = night;
	const stage = await haloNodeStage(
		HaloLicenceUpsert,
		structuredClone({ clients, licences: rows, ...tables }),
		switches,
	);
	try {
		return await act(stage);
	} finally {
		await stage.stop();
	}
}

export function inputsOf({ lines, items, saved }: Night): Array<IDataObject[] | null> {
	return [items ?? [customerItem(lines)], saved === undefined ? null : (saved as IDataObject[])];
}

export async function plan(night: Night) {
	return await onStage(night, async (stage) => await planOn(stage, night));
}

export async function planOn(stage: HaloNodeStage, night: Night) {
	const parameters = { operation: 'plan', guardrails: WIDE, ...night.parameters };
	return await stage.run(null, { inputs: inputsOf(night), parameters });
}

/** Plans, lets something happen at Halo, and applies what was planned. */
export async function planThenApply(
	night: Night,
	meanwhile: (stage: HaloNodeStage) => void,
	more: INodeParameters = {},
) {
	return await onStage(night, async (stage) => {
		const planned = await planOn(stage, night);
		meanwhile(stage);
		const parameters = { operation: 'apply', ...night.parameters, ...more };
		return await stage.run(null, {
			inputs: [planned.first, night.saved === undefined ? null : (night.saved as IDataObject[])],
			parameters,
			// What would stop the node comes out with its code.
			onError: 'continueRegularOutput',
		});
	});
}

/** What another run or a person does in Halo while this run's next write is on its way. */
export function duringWrite({ halo }: HaloNodeStage, act: () => void): void {
	const { faults } = halo;
	const next = faults.next.bind(faults);
	let done = false;
	faults.next = (method, path) => {
		if (method.toUpperCase() === 'POST' && !done && !path.includes('token')) {
			done = true;
			act();
		}
		return next(method, path);
	};
}
