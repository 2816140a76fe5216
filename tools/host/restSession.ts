import type { Owner } from './environment';

/** n8n ties the cookie to this header. */
const BROWSER_ID = 'stellr-halo-tools';

/** Requests to n8n's own REST interface, as its editor makes them, signed in as the owner. */
export class RestSession {
	private cookie = '';
	private projectId: string | null = null;

	constructor(
		readonly baseUrl: string,
		private readonly owner: Owner,
	) {}

	/** Makes the owner where n8n still asks for one: versions before 2 take none from their environment. */
	async setUpOwner(firstName: string, lastName: string): Promise<void> {
		const { userManagement } = await this.data<{
			userManagement: { showSetupOnFirstLoad?: boolean };
		}>('GET', '/rest/settings');
		if (userManagement.showSetupOnFirstLoad !== true) return;
		await this.data('POST', '/rest/owner/setup', { ...this.owner, firstName, lastName });
	}

	async login(): Promise<void> {
		const response = await this.send('POST', '/rest/login', {
			emailOrLdapLoginId: this.owner.email,
			password: this.owner.password,
		});
		if (!response.ok) throw new Error(`n8n did not accept the sign-in (HTTP ${response.status})`);
		this.cookie = response.headers
			.getSetCookie()
			.map((cookie) => cookie.split(';')[0])
			.filter((cookie) => cookie.startsWith('n8n-auth='))
			.join('; ');
	}

	/** Any request of the editor; resolves to the `data` of the answer. */
	async data<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await this.send(method, path, body);
		const text = await response.text();
		if (!response.ok) {
			throw new Error(
				`n8n answered ${response.status} to ${method} ${path.split('?')[0]}: ${text.slice(0, 400)}`,
			);
		}
		const answer = text === '' ? {} : (JSON.parse(text) as { data?: T });
		return (answer.data ?? answer) as T;
	}

	protected async send(method: string, path: string, body?: unknown): Promise<Response> {
		const request = fetch(`${this.baseUrl}${path}`, {
			method,
			headers: {
				'browser-id': BROWSER_ID,
				// An n8n that computes for seconds drops connections that waited, just when the next request is on its way.
				connection: 'close',
				...(this.cookie === '' ? {} : { cookie: this.cookie }),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		return await request.catch((failure: Error) => {
			const cause = failure.cause instanceof Error ? failure.cause.message : failure.message;
			throw new Error(`n8n did not answer ${method} ${path.split('?')[0]}: ${cause}`, {
				cause: failure,
			});
		});
	}

	protected async personalProject(): Promise<string> {
		this.projectId ??= (await this.data<{ id: string }>('GET', '/rest/projects/personal')).id;
		return this.projectId;
	}
}
