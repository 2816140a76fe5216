import { decisionOf, decisions } from './decisions';
import { client, customer, savedRow } from './records';

describe('near clients', () => {
	it('are offered when nothing is certain, best first, with the lead of the first', () => {
		const match = decisionOf(
			[customer('1', 'Guanjuato Curtidos')],
			[client(7, 'Guanajuato Curtidos'), client(8, 'Curtidos del Sur')],
		);
		expect(match).toMatchObject({ status: 'review', level: 'suggestion' });
		expect(match.candidates[0]).toMatchObject({ id: 7 });
		expect(match.candidates[0].reasons.length).toBeGreaterThan(0);
		expect(match.margin).toBeGreaterThan(0);
	});

	it('that a person rejected are not offered again', () => {
		const saved = [savedRow('1', 'rejected', 7)];
		const match = decisionOf(
			[customer('1', 'Guanjuato Curtidos')],
			[client(7, 'Guanajuato Curtidos')],
			{},
			saved,
		);
		expect(match).toMatchObject({ status: 'unmapped', candidates: [], rejectedClientIds: [7] });
	});

	it('can be switched off', () => {
		const options = { levels: { suggestion: false } };
		const match = decisionOf(
			[customer('1', 'Guanjuato Curtidos')],
			[client(7, 'Guanajuato Curtidos')],
			options,
		);
		expect(match).toMatchObject({ status: 'unmapped', candidates: [] });
	});
});

describe('namesakes', () => {
	it("in two countries are told apart by the customer's", () => {
		const clients = [
			client(7, 'Meridian Foods', { country: 'US' }),
			client(8, 'Meridian Foods', { country: 'Mexico' }),
		];
		const customers = [
			customer('1', 'Meridian Foods', { country: 'US' }),
			customer('2', 'Meridian Foods', { country: 'MX' }),
		];
		const found = decisions(customers, clients);
		expect(found.get('1')?.client?.id).toBe(7);
		expect(found.get('2')?.client?.id).toBe(8);
	});

	it('of which one country is not known are left to a person', () => {
		const clients = [client(7, 'Meridian Foods', { country: 'US' }), client(8, 'Meridian Foods')];
		expect(decisionOf([customer('1', 'Meridian Foods', { country: 'US' })], clients).status).toBe(
			'review',
		);
	});

	it('with a legal form each are told apart by it', () => {
		const clients = [client(7, 'Saanich Foods Corp.'), client(8, 'Saanich Foods Ltd.')];
		expect(decisionOf([customer('1', 'Saanich Foods Limited')], clients).clientId).toBe(8);
		expect(decisionOf([customer('1', 'Saanich Foods')], clients).status).toBe('review');
		expect(decisionOf([customer('1', 'Saanich Foods LLC')], clients).status).toBe('review');
	});

	it.each([
		[
			customer('1', 'Acorn', { domain: 'acorn.com' }),
			client(7, 'Acorn', { website: 'acorn.ca' }),
			'the domain acorn.ca',
		],
		[
			customer('1', 'Sol S.A. de C.V.'),
			client(7, 'Sol', { country: 'US' }),
			'is in US, the Stellr customer in MX',
		],
		[
			customer('1', 'Sol', { account: 'mx' }),
			client(7, 'Sol', { country: 'US' }),
			'is in US, the Stellr customer in MX',
		],
	])('with something against them are left to a person (%#)', (own, other, why) => {
		const match = decisionOf([own], [other]);
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toContain(why);
	});
});

describe('a caller of the matcher', () => {
	it('may leave out whatever it does not know', () => {
		const match = decisionOf(
			[{ account: 'us', customerNo: '1', name: 'Acme' }],
			[{ id: 7, name: 'ACME' }],
		);
		expect(match.clientId).toBe(7);
	});
});
