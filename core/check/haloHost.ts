import { call } from '../http/call';
import type { ApiFailure } from '../http/failure';
import type { Runtime } from '../http/types';
import { isRecord } from '../halo/answers';

/** What an address says of itself before anybody signs in. */
export type HostSeen =
	| { kind: 'halo'; authUrl: string | null; tenant: string | null }
	/** It has no such page, or says nothing in it: an older Halo, or none. */
	| { kind: 'silent' }
	| { kind: 'notHalo'; failure: ApiFailure };

/**
 * Asks the Resource Server which Authorisation Server and tenant are its own. Needs no token: a host that is no Halo is
 * found out before the secret is sent anywhere.
 */
export async function lookAtHost(withoutToken: Runtime): Promise<HostSeen> {
	const about = { api: 'halo' as const, doing: 'Read API Details' };
	const answer = await call(withoutToken, about, { method: 'GET', path: '/authinfo' });
	if (!answer.ok) {
		const { failure } = answer;
		const elsewhere = failure.code === 'notJson' || failure.code === 'unreachable';
		return elsewhere ? { kind: 'notHalo', failure } : { kind: 'silent' };
	}
	const info = isRecord(answer.value) ? answer.value : {};
	const [authUrl, tenant] = [textIn(info.auth_url), textIn(info.tenant_id)];
	return authUrl === null && tenant === null
		? { kind: 'silent' }
		: { kind: 'halo', authUrl, tenant };
}

/** Whether two ways of writing an Authorisation Server mean the same. */
export function sameAuthServer(a: string, b: string): boolean {
	return plain(a) === plain(b);
}

function plain(address: string): string {
	return address
		.split('?')[0]
		.trim()
		.toLowerCase()
		.replace(/\/+$/, '')
		.replace(/\/token$/, '');
}

function textIn(value: unknown): string | null {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
