import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { ConnectionCheck } from '../../nodes/ConnectionCheck/ConnectionCheck.node';
import { HaloClients } from '../../nodes/HaloClients/HaloClients.node';
import { HaloClientUpsert } from '../../nodes/HaloClientUpsert/HaloClientUpsert.node';
import { HaloLicenceUpsert } from '../../nodes/HaloLicenceUpsert/HaloLicenceUpsert.node';
import { LicenceReconcile } from '../../nodes/LicenceReconcile/LicenceReconcile.node';
import { MappingMatch } from '../../nodes/MappingMatch/MappingMatch.node';
import { MappingReview } from '../../nodes/MappingReview/MappingReview.node';
import { StellrCustomers } from '../../nodes/StellrCustomers/StellrCustomers.node';
import { StellrSubscriptions } from '../../nodes/StellrSubscriptions/StellrSubscriptions.node';
import { startSimulatedMsp, type SimulatedMsp } from '../../simulators/simulatedMsp';
import { generateWorld } from '../../simulators/world/world';
import { runNode, type NodeRun } from '../nodes/harness';
import { mspCredentials } from '../nodes/simulatedCredentials';

/**
 * Every node once, in the order of a flow and on what the one before it puts out, against the simulators: the items that
 * the pages of the nodes describe.
 */

/** The items that a node put out, by the labels of its outputs; where operations differ, "Lines of Compare". */
export type OutputItems = Record<string, IDataObject[]>;

/** By the technical name of the node. */
export type NodeRuns = Record<string, OutputItems>;

type Credentials = NonNullable<NodeRun['credentials']>;

const US = { label: 'us', region: 'us', currency: 'USD', share: 1 } as const;

export async function runAllNodes(): Promise<NodeRuns> {
	const world = generateWorld({ customers: 30, seed: 1, accounts: [US] });
	const msp = await startSimulatedMsp({ world, haloSwitches: { rateLimit: 0 } });
	try {
		await typeACount(msp);
		return await runInOrder(mspCredentials(msp));
	} finally {
		await msp.stop();
	}
}

async function runInOrder(credentials: Credentials): Promise<NodeRuns> {
	const run = async (
		nodeType: new () => INodeType,
		parameters: INodeParameters = {},
		inputs?: NodeRun['inputs'],
	) => await outputsOf(nodeType, { credentials, parameters, inputs });

	const stellrCustomers = await run(StellrCustomers);
	const haloClients = await run(HaloClients, {
		options: { contactDomains: true, nativeMappings: true },
	});
	const lists = [stellrCustomers.Customers, haloClients.Clients];
	const mappingMatch = await run(MappingMatch, {}, [...lists, null]);
	const matched = [...mappingMatch.Decided, ...mappingMatch.Review];
	const mappingReview = await run(MappingReview, { operation: 'recordMatches' }, [matched]);
	const everyone = [mappingMatch.Decided];
	const planned = await run(
		HaloClientUpsert,
		{ operation: 'plan', createMissing: 'approval' },
		everyone,
	);
	const haloClientUpsert = await run(HaloClientUpsert, { operation: 'apply' }, [planned.Customers]);
	const stellrSubscriptions = await run(StellrSubscriptions, {}, [haloClientUpsert.Customers]);
	const customers = stellrSubscriptions.Subscriptions;
	const plan = await run(HaloLicenceUpsert, { operation: 'plan' }, [customers, null]);
	const reconcile = async (operation: string, items: IDataObject[]) =>
		await run(LicenceReconcile, { operation }, [items, null]);
	const compared = await reconcile('compare', customers);
	const renewals = await reconcile('renewals', customers);
	const changes = await reconcile('countChanges', haloClients.Clients);
	const haloLicenceUpsert = await run(
		HaloLicenceUpsert,
		{ operation: 'apply', options: { nativeModuleStillRuns: true } },
		[plan.Changed, null],
	);
	return {
		stellrCustomers,
		haloClients,
		mappingMatch,
		mappingReview,
		haloClientUpsert: { ...haloClientUpsert, Held: planned.Held },
		stellrSubscriptions,
		haloLicenceUpsert: {
			...haloLicenceUpsert,
			Held: plan.Held,
			Summary: [...plan.Summary, ...haloLicenceUpsert.Summary],
		},
		licenceReconcile: {
			...labelled(compared, 'Compare'),
			...labelled(renewals, 'List Renewals'),
			...labelled(changes, 'List Changes'),
		},
		connectionCheck: await run(ConnectionCheck, { discover: true }),
	};
}

/** Somebody edits a licence in Halo, so that there is a change to list. */
async function typeACount({ halo }: SimulatedMsp): Promise<void> {
	const edited = halo.state.licences.find(({ is_active: active }) => active);
	await fetch(`${halo.url}/_sim/staff-edit`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ licence_id: edited?.id, count: 9, who: 'Dana' }),
	});
}

function labelled(outputs: OutputItems, operation: string): OutputItems {
	return Object.fromEntries(
		Object.entries(outputs).map(([name, items]) => [`${name} of ${operation}`, items]),
	);
}

async function outputsOf(
	nodeType: new () => INodeType,
	run: Omit<NodeRun, 'nodeType'>,
): Promise<OutputItems> {
	const { outputNames = [] } = new nodeType().description;
	const { outputs, error } = await runNode({ nodeType, ...run });
	if (error) throw new Error(`${nodeType.name}: ${error.message}`);
	return Object.fromEntries(outputNames.map((name, index) => [name, outputs[index]]));
}
