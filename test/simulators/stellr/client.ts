/** A plain caller of the Stellr simulator, as unknowing as a first integration would be. */
import type { StellrSimulator } from '../../../simulators/stellr/server';

export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	/** Parsed where it was JSON, else null. */
	body: Body;
}

export interface Body {
	requestId?: unknown;
	data?: Data;
	[key: string]: unknown;
}

export interface Data {
	total?: number;
	records?: Array<Record<string, unknown>>;
	[key: string]: unknown;
}

export async function askToken(
	simulator: StellrSimulator,
	form: Record<string, string> = {},
	headers: Record<string, string> = {},
): Promise<Reply> {
	const [account] = simulator.state.accounts;
	const fields = {
		grant_type: 'client_credentials',
		client_id: account.clientId,
		client_secret: account.clientSecret,
		...form,
	};
	const body = new URLSearchParams(fields);
	return replyOf(await fetch(simulator.tokenUrl, { method: 'POST', body, headers }));
}

export async function tokenOf(simulator: StellrSimulator, label = 'us'): Promise<string> {
	const account = simulator.state.accounts.find((one) => one.label === label);
	const reply = await askToken(simulator, {
		client_id: account?.clientId ?? '',
		client_secret: account?.clientSecret ?? '',
	});
	return String(reply.body.access_token);
}

/** Mints a token for every call, as a careless caller would. */
export async function get(
	simulator: StellrSimulator,
	path: string,
	label?: string,
): Promise<Reply> {
	return getWith(simulator, path, await tokenOf(simulator, label));
}

export async function getWith(
	simulator: StellrSimulator,
	path: string,
	token?: string,
): Promise<Reply> {
	const headers: Record<string, string> =
		token === undefined ? {} : { authorization: `Bearer ${token}` };
	return replyOf(await fetch(simulator.url + path, { headers }));
}

export async function post(
	simulator: StellrSimulator,
	path: string,
	body: unknown,
): Promise<Reply> {
	const headers = {
		authorization: `Bearer ${await tokenOf(simulator)}`,
		'content-type': 'application/json',
	};
	return replyOf(
		await fetch(simulator.url + path, { method: 'POST', headers, body: JSON.stringify(body) }),
	);
}

async function replyOf(response: Response): Promise<Reply> {
	const text = await response.text();
	let body: Body = {};
	try {
		body = JSON.parse(text) as Body;
	} catch {
		// A page or nothing: the test looks at `text`.
	}
	return { status: response.status, headers: response.headers, text, body };
}
