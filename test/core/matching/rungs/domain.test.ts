import { decisionOf, decisions } from '../decisions';
import { client, customer } from '../records';

const acorn = (fields = {}) =>
	client(7, 'Acorn Construction', { website: 'https://www.acorn.com/contact', ...fields });

describe('a domain', () => {
	it.each([
		['acorn.com', null],
		['www.acorn.com', null],
		['https://acorn.com', null],
		['ACORN.COM', null],
		['acorn.com (M365)', null],
		['Wood & Stone', 'acorn.com'],
		['Wood & Stone (acorn.com)', null],
		[null, 'mail.acorn.com'],
	])('decides for a customer named %s with the domain %s', (name, domain) => {
		const match = decisionOf(
			[customer('1', name, { domain })],
			[acorn(), client(8, 'Birch Dental')],
		);
		expect(match).toMatchObject({ status: 'mapped', level: 'domain', clientId: 7 });
		expect(match.reasons).toEqual(['same domain acorn.com']);
	});

	it('is also what the record shows beside the website', () => {
		const clients = [client(7, 'Acorn Construction', { domains: ['acorn.com'] })];
		expect(decisionOf([customer('1', 'acorn.com')], clients).clientId).toBe(7);
	});

	it('of most contacts decides when no client shows it as its own', () => {
		const contactDomains = [
			{ domain: 'acorn.com', contacts: 3 },
			{ domain: 'gmail.com', contacts: 9 },
			{ domain: 'helper.com', contacts: 1 },
		];
		const match = decisionOf(
			[customer('1', 'acorn.com')],
			[client(7, 'Wood & Stone', { contactDomains })],
		);
		expect(match).toMatchObject({ level: 'domain', clientId: 7 });
		expect(match.reasons).toEqual(['most of its contacts have mail addresses of acorn.com']);
	});

	it('of half the contacts does not', () => {
		const contactDomains = [
			{ domain: 'acorn.com', contacts: 1 },
			{ domain: 'other.com', contacts: 1 },
		];
		const match = decisionOf(
			[customer('1', 'acorn.com')],
			[client(7, 'Wood & Stone', { contactDomains })],
		);
		expect(match.clientId).toBeNull();
	});

	it('that contacts of another client use as well is left to a person', () => {
		const contactDomains = [{ domain: 'acorn.com', contacts: 4 }];
		const match = decisionOf(
			[customer('1', 'acorn.com')],
			[acorn(), client(8, 'Acorn Roofing', { contactDomains })],
		);
		expect(match.status).toBe('review');
		expect(match.conflicts).toEqual([
			'The domain acorn.com is used by several Halo clients: "Acorn Construction" (7), "Acorn Roofing" (8).',
		]);
		expect(match.candidates.map(({ id }) => id)).toEqual([7, 8]);
	});

	it('of two clients in use is left to a person, and an equal name tells them apart', () => {
		const sisters = [acorn(), client(8, 'Acorn Roofing', { website: 'acorn.com' })];
		expect(decisionOf([customer('1', 'acorn.com')], sisters).status).toBe('review');
		const named = decisionOf([customer('1', 'Acorn Roofing', { domain: 'acorn.com' })], sisters);
		expect(named).toMatchObject({ status: 'mapped', level: 'exactName', clientId: 8 });
	});

	it('of an inactive client gives way to an active one', () => {
		const closed = acorn({ inactive: true });
		expect(decisionOf([customer('1', 'acorn.com')], [closed]).conflicts[0]).toBe(
			'The only Halo client with the domain acorn.com, "Acorn Construction" (7), is inactive.',
		);
		const both = [closed, client(8, 'Acorn Construction 2020', { website: 'acorn.com' })];
		expect(decisionOf([customer('1', 'acorn.com')], both).clientId).toBe(8);
		const byContacts = [
			closed,
			client(9, 'Wood & Stone', { contactDomains: [{ domain: 'acorn.com', contacts: 2 }] }),
		];
		expect(decisionOf([customer('1', 'acorn.com')], byContacts).clientId).toBe(9);
	});

	it.each(['gmail.com', 'hotmail.ca', 'uol.com.br', 'prodigy.net.mx', 'facebook.com', 'shaw.ca'])(
		'that many companies share, such as %s, proves nothing',
		(domain) => {
			const clients = [client(7, 'Acorn Construction', { website: domain, domains: [domain] })];
			expect(decisionOf([customer('1', 'Wood & Stone', { domain })], clients).status).toBe(
				'unmapped',
			);
		},
	);

	it('of the service provider itself proves nothing, and its customer is not taken for the provider', () => {
		const options = { ownNames: ['northwind-it.com'] };
		const clients = [client(7, 'Acorn Construction', { website: 'northwind-it.com' })];
		const stranger = customer('1', 'Wood & Stone', { domain: 'northwind-it.com' });
		const match = decisionOf([stranger], clients, options);
		expect(match).toMatchObject({ status: 'review', clientId: null });
		expect(match.conflicts).toEqual([
			'This Stellr customer has a domain of your own company: is it yours?',
		]);
		const named = customer('1', 'Acorn Construction', { domain: 'northwind-it.com' });
		expect(decisionOf([named], clients, options).clientId).toBe(7);
	});

	it('below that of an authority is not that of its neighbour', () => {
		const clients = [client(7, 'Orono Council', { domains: ['orono.sp.gov.br'] })];
		expect(decisionOf([customer('1', 'cuesta.sp.gov.br')], clients).clientId).toBeNull();
	});

	it('that leads elsewhere than the name is left to a person', () => {
		const match = decisionOf(
			[customer('1', 'Birch Dental', { domain: 'acorn.com' })],
			[acorn(), client(8, 'Birch Dental')],
		);
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toBe(
			'Different Halo clients are found for this customer. "Acorn Construction" (7): same domain acorn.com. "Birch Dental" (8): same name. Choose one by hand.',
		);
	});

	it('that is the whole name of another client is left to a person', () => {
		const match = decisionOf(
			[customer('1', 'birchdental.com')],
			[client(7, 'Acorn Construction', { website: 'birchdental.com' }), client(8, 'Birch Dental')],
		);
		expect(match.status).toBe('review');
	});

	it('of two customers is left to a person, unless both are plainly the same company', () => {
		const sisters = [
			customer('1', 'Acorn Roofing', { domain: 'acorn.com' }),
			customer('2', 'Acorn Concrete', { domain: 'acorn.com' }),
		];
		expect(decisionOf(sisters, [acorn()]).conflicts).toEqual([
			'2 Stellr customers have the domain acorn.com: us/1, us/2.',
		]);
		const same = [
			customer('1', 'birchdental.com'),
			customer('2', 'Birch Dental, Inc.', { domain: 'birchdental.com' }),
		];
		const found = decisions(same, [client(8, 'Birch Dental', { website: 'birchdental.com' })]);
		expect([...found.values()].map((entry) => entry.client?.id)).toEqual([8, 8]);
		expect(found.get('1')?.reasons).toContain('shares this Halo client with Stellr customer us/2');
	});

	it('does not bring a second customer of another name to a client that has one', () => {
		const found = decisions(
			[customer('1', 'Acorn Construction'), customer('2', 'Wood & Stone', { domain: 'acorn.com' })],
			[acorn()],
		);
		expect(found.get('1')?.client?.id).toBe(7);
		expect(found.get('2')?.match).toMatchObject({
			status: 'review',
			conflicts: [
				'Halo client "Acorn Construction" (7) was found for this customer (same domain acorn.com), but also belongs to Stellr customer us/1, and this customer has another name.',
			],
		});
	});
});
