import { sleep } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { whyNotAnAddress } from '../../core/http/address';
import { haloBaseUrl } from '../../core/halo/baseUrl';
import { haloPace } from '../../core/halo/pace';
import { limitHttp } from '../../core/http/limitHttp';
import type { Limiter } from '../../core/http/limiter';
import type { Http, Runtime } from '../../core/http/types';
import type { Issue } from '../../core/items/issue';
import { stellrBaseUrl } from '../../core/stellr/baseUrl';
import { stellrSettings } from '../../core/stellr/settings';
import type { StellrSettings } from '../../core/stellr/settings';
import { cancelSignalOf } from './context';
import type { NodeContext } from './context';
import { credentialHttp, keepsLastingToken } from './credentialHttp';
import { haloLimiter, stellrLimiter } from './limiters';
import { stopWith } from './stopNode';
import { waitingNotes } from './waitingNotes';

export const STELLR_CREDENTIAL = 'stellrOAuth2Api';
export const HALO_CREDENTIAL = 'haloPsaOAuth2Api';

/** Requests that were sent, without those for tokens. */
export interface RequestCount {
	count(): number;
}

/** Where the API is and where n8n signs in, both judged. */
export interface Addresses {
	baseUrl: string;
	tokenUrl: string;
}

export interface StellrConnection {
	runtime: Runtime;
	addresses: Addresses;
	/** The credential's account label, which namespaces every id. */
	account: string;
	settings: StellrSettings;
	requests: RequestCount;
}

export interface HaloConnection {
	runtime: Runtime;
	addresses: Addresses;
	/** Tells one Halo from another: host, and tenant where one is given. */
	tenant: string;
	requests: RequestCount;
}

/** The Stellr account of the node's credential, ready to be called. Throws what stops the node when it is not usable. */
export async function connectStellr(context: NodeContext): Promise<StellrConnection> {
	const credential = await context.getCredentials(STELLR_CREDENTIAL);
	const account = accountLabel(context, credential);
	const tokenUrl = text(credential, 'accessTokenUrl');
	const addresses = { baseUrl: stellrBaseUrl(credential), tokenUrl };
	checkAddresses(context, addresses, { baseUrl: 'API Base URL', tokenUrl: 'Token URL' });
	const settings = stellrSettings(credential);
	const limiter = stellrLimiter(
		`${addresses.baseUrl} ${text(credential, 'clientId')}`,
		settings.concurrency,
	);
	const counter = requestCounter();
	const http = credentialHttp(context, {
		credentialType: STELLR_CREDENTIAL,
		...addresses,
		expiredStatuses: [401],
		signedIn: keepsLastingToken(credential),
		onSend: counter.add,
	});
	const runtime = runtimeOf(context, http, limiter, `Stellr account "${account}"`);
	return { runtime, addresses, account, settings, requests: counter };
}

/** The Halo of the node's credential, ready to be called. Throws what stops the node when it is not usable. */
export async function connectHalo(context: NodeContext): Promise<HaloConnection> {
	const credential = await context.getCredentials(HALO_CREDENTIAL);
	const tokenUrl = text(credential, 'accessTokenUrl');
	const addresses = { baseUrl: haloBaseUrl(credential), tokenUrl };
	checkAddresses(context, addresses, {
		baseUrl: 'Resource Server',
		tokenUrl: 'Authorisation Server',
	});
	const { host } = new URL(addresses.baseUrl);
	const tenant = [host, text(credential, 'tenant').toLowerCase()].filter(Boolean).join(' ');
	const counter = requestCounter();
	const http = credentialHttp(context, {
		credentialType: HALO_CREDENTIAL,
		...addresses,
		// Halo answers an expired token with 401, at times with 400 or 403.
		expiredStatuses: [400, 401, 403],
		signedIn: keepsLastingToken(credential),
		onSend: counter.add,
	});
	const limiter = haloLimiter(tenant, haloPace(credential));
	const runtime = runtimeOf(context, http, limiter, 'HaloPSA');
	return { runtime, addresses, tenant, requests: counter };
}

function runtimeOf(context: NodeContext, http: Http, limiter: Limiter, whose: string): Runtime {
	const surroundings = {
		sleep,
		now: () => Date.now(),
		random: () => Math.random(),
		signal: cancelSignalOf(context),
	};
	const caller = {
		// A form that fills its list takes turns like an execution of its own.
		flow: context.getExecutionId() ?? 'form',
		signal: surroundings.signal,
		...waitingNotes(context, whose, limiter),
	};
	return { ...surroundings, http: limitHttp(http, limiter, caller, surroundings) };
}

function requestCounter(): RequestCount & { add: () => void } {
	let sent = 0;
	return { add: () => (sent += 1), count: () => sent };
}

function text(credential: ICredentialDataDecryptedObject, field: string): string {
	const value = credential[field];
	return typeof value === 'string' ? value.trim() : '';
}

const LABEL = /^[a-z0-9._-]+$/;

function accountLabel(context: NodeContext, credential: ICredentialDataDecryptedObject): string {
	const label = text(credential, 'accountLabel').toLowerCase();
	if (LABEL.test(label)) return label;
	const seen = label === '' ? 'is empty' : `holds "${label}"`;
	throw stopWith(
		context.getNode(),
		credentialIssue(
			`Account Label in the Stellr credential ${seen}`,
			'Give the account a short name of small letters, digits, dot, dash or underscore, such as "us".',
		),
	);
}

function credentialIssue(message: string, remedy: string): Issue {
	return { code: 'credentialIncomplete', message: `${message}.`, remedy, requestId: null };
}

/** n8n itself posts the secret to the token address, so both addresses are judged before the first call. */
function checkAddresses(context: NodeContext, addresses: Addresses, labels: Addresses): void {
	for (const part of ['baseUrl', 'tokenUrl'] as const) {
		const [label, why] = [labels[part], whyNotAnAddress(addresses[part])];
		if (why === null) continue;
		throw stopWith(
			context.getNode(),
			credentialIssue(
				`${label} in the credential ${why}`,
				`Set ${label} in the credential; nothing was sent, so the secret has not left this n8n.`,
			),
		);
	}
}
