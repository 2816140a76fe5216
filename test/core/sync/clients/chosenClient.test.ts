import type { Match } from '../../../../core/matching';
import { readClients } from '../../../../core/halo/clients';
import type { KeyField } from '../../../../core/halo/keyField';
import { applyClientPlan } from '../../../../core/sync/clients/apply';
import { mappingRows } from '../../../../core/sync/clients/mappingRows';
import { guardAgainstDuplicates } from '../../../../core/sync/clients/newClient';
import {
	planClients,
	wantsCreation,
	type CustomerToPlan,
} from '../../../../core/sync/clients/plan';
import type { ClientPolicy } from '../../../../core/sync/clients/policy';
import type { HaloClient } from '../../../../core/halo/schemas';
import type { HaloClientRow } from '../../../../simulators/halo/state';
import { aHaloClient, STELLR_KEY_FIELD } from '../../../../simulators/world/builders';
import { haloStage, type HaloStage } from '../../../support/haloStage';
import { client } from '../../matching/records';
import { aCustomerToPlan, aLine, aMatch, clientPolicy, codesOf } from '../records';

/** A person chose in the review that a new client is to be created, with its name: that is the approval. */

const APPROVAL: Partial<ClientPolicy> = {
	createMissing: 'approval',
	topLevel: { kind: 'only', id: 1, name: 'Customers' },
};

function chosen(match: Partial<Match> = {}, fields: Parameters<typeof aCustomerToPlan>[1] = {}) {
	return aCustomerToPlan(
		{ customerNo: '900', name: 'birch-dental.com' },
		{
			match: aMatch({
				level: 'saved',
				newClientName: 'Birch Dental',
				savedDecision: 'create',
				reasons: ['saved mapping: a new client is to be created by anna@msp.example'],
				...match,
			}),
			...fields,
		},
	);
}

function planned(
	customer: CustomerToPlan,
	policy: Partial<ClientPolicy> = APPROVAL,
	clients: HaloClient[] = [],
	complete = true,
) {
	const [{ plan }] = planClients({
		customers: [customer],
		guard: guardAgainstDuplicates(clients, complete),
		sites: null,
		policy: clientPolicy(policy),
	});
	return plan;
}

describe('a client that a person chose to create', () => {
	it.each(['approval', 'on'] as const)(
		'is created with the name given, with Create Missing Clients on "%s"',
		(createMissing) => {
			const plan = planned(chosen(), { ...APPROVAL, createMissing });
			expect(plan).toMatchObject({ action: 'create', after: { name: 'Birch Dental' } });
			expect(codesOf(plan)).toEqual(['createChosen']);
		},
	);

	it('is worth reading clients and top levels for', () => {
		const entries = planClients({
			customers: [chosen()],
			guard: null,
			sites: null,
			policy: clientPolicy({ createMissing: 'approval' }),
		});
		expect(wantsCreation(entries)).toBe(true);
	});

	it('is held while creating is off, and the reason names the setting', () => {
		const plan = planned(chosen(), {});
		expect(plan).toMatchObject({ action: 'held' });
		expect(plan.wouldBe).toBeUndefined();
		expect(plan.reasons[0].text).toBe(
			'A person chose to create the client "Birch Dental", but Create Missing Clients is off. Set it to After Approval or On.',
		);
	});

	it('beats a name under Proper Names', () => {
		const policy = { ...APPROVAL, properNames: new Map([['us/900', 'Another']]) };
		expect(planned(chosen(), policy).after).toMatchObject({ name: 'Birch Dental' });
	});

	it('is not held by near clients that the person ruled out, but by any other', () => {
		const near = [client(12, 'Birch Dental Ltd'), client(13, 'Birch Dental Inc')];
		expect(planned(chosen(), APPROVAL, near)).toMatchObject({ action: 'held', wouldBe: 'create' });
		const some = planned(chosen({ rejectedClientIds: [12] }), APPROVAL, near);
		expect(codesOf(some)).toEqual(['similarClient']);
		expect(some.reasons[0].text).not.toContain('"Birch Dental Ltd"');
		expect(planned(chosen({ rejectedClientIds: [12, 13] }), APPROVAL, near).action).toBe('create');
	});

	it('is held by everything that no choice can settle', () => {
		const holder = client(12, 'Elsewhere', { stellrKeys: ['us/900'] });
		const codeOf = (...given: Parameters<typeof planned>) => codesOf(planned(...given))[0];
		expect(codeOf(chosen(), APPROVAL, [holder])).toBe('keyExists');
		expect(codeOf(chosen(), APPROVAL, [], false)).toBe('clientsIncomplete');
		expect(codeOf(chosen({}, { complete: false }))).toBe('subscriptionsIncomplete');
		expect(codeOf(chosen({}, { subscriptions: null }))).toBe('subscriptionsNotRead');
		expect(codeOf(chosen(), { ...APPROVAL, topLevel: { kind: 'several', names: ['A'] } })).toBe(
			'chooseTopLevel',
		);
		expect(codeOf(chosen({}, { subscriptions: [aLine({ state: 'expired' })] }))).toBe('noLiveLine');
		const gone = chosen();
		gone.customer = { ...gone.customer, active: false };
		expect(codeOf(gone)).toBe('discontinued');
		const relabelled = client(12, 'X', { stellrKeys: ['old/900'] });
		expect(codeOf(chosen({ rejectedClientIds: [12] }), APPROVAL, [relabelled])).toBe(
			'labelChanged',
		);
	});

	it('is never named by a domain', () => {
		const plan = planned(chosen({ newClientName: 'birch-dental.com' }));
		expect(codesOf(plan)).toEqual(['domainAsName']);
	});

	it('is not created for a customer that is back under review, whatever the setting', () => {
		for (const newClientName of ['Birch Dental', null]) {
			const plan = planned(chosen({ status: 'review', newClientName }), {
				...APPROVAL,
				createMissing: 'on',
			});
			expect(plan).toMatchObject({ action: 'held' });
			expect(codesOf(plan)).toEqual(['underReview']);
		}
	});
});

describe('creating a chosen client in Halo', () => {
	const KEY: KeyField = { kind: 'customField', id: 104, name: STELLR_KEY_FIELD };
	let stage: HaloStage | undefined;
	afterEach(async () => {
		await stage?.stop();
		stage = undefined;
	});

	async function applied(rejected: number[]): Promise<HaloClientRow[]> {
		const near = [
			aHaloClient({ id: 12, name: 'Birch Dental Ltd' }),
			aHaloClient({ id: 13, name: 'Birch Dental Inc' }),
		];
		stage = await haloStage({ clients: near });
		const customer = chosen({ rejectedClientIds: [12, 13] });
		const { list } = await readClients(stage.runtime, { keyField: KEY });
		const plan = planned(customer, { ...APPROVAL, keyField: KEY }, list.rows);
		expect(plan.action).toBe('create');
		await applyClientPlan(stage.runtime, [plan], {
			keyField: KEY,
			rowsPerRequest: 20,
			rejectedIdsOf: () => rejected,
			nameOf: ({ key }) => key,
		});
		return stage.halo.state.clients.filter(({ id }) => id > 13);
	}

	it('writes it beside the near clients that the person ruled out', async () => {
		expect(await applied([12, 13])).toMatchObject([{ name: 'Birch Dental' }]);
	});

	it('does not write it beside a near client that nobody ruled out', async () => {
		expect(await applied([12])).toEqual([]);
	});
});

describe('the saved row of a chosen client', () => {
	const row = (created: boolean, customer: CustomerToPlan = chosen()) =>
		mappingRows(
			[{ customer, haloClientId: 50, haloClientName: 'Birch Dental', created }],
			'2026-11-23T04:00:00.000Z',
		);

	it('turns from "create" into a decision by hand for the new client, with who wanted it', () => {
		expect(row(true)).toMatchObject([
			{
				decision: 'manual',
				haloClientId: 50,
				haloClientName: 'Birch Dental',
				origin: 'imported',
				level: 'none',
				reason:
					'created by Halo Client Upsert; saved mapping: a new client is to be created by anna@msp.example',
			},
		]);
	});

	it('is saved too when the client was there already by its key', () => {
		expect(row(false)).toMatchObject([
			{ decision: 'manual', haloClientId: 50, origin: 'mapped', level: 'storedKey' },
		]);
	});

	it('stays an automatic one where nobody chose', () => {
		const nobody = aCustomerToPlan({}, { match: aMatch() });
		expect(row(true, nobody)).toMatchObject([
			{ decision: 'auto', reason: 'created by Halo Client Upsert' },
		]);
	});
});
