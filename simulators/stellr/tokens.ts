/** The token service: client credentials in a form body, a bearer token, no refresh token. */
import { tokenRefusal } from './answer';
import type { Answer } from './answer';
import type { StellrAccountState, StellrState } from './state';
import type { StellrSwitches } from './switches';

interface IssuedToken {
	label: string;
	expiresAt: number;
}

export interface TokenCall {
	form: URLSearchParams;
	authorization: string | undefined;
}

export class TokenService {
	private readonly issued = new Map<string, IssuedToken>();
	private counter = 0;
	private startedAt: number;

	constructor(
		private readonly state: StellrState,
		private readonly serves: {
			environment: StellrAccountState['environment'];
			region?: StellrAccountState['region'];
		},
		private readonly now: () => number,
	) {
		this.startedAt = now();
	}

	mint(call: TokenCall, switches: StellrSwitches): Answer {
		if (call.form.get('grant_type') !== 'client_credentials') {
			return tokenRefusal(400, 'unsupported_grant_type', 'Only client_credentials is served');
		}
		const account = this.accountOf(call, switches);
		const inertUntil = this.startedAt + switches.newCredentialInertSeconds * 1000;
		if (!account || this.now() < inertUntil) {
			return tokenRefusal(401, 'invalid_client', 'Client authentication did not succeed');
		}
		this.counter += 1;
		const token = `sim-${account.label}-${this.counter}-${this.startedAt.toString(36)}`;
		const lifetime = switches.tokenLifetimeSeconds;
		this.issued.set(token, { label: account.label, expiresAt: this.now() + lifetime * 1000 });
		const body = { access_token: token, token_type: 'Bearer', expires_in: lifetime };
		return { status: 200, body };
	}

	/** The account a header's token speaks for; null when there is none, or it is expired or foreign. */
	accountFor(authorization: string | undefined): StellrAccountState | null {
		const token = bearer(authorization);
		const found = token === null ? undefined : this.issued.get(token);
		if (!found || found.expiresAt <= this.now()) return null;
		return this.state.accounts.find(({ label }) => label === found.label) ?? null;
	}

	expire(authorization: string | undefined): void {
		const token = bearer(authorization);
		if (token !== null) this.issued.delete(token);
	}

	reset(): void {
		this.issued.clear();
		this.startedAt = this.now();
	}

	private accountOf(call: TokenCall, switches: StellrSwitches): StellrAccountState | undefined {
		const [id, secret] = sentCredentials(call, switches);
		return this.state.accounts.find(
			(account) =>
				account.clientId === id &&
				account.clientSecret === secret &&
				account.environment === this.serves.environment &&
				(this.serves.region === undefined || account.region === this.serves.region),
		);
	}
}

function sentCredentials(call: TokenCall, switches: StellrSwitches): [string?, string?] {
	const id = call.form.get('client_id');
	const secret = call.form.get('client_secret');
	if (id !== null && secret !== null) return [id, secret];
	const basic = /^Basic (.+)$/i.exec(call.authorization ?? '');
	if (!basic || switches.tokenClientAuth === 'body') return [];
	const [name, ...rest] = Buffer.from(basic[1], 'base64').toString('utf8').split(':');
	return [decodeURIComponent(name), decodeURIComponent(rest.join(':'))];
}

function bearer(authorization: string | undefined): string | null {
	return /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}
