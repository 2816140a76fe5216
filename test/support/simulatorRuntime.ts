import type { Http, Runtime } from '../../core/http/types';

/** Signs in at a token endpoint as n8n does, with a form body. */
export async function signIn(
	tokenUrl: string,
	credentials: { clientId: string; clientSecret: string },
	scope = '',
): Promise<string> {
	const answer = await fetch(tokenUrl, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: credentials.clientId,
			client_secret: credentials.clientSecret,
			...(scope === '' ? {} : { scope }),
		}),
	});
	const { access_token: token } = (await answer.json()) as { access_token: string };
	return token;
}

/** Core's surroundings over fetch, so that core is tried against a simulator without n8n in between. */
export function runtimeFor(baseUrl: string, token: string): Runtime {
	const http: Http = async ({ method, path, query, body }) => {
		const search = new URLSearchParams();
		for (const [name, value] of Object.entries(query ?? {})) search.set(name, String(value));
		try {
			const answer = await fetch(`${baseUrl}${path}?${search.toString()}`, {
				method,
				headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
				body: body === undefined ? undefined : JSON.stringify(body),
			});
			const text = await answer.text();
			const isJson = (answer.headers.get('content-type') ?? '').includes('json') && text !== '';
			const headers = Object.fromEntries(answer.headers.entries());
			return {
				kind: 'answer',
				status: answer.status,
				headers,
				body: isJson ? JSON.parse(text) : text,
				isJson,
			};
		} catch (lost) {
			return { kind: 'lost', cause: 'reset', detail: String(lost) };
		}
	};
	return { http, sleep: async () => {}, now: () => Date.now(), random: () => 0.5 };
}
