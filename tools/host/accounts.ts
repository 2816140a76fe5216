/** The two accounts as the shipped flows name them, pointed at the simulators. */
import type { HaloSimulator } from '../../simulators/halo/server';
import type { StellrSimulator } from '../../simulators/stellr/server';
import type { CredentialInput } from './restClient';

/** Names the shipped flows bind their credentials by; the README tells users to give theirs the same. */
export const STELLR_ACCOUNT = 'StreamOne Stellr account';
export const HALO_ACCOUNT = 'HaloPSA account';

/**
 * One credential for each reseller account the simulator serves. The first carries the documented name, the others add
 * their label to it.
 */
export function stellrCredentials({ state, url, tokenUrl }: StellrSimulator): CredentialInput[] {
	return state.accounts.map((account, index) => ({
		name: index === 0 ? STELLR_ACCOUNT : `${STELLR_ACCOUNT} (${account.label})`,
		type: 'stellrOAuth2Api',
		data: {
			accountLabel: account.label,
			// Only a custom region takes an address of its own in every case.
			region: 'custom',
			environment: account.environment,
			baseUrl: url,
			tokenUrl,
			clientId: account.clientId,
			clientSecret: account.clientSecret,
		},
	}));
}

/** `requestsPerWindow`: what the credential allows in five minutes; tests that count requests lift it. */
export function haloCredential(
	{ apiUrl, authUrl, credentials }: HaloSimulator,
	requestsPerWindow?: number,
): CredentialInput {
	return {
		name: HALO_ACCOUNT,
		type: 'haloPsaOAuth2Api',
		data: {
			resourceServer: apiUrl,
			authorisationServer: authUrl,
			tenant: credentials.tenant ?? '',
			scope: 'all',
			clientId: credentials.clientId,
			clientSecret: credentials.clientSecret,
			...(requestsPerWindow === undefined ? {} : { changeApiDetails: true, requestsPerWindow }),
		},
	};
}
