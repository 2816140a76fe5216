import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { HaloSimulator } from '../../simulators/halo/server';
import type { SimulatedMsp } from '../../simulators/simulatedMsp';
import type { StellrSimulator } from '../../simulators/stellr/server';
import { haloCredential, stellrCredentials } from '../../tools/host/accounts';
import type { NodeRun } from './harness';

/** Fields of the credentials by which a node in a test reaches the simulators; no request waits for its turn. */

const NO_LIMIT = 1_000_000;

/** Of the first reseller account. */
export function stellrFields(
	stellr: StellrSimulator,
	fields: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject {
	const [{ data }] = stellrCredentials(stellr);
	return { ...data, ...fields } as ICredentialDataDecryptedObject;
}

export function haloFields(
	halo: HaloSimulator,
	fields: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject {
	const { data } = haloCredential(halo, NO_LIMIT);
	return { ...data, ...fields } as ICredentialDataDecryptedObject;
}

/** Both sides of a simulated MSP. */
export function mspCredentials({
	stellr,
	halo,
}: SimulatedMsp): NonNullable<NodeRun['credentials']> {
	return { stellrOAuth2Api: stellrFields(stellr), haloPsaOAuth2Api: haloFields(halo) };
}
