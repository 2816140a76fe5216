/** What may be said about a token: never the token itself. */
export interface TokenFacts {
	/** Names of the fields in the token answer. */
	fields: string[];
	/** Scopes that were granted, when the answer names them. */
	scope: string | null;
	/** Seconds, when the answer names them. */
	lifetime: number | null;
	/** `Bearer`. */
	type: string | null;
}

/** n8n's own notes beside what the token service answered. */
const NOT_THE_VENDORS = /^n8n_|^callbackQueryString$/;

/** Reads what n8n keeps of the token answer; null when it keeps nothing. */
export function tokenFacts(kept: unknown): TokenFacts | null {
	if (typeof kept !== 'object' || kept === null) return null;
	const answer = kept as Record<string, unknown>;
	const lifetime = Number(answer.expires_in ?? Number.NaN);
	return {
		fields: Object.keys(answer).filter((name) => !NOT_THE_VENDORS.test(name)),
		scope: typeof answer.scope === 'string' && answer.scope.trim() !== '' ? answer.scope : null,
		lifetime: Number.isFinite(lifetime) ? lifetime : null,
		type: typeof answer.token_type === 'string' ? answer.token_type : null,
	};
}
