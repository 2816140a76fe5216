import type { INodeExecutionData } from 'n8n-workflow';

/** The outputs of a node by name, in the order in which its description lists them. */
export type NamedOutputs<Name extends string> = Record<Name, INodeExecutionData[]>;

export function emptyOutputs<Name extends string>(names: readonly Name[]): NamedOutputs<Name> {
	return Object.fromEntries(names.map((name) => [name, []])) as unknown as NamedOutputs<Name>;
}

/** As n8n wants them. */
export function inOrder<Name extends string>(
	names: readonly Name[],
	outputs: NamedOutputs<Name>,
): INodeExecutionData[][] {
	return names.map((name) => outputs[name]);
}
