import type { IExecuteFunctions } from 'n8n-workflow';

import type { Check } from '../../core/check/check';
import type { Fact } from '../../core/check/discover/fact';
import { tokenFacts, type TokenFacts } from '../../core/check/token';

/** What one side of the connection came to. */
export interface CheckedSide {
	checks: Check[];
	/** Empty unless they were asked for. */
	facts: Fact[];
	requests: number;
}

export function hasCredential(context: IExecuteFunctions, type: string): boolean {
	return context.getNode().credentials?.[type] !== undefined;
}

/** What n8n keeps of the token answer, once somebody has signed in. */
export async function keptToken(
	context: IExecuteFunctions,
	type: string,
): Promise<TokenFacts | null> {
	const { oauthTokenData } = await context.getCredentials(type);
	return tokenFacts(oauthTokenData);
}
