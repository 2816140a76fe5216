import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';

import { askHalo, haloFacts } from '../../core/check/discover/haloFacts';
import { checkHalo, haloNotUsable, type HaloToCheck } from '../../core/check/haloChecks';
import { Probe } from '../../core/check/probe';
import { haloPace } from '../../core/halo/pace';
import { limitHttp } from '../../core/http/limitHttp';
import type { Runtime } from '../../core/http/types';
import { connectHalo, HALO_CREDENTIAL } from '../shared/connect';
import type { HaloConnection } from '../shared/connect';
import { keyFieldChoice } from '../shared/haloKeyField';
import { haloLimiter } from '../shared/limiters';
import { issueOfThrown } from '../shared/stopNode';
import { openHttp } from './openHttp';
import { keptToken, type CheckedSide } from './side';

/** All checks of the Halo of this node's credential. */
export async function checkHaloSide(
	context: IExecuteFunctions,
	discover: boolean,
): Promise<CheckedSide> {
	const keyField = keyFieldChoice(context, 0);
	let connection: HaloConnection;
	try {
		connection = await connectHalo(context);
	} catch (thrown) {
		const { message, remedy } = issueOfThrown(thrown);
		return { checks: haloNotUsable({ seen: message, remedy }), facts: [], requests: 0 };
	}
	const fields = await context.getCredentials(HALO_CREDENTIAL);
	const options = context.getNodeParameter('options', 0, {}) as { licenceKeyField?: string };
	const open = openRuntime(context, connection, fields);
	const halo: HaloToCheck = {
		host: new URL(connection.addresses.baseUrl).host,
		tokenUrl: connection.addresses.tokenUrl,
		tenant: String(fields.tenant ?? '').trim(),
		scope: String(fields.scope ?? ''),
		withoutToken: open.runtime,
		token: async () => await keptToken(context, HALO_CREDENTIAL),
		keyField,
		licenceKeyField: options.licenceKeyField ?? 'snowid',
	};
	const probe = new Probe('halo', connection.runtime);
	const { checks, host } = await checkHalo(probe, halo);
	const requests = () => connection.requests.count() + open.sent();
	if (!discover) return { checks, facts: [], requests: requests() };
	await askHalo(probe, halo);
	const token = await halo.token();
	const facts = haloFacts({ probe, halo, host, token });
	return { checks, facts, requests: requests() };
}

/** Without a token, and counted in the same budget: Halo counts every request. */
function openRuntime(
	context: IExecuteFunctions,
	{ runtime, addresses, tenant }: HaloConnection,
	fields: ICredentialDataDecryptedObject,
): { runtime: Runtime; sent: () => number } {
	const http = openHttp(context, addresses.baseUrl);
	const limiter = haloLimiter(tenant, haloPace(fields));
	const caller = { flow: context.getExecutionId(), signal: runtime.signal };
	const paced = limitHttp(http, limiter, caller, runtime);
	let sent = 0;
	return {
		runtime: {
			...runtime,
			http: async (request) => {
				sent += 1;
				return await paced(request);
			},
		},
		sent: () => sent,
	};
}
