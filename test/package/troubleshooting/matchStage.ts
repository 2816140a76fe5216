import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { HaloClient } from '../../../core/halo/schemas';
import type { StellrCustomer } from '../../../core/stellr/schemas';
import { MappingMatch } from '../../../nodes/MappingMatch/MappingMatch.node';
import { client, customer, savedRow } from '../../core/matching/records';
import { runNode } from '../../nodes/harness';
import { scene, type Scene } from './scene';

/** Mapping Match under n8n's engine, with lists and saved rows of a few records. */

export const READ_AT = '2026-11-23T04:00:00.000Z';

export function stamped(
	id: string,
	records: Array<StellrCustomer | HaloClient>,
	more: object = {},
): IDataObject[] {
	const list = { id, total: records.length, complete: true, readAt: READ_AT, ...more };
	return records.map((record) => ({ ...(record as unknown as IDataObject), list }));
}

interface Given {
	customers?: StellrCustomer[];
	clients?: HaloClient[];
	saved?: object[];
	parameters?: INodeParameters;
	/** In place of the whole lists. */
	customerItems?: IDataObject[] | null;
	clientItems?: IDataObject[] | null;
}

async function match(given: Given) {
	const { customers = [acme], clients = [], saved, parameters = {} } = given;
	const inputs = [
		given.customerItems === undefined ? stamped('s', customers) : given.customerItems,
		given.clientItems === undefined
			? clients.length === 0
				? [{ list: { id: 'h', total: 0, complete: true, readAt: READ_AT } }]
				: stamped('h', clients)
			: given.clientItems,
		...(saved === undefined ? [] : [saved as IDataObject[]]),
	];
	return await runNode({ nodeType: MappingMatch, inputs, parameters });
}

export const asked = (broken: string, codes: string[], given: Given): Scene =>
	scene(
		broken,
		codes.map((code) => `match-${code}`),
		async () => await match(given),
	);

export const acme = customer('1', 'Acme');
export const acorn = (fields: Partial<HaloClient> = {}) =>
	client(7, 'Acorn Construction', { website: 'acorn.com', ...fields });
export const row = (...args: Parameters<typeof savedRow>) => savedRow(...args);
export const native = (fields: object = {}) => [
	{ customerNo: '1', customerName: 'Acme', connection: 'Stellr US', ...fields },
];
