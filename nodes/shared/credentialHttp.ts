import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestMethods,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { vendorText } from '../../core/http/responseText';
import type { Http, HttpOutcome, HttpRequest } from '../../core/http/types';
import type { NodeContext } from './context';
import { answerOf, outcomeOfThrown } from './thrownOutcome';

const TIMEOUT_MS = 60_000;

export interface CredentialHttpOptions {
	credentialType: string;
	baseUrl: string;
	tokenUrl: string;
	/** Statuses by which the API may mean "the token has expired". */
	expiredStatuses: number[];
	/** Whether n8n keeps a token that still lasts, so that no request has to fetch one. */
	signedIn: boolean;
	/** Called once for each request that is sent. */
	onSend?: () => void;
}

/** An API reached through a credential of n8n, as the one function that core knows. Never throws. */
export function credentialHttp(context: NodeContext, options: CredentialHttpOptions): Http {
	const send = async (request: HttpRequest, evenIfFresh: boolean): Promise<HttpOutcome> => {
		options.onSend?.();
		try {
			const answer = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				options.credentialType,
				requestOptions(request, options),
				{
					oauth2: {
						tokenExpiredStatusCode: options.expiredStatuses,
						skipRefreshWhileTokenIsFresh: !evenIfFresh,
					},
				},
			)) as { statusCode: number; headers: unknown; body: unknown };
			return answerOf(answer.statusCode, answer.headers, answer.body);
		} catch (thrown) {
			return outcomeOfThrown(thrown, options.tokenUrl);
		}
	};
	const http: Http = async (request) => {
		const outcome = await send(request, false);
		// n8n takes the stored token for fresh, but the API says it is none: mint a new one and repeat once.
		return saysTokenIsBad(outcome) ? await send(request, true) : outcome;
	};
	return options.signedIn ? http : onceSignedIn(http);
}

function requestOptions(request: HttpRequest, options: CredentialHttpOptions): IHttpRequestOptions {
	return {
		method: request.method as IHttpRequestMethods,
		baseURL: options.baseUrl,
		url: request.path,
		qs: request.query as IDataObject | undefined,
		body: request.body as IDataObject | undefined,
		headers: { Accept: 'application/json', ...(request.body === undefined ? {} : JSON_BODY) },
		returnFullResponse: true,
		// n8n renews the token only for statuses that are thrown; every other status comes back as an answer.
		ignoreHttpStatusErrors: { ignore: true, except: options.expiredStatuses },
		// A redirect would carry the token to a host nobody checked.
		disableFollowRedirect: true,
		timeout: TIMEOUT_MS,
	};
}

const JSON_BODY = { 'Content-Type': 'application/json' };

function saysTokenIsBad(outcome: HttpOutcome): boolean {
	if (outcome.kind !== 'answer' || outcome.status !== 400) return false;
	return /\b(access.?token|bearer|token (has )?expired|expired token|invalid token)\b/i.test(
		vendorText(outcome.body) ?? '',
	);
}

/** As n8n itself: a token that ends within a minute is as good as none. */
const TOKEN_MARGIN_MS = 60_000;

/** Whether the kept token (`oauthTokenData`) is one that lasts. Older n8n do not note when it ends: then it is not. */
export function keepsLastingToken({ oauthTokenData }: ICredentialDataDecryptedObject): boolean {
	const { access_token: token, n8n_expires_at: endsAt } = (oauthTokenData ?? {}) as IDataObject;
	return Boolean(token) && Number(endsAt) > Date.now() + TOKEN_MARGIN_MS;
}

/**
 * The first request goes alone: parallel first requests would each fetch a token of their own. Renewing one is different,
 * n8n does that once for all who ask.
 */
function onceSignedIn(http: Http): Http {
	let first: Promise<HttpOutcome> | null = null;
	return async (request) => {
		if (first === null) {
			first = http(request);
			return await first;
		}
		await first;
		return await http(request);
	};
}
