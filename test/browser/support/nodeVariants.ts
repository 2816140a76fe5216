/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type {
	IDataObject,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	NodeParameterValue,
} from 'n8n-workflow';
import manifest from '../../../package.json';
import { HALO_ACCOUNT, STELLR_ACCOUNT } from '../../../tools/host/accounts';
import type { WorkflowNode } from '../../../tools/host/restClient';

/** Every form that the package's nodes have: one for each node, resource and operation, with everything shown that can be. */

export interface NodeVariants {
	displayName: string;
	nodes: WorkflowNode[];
}

const PROJECT = path.resolve(__dirname, '../../..');
const ACCOUNTS: Record<string, string> = {
	stellrOAuth2Api: STELLR_ACCOUNT,
	haloPsaOAuth2Api: HALO_ACCOUNT,
};
/** Side by side, so that each can be double-clicked. */
const COLUMNS = 4;

/** All nodes that the package's manifest names, as it is built. */
export function nodeVariants(): NodeVariants[] {
	return manifest.n8n.nodes.map((file) => {
		const description = descriptionIn(file);
		const nodes = choices(description.properties).flatMap((choice) => {
			const all = { ...choice, ...everything(description.properties, choice) };
			const whole = node(description, all, '');
			// What is chosen to show most may hide something that stands there at first.
			return hides(description.properties, choice, all)
				? [whole, node(description, choice, ', as added')]
				: [whole];
		});
		return {
			displayName: description.displayName,
			nodes: nodes.map((one, at) => ({
				...one,
				position: [(at % COLUMNS) * 260, Math.floor(at / COLUMNS) * 260],
			})),
		};
	});
}

function descriptionIn(file: string): INodeTypeDescription {
	const exported = jest.requireActual<Record<string, new () => INodeType>>(
		path.join(PROJECT, file),
	);
	return new exported[path.basename(file, '.node.js')]().description;
}

function node(
	description: INodeTypeDescription,
	parameters: IDataObject,
	suffix: string,
): WorkflowNode {
	const { name, version, properties, credentials = [] } = description;
	const chosen = [parameters.resource, parameters.operation].filter(Boolean).join(' ');
	return {
		id: randomUUID(),
		name: `${chosen === '' ? name : chosen}${suffix}`,
		type: `${manifest.name}.${name}`,
		typeVersion: Number(version),
		parameters: { ...parameters, ...requiredTexts(properties, parameters) },
		credentials: Object.fromEntries(
			credentials.map(({ name: type }) => [type, { id: '', name: ACCOUNTS[type] }]),
		),
	};
}

/** Each resource with each of its operations. */
function choices(properties: INodeProperties[]): IDataObject[] {
	const resources = valuesOf(properties, 'resource', {});
	if (resources.length === 0) return operations(properties, {});
	return resources.flatMap((resource) => operations(properties, { resource }));
}

function operations(properties: INodeProperties[], chosen: IDataObject): IDataObject[] {
	const found = valuesOf(properties, 'operation', chosen);
	return found.length === 0 ? [chosen] : found.map((operation) => ({ ...chosen, operation }));
}

function valuesOf(properties: INodeProperties[], name: string, chosen: IDataObject) {
	const property = properties.find((one) => one.name === name && isShown(one, chosen));
	return (property?.options ?? []).flatMap((option) => ('value' in option ? [option.value] : []));
}

/** Whether a form with these values lacks a parameter that it has when the node is new. */
function hides(properties: INodeProperties[], choice: IDataObject, values: IDataObject): boolean {
	const asAdded = { ...defaults(properties, choice), ...choice };
	return properties.some((property) => isShown(property, asAdded) && !isShown(property, values));
}

/** Values that show as many parameters as can be seen together: pickers first, then what other choices hide. */
function everything(properties: INodeProperties[], choice: IDataObject): IDataObject {
	const values = { ...defaults(properties, choice), ...choice };
	const settled = new Set(Object.keys(choice));
	const pickersFirst = [...properties].sort(
		(one, other) => Number(isPicker(other)) - Number(isPicker(one)),
	);
	for (const property of pickersFirst) {
		const conditions = Object.entries(property.displayOptions?.show ?? {});
		const reachable = conditions.every(
			([name, allowed]) => !settled.has(name) || includes(allowed, values[name]),
		);
		// What hangs on an option or on a comparison is reached by no choice in the form.
		const isChoice = conditions.every(
			([name, allowed = []]) => !name.startsWith('/') && typeof allowed[0] !== 'object',
		);
		if (!reachable || !isChoice) continue;
		for (const [name, allowed = []] of conditions) {
			if (!includes(allowed, values[name])) values[name] = allowed[0] as NodeParameterValue;
			settled.add(name);
		}
	}
	const shown = properties.filter((property) => isShown(property, values));
	return { ...values, ...Object.fromEntries(shown.map((one) => [one.name, filled(one, values)])) };
}

function defaults(properties: INodeProperties[], choice: IDataObject): IDataObject {
	const own = properties.filter((property) => isShown(property, choice) || hasDefault(property));
	return Object.fromEntries(own.map(({ name, default: value }) => [name, value as IDataObject]));
}

function hasDefault({ type }: INodeProperties): boolean {
	return type === 'options' || type === 'boolean';
}

/** A parameter as it stands in the form when nothing of it is folded away. */
function filled(property: INodeProperties, values: IDataObject): IDataObject[string] {
	const parts = (property.options ?? []) as INodeProperties[];
	if (isPicker(property)) return { __rl: true, mode: 'list', value: '' };
	if (property.type === 'collection')
		return Object.fromEntries(parts.map((part) => [part.name, filled(part, {})]));
	if (property.type === 'fixedCollection') return { [parts[0].name]: [] };
	return values[property.name] ?? (property.default as IDataObject[string]);
}

/** Texts that must not be empty. */
function requiredTexts(properties: INodeProperties[], parameters: IDataObject): IDataObject {
	const required = properties.filter(
		(one) =>
			one.required === true && !isPicker(one) && one.default === '' && isShown(one, parameters),
	);
	return Object.fromEntries(required.map(({ name, type }) => [name, type === 'json' ? '{}' : '1']));
}

function isPicker({ type }: INodeProperties): boolean {
	return type === 'resourceLocator';
}

function isShown({ displayOptions }: INodeProperties, values: IDataObject): boolean {
	const { show = {}, hide = {} } = displayOptions ?? {};
	return (
		Object.entries(show).every(([name, allowed]) => includes(allowed, values[name])) &&
		!Object.entries(hide).some(([name, refused]) => includes(refused, values[name]))
	);
}

function includes(allowed: unknown, value: unknown): boolean {
	return Array.isArray(allowed) && allowed.includes(value);
}
