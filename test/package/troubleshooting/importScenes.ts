import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { MappingReview } from '../../../nodes/MappingReview/MappingReview.node';
import { client, customer, savedRow } from '../../core/matching/records';
import { runNode } from '../../nodes/harness';
import { item, row } from './mappingItems';
import type { Saved } from './mappingItems';
import { scene, type Scene } from './scene';

/** Lines of a file that are not imported. */

const line = (saved: Saved): IDataObject =>
	item({ ...saved, haloClientId: saved.haloClientId ?? '' });
const mapped = savedRow('100482', 'manual', 12);
const list = { id: 'l', total: 1, complete: true, readAt: '2026-11-23T04:00:00.000Z' };
const both = (more: object = {}, name = 'Acorn Construction') => [
	item({ ...customer('100482', name), list }),
	item({ ...client(12, name), list: { ...list, id: 'm' } }),
	...(Object.keys(more).length > 0 ? [item(more)] : []),
];

const file = (
	broken: string,
	codes: string[],
	lines: IDataObject[],
	{
		known = null,
		saved = [{}],
		parameters = {},
	}: { known?: IDataObject[] | null; saved?: IDataObject[]; parameters?: INodeParameters } = {},
): Scene =>
	scene(
		broken,
		codes.map((code) => `import-${code}`),
		async () =>
			await runNode({
				nodeType: MappingReview,
				parameters: { resource: 'file', operation: 'importRows', ...parameters },
				inputs: [lines, known, saved],
			}),
	);

export const importScenes: Scene[] = [
	file('a decision that is none', ['cell'], [line({ ...mapped, decision: 'perhaps' as never })]),
	file('an origin that is none', ['origin'], [line({ ...mapped, origin: 'found' as never })]),
	file(
		'two decisions about one customer',
		['twoStanding'],
		[line(mapped), line(savedRow('100482', 'manual', 13))],
	),
	file(
		'one client rejected twice, and not alike',
		['twoRejections'],
		[
			line(savedRow('100482', 'rejected', 12)),
			line(savedRow('100482', 'rejected', 12, { reason: 'other' })),
		],
	),
	file(
		'one client mapped and rejected',
		['mappedAndRejected'],
		[line(mapped), line(savedRow('100482', 'rejected', 12))],
	),
	file('a client that the table rejects', ['rejectedInTable'], [line(mapped)], {
		saved: [row(1, savedRow('100482', 'rejected', 12))],
	}),
	file(
		'a rejection of the client that the table maps',
		['mappedInTable'],
		[line(savedRow('100482', 'rejected', 12))],
		{
			saved: [row(1, mapped)],
		},
	),
	file('a saved row that cannot be written over safely', ['oddRow'], [line(mapped)], {
		saved: [row(1, { ...mapped, decision: 'perhaps' as never })],
	}),
	file(
		'a customer that Stellr does not show',
		['noCustomer'],
		[line(savedRow('5', 'manual', 12))],
		{ known: both() },
	),
	file(
		'a customer that is not in a list in part',
		['noCustomer-2'],
		[line(savedRow('5', 'manual', 12))],
		{
			known: [item({ ...customer('100482', 'Acorn'), list: { ...list, total: 9 } })],
		},
	),
	file(
		'an account that did not come in',
		['noAccount'],
		[line(savedRow('5', 'manual', 12, { account: 'ca' }))],
		{ known: both() },
	),
	file('a client that Halo does not show', ['noClient'], [line(savedRow('100482', 'manual', 77))], {
		known: both(),
	}),
	file(
		'a client that is not in a list in part',
		['noClient-2'],
		[line(savedRow('100482', 'manual', 77))],
		{
			known: [item({ ...client(12, 'Acorn'), list: { ...list, total: 9 } })],
		},
	),
	file(
		'another name beside the client',
		['otherClientName'],
		[line({ ...mapped, haloClientName: 'Zulu' })],
		{ known: both() },
	),
	file(
		'another name beside the customer',
		['otherCustomerName'],
		[line({ ...mapped, stellrName: 'Zulu' })],
		{ known: both() },
	),
	file(
		'a good line beside a doubtful one',
		['heldBack'],
		[line(mapped), line(savedRow('7', 'perhaps' as never, 12))],
	),
	file(
		'two good lines beside a doubtful one',
		['heldBack-2'],
		[line(mapped), line(savedRow('8', 'manual', 12)), line(savedRow('7', 'perhaps' as never, 12))],
	),
	file(
		'a good line about the customer of a doubtful one',
		['heldBack-3'],
		[line(savedRow('8', 'manual', 12)), line(mapped), line(savedRow('100482', 'rejected', 77))],
		{ known: [item({ ...client(12, 'Acorn'), list })], parameters: { importReadable: true } },
	),
	file('a file with other columns', ['noColumns'], [{ name: 'x' }]),
	file('a file with semicolons', ['noColumns-2'], [{ 'a;b': '1;2' }]),
	file('a file that is no CSV', ['noCsv'], [{ error: 'Invalid Record Length' }]),
	scene(
		'a saved row that decides nothing',
		['input-exported'],
		async () =>
			await runNode({
				nodeType: MappingReview,
				parameters: { resource: 'file', operation: 'exportRows' },
				inputs: [[item({ ...mapped, decision: 'perhaps' })]],
			}),
	),
	scene(
		'nothing saved',
		['export-nothing'],
		async () =>
			await runNode({
				nodeType: MappingReview,
				parameters: { resource: 'file', operation: 'exportRows' },
				inputs: [[{}]],
			}),
	),
];
