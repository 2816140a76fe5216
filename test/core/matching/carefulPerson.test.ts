/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import type { ClientToMatch, CustomerToMatch } from '../../../core/matching';
import { decisionOf } from './decisions';
import { client, customer } from './records';

/** Pairs that look alike to a program, and that a careful person would not link without asking. */

const statusOf = (own: CustomerToMatch, ...others: ClientToMatch[]) =>
	decisionOf([own], others).status;

describe('two names are not one company', () => {
	it.each([
		['Serenity Spa LLC', 'Serenity LLC'],
		['Gamer PC Inc', 'Gamer Inc'],
		['Desert Plumbing NV LLC', 'Desert Plumbing LLC'],
		['Cool Breeze AC', 'Cool Breeze'],
		['Serenity SPA', 'Serenity'],
		['SAS Retail Services', 'Retail Services'],
		['Scoopy Doo', 'Scoopy'],
		['Smith & Co', 'Smith'],
		['Silva e Cia Ltda', 'Silva Ltda'],
		['Patel Lodging LLC dba Holiday Inn Express', 'Singh Hotels LLC dba Holiday Inn Express'],
		['Oracle DBA Services', 'Oracle'],
		['Hotel AKA Central Park', 'Central Park'],
		["Mama's Aka Kitchen", "Mama's"],
		['Sterling T/A Systems', 'Sterling'],
		['Las Vegas Paving', 'Vegas Paving'],
		['El Paso Electric', 'Paso Electric'],
		['LA Pest Control', 'Pest Control'],
		['Springfield Clinic, IL', 'Springfield Clinic'],
		['Hollywood Props', 'Hollywood Properties'],
		['The Chicken Coop', 'Chicken Cooperative'],
		['Club Med', 'Club Medical'],
		['M T Logistics', 'Mount Logistics'],
		['Acme Ind', 'Acme Industrial'],
		['Thomas E Moore', 'Thomas & Moore'],
		['Old-World Bakery', 'World Bakery'],
		['Mercy Health - Education', 'Mercy Health'],
		['Hope | Production', 'Hope'],
		['Northern Services (NS)', 'Northern Services'],
		['Taylor, Morgan', 'Morgan Taylor'],
		['Area 5.1', 'Area 51'],
		['Acme DO NOT USE', 'Acme'],
		['Unknown', 'Unknown'],
		['N/A', 'NA Inc'],
		['pinnacle.com', 'Pinnacle LLC'],
		['joe.mybusinesshosting.com', 'My Business Hosting'],
		['Anderson.Miller', 'Anderson'],
	])('"%s" and "%s"', (own, other) => {
		expect(statusOf(customer('1', own), client(7, other))).not.toBe('mapped');
		expect(statusOf(customer('1', other), client(7, own))).not.toBe('mapped');
	});
});

describe('one domain is not one company', () => {
	it.each([
		[
			customer('1', 'Unilever N.V.', { domain: 'unilever.com' }),
			client(7, 'Unilever plc', { website: 'unilever.com' }),
		],
		[
			customer('1', 'Acorn Canada', { domain: 'acorn.com', country: 'CA' }),
			client(7, 'Acorn Inc', { website: 'acorn.com', country: 'US' }),
		],
		[
			customer('1', 'Acorn', { domain: 'acorn.com', tenantId: 'aaaa' }),
			client(7, 'Acorn', { website: 'acorn.com', microsoftTenantIds: ['bbbb'] }),
		],
		[
			customer('1', 'Beta Sister', { domain: 'acorn.com' }),
			client(7, 'Acorn', { website: 'acorn.com', stellrKeys: ['us/999'] }),
		],
		[
			customer('1', 'Ledger Bookkeeping', { domain: 'ledgerbk.com' }),
			client(7, 'Joe Pizza', {
				website: 'joepizza.com',
				contactDomains: [{ domain: 'ledgerbk.com', contacts: 3 }],
			}),
		],
		[
			customer('1', 'Ledger Bookkeeping', { domain: 'ledgerbk.com' }),
			client(7, 'Joe Pizza', { contactDomains: [{ domain: 'ledgerbk.com', contacts: 1 }] }),
		],
	])('in the case %#', (own, other) => {
		expect(statusOf(own, other)).not.toBe('mapped');
	});

	it('when another client is called nearly like the customer', () => {
		const own = customer('1', 'Beta Logistics LLC', { domain: 'acorngroup.com' });
		const clients = [
			client(7, 'Acorn Group', { website: 'acorngroup.com' }),
			client(8, 'Beta Logistics LLC (Dallas)'),
		];
		expect(decisionOf([own], clients).status).toBe('review');
	});
});

describe('whatever the order in which a customer came in twice', () => {
	it('it is left to a person when the two do not say the same', () => {
		const twice = [
			customer('1', 'Contoso', { domain: 'a.com' }),
			customer('1', 'Contoso', { domain: 'b.com' }),
		];
		const clients = [
			client(7, 'Alpha', { website: 'a.com' }),
			client(8, 'Bravo', { website: 'b.com' }),
		];
		const one = decisionOf(twice, clients);
		const other = decisionOf([...twice].reverse(), clients);
		expect(one.status).toBe('review');
		expect(other).toEqual(one);
	});
});

describe('names of any length', () => {
	it.each([
		`Ab, ${'a'.repeat(20_000)}1`,
		`Fast${' '.repeat(20_000)}x`,
		`Acme ${'('.repeat(20_000)}`,
		`Acme ${'- '.repeat(10_000)}`,
		'a.'.repeat(10_000),
	])('are read at once (case %#)', (name) => {
		const started = process.cpuUsage();
		decisionOf([customer('1', name)], [client(7, name), client(8, `${name} Ltd`)]);
		const { user } = process.cpuUsage(started);
		// A cubic reading of 20,000 characters would take hours.
		expect(user / 1e6).toBeLessThan(5);
	});
});
