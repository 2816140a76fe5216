/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
/** The one n8n of a run: Jest's set-up leaves its address in the environment, where suites find it. */
import { RestClient } from '../../../tools/host/restClient';
import type { RunningN8n } from '../../../tools/host/startN8n';

interface HostAddress {
	url: string;
	email: string;
	password: string;
	tarball: string;
	logFile: string;
}

const VARIABLE = 'STELLR_HALO_E2E_HOST';
let host: RunningN8n | null = null;

export function keepHost(n8n: RunningN8n, tarball: string): void {
	host = n8n;
	const { url, email, password, logFile } = n8n;
	process.env[VARIABLE] = JSON.stringify({ url, email, password, tarball, logFile });
}

export async function dropHost(): Promise<void> {
	await host?.stop();
}

/** Where the shared n8n is, and which tarball it runs. */
export function hostAddress(): HostAddress {
	const text = process.env[VARIABLE];
	if (text === undefined) throw new Error('Start these tests with `npm run test:e2e`.');
	return JSON.parse(text);
}

/** A client of the shared n8n, signed in as its owner. */
export async function connectToHost(): Promise<RestClient> {
	const { url, email, password } = hostAddress();
	const rest = new RestClient(url, { email, password });
	await rest.login();
	return rest;
}

/** Takes out what an earlier suite left: workflows, credentials, Data tables. */
export async function emptyHost(rest: RestClient): Promise<void> {
	for (const { id } of await rest.listWorkflows()) await rest.deleteWorkflow(id);
	for (const { id } of await rest.listCredentials()) await rest.deleteCredential(id);
	for (const { id } of await rest.listDataTables()) await rest.deleteDataTable(id);
}
