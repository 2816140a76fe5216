import type { Json } from '../../../tools/host/flowRun';
import type { RestClient } from '../../../tools/host/restClient';
import { credentialsOf, type Tenant } from './tenants';

/** Changes what the Halo credentials in n8n say about requests and workers. */
export async function setPace(rest: RestClient, tenants: Tenant[], pace: Json): Promise<void> {
	const known = await rest.listCredentials();
	for (const credential of tenants.flatMap((tenant) => credentialsOf(tenant, pace))) {
		const { id } = known.find(({ name }) => name === credential.name) ?? {};
		if (id === undefined) throw new Error(`n8n has no credential "${credential.name}"`);
		await rest.updateCredential(id, credential);
	}
}
