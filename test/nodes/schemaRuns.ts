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
import { reconcileWorld } from '../../simulators/world/scenarios/reconcile';
import type { World } from '../../simulators/world/world';
import { pageOf } from '../core/review/editRecords';
import { runNode } from './harness';
import { mspCredentials } from './simulatedCredentials';

/** What one operation of a node put out, by output, over all its runs. */
export type SeenItems = Map<string, IDataObject[][]>;

type Items = IDataObject[];
type Run = (
	nodeType: new () => INodeType,
	parameters?: INodeParameters,
	inputs?: Array<Items | null>,
) => Promise<Items[]>;

/** An item that no node of ours put out. */
const STRANGER: IDataObject = { name: 'x' };

/** Runs every operation of every node over simulated sides, as the flows do, and keeps all that came out. */
export async function everyOperation(): Promise<SeenItems> {
	const seen: SeenItems = new Map();
	await overWorld(seen, { customers: 60, seed: 3 }, async (run, msp) => {
		await checks(run);
		const { decided, review, clients } = await mapping(run, msp);
		await reviewing(run, { decided, review, clients });
		const licences = await licenceNights(run, msp, [...decided, ...review]);
		await reconciling(run, licences, clients);
		await unreadableRecords(run, msp);
	});
	await overWorld(seen, { world: reconcileWorld({ customers: 40 }) }, async (run) => {
		const customers = await subscriptionsOf(run);
		await reconciling(run, customers, []);
	});
	return seen;
}

async function overWorld(
	seen: SeenItems,
	options: { customers?: number; seed?: number; world?: World },
	work: (run: Run, msp: SimulatedMsp) => Promise<void>,
): Promise<void> {
	const msp = await startSimulatedMsp({ ...options, haloSwitches: { rateLimit: 0 } });
	const credentials = mspCredentials(msp);
	const run: Run = async (nodeType, parameters = {}, inputs) => {
		const name = [nodeType.name, parameters.resource, parameters.operation].filter(Boolean);
		const { outputs, error } = await runNode({ nodeType, parameters, inputs, credentials });
		if (error) throw new Error(`${name.join('/')}: ${error.message} ${error.description}`);
		const before = seen.get(name.join('/')) ?? outputs.map(() => []);
		const after = outputs.map((items, output) => [...before[output], ...items]);
		seen.set(name.join('/'), after);
		return outputs;
	};
	try {
		await work(run, msp);
	} finally {
		await msp.stop();
	}
}

async function checks(run: Run): Promise<void> {
	await run(ConnectionCheck, { discover: true, stellrKeyIn: 'customField' });
	await run(ConnectionCheck, { keyField: { __rl: true, mode: 'name', value: 'CFNowhere' } });
}

async function mapping(run: Run, { halo }: SimulatedMsp) {
	const [customers] = await run(StellrCustomers, { operation: 'getMany' });
	const customer = { __rl: true, mode: 'number', value: String(customers[0].customerNo) };
	await run(StellrCustomers, { operation: 'get', customer, includeRaw: true });
	await run(StellrCustomers, { operation: 'get', customer: { ...customer, value: 'nobody' } });
	const evidence = { contactDomains: true, nativeMappings: true, microsoftConnection: true };
	const [clients] = await run(HaloClients, { operation: 'getMany', options: evidence });
	const client = { __rl: true, mode: 'id', value: String(halo.state.clients[0].id) };
	await run(HaloClients, { operation: 'get', client });
	await run(HaloClients, { operation: 'get', client: { ...client, value: '999999' } });
	await run(MappingMatch, {}, [[...customers, STRANGER], clients, [{}]]);
	const [decided, review] = await run(MappingMatch, {}, [customers, clients, [{}]]);
	return { decided, review, clients };
}

async function unreadableRecords(run: Run, { stellr, halo }: SimulatedMsp): Promise<void> {
	const [account] = stellr.state.accounts;
	account.customers.push({ ...account.customers[0], customerNo: null as never });
	halo.state.clients.push({ ...halo.state.clients[0], id: null as never });
	await run(StellrCustomers, { operation: 'getMany' });
	await run(HaloClients, { operation: 'getMany' });
}

async function reviewing(
	run: Run,
	{ decided, review, clients }: { decided: Items; review: Items; clients: Items },
): Promise<void> {
	const all = [...decided, ...review, STRANGER];
	const decidedBy = 'anna@msp.example';
	const openCase = { resource: 'openCase' };
	const [, , , , [form]] = await run(MappingReview, { ...openCase, operation: 'buildForm' }, [all]);
	const { choices } = pageOf(String(form.form));
	// The last choice of a case is "later", the one before it "none of these".
	const answer = Object.fromEntries(
		Object.entries(choices).map(([field, options], index) => [
			field,
			options[index % options.length],
		]),
	);
	const given = { answer: JSON.stringify(answer), decidedBy };
	const recording = { ...openCase, operation: 'recordDecisions', ...given };
	const [decisions, rejected] = await run(MappingReview, recording, [all]);
	await run(
		MappingReview,
		{ ...openCase, operation: 'recordDecisions', answer: '{"case_x":"y"}', decidedBy },
		[all],
	);
	await run(MappingReview, { ...openCase, operation: 'recordMatches', recordAs: 'decided' }, [all]);

	const saved = decisions.map((row, index) => ({ id: index + 1, ...row }));
	const [lines] = await run(MappingReview, { resource: 'file', operation: 'exportRows' }, [
		[...saved, ...rejected, { ...saved[0], decision: 'perhaps' }],
	]);
	const importing = { resource: 'file', operation: 'importRows', importReadable: true };
	await run(MappingReview, importing, [lines, null, [{}]]);
	await byHand(run, all, clients, saved);
}

async function byHand(run: Run, all: Items, clients: Items, saved: Items): Promise<void> {
	const inputs = [all, clients, [...saved, { decision: 'manual' }]];
	const resource = { resource: 'byHand' };
	const search = {
		customerSearch: String(saved[0].customerNo),
		clientSearch: String(clients[0].id),
	};
	const [, , , , [{ form }]] = await run(
		MappingReview,
		{ ...resource, operation: 'editForm', ...search },
		inputs,
	);
	const { choices } = pageOf(String(form));
	for (const action of choices.action) {
		const answer = { customer: choices.customer[0], client: choices.client[0], action };
		const asked = { ...resource, operation: 'editConsequences', answer: JSON.stringify(answer) };
		const [, , , , [{ change, form: confirm }]] = await run(MappingReview, asked, inputs);
		if (change === null) continue;
		const [[tick]] = Object.values(pageOf(String(confirm)).choices);
		await run(
			MappingReview,
			{
				...resource,
				operation: 'recordEdit',
				change: JSON.stringify(change),
				answer: JSON.stringify({ confirm: [tick] }),
			},
			inputs,
		);
	}
}

async function subscriptionsOf(run: Run): Promise<Items> {
	const [customers] = await run(StellrCustomers, { operation: 'getMany' });
	const [clients] = await run(HaloClients, { operation: 'getMany' });
	const [decided] = await run(MappingMatch, {}, [customers, clients, null]);
	const source = { operation: 'getMany', source: 'inputCustomers', customersToRead: 'mapped' };
	const [subscriptions] = await run(StellrSubscriptions, source, [decided]);
	return subscriptions;
}

async function clientNight(run: Run, matched: Items): Promise<Items> {
	const topLevel = { __rl: true, mode: 'id', value: '1' };
	const create = { createMissing: 'on', updateAddress: 'all', topLevel };
	// A client is created only for who has a live subscription.
	const reading = { operation: 'getMany', source: 'inputCustomers', customersToRead: 'unmapped' };
	const [customers] = await run(StellrSubscriptions, reading, [matched]);
	const toPlan = [...customers, STRANGER];
	await run(HaloClientUpsert, { operation: 'plan', ...create, createMissing: 'approval' }, [
		toPlan,
	]);
	await run(HaloClientUpsert, { operation: 'apply', ...create, createMissing: 'approval' }, [
		toPlan,
	]);
	const planned = await run(HaloClientUpsert, { operation: 'plan', ...create }, [toPlan]);
	const [mapped] = await run(HaloClientUpsert, { operation: 'apply', ...create }, [
		[...planned[0], ...planned[1], STRANGER],
	]);
	return mapped;
}

/** Clients and licences are planned and applied; what was written is planned once more, and taken back. */
async function licenceNights(run: Run, msp: SimulatedMsp, matched: Items): Promise<Items> {
	const mapped = await clientNight(run, matched);
	const elsewhere = { account: 'elsewhere', customerNo: '1', name: 'Else' };
	const reading = { operation: 'getMany', source: 'inputCustomers', customersToRead: 'mapped' };
	const [customers] = await run(StellrSubscriptions, reading, [[...mapped, elsewhere, {}]]);
	await subscriptions(run, customers);

	const kinds = ['seat', 'usage', 'trial', 'oneTime'];
	const plan = { operation: 'plan', kinds, options: { includeUnchanged: true, prices: 'both' } };
	const toPlan = [...customers, STRANGER];
	const [changed, held, , [summary]] = await run(HaloLicenceUpsert, plan, [toPlan, [{}]]);
	const complete = { ...customers[0], subscriptions: [], complete: true };
	await run(HaloLicenceUpsert, plan, [[complete], null]);
	await run(HaloLicenceUpsert, plan, [[{ ...complete, complete: false }], null]);
	const hashes = held.slice(1).map(({ plan: item }) => (item as IDataObject).hash);
	const approvedChanges = [...hashes, 'feedfeedfeedfeed'].join(',');
	const applying = { ...plan, operation: 'apply', approvedChanges };
	const inputs = [[...changed, ...held, STRANGER], null];
	const [, , , [applied]] = await run(HaloLicenceUpsert, applying, inputs);
	await run(HaloLicenceUpsert, { operation: 'apply' }, [[{ ...complete, complete: false }], null]);
	msp.night();
	const pending = [...(summary.pendingRows as Items), ...(summary.rowsToSave as Items)];
	const [known] = await run(HaloLicenceUpsert, plan, [customers, pending]);
	const inStep = known.filter(({ plan: item }) => (item as IDataObject).action === 'unchanged');
	await run(HaloLicenceUpsert, { ...plan, operation: 'apply' }, [inStep, null]);
	const log = applied.changeLogRows as Items;
	await run(HaloLicenceUpsert, { operation: 'revert' }, [[...log, STRANGER], null]);
	await run(HaloLicenceUpsert, { operation: 'revert', onlyShow: false }, [log, null]);
	return customers;
}

async function subscriptions(run: Run, customers: Items): Promise<void> {
	const withLines = customers.find(
		({ subscriptions: lines }) => Array.isArray(lines) && lines.length > 0,
	);
	const [line] = (withLines?.subscriptions ?? []) as Items;
	const customer = { __rl: true, mode: 'number', value: String(line.customerNo) };
	const one = { operation: 'get', customer, subscriptionId: String(line.subscriptionId) };
	await run(StellrSubscriptions, { ...one, includeRaw: true });
	await run(StellrSubscriptions, { ...one, subscriptionId: '1_1' });
	const flat = { operation: 'getMany', source: 'oneCustomer', customer, output: 'perSubscription' };
	await run(StellrSubscriptions, flat);
	await run(StellrSubscriptions, { operation: 'getMany', source: 'wholeReseller' });
}

async function reconciling(run: Run, customers: Items, clients: Items): Promise<void> {
	const options = { includeInSync: true, byHandDays: 400 };
	const compare = { operation: 'compare', options, report: false };
	const input = [...customers, STRANGER];
	const [lines, , [summary]] = await run(LicenceReconcile, compare, [input, [{}]]);
	const [drift] = summary.driftRows as Items;
	const settled = lines.filter(({ verdict }) => verdict === 'inSync');
	const before = settled.map(({ key }) => ({ ...drift, key }));
	await run(LicenceReconcile, compare, [input, before]);
	await run(LicenceReconcile, compare, [customers.map(withMoreSeatsPrepaid), null]);
	const renewals = { operation: 'renewals', days: 400, report: false };
	await run(LicenceReconcile, renewals, [input, null]);
	const asked = [...clients, STRANGER];
	await run(LicenceReconcile, { operation: 'countChanges' }, [asked, null]);
}

/** Seats that a yearly invoice does not bill before the next term. */
function withMoreSeatsPrepaid(customer: IDataObject): IDataObject {
	const day = (months: number) =>
		new Date(Date.now() + months * 30 * 86_400_000).toISOString().slice(0, 10);
	const subscriptions = ((customer.subscriptions ?? []) as Items).map((line) => ({
		...line,
		quantity: Number(line.quantity) + 5,
		billingFrequency: 'year',
		term: 'P1Y',
		startDate: day(-6),
		endDate: day(6),
	}));
	return { ...customer, subscriptions };
}
