import { readSites } from '../../../../core/halo/sites';
import { applyClientPlan } from '../../../../core/sync/clients/apply';
import { defaultClientOwners, type ClientOwners } from '../../../../core/sync/clients/owners';
import {
	planClients,
	type ClientPlanEntry,
	type CustomerToPlan,
} from '../../../../core/sync/clients/plan';
import { writingActions } from '../../../../core/sync/planItem';
import { aHaloClient, aSite } from '../../../../simulators/world/builders';
import { haloStage, type HaloStage } from '../../../support/haloStage';
import { aCustomerToPlan, clientPolicy, KEY_FIELD, mappedTo } from '../records';

/** Who has the say over name, website and phone of a linked client. */

let stage: HaloStage | undefined;
afterEach(async () => {
	await stage?.stop();
	stage = undefined;
});

const HALO = {
	id: 12,
	name: 'Acorn',
	website: 'https://www.old.example',
	stellrKeys: ['us/100482'],
};
const STELLR = { name: 'Acorn Construction', domain: 'acorn.example', phone: '+1 204 555 0100' };

function linked(client: object = {}, customer: object = {}): CustomerToPlan {
	return aCustomerToPlan({ ...STELLR, ...customer }, { match: mappedTo({ ...HALO, ...client }) });
}

function planned(customers: CustomerToPlan[], owners: Partial<ClientOwners>): ClientPlanEntry[] {
	return planClients({
		customers,
		guard: null,
		sites: null,
		policy: clientPolicy({ owners: { ...defaultClientOwners, ...owners } }),
	});
}

const written = (owners: Partial<ClientOwners>, customer = linked()): string[] =>
	Object.keys(planned([customer], owners)[0].plan.after ?? {}).sort();

it('Halo keeps them all by default', () => {
	expect(written({})).toEqual([]);
});

it.each([
	['name', { name: 'stellr' as const }],
	['website', { website: 'stellr' as const }],
])('%s follows where Stellr wins', (field, owners) => {
	expect(written(owners)).toEqual([field]);
});

it('fills a website once and keeps it', () => {
	expect(written({ website: 'fillIfEmpty' })).toEqual([]);
	expect(written({ website: 'fillIfEmpty' }, linked({ website: null }))).toEqual(['website']);
});

it('never puts a domain in the place of a name', () => {
	expect(written({ name: 'stellr' }, linked({}, { name: 'acorn.example' }))).toEqual([]);
});

it('lets none of several customers speak for their client', () => {
	const two = [linked(), linked({}, { customerNo: '7', name: 'Acorn West' })];
	expect(planned(two, { name: 'stellr', website: 'stellr' }).map(({ plan }) => plan.after)).toEqual(
		[{}, { CFStellrCustomerNo: 'us/100482;us/7' }],
	);
});

it('changes only the fields named, together with the key or alone, and then rests', async () => {
	stage = await haloStage({
		clients: [
			aHaloClient({
				id: 12,
				name: 'Acorn',
				website: HALO.website,
				stellrKey: 'us/100482',
				main_site_id: 31,
			}),
			aHaloClient({ id: 13, name: 'Birch', main_site_id: 32 }),
		],
		sites: [aSite({ id: 31, client_id: 12, phonenumber: null }), aSite({ id: 32, client_id: 13 })],
	});
	const { runtime } = stage;
	const customers = [
		linked(),
		linked(
			{ id: 13, name: 'Birch', website: null, stellrKeys: [] },
			{ customerNo: '8', name: 'Birch Dental', phone: null },
		),
	];
	const owners: ClientOwners = { name: 'stellr', website: 'stellr', phone: 'fillIfEmpty' };
	const { list } = await readSites(runtime);
	const entries = planClients({
		customers,
		guard: null,
		sites: { sites: list.rows, mainSiteIds: new Map() },
		policy: clientPolicy({ owners }),
	});
	const plans = entries
		.flatMap(({ plan, addressPlan }) => (addressPlan === null ? [plan] : [plan, addressPlan]))
		.filter(({ action }) => writingActions.includes(action));
	const options = {
		keyField: KEY_FIELD,
		rowsPerRequest: 20,
		nameOf: ({ key }: { key: string }) => key,
	};
	const applied = await applyClientPlan(runtime, plans, options);
	expect(applied.map(({ outcome, issue }) => [outcome, issue])).toEqual(
		plans.map(() => ['written', null]),
	);
	const { clients, sites } = stage.halo.state;
	expect(clients.map(({ name, website }) => [name, website])).toEqual([
		['Acorn Construction', 'acorn.example'],
		['Birch Dental', 'acorn.example'],
	]);
	expect(clients[1].customfields).toContainEqual({ name: 'CFStellrCustomerNo', value: 'us/8' });
	expect(sites.map(({ phonenumber }) => phonenumber)).toEqual([
		'+1 204 555 0100',
		aSite().phonenumber,
	]);
	const again = await applyClientPlan(runtime, plans, options);
	expect(again.map(({ outcome }) => outcome)).toEqual(plans.map(() => 'alreadySo'));
	expect(stage.halo.requests.counts().violations).toEqual([]);
});

it('leaves a client alone whose name somebody changed since the plan', async () => {
	stage = await haloStage({
		clients: [aHaloClient({ id: 12, name: 'Acorn Group', stellrKey: 'us/100482' })],
	});
	const [{ plan }] = planned([linked()], { name: 'stellr' });
	const options = {
		keyField: KEY_FIELD,
		rowsPerRequest: 20,
		nameOf: ({ key }: { key: string }) => key,
	};
	const [applied] = await applyClientPlan(stage.runtime, [plan], options);
	expect([applied.outcome, applied.issue?.code]).toEqual(['notWritten', 'movedSince']);
	expect(stage.halo.state.clients[0].name).toBe('Acorn Group');
});
