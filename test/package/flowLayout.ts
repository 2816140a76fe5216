import type { WorkflowNode } from '../../tools/host/restClient';

/** How much room nodes and notes take on n8n's canvas. */

export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** As n8n's editor draws them. */
const NODE_SIDE = 96;
/** Each input or output beyond two makes a node so much taller. */
const PORT_HEIGHT = 32;
/** The name below a node. */
const LABEL_HEIGHT = 36;

/** Inputs and outputs of the nodes that have more than two of either. */
const PORTS: Record<string, number> = {
	connectionCheck: 4,
	haloClientUpsert: 4,
	haloLicenceUpsert: 4,
	licenceReconcile: 3,
	mappingMatch: 4,
	mappingReview: 5,
	stellrSubscriptions: 3,
};

export function boxOf({ type, parameters, ...node }: WorkflowNode): Box {
	const [left, top] = node.position as [number, number];
	const short = type.split('.').at(-1) ?? '';
	if (short === 'stickyNote') {
		const { width = 240, height = 160 } = parameters as { width?: number; height?: number };
		return { left, top, right: left + width, bottom: top + height };
	}
	const ports = short === 'merge' ? Number(parameters.numberInputs ?? 2) : (PORTS[short] ?? 1);
	const height = NODE_SIDE + Math.max(0, ports - 2) * PORT_HEIGHT + LABEL_HEIGHT;
	return { left, top, right: left + NODE_SIDE, bottom: top + height };
}

/** Pairs of names that lie on top of each other. */
export function overlaps(nodes: WorkflowNode[]): string[] {
	return nodes.flatMap((one, index) =>
		nodes
			.slice(index + 1)
			.filter((other) => touch(boxOf(one), boxOf(other)))
			.map((other) => `${one.name} and ${other.name}`),
	);
}

function touch(one: Box, other: Box): boolean {
	return (
		one.left < other.right &&
		other.left < one.right &&
		one.top < other.bottom &&
		other.top < one.bottom
	);
}
