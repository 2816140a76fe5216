import type { IExecuteFunctions } from 'n8n-workflow';

import type { Http } from '../../core/http/types';
import { answerOf, outcomeOfThrown } from '../shared/thrownOutcome';

const TIMEOUT_MS = 30_000;

/** The same API without any credential, for what it says to everybody. Nothing secret is sent; reads only. */
export function openHttp(context: IExecuteFunctions, baseUrl: string): Http {
	return async (request) => {
		try {
			const answer = (await context.helpers.httpRequest({
				method: 'GET',
				baseURL: baseUrl,
				url: request.path,
				headers: { Accept: 'application/json' },
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: TIMEOUT_MS,
			})) as { statusCode: number; headers: unknown; body: unknown };
			return answerOf(answer.statusCode, answer.headers, answer.body);
		} catch (thrown) {
			return outcomeOfThrown(thrown, '');
		}
	};
}
