import type { HaloClient } from '../../../../core/halo/schemas';
import type { HaloSite } from '../../../../core/halo/siteSchemas';
import { guardAgainstDuplicates } from '../../../../core/sync/clients/newClient';
import {
	planClients,
	type ClientSites,
	type CustomerToPlan,
} from '../../../../core/sync/clients/plan';
import type { ClientPolicy } from '../../../../core/sync/clients/policy';
import type { PlanItem } from '../../../../core/sync/planItem';
import {
	aCustomerToPlan,
	aLine,
	aMatch,
	aStellrCustomer,
	clientPolicy,
	codesOf,
	KEY_FIELD,
	mappedTo,
} from '../records';

/** Which clients are linked, created, held or left out, and whose address follows. */

const ON: Partial<ClientPolicy> = {
	createMissing: 'on',
	topLevel: { kind: 'only', id: 1, name: 'Customers' },
};

function aClient(fields: Partial<HaloClient> = {}): HaloClient {
	return {
		id: 12,
		name: 'Birch Dental',
		topLevelId: 1,
		topLevelName: 'Customers',
		inactive: false,
		website: null,
		stellrKeys: [],
		foreignKeyText: null,
		microsoftTenantIds: [],
		domains: [],
		mainSiteId: null,
		country: null,
		...fields,
	};
}

interface World {
	clients?: HaloClient[];
	complete?: boolean;
	policy?: Partial<ClientPolicy>;
	sites?: ClientSites;
}

const entriesFor = (customers: CustomerToPlan[], world: World = {}) =>
	planClients({
		customers,
		guard: guardAgainstDuplicates(world.clients ?? [aClient()], world.complete ?? true),
		sites: world.sites ?? null,
		policy: clientPolicy(world.policy),
	});

const plansFor = (customers: CustomerToPlan[], world: World = {}): PlanItem[] =>
	entriesFor(customers, world).map(({ plan }) => plan);

const planFor = (customer: CustomerToPlan, world: World = {}): PlanItem =>
	plansFor([customer], world)[0];

const verdictOf = (plan: PlanItem) => [plan.action, codesOf(plan)[0]];

describe('linking', () => {
	const mapped = (client = {}, customer = {}) =>
		aCustomerToPlan(customer, { match: mappedTo(client) });

	it('writes the key of a matched customer into the key field', () => {
		expect(planFor(mapped())).toMatchObject({
			action: 'update',
			target: 'client',
			haloId: 12,
			before: { CFStellrCustomerNo: '' },
			after: { CFStellrCustomerNo: 'us/100482' },
		});
	});

	it('does nothing where the key stands already, whatever its case', () => {
		expect(verdictOf(planFor(mapped({ stellrKeys: ['US/100482'] })))).toEqual([
			'unchanged',
			'linked',
		]);
	});

	it('appends to the keys of other customers', () => {
		const plan = planFor(mapped({ stellrKeys: ['us/1', 'ca/2'] }));
		expect(plan).toMatchObject({
			before: { CFStellrCustomerNo: 'us/1;ca/2' },
			after: { CFStellrCustomerNo: 'us/1;ca/2;us/100482' },
		});
	});

	it('lets several customers of one run join one client, each seeing the keys before it', () => {
		const two = [mapped({}, { customerNo: '2' }), mapped({}, { customerNo: '1' })];
		const plans = plansFor(two);
		expect(plans.map(({ key, after }) => [key, after?.CFStellrCustomerNo])).toEqual([
			['us/2', 'us/1;us/2'],
			['us/1', 'us/1'],
		]);
	});

	it('never writes over a text that is no key', () => {
		const plan = planFor(mapped({ foreignKeyText: 'VIP' }));
		expect([plan.action, plan.wouldBe, ...codesOf(plan)]).toEqual([
			'held',
			'update',
			'keyFieldTaken',
		]);
	});

	it('holds a client that is inactive', () => {
		expect(verdictOf(planFor(mapped({ inactive: true })))).toEqual(['held', 'clientInactive']);
	});

	it('respects the field’s length to the character', () => {
		const at = (limit: number) =>
			verdictOf(
				planFor(mapped({ stellrKeys: ['us/1'] }), {
					policy: { keyField: { ...KEY_FIELD, limit } },
				}),
			);
		expect(at('us/1;us/100482'.length)).toEqual(['update', 'writeKey']);
		expect(at('us/1;us/100482'.length - 1)).toEqual(['held', 'keyFieldFull']);
	});

	it.each(['ref', 'accountsid'] as const)('can keep the keys in %s', (kind) => {
		expect(planFor(mapped(), { policy: { keyField: { kind } } }).after).toEqual({
			[kind]: 'us/100482',
		});
	});

	it('writes nothing where the saved mapping is the only memory', () => {
		expect(verdictOf(planFor(mapped(), { policy: { keyField: null } }))).toEqual([
			'unchanged',
			'linkedBySavedMapping',
		]);
	});
});

describe('customers left out for good', () => {
	it.each([
		[
			'ignored',
			aCustomerToPlan({}, { match: aMatch({ status: 'ignored', reasons: ['own tenant'] }) }),
			'ignored',
		],
		['discontinued', aCustomerToPlan({ active: false, status: 'Discontinued' }), 'discontinued'],
		['without any line', aCustomerToPlan({}, { subscriptions: [] }), 'noLiveLine'],
		[
			'whose lines are all over',
			aCustomerToPlan(
				{},
				{
					subscriptions: [
						aLine({ state: 'cancelled' }),
						aLine({ state: 'expired' }),
						aLine({ state: 'unknown', endDate: '2026-10-23' }),
					],
				},
			),
			'noLiveLine',
		],
	])('are those %s, with the reason', (_what, customer, code) => {
		const plan = planFor(customer, { policy: ON });
		expect([plan.action, plan.after, codesOf(plan)]).toEqual(['skipped', null, [code]]);
	});

	it.each([
		['active', {}],
		['suspended', { state: 'suspended' as const }],
		['unknown and not over for long', { state: 'unknown' as const, endDate: '2026-10-24' }],
		['unknown without an end', { state: 'unknown' as const, endDate: null }],
	])('are not those with a line that is %s', (_what, line) => {
		const plan = planFor(aCustomerToPlan({}, { subscriptions: [aLine(line)] }), { policy: ON });
		expect(plan.action).toBe('create');
	});
});

describe('creating', () => {
	it.each([
		['off', 'creationOff'],
		['approval', 'creationNeedsApproval'],
	] as const)('set to "%s" holds', (createMissing, code) => {
		expect(verdictOf(planFor(aCustomerToPlan(), { policy: { ...ON, createMissing } }))).toEqual([
			'held',
			code,
		]);
	});

	it('approved by its hash is created, and an approval of something else is none', () => {
		const policy = { ...ON, createMissing: 'approval' as const };
		const { hash } = planFor(aCustomerToPlan(), { policy });
		expect(
			planFor(aCustomerToPlan(), { policy: { ...policy, approved: new Set([hash]) } }),
		).toMatchObject({
			action: 'create',
			hash,
		});
		const renamed = aCustomerToPlan({ name: 'Birch Dental' });
		expect(planFor(renamed, { policy: { ...policy, approved: new Set([hash]) } }).action).toBe(
			'held',
		);
	});

	it('approved is not approved beside a client of a near name that nobody had seen', () => {
		const policy = { ...ON, createMissing: 'approval' as const };
		const { hash } = planFor(aCustomerToPlan(), { policy });
		const clients = [aClient({ name: 'Acorn Construction Inc.' })];
		const approved = new Set([hash]);
		const near = planFor(aCustomerToPlan(), { policy: { ...policy, approved }, clients });
		expect(verdictOf(near)).toEqual(['held', 'similarClient']);
		approved.add(near.hash);
		const agreed = planFor(aCustomerToPlan(), { policy: { ...policy, approved }, clients });
		expect([agreed.action, agreed.hash]).toEqual(['create', near.hash]);
	});

	it('after approval says what would be made', () => {
		const plan = planFor(aCustomerToPlan(), { policy: { ...ON, createMissing: 'approval' } });
		expect(plan).toMatchObject({ wouldBe: 'create', after: { name: 'Acorn Construction' } });
	});

	it('makes the client under the top level, its site, address and key in one request', () => {
		const plan = planFor(aCustomerToPlan({ phone: '+1 204 555 0199' }), {
			policy: { ...ON, extraFields: { customertype: 3 } },
		});
		expect(plan.action).toBe('create');
		expect(plan.after).toEqual({
			name: 'Acorn Construction',
			toplevel_id: 1,
			newclient_sitename: 'Main',
			newclient_phonenumber: '+1 204 555 0199',
			newclient_delivery_address: {
				line1: '1260 Clarence Ave',
				line3: 'Winnipeg',
				line4: 'MB',
				postcode: 'R3T 1T2',
			},
			customertype: 3,
			customfields: [{ name: 'CFStellrCustomerNo', value: 'us/100482' }],
		});
	});

	it('keeps custom fields that the tenant demands beside the key', () => {
		const extraFields = { id: 99, customfields: [{ name: 'CFIndustry', value: 'Dental' }] };
		const { after } = planFor(aCustomerToPlan(), { policy: { ...ON, extraFields } });
		expect(after).not.toHaveProperty('id');
		expect(after?.customfields).toEqual([
			{ name: 'CFIndustry', value: 'Dental' },
			{ name: 'CFStellrCustomerNo', value: 'us/100482' },
		]);
	});

	it('puts city and state where the tenant has them, and the country only if asked', () => {
		const { after } = planFor(aCustomerToPlan(), {
			policy: { ...ON, cityLine: 'line2', stateLine: 'none', sendCountry: true },
		});
		expect(after).toMatchObject({
			newclient_delivery_address: { line1: '1260 Clarence Ave', line2: 'Winnipeg' },
			newclient_countrycode: 'CA',
		});
		expect(after?.newclient_delivery_address).not.toHaveProperty('line4');
	});

	it.each([
		[{ kind: 'several', names: ['Customers', 'Projects'] }, 'chooseTopLevel'],
		[{ kind: 'none' }, 'noTopLevel'],
		[{ kind: 'unreadable' }, 'topLevelUnreadable'],
		[{ kind: 'notRead' }, 'topLevelUnreadable'],
	] as Array<[ClientPolicy['topLevel'], string]>)(
		'with the top level %j is held',
		(topLevel, code) => {
			expect(verdictOf(planFor(aCustomerToPlan(), { policy: { ...ON, topLevel } }))).toEqual([
				'held',
				code,
			]);
		},
	);

	it('under a chosen top level goes there', () => {
		const topLevel = { kind: 'chosen' as const, id: 7, name: 'Projects' };
		const plan = planFor(aCustomerToPlan(), { policy: { ...ON, topLevel } });
		expect(plan.after?.toplevel_id).toBe(7);
		expect(plan.reasons[0].text).toContain('Projects');
	});

	it.each([
		['were not read', { subscriptions: null }, 'subscriptionsNotRead'],
		['came incomplete', { complete: false }, 'subscriptionsIncomplete'],
	])('waits for a customer whose subscriptions %s', (_what, fields, code) => {
		expect(verdictOf(planFor(aCustomerToPlan({}, fields), { policy: ON }))).toEqual(['held', code]);
	});
});

describe('the name of a new client', () => {
	const domain = aCustomerToPlan({ name: 'acornconstruction.com' });

	it('is never a domain, not even approved', () => {
		const plan = planFor(domain, { policy: ON });
		expect([plan.action, plan.wouldBe, plan.after, ...codesOf(plan)]).toEqual([
			'held',
			undefined,
			null,
			'domainAsName',
		]);
		const policy = { ...ON, approved: new Set([plan.hash]) };
		expect(planFor(domain, { policy }).action).toBe('held');
	});

	it.each(['us/100482', '100482'])('is the proper name given for %s', (key) => {
		const policy = { ...ON, properNames: new Map([[key, ' Acorn Construction Ltd ']]) };
		expect(planFor(domain, { policy })).toMatchObject({
			action: 'create',
			after: { name: 'Acorn Construction Ltd' },
		});
	});

	it('given as blank is none, and a customer without a name waits', () => {
		const policy = { ...ON, properNames: new Map([['100482', '  ']]) };
		expect(verdictOf(planFor(domain, { policy }))).toEqual(['held', 'domainAsName']);
		expect(verdictOf(planFor(aCustomerToPlan({ name: null }), { policy: ON }))).toEqual([
			'held',
			'noName',
		]);
	});
});

describe('a duplicate', () => {
	it.each([
		['the same name', { name: 'ACORN construction' }, 'similarClient'],
		['the same name, inactive', { name: 'Acorn Construction', inactive: true }, 'similarClient'],
		['the name with a legal form', { name: 'Acorn Construction Inc.' }, 'similarClient'],
		['a name one letter away', { name: 'Acorn Constructon' }, 'similarClient'],
		['the customer’s key', { stellrKeys: ['us/100482'] }, 'keyExists'],
		['its number under another label', { stellrKeys: ['us-prod/100482'] }, 'labelChanged'],
	])('is feared where a client has %s', (_what, fields, code) => {
		const plan = planFor(aCustomerToPlan(), { policy: ON, clients: [aClient(fields)] });
		expect(verdictOf(plan)).toEqual(['held', code]);
	});

	it('cannot be ruled out while the clients did not all come', () => {
		expect(verdictOf(planFor(aCustomerToPlan(), { policy: ON, complete: false }))).toEqual([
			'held',
			'clientsIncomplete',
		]);
	});

	it('is not made of two customers of one name: the first by key is created, the other waits', () => {
		const twins = [
			aCustomerToPlan({ customerNo: '2', name: 'Acorn Construction Ltd' }),
			aCustomerToPlan({ customerNo: '1' }),
		];
		const plans = plansFor(twins, { policy: ON });
		expect(plans.map(({ key, action }) => [key, action])).toEqual([
			['us/2', 'held'],
			['us/1', 'create'],
		]);
		expect(codesOf(plans[0])).toEqual(['similarClient']);
	});

	it('is not made of one customer that came twice', () => {
		const plans = plansFor([aCustomerToPlan(), aCustomerToPlan()], { policy: ON });
		expect(plans[0]).toBe(plans[1]);
	});

	it('is not made of one that came once with and once without its client', () => {
		const match = mappedTo({ id: 12, name: 'Birch Dental' });
		const plans = plansFor([aCustomerToPlan(), aCustomerToPlan({}, { match })], { policy: ON });
		expect(plans.map(({ action }) => action)).toEqual(['update', 'update']);
	});
});

describe('main site addresses', () => {
	const address = (fields: Partial<NonNullable<HaloSite['deliveryAddress']>> = {}) => ({
		id: 310,
		line1: '1260 Clarence Ave',
		line2: null,
		line3: 'Winnipeg',
		line4: 'MB',
		postcode: 'R3T 1T2',
		...fields,
	});
	const aSite = (fields: Partial<HaloSite> = {}): HaloSite =>
		({
			id: 31,
			name: 'Main',
			clientId: 12,
			inactive: false,
			phone: null,
			deliveryAddress: address(),
			invoiceAddress: null,
			...fields,
		}) as HaloSite;
	const sitesOf = (sites: HaloSite[], mainSiteIds: Array<[number, number]> = []): ClientSites => ({
		sites,
		mainSiteIds: new Map(mainSiteIds),
	});
	const linked = (customer = {}, match = {}) =>
		aCustomerToPlan(customer, { match: mappedTo({ stellrKeys: ['us/100482'] }, match) });
	const addressPlan = (
		customer: CustomerToPlan,
		sites: ClientSites,
		updateAddress: ClientPolicy['updateAddress'] = 'all',
	) => entriesFor([customer], { sites, policy: { updateAddress } })[0].addressPlan;

	const MOVED = {
		address: { ...aStellrCustomer().address, line1: '9 New Road', line2: 'Suite 5' },
	};

	it('follow Stellr where the policy allows: delivery lines, the address’s own number passed back', () => {
		const plan = addressPlan(linked(MOVED), sitesOf([aSite()]));
		expect(plan).toMatchObject({ action: 'update', target: 'site', haloId: 31 });
		expect(plan?.after).toEqual({
			delivery_address: {
				id: 310,
				line1: '9 New Road',
				line2: 'Suite 5',
				line3: 'Winnipeg',
				line4: 'MB',
				postcode: 'R3T 1T2',
			},
		});
	});

	it('that are the same are unchanged, and those Stellr does not know stay', () => {
		expect(addressPlan(linked(), sitesOf([aSite()]))?.action).toBe('unchanged');
		const blank = {
			line1: null,
			line2: null,
			city: 'Winnipeg',
			state: null,
			postalCode: null,
			country: null,
		};
		const plan = addressPlan(
			linked({ address: blank }),
			sitesOf([aSite({ deliveryAddress: address({ line1: 'Old' }) })]),
		);
		expect([plan?.action, plan?.reasons[0].code]).toEqual(['unchanged', 'addressMissing']);
	});

	it('fill the invoice address only if it is empty, and not if it is unknown', () => {
		const empty = { id: 311, line1: null, line2: ' ', line3: null, line4: null, postcode: null };
		expect(addressPlan(linked(), sitesOf([aSite({ invoiceAddress: empty })]))?.after).toEqual({
			invoice_address: {
				id: 311,
				line1: '1260 Clarence Ave',
				line3: 'Winnipeg',
				line4: 'MB',
				postcode: 'R3T 1T2',
			},
		});
		const full = address({ line1: 'PO Box 5' });
		expect(addressPlan(linked(), sitesOf([aSite({ invoiceAddress: full })]))?.action).toBe(
			'unchanged',
		);
		expect(addressPlan(linked(), sitesOf([aSite({ invoiceAddress: null })]))?.action).toBe(
			'unchanged',
		);
	});

	it('are touched for imported clients only, or for all, or never', () => {
		const sites = sitesOf([aSite()]);
		const imported = linked(MOVED, { origin: 'imported' });
		expect(addressPlan(linked(MOVED), sites, 'imported')).toBeNull();
		expect(addressPlan(imported, sites, 'imported')?.action).toBe('update');
		expect(addressPlan(imported, sites, 'never')).toBeNull();
	});

	it('of a client with several sites are those of its main site, else held', () => {
		const sites = [aSite({ id: 30 }), aSite({ id: 31 })];
		expect(addressPlan(linked(MOVED), sitesOf(sites, [[12, 31]]))?.haloId).toBe(31);
		const plan = addressPlan(linked(MOVED), sitesOf(sites));
		expect([plan?.action, plan?.reasons[0].code]).toEqual(['held', 'mainSiteUnknown']);
	});

	it('of a client that two customers share are not fought over', () => {
		const two = [linked(MOVED), linked({ customerNo: '7', name: 'Acorn North' })];
		const plans = entriesFor(two, { sites: sitesOf([aSite()]), policy: { updateAddress: 'all' } });
		expect(plans.map(({ addressPlan: plan }) => [plan?.action, plan?.reasons[0].code])).toEqual([
			['held', 'addressesDiffer'],
			['held', 'addressesDiffer'],
		]);
	});

	it('that two customers of one client agree on are written once', () => {
		const two = [linked(MOVED), linked({ ...MOVED, customerNo: '7' })];
		const plans = entriesFor(two, { sites: sitesOf([aSite()]), policy: { updateAddress: 'all' } });
		expect(plans.map(({ addressPlan: plan }) => plan?.action).sort()).toEqual([
			'unchanged',
			'update',
		]);
	});
});
