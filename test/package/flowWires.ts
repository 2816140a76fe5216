import type { Workflow, WorkflowNode } from '../../tools/host/restClient';
import { boxOf, type Box } from './flowLayout';

/** Where the wires of a flow run on n8n's canvas. */

/** Inputs and outputs of the nodes that have more than one of either; of a merge the inputs are a parameter. */
const PORTS: Record<string, { inputs: number; outputs: number }> = {
	connectionCheck: { inputs: 1, outputs: 4 },
	haloClientUpsert: { inputs: 1, outputs: 4 },
	haloClients: { inputs: 1, outputs: 2 },
	haloLicenceUpsert: { inputs: 2, outputs: 4 },
	if: { inputs: 1, outputs: 2 },
	licenceReconcile: { inputs: 2, outputs: 3 },
	mappingMatch: { inputs: 3, outputs: 4 },
	mappingReview: { inputs: 3, outputs: 5 },
	stellrCustomers: { inputs: 1, outputs: 2 },
	stellrSubscriptions: { inputs: 1, outputs: 3 },
};
/** Wires and the nodes they pass need so much room between them. */
const ROOM = 3;
const STEPS = 60;
const LABEL_HEIGHT = 36;

type Links = Record<string, { main?: Array<Array<{ node: string; index: number }> | null> }>;

interface Point {
	x: number;
	y: number;
}

/** Wires that run behind a node or a note, so that nobody sees where they go. */
export function hiddenWires({
	nodes,
	connections,
}: Pick<Workflow, 'nodes' | 'connections'>): string[] {
	const byName = new Map(nodes.map((node) => [node.name, node]));
	return Object.entries(connections as Links).flatMap(([name, { main = [] }]) =>
		main.flatMap((targets, output) =>
			(targets ?? []).flatMap(({ node, index }) => {
				const from = byName.get(name);
				const to = byName.get(node);
				if (from === undefined || to === undefined) return [];
				const wire = curve(outputPort(from, output), inputPort(to, index));
				return nodes
					.filter((other) => other !== from && other !== to && crosses(wire, other))
					.map((other) => `${name} → ${node} behind ${other.name}`);
			}),
		),
	);
}

function outputPort(node: WorkflowNode, output: number): Point {
	const { right } = boxOf(node);
	return { x: right, y: portHeight(node, output, portsOf(node).outputs) };
}

function inputPort(node: WorkflowNode, input: number): Point {
	const { left } = boxOf(node);
	return { x: left, y: portHeight(node, input, portsOf(node).inputs) };
}

function portHeight(node: WorkflowNode, port: number, ports: number): number {
	const { top, bottom } = body(node);
	return top + ((bottom - top) * (port + 1)) / (ports + 1);
}

function portsOf({ type, parameters }: WorkflowNode): { inputs: number; outputs: number } {
	const short = type.split('.').at(-1) ?? '';
	if (short === 'merge') return { inputs: Number(parameters.numberInputs ?? 2), outputs: 1 };
	return PORTS[short] ?? { inputs: 1, outputs: 1 };
}

/** A node without the name below it. */
function body(node: WorkflowNode): Box {
	const box = boxOf(node);
	return { ...box, bottom: box.bottom - (node.type.endsWith('.stickyNote') ? 0 : LABEL_HEIGHT) };
}

/** Points of a wire as the editor draws it: it leaves and arrives level. */
function curve(from: Point, to: Point): Point[] {
	const bend = Math.max(0, (to.x - from.x) / 2);
	return Array.from({ length: STEPS + 1 }, (_, step) => {
		const t = step / STEPS;
		const blend = (a: number, b: number, c: number, d: number) =>
			(1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
		return {
			x: blend(from.x, from.x + bend, to.x - bend, to.x),
			y: blend(from.y, from.y, to.y, to.y),
		};
	});
}

function crosses(wire: Point[], node: WorkflowNode): boolean {
	const { left, top, right, bottom } = body(node);
	return wire.some(
		({ x, y }) => x > left - ROOM && x < right + ROOM && y > top - ROOM && y < bottom + ROOM,
	);
}
