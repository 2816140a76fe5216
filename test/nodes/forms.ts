/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type {
	ICredentialType,
	INodeOutputConfiguration,
	INodeType,
	INodeTypeDescription,
	NodeConnectionType,
} from 'n8n-workflow';

const PROJECT = path.resolve(__dirname, '../..');

type WithOutputs = Omit<INodeTypeDescription, 'outputs'> & {
	outputs: Array<NodeConnectionType | INodeOutputConfiguration>;
};

/** A node as its form is made from it. */
export interface NodeForm {
	/** From the project's folder on. */
	file: string;
	description: WithOutputs;
	methods: NonNullable<INodeType['methods']>;
}

/** Every node of the package. */
export function nodeForms(): NodeForm[] {
	return filesOf('nodes', '.node.ts').map((file) => {
		const { description, methods = {} } = instanceOf<INodeType>(file, '.node.ts');
		if (!Array.isArray(description.outputs)) throw new Error(`${file}: outputs are an expression`);
		return { file, description: description as WithOutputs, methods };
	});
}

/** Every credential of the package. */
export function credentialForms(): Array<{ file: string; credential: ICredentialType }> {
	return filesOf('credentials', '.credentials.ts').map((file) => ({
		file,
		credential: instanceOf<ICredentialType>(file, '.credentials.ts'),
	}));
}

function filesOf(folder: string, ending: string): string[] {
	return readdirSync(path.join(PROJECT, folder), { recursive: true })
		.map((entry) => path.join(folder, String(entry)))
		.filter((file) => file.endsWith(ending));
}

function instanceOf<T>(file: string, ending: string): T {
	const exported = jest.requireActual<Record<string, new () => T>>(path.join(PROJECT, file));
	return new exported[path.basename(file, ending)]();
}
