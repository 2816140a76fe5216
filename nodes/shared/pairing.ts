import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

/** Which input items an output item comes from; for nodes with several inputs, with the input's number. */
export type Origin = number | IPairedItemData | IPairedItemData[];

function pairedItemOf(origin: Origin): INodeExecutionData['pairedItem'] {
	return typeof origin === 'number' ? { item: origin } : origin;
}

/** One pairing for an item that stands for several inputs. */
export function originOf(indexes: number[]): Origin {
	return indexes.length === 1 ? indexes[0] : indexes.map((item) => ({ item }));
}

/**
 * An output item. n8n takes a top-level `error` for a refusal of the node itself (it drops the item's data, or runs the
 * node again), so one that came in from upstream leaves as `upstreamError`.
 */
export function itemOf(record: object, origin: Origin): INodeExecutionData {
	const { error: upstream, ...rest } = record as IDataObject;
	const json = upstream === undefined ? rest : { ...rest, upstreamError: upstream };
	return { json, pairedItem: pairedItemOf(origin) };
}
