import type { INodeExecutionData } from 'n8n-workflow';

import type { MatchEntry, MatchResult } from '../../core/matching';
import { customerKey, foldKey } from '../../core/sync/stellrKeys';
import { emptyOutputs, type NamedOutputs } from '../shared/outputs';
import { itemOf, type Origin } from '../shared/pairing';
import { inputNumbers, outputNames, type OutputName } from './outputNames';
import type { ClientsIn } from './readClients';
import type { CustomersIn } from './readCustomers';

interface InputItems {
	customers: INodeExecutionData[];
	clients: INodeExecutionData[];
}

/** Puts every customer on the output its decision asks for, in the order in which they came in. */
export function matchItems(
	result: MatchResult,
	items: InputItems,
	{ indexesByKey }: CustomersIn,
	{ indexesById, check: clientCheck }: ClientsIn,
	customersAreWhole: boolean,
): NamedOutputs<OutputName> {
	const outputs = emptyOutputs(outputNames);
	const decided = [...result.mapped, ...result.unmapped, ...result.ignored];
	const placed = [
		...decided.map((entry) => ({ entry, output: 'decided' as const })),
		...result.review.map((entry) => ({ entry, output: 'review' as const })),
	].flatMap(({ entry, output }) => {
		const indexes = indexesByKey.get(foldKey(customerKey(entry.customer)));
		return indexes === undefined ? [] : [{ entry, output, indexes }];
	});
	placed.sort((a, b) => a.indexes[0] - b.indexes[0]);
	for (const { entry, output, indexes } of placed) {
		const { json } = items.customers[indexes[0]];
		outputs[output].push(
			itemOf(decidedRecord(json, entry), originOf(indexes, inputNumbers.customers)),
		);
	}
	// With customers missing, "only in Halo" would be a guess.
	if (customersAreWhole && clientCheck.missing.length === 0) {
		for (const { id } of result.haloOnly) {
			const indexes = indexesById.get(id) ?? [];
			const record = withoutStamp(items.clients[indexes[0]].json);
			outputs.haloOnly.push(itemOf(record, originOf(indexes, inputNumbers.clients)));
		}
	}
	return outputs;
}

function decidedRecord(json: INodeExecutionData['json'], { match }: MatchEntry): object {
	return {
		...withoutStamp(json),
		match,
		haloClientId: match.client?.id ?? null,
		haloClientName: match.client?.name ?? null,
	};
}

function withoutStamp(json: INodeExecutionData['json']): object {
	return Object.fromEntries(Object.entries(json).filter(([field]) => field !== 'list'));
}

function originOf(indexes: number[], input: number): Origin {
	const origins = indexes.map((item) => ({ item, input }));
	return origins.length === 1 ? origins[0] : origins;
}
