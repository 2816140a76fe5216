import type { RestClient, Workflow, WorkflowNode } from '../../../tools/host/restClient';
import { readWorkflows } from '../../../tools/host/startN8n';

export type FlowFile = Omit<Workflow, 'id'>;

/** Creates a Data table when there is none of that name. */
interface TableNode extends WorkflowNode {
	parameters: { tableName: string; columns: { column: Array<{ name: string; type: string }> } };
}

/** The newest version of each node type that an n8n knows. */
export async function knownVersions(rest: RestClient): Promise<Map<string, number>> {
	const types = await rest.data<Array<{ name: string; version: number | number[] }>>(
		'GET',
		'/types/nodes.json',
	);
	const newest = new Map<string, number>();
	for (const { name, version } of types)
		newest.set(name, Math.max(newest.get(name) ?? 0, ...[version].flat()));
	return newest;
}

/** Makes the Data tables that these flows would create by their nodes, as a person does by hand; resolves to their ids by name. */
export async function makeTables(rest: RestClient, files: string[]): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const { parameters } of files.flatMap((file) =>
		readWorkflows(file)[0].nodes.filter(createsTable),
	)) {
		const { tableName, columns } = parameters;
		if (ids.has(tableName)) continue;
		const { id } = await rest.createDataTable(tableName, columns.column);
		ids.set(tableName, id);
	}
	return ids;
}

/**
 * A shipped flow as a person would change it for an older n8n, and nothing more: a node that is newer than this n8n knows
 * becomes the newest it does, and where a node creates a Data table, one that names the table made by hand takes its place.
 * @param tableIds of the tables made by hand, by name.
 */
export function asOlderFlow(
	file: string,
	known: ReadonlyMap<string, number>,
	tableIds: ReadonlyMap<string, string>,
): FlowFile {
	const [flow] = readWorkflows(file);
	const nodes = flow.nodes.map((node) => (createsTable(node) ? namesTable(node, tableIds) : node));
	return { ...flow, nodes: nodes.map((node) => atMost(node, known)) };
}

/** What was changed, node by node, in words. */
export function changesIn(file: string, older: FlowFile): string[] {
	const [shipped] = readWorkflows(file);
	return shipped.nodes.flatMap((node, at) => {
		const { type, typeVersion } = older.nodes[at];
		if (type !== node.type) return [`${node.name}: ${shortType(type)} instead`];
		if (typeVersion !== node.typeVersion)
			return [`${node.name}: ${shortType(type)} ${typeVersion} instead of ${node.typeVersion}`];
		return [];
	});
}

function createsTable(node: WorkflowNode): node is TableNode {
	const { resource, operation } = node.parameters;
	return node.type.endsWith('.dataTable') && resource === 'table' && operation === 'create';
}

/** An Edit Fields node under the same name: the nodes after it read `id` from it. */
function namesTable(node: TableNode, tableIds: ReadonlyMap<string, string>): WorkflowNode {
	const id = tableIds.get(node.parameters.tableName);
	if (id === undefined) throw new Error(`No table "${node.parameters.tableName}" was made`);
	return {
		...node,
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {
			assignments: { assignments: [{ id: 'id', name: 'id', type: 'string', value: id }] },
			options: {},
		},
	};
}

function atMost(node: WorkflowNode, known: ReadonlyMap<string, number>): WorkflowNode {
	const newest = known.get(node.type);
	if (newest === undefined) throw new Error(`This n8n has no node ${node.type}`);
	return { ...node, typeVersion: Math.min(node.typeVersion, newest) };
}

function shortType(type: string): string {
	return type.slice(type.lastIndexOf('.') + 1);
}
