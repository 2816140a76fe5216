/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

/**
 * An AI agent calls a node without flow items and sees its first output only: a node of several inputs cannot work so, and
 * a node that writes would write without a plan that anybody saw. For writing there are the flows for agents.
 */

const NODES = path.resolve(__dirname, '../../nodes');
const MAY_BE_TOOLS = [
	'Connection Check',
	'Halo Clients',
	'Stellr Customers',
	'Stellr Subscriptions',
];

function descriptions(): INodeTypeDescription[] {
	return readdirSync(NODES, { recursive: true })
		.map(String)
		.filter((file) => file.endsWith('.node.ts'))
		.map((file) => {
			const exported = jest.requireActual<Record<string, new () => INodeType>>(
				path.join(NODES, file),
			);
			return new exported[path.basename(file, '.node.ts')]().description;
		});
}

/** Whether one of its operations is called Apply or Revert, as all that write are. */
function writes({ properties }: INodeTypeDescription): boolean {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options = [] }) => options)
		.some((option) => 'value' in option && ['apply', 'revert'].includes(String(option.value)));
}

const isSingleInput = ({ inputs }: INodeTypeDescription) =>
	Array.isArray(inputs) && inputs.length === 1;

it('offers agents the nodes that only read and need nothing but their parameters', () => {
	const offered = descriptions().filter(({ usableAsTool }) => usableAsTool === true);
	expect(offered.map(({ displayName }) => displayName).sort()).toEqual(MAY_BE_TOOLS);
	expect(offered.filter((node) => writes(node) || !isSingleInput(node))).toEqual([]);
});

it('offers them no node that writes or takes several inputs', () => {
	const others = descriptions().filter(({ displayName }) => !MAY_BE_TOOLS.includes(displayName));
	expect(others.length).toBeGreaterThan(0);
	for (const node of others) {
		// The linter wants the word to be there, even where the answer is no.
		expect([node.displayName, 'usableAsTool' in node, node.usableAsTool]).toEqual([
			node.displayName,
			true,
			undefined,
		]);
		expect([node.displayName, writes(node) || !isSingleInput(node)]).toEqual([
			node.displayName,
			true,
		]);
	}
});
