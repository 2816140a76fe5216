import { decisionOf } from '../decisions';
import { client, customer } from '../records';

const found = (name: string, clients: Array<ReturnType<typeof client>>, fields = {}) =>
	decisionOf([customer('1', name, fields)], clients);

describe('a domain that is a name run together', () => {
	it.each([
		['buhlerindustries.com', 'Buhler Industries'],
		['buhler-industries.com.br', 'Buhler Industries'],
		['buhlerindustries.onmicrosoft.com', 'Buhler Industries Ltd'],
		['buhlerindustriesllc.com', 'Buhler Industries, LLC'],
		['smithjones.ca', 'Smith & Jones'],
		['smithandjones.ca', 'Smith & Jones'],
		['acornmfg.com', 'Acorn Manufacturing'],
		['acornmanufacturing.com', 'Acorn Mfg.'],
		['thecuttinggarden.com', 'Cutting Garden'],
	])('"%s" decides for "%s" when Halo knows no domain of it', (domain, name) => {
		const match = found(domain, [client(7, name), client(8, 'Birch Dental')]);
		expect(match).toMatchObject({ status: 'mapped', level: 'normalForm', clientId: 7 });
		expect(match.reasons[0]).toContain('is the name run together');
	});

	it('decides the other way round too', () => {
		const match = found('Buhler Industries', [client(7, 'buhlerindustries.com')]);
		expect(match).toMatchObject({ status: 'mapped', clientId: 7 });
	});

	it.each([
		['acorn.com', client(7, 'Acorn'), 'a single word may be another'],
		[
			'buhlerindustries.ca',
			client(7, 'Buhler Industries', { website: 'buhlerindustries.com' }),
			'another ending',
		],
		[
			'buhlerindustries.com',
			client(7, 'Buhler Industries', { website: 'buhler.com' }),
			'by the domain buhler.com',
		],
		['buhlerindustries.ca', client(7, 'Buhler Industries', { country: 'US' }), 'is in US'],
	])('"%s" is left to a person where it may be another company\'s', (domain, other, why) => {
		const match = found(domain, [other]);
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toContain(why);
		expect(match.candidates[0].id).toBe(7);
	});

	it('is left to a person where it may be cut from a longer name', () => {
		const match = found('acorntravel.com', [
			client(7, 'Acorn Travel'),
			client(8, 'Acorn Travel Agency'),
		]);
		expect(match.conflicts[0]).toContain('may also be cut from "Acorn Travel Agency" (8)');
	});

	it('is no more than a doubt about a customer of another Microsoft tenant', () => {
		const tenant = client(7, 'Buhler Industries', { microsoftTenantIds: ['aaaa'] });
		expect(found('buhlerindustries.com', [tenant], { tenantId: 'bbbb' }).status).toBe('review');
	});

	it('of two customers is left to a person', () => {
		const customers = [customer('1', 'buhlerindustries.com'), customer('2', 'Buhler Industries')];
		expect(decisionOf(customers, [client(7, 'Buhler Industries')]).status).toBe('review');
	});
});
