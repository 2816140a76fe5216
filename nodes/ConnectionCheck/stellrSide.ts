import type { IExecuteFunctions } from 'n8n-workflow';

import { askStellr, stellrFacts } from '../../core/check/discover/stellrFacts';
import { Probe } from '../../core/check/probe';
import { checkStellr, stellrNotUsable } from '../../core/check/stellrChecks';
import { connectStellr, STELLR_CREDENTIAL } from '../shared/connect';
import type { StellrConnection } from '../shared/connect';
import { issueOfThrown } from '../shared/stopNode';
import { keptToken, type CheckedSide } from './side';

/** All checks of the Stellr account of this node's credential. */
export async function checkStellrSide(
	context: IExecuteFunctions,
	discover: boolean,
): Promise<CheckedSide> {
	let connection: StellrConnection;
	try {
		connection = await connectStellr(context);
	} catch (thrown) {
		const { message, remedy } = issueOfThrown(thrown);
		return { checks: stellrNotUsable({ seen: message, remedy }), facts: [], requests: 0 };
	}
	const { runtime, addresses, account, settings, requests } = connection;
	const fields = await context.getCredentials(STELLR_CREDENTIAL);
	const stellr = {
		account,
		settings,
		addresses: {
			region: String(fields.region),
			environment: String(fields.environment),
			...addresses,
		},
	};
	const probe = new Probe('stellr', runtime);
	const checks = await checkStellr(probe, stellr);
	if (!discover) return { checks, facts: [], requests: requests.count() };
	await askStellr(probe, stellr);
	const token = await keptToken(context, STELLR_CREDENTIAL);
	return { checks, facts: stellrFacts({ probe, stellr, token }), requests: requests.count() };
}
