/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, not inside n8n */
import path from 'node:path';
import type { HaloSimulator } from '../../simulators/halo/server';
import type { StellrSimulator } from '../../simulators/stellr/server';
import { haloCredential, stellrCredentials } from '../host/accounts';
import type { CredentialInput, Workflow, WorkflowNode } from '../host/restClient';
import { readWorkflows } from '../host/startN8n';

const WORKFLOWS = path.resolve(__dirname, '../../workflows');
const RIVALS = path.join(__dirname, 'rivals');

/** The addresses that the rivals' files hold. */
const STELLR_ADDRESS = 'https://api.us.tdsynnex.com';
const HALO_ADDRESS = 'https://company.halopsa.com/api';

/** Requests that a rival sends to Halo at once before it pauses. */
const BURST = 5;

/** What everybody has to keep to. */
export interface FlowLimits {
	/** Requests to Halo within a rolling window. */
	requests: number;
	windowSeconds: number;
	/** Requests to Stellr at the same time. */
	stellrAtOnce: number;
	/** Added to every answer by both simulators. */
	latencyMs: number;
}

export type WorkflowFile = Omit<Workflow, 'id'>;

/** One way to do the job, ready to be put into an n8n. */
export interface Contestant {
	name: string;
	flow: WorkflowFile;
	credentials: CredentialInput[];
}

/** This package first, then what a user would build of n8n's own nodes. */
export function flowContestants(
	stellr: StellrSimulator,
	halo: HaloSimulator,
	limits: FlowLimits,
): Contestant[] {
	const rivalCredentials = [oAuth2ForStellr(stellr), oAuth2ForHalo(halo)];
	const rival = (name: string, file: string): Contestant => ({
		name,
		flow: rivalFlow(readWorkflows(path.join(RIVALS, file))[0], stellr.url, halo.apiUrl, limits),
		credentials: rivalCredentials,
	});
	return [
		{ name: 'this package', flow: ourFlow(), credentials: ourCredentials(stellr, halo, limits) },
		rival('customer by customer', 'customer-by-customer.json'),
		rival('paged lists', 'paged-lists.json'),
	];
}

/**
 * The shipped Quick start, set to create clients too, as a user may: with the node that Import customers reads the
 * subscriptions of unmapped customers with, nobody asked, and the key field picked from its list.
 */
export function ourFlow(): WorkflowFile {
	const [flow] = readWorkflows(path.join(WORKFLOWS, 'quick-start.json'));
	const [importFlow] = readWorkflows(path.join(WORKFLOWS, 'import-customers.json'));
	const reader = nodeNamed(importFlow, 'Subscriptions of the unmapped');
	const keyField = { __rl: true, mode: 'list', value: '104:CFStellrCustomerNo' };
	const changes: Record<string, Record<string, unknown>> = {
		'Halo Clients': { keyField },
		'Mapping Match': { options: { firstMapping: 'apply' } },
		'Plan clients': { keyField, createMissing: 'on' },
		'Apply clients': { keyField, createMissing: 'on' },
	};
	for (const [name, parameters] of Object.entries(changes))
		Object.assign(nodeNamed(flow, name).parameters, parameters);
	const wire = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return {
		...flow,
		nodes: [...flow.nodes, reader],
		connections: {
			...flow.connections,
			'Mapping Match': wire(reader.name),
			[reader.name]: wire('Plan clients'),
		},
	};
}

/** A rival at the simulators' addresses, at the pace that the limits allow; nothing else is changed. */
export function rivalFlow(
	flow: WorkflowFile,
	stellrUrl: string,
	haloUrl: string,
	limits: FlowLimits,
): WorkflowFile {
	const text = JSON.stringify(flow)
		.replaceAll(STELLR_ADDRESS, stellrUrl)
		.replaceAll(HALO_ADDRESS, haloUrl);
	const moved = JSON.parse(text) as WorkflowFile;
	for (const { type, parameters } of moved.nodes) {
		if (type === 'n8n-nodes-base.wait') parameters.amount = limits.windowSeconds;
		const options = parameters.options as { batching?: unknown } | undefined;
		if (type !== 'n8n-nodes-base.httpRequest' || options?.batching === undefined) continue;
		const atHalo = String(parameters.url).includes(haloUrl);
		options.batching = { batch: atHalo ? haloPace(limits) : stellrPace(limits) };
	}
	return moved;
}

/**
 * The HTTP Request node starts a batch after each pause. Where one node follows another two batches come together, so
 * the pause leaves room for one.
 */
function haloPace({ requests, windowSeconds }: FlowLimits) {
	const pause = (windowSeconds * 1000 * BURST) / (requests - BURST);
	return { batchSize: BURST, batchInterval: Math.ceil(pause) };
}

/**
 * The node does not wait for answers, and takes some milliseconds to put six requests together: with this pause about six
 * are under way all the time.
 */
function stellrPace({ stellrAtOnce, latencyMs }: FlowLimits) {
	return { batchSize: stellrAtOnce, batchInterval: Math.ceil(latencyMs / 4) };
}

function nodeNamed(flow: WorkflowFile, name: string): WorkflowNode {
	const node = flow.nodes.find((entry) => entry.name === name);
	if (node === undefined) throw new Error(`"${flow.name}" has no node "${name}"`);
	return node;
}

function ourCredentials(
	stellr: StellrSimulator,
	halo: HaloSimulator,
	{ requests, windowSeconds, stellrAtOnce }: FlowLimits,
): CredentialInput[] {
	const atStellr = stellrCredentials(stellr).map((credential) => ({
		...credential,
		data: { ...credential.data, changeApiDetails: true, parallelRequests: stellrAtOnce },
	}));
	const atHalo = haloCredential(halo, requests);
	return [...atStellr, { ...atHalo, data: { ...atHalo.data, windowSeconds } }];
}

function oAuth2ForStellr({ state, tokenUrl }: StellrSimulator): CredentialInput {
	const [{ clientId, clientSecret }] = state.accounts;
	return oAuth2('StreamOne Stellr (OAuth2)', tokenUrl, { clientId, clientSecret, scope: '' });
}

function oAuth2ForHalo({ authUrl, credentials }: HaloSimulator): CredentialInput {
	const { clientId, clientSecret, tenant = '' } = credentials;
	const tokenUrl = `${authUrl}/token?tenant=${encodeURIComponent(tenant)}`;
	return oAuth2('HaloPSA (OAuth2)', tokenUrl, { clientId, clientSecret, scope: 'all' });
}

function oAuth2(
	name: string,
	accessTokenUrl: string,
	client: { clientId: string; clientSecret: string; scope: string },
): CredentialInput {
	const data = {
		grantType: 'clientCredentials',
		accessTokenUrl,
		authentication: 'body',
		sendAdditionalBodyProperties: false,
		additionalBodyProperties: '',
		...client,
	};
	return { name, type: 'oAuth2Api', data };
}
