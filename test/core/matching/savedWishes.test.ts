import { decisionOf, decisions } from './decisions';
import { client, customer, savedRow } from './records';

describe('a person who wants a new client', () => {
	const row = savedRow('1', 'create', null, {
		haloClientName: 'Acorn Construction',
		decidedBy: 'ann@msp.com',
		decidedAt: '2026-11-20T10:00:00.000Z',
	});

	it('is told to the next node with the name', () => {
		const match = decisionOf([customer('1', 'acorn.com')], [client(7, 'Birch')], {}, [row]);
		expect(match).toMatchObject({
			status: 'unmapped',
			level: 'saved',
			newClientName: 'Acorn Construction',
			savedDecision: 'create',
			reasons: [
				'saved mapping: a new client "Acorn Construction" is to be created by ann@msp.com on 2026-11-20',
			],
		});
	});

	it('is not held up by near clients', () => {
		const near = [client(7, 'Acorn Construktion Group')];
		const match = decisionOf([customer('1', 'Acorn Construction Group')], near, {}, [row]);
		expect(match.newClientName).toBe('Acorn Construction');
	});

	it('is asked again when a client was found since', () => {
		const match = decisionOf(
			[customer('1', 'acorn.com')],
			[client(7, 'Acorn', { website: 'acorn.com' })],
			{},
			[row],
		);
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toContain('but a Halo client was found since');
		expect(match.newClientName).toBeNull();
	});

	it('has it once the key stands on a client', () => {
		const created = client(7, 'Acorn Construction', { stellrKeys: ['us/1'] });
		const match = decisionOf([customer('1', 'acorn.com')], [created], {}, [row]);
		expect(match).toMatchObject({ status: 'mapped', level: 'storedKey', clientId: 7 });
	});

	it('creates nothing from a list that is not whole', () => {
		const options = { incomplete: ['50 of 717 Halo clients came in.'] };
		const match = decisionOf([customer('1', 'acorn.com')], [], options, [row]);
		expect(match.status).toBe('review');
	});
});

describe('a person who wants to be asked later', () => {
	const row = savedRow('1', 'later', null, { until: '2026-12-01' });
	const customers = [customer('1', 'Acorn Construction')];

	it('is not asked before the day has passed, and nothing is decided meanwhile', () => {
		for (const clients of [[], [client(7, 'Acorn Construction')]]) {
			const match = decisionOf(customers, clients, { today: '2026-12-01' }, [row]);
			expect(match).toMatchObject({ status: 'review', askAfter: '2026-12-01' });
		}
	});

	it('is asked after it', () => {
		const match = decisionOf(
			customers,
			[client(7, 'Acorn Constr. Ltd. East')],
			{ today: '2026-12-02' },
			[row],
		);
		expect(match.askAfter).toBeNull();
		expect(
			decisionOf(customers, [client(7, 'Acorn Construction')], { today: '2026-12-02' }, [row])
				.clientId,
		).toBe(7);
	});

	it('is not asked about a customer whose key stands on a client', () => {
		const match = decisionOf(
			customers,
			[client(7, 'X', { stellrKeys: ['us/1'] })],
			{ today: '2026-11-30' },
			[row],
		);
		expect(match.clientId).toBe(7);
	});
});

describe('a proposal that nobody confirmed', () => {
	it('decides nothing', () => {
		const saved = [savedRow('1', 'proposed', 8)];
		const clients = [client(7, 'Acorn Construction'), client(8, 'Birch')];
		expect(decisionOf([customer('1', 'Acorn Construction')], clients, {}, saved).clientId).toBe(7);
		expect(decisionOf([customer('1', 'Wood & Stone')], clients, {}, saved).status).toBe('unmapped');
	});
});

describe('the first mapping of an account', () => {
	const options = { proposeUntilConfirmed: true };
	const customers = [
		customer('1', 'Acorn Construction'),
		customer('2', 'birch.com'),
		customer('3', 'Cedar', {}),
		customer('4', 'Dogwood Freight'),
	];
	const clients = [
		client(7, 'Acorn Construction'),
		client(8, 'Birch Dental', { website: 'birch.com' }),
		client(9, 'X', { stellrKeys: ['us/3'] }),
	];
	const statuses = (saved = [] as ReturnType<typeof savedRow>[]) =>
		[...decisions(customers, clients, options, saved).values()]
			.map(({ customer: { customerNo }, match }) => [
				customerNo,
				match.status,
				match.proposed === true,
			])
			.sort();

	it('is proposed, while what was recorded stands', () => {
		expect(statuses()).toEqual([
			['1', 'review', true],
			['2', 'review', true],
			['3', 'mapped', false],
			['4', 'unmapped', false],
		]);
		const { match } = decisions(customers, clients, options).get('2') ?? {};
		expect(match).toMatchObject({
			level: 'domain',
			score: 0.99,
			conflicts: [
				'The first mapping of the Stellr account "us" by domain waits for a person to confirm it.',
			],
		});
		expect(match?.candidates[0]).toEqual({
			id: 8,
			name: 'Birch Dental',
			score: 0.99,
			reasons: ['same domain birch.com'],
		});
	});

	it('is confirmed for each way of finding by itself', () => {
		const byName = savedRow('77', 'auto', 5, { decidedBy: 'ann@msp.com', level: 'exactName' });
		expect(statuses([byName]).slice(0, 2)).toEqual([
			['1', 'mapped', false],
			['2', 'review', true],
		]);
		const byDomain = savedRow('78', 'auto', 6, { decidedBy: 'ann@msp.com', level: 'domain' });
		expect(statuses([byName, byDomain]).slice(0, 2)).toEqual([
			['1', 'mapped', false],
			['2', 'mapped', false],
		]);
	});

	it.each([
		savedRow('77', 'auto', 5, { decidedBy: 'n8n-nodes-stellr-halo', level: 'exactName' }),
		savedRow('77', 'auto', 5, { decidedBy: 'ann@msp.com', level: 'nativeMapping' }),
		savedRow('77', 'proposed', 5, { decidedBy: 'ann@msp.com', level: 'exactName' }),
		savedRow('77', 'auto', 5, { account: 'ca', decidedBy: 'ann@msp.com', level: 'exactName' }),
		savedRow('77', 'ignored', null, { decidedBy: 'ann@msp.com', level: 'exactName' }),
		savedRow('77', 'manual', 5, { decidedBy: 'ann@msp.com', level: 'exactName' }),
	])('is not confirmed by row %#', (row) => {
		expect(statuses([row])[0]).toEqual(['1', 'review', true]);
	});
});
