/** The Authorisation Server: client credentials in, bearer tokens out, with Halo's ways of saying no. */
import { type Answer, bare, ok, sentence } from './answers';
import type { HaloArea, HaloSwitches } from './switches';

export interface HaloCredentials {
	clientId: string;
	clientSecret: string;
	/** Without one, whatever tenant is sent is fine. */
	tenant?: string;
}

/** HaloAPI's list; each also exists as `read:` and `edit:`. */
const SCOPED_AREAS =
	`tickets calendar customers crm contracts suppliers items projects sales quotes sos pos invoices
	reporting software softwarelicensing kb assets timesheets`.split(/\s+/);

const KNOWN_SCOPES = new Set([
	'all',
	'all:standard',
	'admin',
	'offline_access',
	...SCOPED_AREAS.flatMap((area) => [`read:${area}`, `edit:${area}`]),
]);

interface LiveToken {
	clientId: string;
	scopes: string[];
	diesAt: number;
}

export interface TokenRequest {
	form: Record<string, string>;
	query: Record<string, string>;
	authorization: string;
}

export class TokenService {
	private readonly tokens = new Map<string, LiveToken>();
	private minted = 0;

	constructor(
		/** Of one tenant; the first one's tenant is everybody's. */
		private readonly applications: readonly HaloCredentials[],
		private readonly switches: HaloSwitches,
		private readonly now: () => number,
		/** Scopes the application was given; null for all there are. */
		private grantable: readonly string[] | null,
	) {}

	/** What the application was given; null for all there is. */
	get granted(): readonly string[] | null {
		return this.grantable;
	}

	/** From here on new tokens carry no more than these. */
	grant(scopes: readonly string[] | null): void {
		this.grantable = scopes;
	}

	mint(request: TokenRequest): Answer {
		const { form } = request;
		if (this.isWrongTenant(request)) return sentence(500, 'Internal Server Error');
		if (form.grant_type !== 'client_credentials')
			return oAuthRefusal(400, 'unsupported_grant_type');
		const application = this.applicationOf(request);
		if (application === null) {
			return oAuthRefusal(401, 'invalid_client', 'The client id or client secret is not valid.');
		}
		const scopes = (form.scope ?? '').split(/\s+/).filter(Boolean);
		if (scopes.length === 0 || !scopes.every((scope) => this.isGrantable(scope))) {
			return oAuthRefusal(400, 'invalid_scope');
		}
		this.minted += 1;
		const token = `halo-token-${this.minted}-${this.now().toString(36)}`;
		const lifetime = this.switches.tokenLifetimeSeconds;
		const { clientId } = application;
		this.tokens.set(token, { clientId, scopes, diesAt: this.now() + lifetime * 1000 });
		return ok({
			access_token: token,
			token_type: 'Bearer',
			expires_in: lifetime,
			scope: scopes.join(' '),
		});
	}

	/** Null when the call may pass. Without an area any live token will do. */
	refuse(authorization: string, area: HaloArea | null, writes: boolean): Answer | null {
		const live = this.tokenOf(authorization);
		if (!live || live.diesAt <= this.now()) return bare(this.switches.expiredTokenStatus);
		if (area === null || allows(live.scopes, area, writes)) return null;
		return bare(403);
	}

	/** Client id of the application whose token was sent. */
	clientOf(authorization: string): string | null {
		return this.tokenOf(authorization)?.clientId ?? null;
	}

	/** Every token now living is dead. */
	expireAll(): void {
		this.tokens.clear();
	}

	private isWrongTenant({ form, query }: TokenRequest): boolean {
		const expected = this.applications[0]?.tenant;
		if (this.switches.tenant === 'ignored' || expected === undefined) return false;
		const sent = this.switches.tenant === 'query' ? query.tenant : form.tenant;
		if (sent === undefined || sent === '') return this.switches.tenantRequired;
		return sent !== expected;
	}

	private applicationOf({ form, authorization }: TokenRequest): HaloCredentials | null {
		const basic = Buffer.from(authorization.replace(/^Basic\s+/i, ''), 'base64').toString();
		const isSent = ({ clientId, clientSecret }: HaloCredentials) =>
			(form.client_id === clientId && form.client_secret === clientSecret) ||
			(this.switches.basicAuth === 'accepted' && basic === `${clientId}:${clientSecret}`);
		return this.applications.find(isSent) ?? null;
	}

	private tokenOf(authorization: string): LiveToken | undefined {
		return this.tokens.get(authorization.replace(/^Bearer\s+/i, ''));
	}

	private isGrantable(scope: string): boolean {
		return KNOWN_SCOPES.has(scope) && (this.grantable === null || this.grantable.includes(scope));
	}
}

function allows(scopes: string[], area: HaloArea, writes: boolean): boolean {
	if (scopes.includes('all')) return true;
	if (area === 'admin') return scopes.includes('admin');
	if (scopes.includes('all:standard') || scopes.includes(`edit:${area}`)) return true;
	return !writes && scopes.includes(`read:${area}`);
}

function oAuthRefusal(status: number, error: string, description?: string): Answer {
	return ok({ error, ...(description ? { error_description: description } : {}) }, status);
}
