import { withoutSecrets } from '../../core/http/responseText';
import type { HttpAnswer, HttpOutcome } from '../../core/http/types';

/**
 * n8n throws where core wants an outcome: its NodeApiError wraps axios' error, or the one of its OAuth client, as a
 * chain of causes. This reads the chain.
 */

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields | null {
	return typeof value === 'object' && value !== null ? (value as Fields) : null;
}

function chainOf(thrown: unknown): Fields[] {
	const chain: Fields[] = [];
	for (let link = fieldsOf(thrown); link && chain.length < 8; link = fieldsOf(link.cause)) {
		chain.push(link);
	}
	return chain;
}

/** The answer as core knows it. Axios has parsed JSON already; what is still text was none, or a plain JSON string. */
export function answerOf(status: number, rawHeaders: unknown, body: unknown): HttpAnswer {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(fieldsOf(rawHeaders) ?? {})) {
		if (value !== null && value !== undefined) headers[name.toLowerCase()] = String(value);
	}
	const saysJson = (headers['content-type'] ?? '').includes('json');
	const isJson = typeof body === 'string' ? saysJson && body !== '' : body !== undefined;
	return { kind: 'answer', status, headers, body, isJson };
}

// n8n replaces any message that holds one of these codes by a sentence of its own, hence words.
const NETWORK_WORDS: Record<string, string> = {
	ECONNREFUSED: 'the host refused the connection',
	ENOTFOUND: 'the host name is not known',
	EAI_AGAIN: 'the host name could not be looked up',
	EHOSTUNREACH: 'there is no way to the host',
	ENETUNREACH: 'there is no way to the network',
	CERT_HAS_EXPIRED: 'the certificate of the host has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the host is self-signed',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of the host could not be verified',
};

function networkCause(
	code: string,
	message: string,
): 'timeout' | 'reset' | 'unreachable' | 'cancelled' {
	if (code === 'ERR_CANCELED' || code === 'ABORT_ERR') return 'cancelled';
	if (code === 'ETIMEDOUT' || /timeout of|timed out/i.test(message)) return 'timeout';
	if (/^(ECONNRESET|EPIPE|ECONNABORTED|ERR_BAD_RESPONSE)$/.test(code)) return 'reset';
	return /socket hang up|aborted/i.test(message) ? 'reset' : 'unreachable';
}

function networkDetail(code: string, message: string): string {
	return (
		NETWORK_WORDS[code] ??
		withoutSecrets(message)
			.replace(/\bE[A-Z]{4,}\b/g, '')
			.trim()
	);
}

/** The token service's own word, such as `invalid_client`, before its sentence. */
function signInDetail(body: unknown, message: string): string {
	const fields = fieldsOf(typeof body === 'string' ? parsed(body) : body);
	const word = typeof fields?.error === 'string' ? fields.error : null;
	const said = fields?.error_description;
	const sentence = typeof said === 'string' ? said : message;
	return withoutSecrets(word ? `${word}: ${sentence}` : sentence);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** Same address but for the query, since n8n's OAuth client may add to it. */
function isTokenAddress(url: unknown, tokenUrl: string): boolean {
	return typeof url === 'string' && url.split('?')[0] === tokenUrl.split('?')[0];
}

/** What a thrown request comes to. `tokenUrl` tells the sign-in from the call itself. */
export function outcomeOfThrown(thrown: unknown, tokenUrl: string): HttpOutcome {
	const chain = chainOf(thrown);
	const message = String(chain[chain.length - 1]?.message ?? chain[0]?.message ?? thrown);

	const refused = chain.find((link) => link.code === 'EAUTH' || link.code === 'ESTATUS');
	if (refused) {
		const detail = signInDetail(refused.body, String(refused.message ?? message));
		const status = typeof refused.status === 'number' ? refused.status : 401;
		return { kind: 'lost', cause: 'signIn', detail, status };
	}

	const axios = chain.find((link) => link.isAxiosError === true || link.response !== undefined);
	const response = fieldsOf(axios?.response);
	const atSignIn = isTokenAddress(fieldsOf(axios?.config)?.url, tokenUrl);
	if (response && typeof response.status === 'number') {
		if (!atSignIn) return answerOf(response.status, response.headers, response.data);
		const detail = signInDetail(response.data, `status ${response.status}`);
		return { kind: 'lost', cause: 'signIn', detail, status: response.status };
	}

	const code = String(chain.find((link) => typeof link.code === 'string')?.code ?? '');
	const cause = networkCause(code, message);
	const detail = networkDetail(code, message);
	if (atSignIn && cause !== 'cancelled') return { kind: 'lost', cause: 'signIn', detail };
	return { kind: 'lost', cause, detail };
}
