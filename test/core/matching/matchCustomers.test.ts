import type { HaloClient } from '../../../core/halo/schemas';
import {
	matchCustomers,
	matchSchema,
	type MappingEntry,
	type MatchOptions,
} from '../../../core/matching';
import type { StellrCustomer } from '../../../core/stellr/schemas';
import { client, customer, savedRow } from './records';

/** The decision about the first customer. */
function decisionOf(
	customers: StellrCustomer[],
	clients: HaloClient[],
	saved: MappingEntry[] = [],
	options: MatchOptions = {},
) {
	const result = matchCustomers({ customers, clients, saved }, options);
	const { account, customerNo } = customers[0];
	const all = [...result.mapped, ...result.review, ...result.unmapped, ...result.ignored];
	const entry = all.find(
		(found) => found.customer.account === account && found.customer.customerNo === customerNo,
	);
	if (entry === undefined) throw new Error('the customer is on no list');
	return { ...entry.match, clientId: entry.client?.id ?? null };
}

describe('exact names', () => {
	it('decide when both sides have the name once', () => {
		const match = decisionOf(
			[customer('1', ' ACME  Ltd ')],
			[client(7, 'Acme Ltd'), client(8, 'B')],
		);
		expect(match).toMatchObject({
			status: 'mapped',
			level: 'exactName',
			score: 1,
			clientId: 7,
			reasons: ['same name'],
			conflicts: [],
		});
	});

	it('give every match in the shape that items carry', () => {
		const result = matchCustomers({
			customers: [customer('1', 'A'), customer('2', 'B'), customer('3', null)],
			clients: [client(7, 'A')],
		});
		const all = [...result.mapped, ...result.unmapped, ...result.review];
		expect(all).toHaveLength(3);
		for (const { match } of all) expect(matchSchema.parse(match)).toEqual(match);
	});

	it('leave two active namesakes under different top levels to a person', () => {
		const match = decisionOf(
			[customer('1', 'Acme')],
			[client(7, 'Acme'), client(8, 'ACME', { topLevelId: 2 })],
		);
		expect(match.status).toBe('review');
		expect(match.conflicts).toEqual([
			'2 active Halo clients have this name: "Acme" (7), "ACME" (8).',
		]);
		expect(match.candidates.map(({ id }) => id)).toEqual([7, 8]);
	});

	it('leave two Stellr customers of one name to a person', () => {
		const match = decisionOf(
			[customer('1', 'Acme'), customer('1', 'acme', { account: 'ca' })],
			[client(7, 'Acme')],
		);
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toBe('2 Stellr customers have this name: ca/1, us/1.');
	});

	it('do not decide across countries', () => {
		const match = decisionOf(
			[customer('1', 'Acme', { country: 'United States' })],
			[client(7, 'Acme', { country: 'CA' })],
		);
		expect(match).toMatchObject({ status: 'review', clientId: null });
		expect(match.conflicts[0]).toContain('is in CA, the Stellr customer in United States');
	});

	it('take the active client before its inactive namesake', () => {
		const match = decisionOf(
			[customer('1', 'Acme')],
			[client(7, 'Acme', { inactive: true }), client(8, 'Acme')],
		);
		expect(match).toMatchObject({ status: 'mapped', clientId: 8 });
	});

	it('leave an only namesake that is inactive to a person', () => {
		const match = decisionOf([customer('1', 'Acme')], [client(7, 'Acme', { inactive: true })]);
		expect(match.status).toBe('review');
		expect(match.conflicts).toEqual([
			'The only Halo client of this name, "Acme" (7), is inactive.',
		]);
	});

	it('decide for a domain when the client is called by the very domain', () => {
		const imported = [client(8, 'Buhler Holdings'), client(9, 'BuhlerIndustries.com')];
		expect(decisionOf([customer('1', 'buhlerindustries.com')], imported).clientId).toBe(9);
	});

	it('leave a domain to a person when another client has it as its name', () => {
		const both = [client(7, 'Buhler Industries'), client(9, 'BuhlerIndustries.com')];
		const match = decisionOf([customer('1', 'buhlerindustries.com')], both);
		expect(match.status).toBe('review');
		expect(match.candidates.map(({ id }) => id).sort()).toEqual([7, 9]);
	});
});

describe('names written differently', () => {
	it('decide and say what differs', () => {
		const match = decisionOf([customer('1', 'The Acme & Sons')], [client(7, 'ACME and Sons, LLC')]);
		expect(match).toMatchObject({ status: 'mapped', level: 'normalForm', clientId: 7 });
		expect(match.reasons[0]).toBe(
			'same name but for legal form LLC, leading "The", "&" and "and", punctuation',
		);
	});

	it('never join two legal forms', () => {
		const match = decisionOf([customer('1', 'Acme Ltd')], [client(7, 'Acme plc')]);
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toContain('different legal forms (Ltd, plc)');
		expect(match.candidates).toEqual([expect.objectContaining({ id: 7 })]);
	});

	it('do not read the name of a spa as a legal form', () => {
		const match = decisionOf([customer('1', 'Serenity')], [client(7, 'Serenity Spa')]);
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toContain('may be a legal form or a word of the name');
	});

	it('do not decide when one name is many clients or many customers', () => {
		const clients = [client(7, 'Acme Inc'), client(8, 'ACME, LLC')];
		expect(decisionOf([customer('1', 'Acme')], clients).status).toBe('review');
		const customers = [customer('1', 'Acme Inc.'), customer('2', 'ACME')];
		expect(decisionOf(customers, [client(7, 'Acme Inc')]).status).toBe('review');
	});

	it('give way to the client of the very same name', () => {
		const clients = [client(7, 'Acme Inc'), client(8, 'Acme LLC')];
		expect(decisionOf([customer('1', 'Acme LLC')], clients)).toMatchObject({
			status: 'mapped',
			level: 'exactName',
			clientId: 8,
		});
	});

	it('do not overrule an inactive client of the very same name', () => {
		const clients = [client(7, 'Acme', { inactive: true }), client(8, 'Acme Inc')];
		const match = decisionOf([customer('1', 'Acme')], clients);
		expect(match.status).toBe('review');
		expect(match.candidates.map(({ id }) => id).sort()).toEqual([7, 8]);
	});

	it('can be switched off', () => {
		const options = { levels: { normalForm: false, suggestion: false } };
		const match = decisionOf([customer('1', 'Acme')], [client(7, 'ACME, Inc')], [], options);
		expect(match.status).toBe('unmapped');
	});
});

describe('stored keys', () => {
	const keyed = client(7, 'Other Name', { stellrKeys: ['US/1'] });

	it('decide whatever the name, and without regard to case', () => {
		expect(decisionOf([customer('1', null)], [keyed])).toMatchObject({
			status: 'mapped',
			level: 'storedKey',
			clientId: 7,
		});
		expect(decisionOf([customer('1', 'acme.com')], [keyed]).clientId).toBe(7);
	});

	it('of another account say nothing', () => {
		expect(decisionOf([customer('1', 'X', { account: 'ca' })], [keyed]).status).toBe('unmapped');
	});

	it('on two clients leave the customer to a person', () => {
		const match = decisionOf(
			[customer('1', 'Acme')],
			[keyed, client(8, 'Acme', { stellrKeys: ['us/1', 'us/2'] })],
		);
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toContain('The key us/1 is stored on 2 Halo clients');
	});

	it('and the name of another client are for a person to settle', () => {
		const match = decisionOf([customer('1', 'Acme')], [keyed, client(8, 'Acme')]);
		expect(match.status).toBe('review');
		expect(match.conflicts).toEqual([
			'Different Halo clients are found for this customer. "Other Name" (7): the key us/1 is stored on the Halo client. "Acme" (8): same name. Choose one by hand.',
		]);
		expect(match.candidates.map(({ id }) => id)).toEqual([7, 8]);
	});

	it('outrank names where the user says so, and mention the other client', () => {
		const match = decisionOf([customer('1', 'Acme')], [keyed, client(8, 'Acme')], [], {
			keysOutrankNames: true,
		});
		expect(match).toMatchObject({ status: 'mapped', level: 'storedKey', clientId: 7 });
		expect(match.reasons.join()).toContain('another Halo client was seen: "Acme" (8)');
	});

	it('decide where the name alone would be in doubt', () => {
		const clients = [client(7, 'Acme', { stellrKeys: ['us/1'] }), client(8, 'Acme')];
		expect(decisionOf([customer('1', 'Acme')], clients).clientId).toBe(7);
	});

	it('on an inactive client still say which client it is, and that it is inactive', () => {
		const match = decisionOf([customer('1', 'X')], [{ ...keyed, inactive: true }]);
		expect(match).toMatchObject({ status: 'mapped', clientId: 7, client: { inactive: true } });
		expect(match.reasons).toContain('this client is inactive in Halo');
	});

	it('let several customers share a client and say so', () => {
		const shared = client(7, 'Group', { stellrKeys: ['us/1', 'us/2', 'us/9'] });
		const match = decisionOf([customer('1', 'A'), customer('2', 'B')], [shared]);
		expect(match.reasons).toEqual([
			'the key us/1 is stored on the Halo client',
			'shares this Halo client with Stellr customer us/2',
			'this Halo client also carries the key us/9',
		]);
	});
});

describe('saved decisions', () => {
	const clients = [client(7, 'Acme'), client(8, 'Bolt')];

	it('of a person win over key and name, which are only mentioned', () => {
		const keyed = [clients[0], client(8, 'Bolt'), client(9, 'Core', { stellrKeys: ['us/1'] })];
		const saved = [
			savedRow('1', 'manual', 8, {
				decidedBy: 'kim',
				decidedAt: '2026-02-03T10:00:00Z',
				origin: 'mapped',
			}),
		];
		const match = decisionOf([customer('1', 'Acme')], keyed, saved);
		expect(match).toMatchObject({
			status: 'mapped',
			level: 'saved',
			clientId: 8,
			savedDecision: 'manual',
			origin: 'mapped',
			conflicts: [],
		});
		expect(match.reasons).toEqual([
			'saved mapping: chosen by a person by kim on 2026-02-03',
			'another Halo client was seen: "Core" (9), the key us/1 is stored on the Halo client',
			'another Halo client was seen: "Acme" (7), same name',
		]);
	});

	it('of an earlier run stand as long as nothing else is found', () => {
		const match = decisionOf([customer('1', 'Zeta')], clients, [savedRow('1', 'auto', 8)]);
		expect(match).toMatchObject({
			status: 'mapped',
			level: 'saved',
			clientId: 8,
			savedDecision: 'auto',
		});
	});

	it('of an earlier run and a name that says otherwise are for a person', () => {
		const match = decisionOf([customer('1', 'Acme')], clients, [savedRow('1', 'auto', 8)]);
		expect(match.status).toBe('review');
		expect(match.candidates.map(({ id }) => id)).toEqual([8, 7]);
	});

	it('never offer a rejected pair again', () => {
		const match = decisionOf([customer('1', 'Acme')], clients, [savedRow('1', 'rejected', 7)]);
		expect(match).toMatchObject({ status: 'unmapped', candidates: [] });
		expect(match.reasons).toContain('a person rejected Halo client "Acme" (7)');
	});

	it('that reject one namesake leave the others to a person', () => {
		const twins = [client(7, 'Acme'), client(8, 'Acme'), client(9, 'Acme', { inactive: true })];
		const match = decisionOf([customer('1', 'Acme')], twins, [savedRow('1', 'rejected', 7)]);
		expect(match.status).toBe('review');
		expect(match.candidates.map(({ id }) => id)).toEqual([8, 9]);
	});

	it('that reject the holder of the key leave the customer to a person', () => {
		const keyed = [client(7, 'Acme', { stellrKeys: ['us/1'] })];
		const match = decisionOf([customer('1', 'Acme')], keyed, [savedRow('1', 'rejected', 7)]);
		expect(match).toMatchObject({ status: 'review', candidates: [] });
		expect(match.conflicts[0]).toContain('a person rejected this pair');
	});

	it('that reject one of two holders of the key offer only the other', () => {
		const keyed = [
			client(7, 'A', { stellrKeys: ['us/1'] }),
			client(8, 'B', { stellrKeys: ['us/1'] }),
		];
		const match = decisionOf([customer('1', 'Acme')], keyed, [savedRow('1', 'rejected', 7)]);
		expect(match.status).toBe('review');
		expect(match.candidates.map(({ id }) => id)).toEqual([8]);
	});

	it('ignore a customer, until their last day is over', () => {
		const saved = [savedRow('1', 'ignored', null, { until: '2026-06-30', reason: 'test tenant' })];
		const on = (today?: string) => decisionOf([customer('1', 'Acme')], clients, saved, { today });
		expect(on('2026-06-30')).toMatchObject({ status: 'ignored', savedDecision: 'ignored' });
		expect(on('2026-06-30').reasons).toEqual([
			'saved mapping: ignored: test tenant (until 2026-06-30)',
		]);
		expect(on(undefined).status).toBe('ignored');
		expect(on('2026-07-01')).toMatchObject({ status: 'mapped', clientId: 7 });
	});

	it('that reject a pair lapse too', () => {
		const saved = [savedRow('1', 'rejected', 7, { until: '2026-06-30' })];
		const on = (today: string) => decisionOf([customer('1', 'Acme')], clients, saved, { today });
		expect(on('2026-06-30').status).toBe('unmapped');
		expect(on('2026-07-01').status).toBe('mapped');
	});

	it('about a client that is gone go to a person, with what else was found', () => {
		const saved = [savedRow('1', 'manual', 99, { haloClientName: 'Acme Old' })];
		const match = decisionOf([customer('1', 'Acme')], clients, saved);
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toContain(
			'Halo client 99 "Acme Old", which is not in Halo\'s list any more: was it merged',
		);
		expect(match.candidates).toEqual([expect.objectContaining({ id: 7 })]);
	});

	it('that contradict each other go to a person', () => {
		const twoClients = [savedRow('1', 'manual', 7), savedRow('1', 'manual', 8)];
		const unwanted = [savedRow('1', 'manual', 7), savedRow('1', 'ignored', null)];
		const rejectedToo = [savedRow('1', 'auto', 7), savedRow('1', 'rejected', 7)];
		for (const saved of [twoClients, unwanted, rejectedToo]) {
			const match = decisionOf([customer('1', 'Acme')], clients, saved);
			expect(match.status).toBe('review');
			expect(match.conflicts[0]).toContain('The saved mapping');
		}
	});

	it('that say the same twice count once', () => {
		const saved = [savedRow('1', 'auto', 8), savedRow('1', 'manual', 8, { account: 'US' })];
		expect(decisionOf([customer('1', 'Acme')], clients, saved)).toMatchObject({
			status: 'mapped',
			clientId: 8,
			savedDecision: 'manual',
		});
	});

	it('that could not be read are not replaced by a name', () => {
		const match = decisionOf([customer('1', 'Acme')], clients, [], {
			unreadableSaved: new Map([['us/1', 'Row 3 cannot be read.']]),
		});
		expect(match).toMatchObject({ status: 'review', conflicts: ['Row 3 cannot be read.'] });
	});

	it('keep their rejections and ignored customers when they may not decide', () => {
		const options = { levels: { saved: false } };
		const saved = [savedRow('1', 'rejected', 7), savedRow('2', 'ignored', null)];
		expect(decisionOf([customer('1', 'Acme')], clients, saved, options).status).toBe('unmapped');
		expect(decisionOf([customer('2', 'Bolt')], clients, saved, options).status).toBe('ignored');
		const mapped = [savedRow('1', 'manual', 8)];
		expect(decisionOf([customer('1', 'Acme')], clients, mapped, options).clientId).toBe(7);
	});

	it('that ignore one of two namesakes leave the name to the other', () => {
		const customers = [customer('1', 'Acme'), customer('2', 'Acme')];
		const match = decisionOf(customers, clients, [savedRow('2', 'ignored', null)]);
		expect(match).toMatchObject({ status: 'mapped', clientId: 7 });
	});
});

describe('the own company', () => {
	const ownNames = ['Northwind IT Ltd', 'northwind-it.com'];

	it.each([
		customer('1', 'NORTHWIND I.T.'),
		customer('1', 'Northwind-IT.com'),
		customer('1', null, { domain: 'www.northwind-it.com' }),
		customer('1', 'www.northwind-it.com'),
	])('is ignored as $name', (own) => {
		const match = decisionOf([own], [client(7, 'Northwind IT')], [], { ownNames });
		expect(match).toMatchObject({ status: 'ignored', reasons: ['your own company'] });
	});

	it('is mapped when a person mapped it', () => {
		const match = decisionOf(
			[customer('1', 'Northwind IT')],
			[client(7, 'Internal')],
			[savedRow('1', 'manual', 7)],
			{ ownNames },
		);
		expect(match).toMatchObject({ status: 'mapped', clientId: 7 });
	});

	it('is nobody else', () => {
		const match = decisionOf([customer('1', 'Northwind Travel')], [], [], { ownNames });
		expect(match.status).toBe('unmapped');
	});
});

describe('lists that are not whole', () => {
	const incomplete = ['50 of 717 Halo clients came in.'];
	const clients = [client(7, 'Acme'), client(8, 'Bolt', { stellrKeys: ['us/2'] })];

	it('leave names and nobody unmapped, while keys and saved decisions stand', () => {
		const result = matchCustomers(
			{
				customers: [
					customer('1', 'Acme'),
					customer('2', 'Whatever'),
					customer('3', 'Nobody'),
					customer('4', 'Saved'),
				],
				clients,
				saved: [savedRow('4', 'manual', 7)],
			},
			{ incomplete },
		);
		expect(result.unmapped).toEqual([]);
		expect(result.mapped.map(({ customer: { customerNo } }) => customerNo).sort()).toEqual([
			'2',
			'4',
		]);
		expect(result.review.map(({ match }) => match.conflicts)).toEqual([incomplete, incomplete]);
		expect(result.review[0].candidates).toEqual([expect.objectContaining({ id: 7 })]);
	});

	it('do not make a saved client that did not come in look merged', () => {
		const match = decisionOf([customer('1', 'Acme')], [], [savedRow('1', 'auto', 99)], {
			incomplete,
		});
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toContain('did not come in with this list');
	});
});

describe('what is left', () => {
	it('a customer without a name goes to a person', () => {
		const match = decisionOf([customer('1', null)], [client(7, 'Acme')]);
		expect(match).toMatchObject({ status: 'review', level: 'none', score: 0 });
		expect(match.conflicts[0]).toContain('has no name');
	});

	it('a customer that came in under two names goes to a person', () => {
		const match = decisionOf([customer('1', 'Acme'), customer('1', 'Bolt')], [client(7, 'Acme')]);
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toContain('came in several times, and not alike');
	});

	it('a customer or client that came in twice alike counts once', () => {
		const result = matchCustomers({
			customers: [customer('1', 'Acme'), customer('1', 'Acme')],
			clients: [client(7, 'Acme'), client(7, 'Acme')],
		});
		expect(result.mapped).toHaveLength(1);
	});

	it('clients that nobody is or may be are only in Halo', () => {
		const result = matchCustomers({
			customers: [customer('1', 'Acme'), customer('2', 'Twin')],
			clients: [client(7, 'Acme'), client(8, 'Twin'), client(9, 'Twin'), client(10, 'Lone')],
		});
		expect(result.haloOnly.map(({ id }) => id)).toEqual([10]);
	});
});
