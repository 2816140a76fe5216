import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { aLicenceRow } from '../../../simulators/world/builders';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import { aLine, aLoggedRow } from '../../core/sync/records';
import type { HaloNodeStage } from '../../nodes/haloNode';
import { duringWrite, keyed, onStage, planOn, planThenApply, type Night } from './licenceStage';
import { scene, type Scene } from './scene';

/** Licences that Apply did not write, and changes that Revert did not take back. */

const lines = (count: number) =>
	Array.from({ length: count }, (_, at) =>
		aLine({
			subscriptionId: `${1000 + at}_1`,
			productName: `Product ${at}`,
			skuNo: `sku-${at}`,
			mfgPartNo: null,
			quantity: 5 + at,
		}),
	);
/** A row that shows that keys are seen in lists. */
const proved = aLicenceRow({ id: 400, client_id: 13, snowid: 'us/1_1', name: 'Elsewhere' });
const unproved = aLicenceRow({ id: 400, client_id: 13, name: 'Elsewhere' });

const apply = (
	broken: string,
	codes: string[],
	night: Night,
	meanwhile: (stage: HaloNodeStage) => void = () => {},
	more?: INodeParameters,
): Scene =>
	scene(
		broken,
		codes.map((code) => `apply-${code}`),
		async () => await planThenApply(night, meanwhile, more),
	);

const LISTS = { method: 'GET', path: '/softwarelicence' };
const WRITES = { method: 'POST', path: '/softwarelicence' };
const fresh = (count: number, switches: Partial<HaloSwitches> = {}): Night => ({
	rows: [proved],
	lines: lines(count),
	switches,
});

export const applyScenes: Scene[] = [
	apply(
		'a row that somebody deleted from Halo since',
		['rowGone'],
		{ rows: [proved, keyed({ count: 40 })] },
		({ halo }) => {
			halo.state.licences.splice(1);
		},
	),
	apply('a row that another importer made since', ['rowAppeared'], fresh(2), ({ halo }) => {
		halo.state.licences.push(aLicenceRow({ id: 800, notes: '1000_1', name: 'Native' }));
	}),
	scene(
		'a plan of two days ago',
		['apply-planTooOld'],
		async () =>
			await onStage(fresh(1), async (stage) => {
				const { first } = await planOn(stage, { lines: lines(1) });
				const readAt = new Date(Date.now() - 48 * 60 * 60_000).toISOString();
				const old = first.map((item) => ({
					...item,
					licencesSeen: { ...(item.licencesSeen as IDataObject), readAt },
				}));
				return await stage.run(old, { parameters: { operation: 'apply' } });
			}),
	),
	apply(
		'a row that moved before it was taken over',
		['movedSince', 'notAdopted'],
		{
			rows: [
				proved,
				keyed({ snowid: null, count: 42, product_sku: '7654321', end_date: '2026-11-01T00:00:00' }),
			],
		},
		({ halo }) => {
			halo.state.licences[1].snowid = 'somebody’s';
		},
	),
	scene(
		'a plan with another Key Field than that of Apply',
		['apply-otherKeyField'],
		async () =>
			await onStage({ rows: [proved] }, async (stage) => {
				const options = { keyField: 'tenant_id' };
				const { first } = await planOn(stage, { parameters: { options } });
				return await stage.run(first, { parameters: { operation: 'apply' } });
			}),
	),
	scene(
		'two plans of one row in one Apply',
		['apply-contested'],
		async () =>
			await onStage({ rows: [proved, keyed({ count: 40 })] }, async (stage) => {
				const planned = [];
				for (const quantity of [42, 45])
					planned.push(...(await planOn(stage, { lines: [aLine({ quantity })] })).first);
				return await stage.run(planned, { parameters: { operation: 'apply' } });
			}),
	),
	apply(
		'an answer that got lost, and lists that cannot be read',
		['answerLost', 'notSent'],
		{ ...fresh(3), rows: [unproved] },
		({ halo }) => {
			halo.faults.replace([
				{ match: { method: 'POST' }, skip: 0, times: 1, do: 'reset-after-commit' },
				{ match: LISTS, skip: 1, times: 20, do: '500', retryAfter: 0.001 },
			]);
		},
	),
	apply(
		'an answer without the number of the row, and lists that hide keys',
		['writtenWithoutId'],
		{ ...fresh(1, { snowid: 'dropped' }), rows: [proved] },
		({ halo }) => {
			halo.faults.replace([{ match: WRITES, skip: 0, times: 9, do: 'empty' }]);
		},
	),
	apply('another run that creates the same row', ['madeTwice'], fresh(1), (stage) => {
		duringWrite(stage, () => {
			stage.halo.state.licences.push(aLicenceRow({ id: 450, snowid: 'us/1000_1' }));
		});
	}),
	apply('two other runs that create the same row', ['madeTwice-2'], fresh(1), (stage) => {
		duringWrite(stage, () => {
			stage.halo.state.licences.push(
				aLicenceRow({ id: 450, snowid: 'us/1000_1' }),
				aLicenceRow({ id: 451, snowid: 'us/1000_1' }),
			);
		});
	}),
	apply(
		'the same, and Halo does not take the change of the second',
		['stillTwice'],
		fresh(1),
		(stage) => {
			duringWrite(stage, () => {
				stage.halo.state.licences.push(aLicenceRow({ id: 450, snowid: 'us/1000_1' }));
				stage.halo.faults.replace([{ match: WRITES, skip: 1, times: 9, do: '400' }]);
			});
		},
	),
	apply('lists that cannot be read after creating', ['notReadBack'], fresh(1), ({ halo }) => {
		halo.faults.replace([{ match: LISTS, skip: 1, times: 20, do: '500', retryAfter: 0.001 }]);
	}),
	apply('a key field that Halo drops', ['keyNotVisible', 'keyOfOtherNotVisible'], {
		...fresh(2, { snowid: 'dropped' }),
		rows: [unproved],
	}),
	apply(
		'a key field that Halo drops by now',
		['ownKeyNotVisible'],
		fresh(2, { snowid: 'dropped' }),
	),
	apply('a list that leaves the keys out', ['keyHiddenInList'], {
		rows: [keyed({ id: 500, snowid: 'us/1_1', client_id: 13 })],
		lines: lines(1),
		switches: { licenceListOmits: ['snowid'] },
	}),
];

/** What a run wrote down. */
const logged = (fields: Record<string, unknown> = {}) => aLoggedRow(fields) as IDataObject;

const revert = (
	broken: string,
	codes: string[],
	rows: Night['rows'],
	items: IDataObject[] = [logged()],
	parameters: INodeParameters = {},
): Scene =>
	scene(
		broken,
		codes.map((code) => `revert-${code}`),
		async () =>
			await onStage(
				{ rows },
				async (stage) =>
					await stage.run(items, { parameters: { operation: 'revert', ...parameters } }),
			),
	);

const two = [
	logged({
		before: '{"count":40}',
		after: '{"count":42}',
		what: 'Business Premium: 40 to 42 seats',
		at: '2026-11-21T04:00:00.000Z',
		run: '15',
	}),
	logged(),
];

export const revertScenes: Scene[] = [
	revert('a row that is gone', ['rowGone'], [proved]),
	revert('a row that is deleted in Halo', ['rowDeleted'], [keyed({ count: 8, deleted: true })]),
	revert('a row under another client', ['otherClient'], [keyed({ count: 8, client_id: 13 })]),
	revert('a row with another key', ['otherKey'], [keyed({ count: 8, snowid: 'us/9_9' })]),
	revert(
		'a creation whose number nobody wrote down, and two rows with its key',
		['severalRows'],
		[keyed({ count: 8 }), keyed({ id: 502, count: 8 })],
		[
			logged({
				action: 'create',
				haloId: null,
				before: '',
				after: '{"client_id":12,"name":"Business Premium","count":8,"snowid":"us/411833_1"}',
			}),
		],
	),
	revert(
		'a count that somebody changed since',
		['changedSince', 'newerStands'],
		[keyed({ count: 9 })],
		two,
	),
	revert('an item that is no change', ['notUnderstood'], [keyed()], [{ note: 'x' }]),
	revert('the changes of two runs, of which none is named', ['nothingChosen'], [keyed()], two, {
		onlyShow: false,
	}),
	revert('a change of a client', ['notLicence'], [keyed()], [logged({ target: 'client' })]),
	revert('one change to be taken back', ['reason'], [keyed({ count: 8 })]),
	revert('two changes of one row to be taken back', ['reason-2'], [keyed({ count: 8 })], two),
];
