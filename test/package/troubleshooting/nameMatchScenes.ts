import { client, customer } from '../../core/matching/records';
import { acme, acorn, asked, row } from './matchStage';
import type { Scene } from './scene';

/** Customers that are left to a person for their names and domains. */

export const nameScenes: Scene[] = [
	asked('two clients of the name', ['severalClients'], {
		clients: [client(7, 'Acme'), client(8, 'Acme')],
	}),
	asked('two customers of the name', ['severalCustomers'], {
		customers: [acme, customer('2', 'Acme')],
		clients: [client(7, 'Acme')],
	}),
	asked('one client of the name, which is inactive', ['onlyOneInactive'], {
		clients: [client(7, 'Acme', { inactive: true })],
	}),
	asked('two clients of the name, all inactive', ['allInactive'], {
		clients: [client(7, 'Acme', { inactive: true }), client(8, 'Acme', { inactive: true })],
	}),
	asked('the active client of the name rejected, an inactive one left', ['activeRejected'], {
		clients: [client(7, 'Acme'), client(8, 'Acme', { inactive: true })],
		saved: [row('1', 'rejected', 7)],
	}),
	asked('the same name in another country', ['nameOtherCountry'], {
		customers: [customer('1', 'Acme', { country: 'US' })],
		clients: [client(7, 'Acme', { country: 'CA' })],
	}),
	asked('the same name with another Microsoft tenant', ['nameOtherTenant'], {
		customers: [customer('1', 'Acme', { tenantId: 'aaaa' })],
		clients: [client(7, 'Acme', { microsoftTenantIds: ['bbbb'] })],
	}),
	asked('the same name with another domain', ['nameOtherDomain'], {
		customers: [customer('1', 'Acorn', { domain: 'acorn.com' })],
		clients: [client(7, 'Acorn', { website: 'acorn.ca' })],
	}),
	asked('two legal forms', ['legalForms'], {
		customers: [customer('1', 'Acme Ltd')],
		clients: [client(7, 'Acme plc')],
	}),
	asked('a legal form, and one that may be Co', ['legalFormCo'], {
		customers: [customer('1', 'Acme Co')],
		clients: [client(7, 'Acme LLC')],
	}),
	asked('an ending that may be a legal form', ['endingMayBeForm'], {
		customers: [customer('1', 'Serenity')],
		clients: [client(7, 'Serenity Spa')],
	}),
	asked('two firms that share one of their names', ['secondNames'], {
		customers: [customer('1', 'Acme Inc dba Bolt')],
		clients: [client(7, 'Acme Inc dba Zinc')],
	}),
	asked('a customer marked as out of use', ['marked'], {
		customers: [customer('1', 'Acme (do not use)')],
		clients: [client(7, 'Acme')],
	}),
	asked('a customer that came twice, and not alike', ['notAlike'], {
		customers: [acme, customer('1', 'Bolt')],
		clients: [client(7, 'Acme')],
	}),
	asked('a customer without a name', ['noName'], { customers: [customer('1', null)] }),
	asked('a domain and a name that lead to two clients', ['different'], {
		customers: [customer('1', 'Birch Dental', { domain: 'acorn.com' })],
		clients: [acorn(), client(8, 'Birch Dental')],
	}),
	asked('a name that is nearly another', ['near'], {
		customers: [customer('1', 'Acorn Constructin Company')],
		clients: [client(7, 'Acorn Construction Company')],
	}),
	asked('a domain of the own company', ['ownDomain'], {
		customers: [customer('1', 'Wood & Stone', { domain: 'northwind-it.com' })],
		parameters: { ownCompany: 'northwind-it.com' },
	}),
	asked('a first mapping that is to be proposed', ['firstMapping'], {
		customers: [customer('1', 'Acme')],
		clients: [client(7, 'Acme')],
		parameters: { options: { firstMapping: 'propose' } },
	}),
];

export const domainScenes: Scene[] = [
	asked('a domain that contacts of another client use too', ['domainElsewhere'], {
		customers: [customer('1', 'acorn.com')],
		clients: [
			acorn(),
			client(8, 'Acorn Roofing', {
				contactDomains: [{ domain: 'acorn.com', contacts: 4 }],
			} as never),
		],
	}),
	asked('two domains that lead to two clients', ['domainsDiffer'], {
		customers: [customer('1', 'acorn.com', { domain: 'birch.com' })],
		clients: [acorn(), client(8, 'Wood & Stone', { website: 'birch.com' })],
	}),
	asked('the same domain in another country', ['domainOtherCountry'], {
		customers: [customer('1', 'Wood & Stone', { domain: 'acorn.com', country: 'US' })],
		clients: [acorn({ country: 'CA' })],
	}),
	asked('the same domain with another Microsoft tenant', ['domainOtherTenant'], {
		customers: [customer('1', 'Wood & Stone', { domain: 'acorn.com', tenantId: 'aaaa' })],
		clients: [acorn({ microsoftTenantIds: ['bbbb'] })],
	}),
	asked('a client that was found by its domain and has a customer', ['alsoBelongs'], {
		customers: [
			customer('1', 'Acorn Construction'),
			customer('2', 'Wood & Stone', { domain: 'acorn.com' }),
		],
		clients: [acorn()],
	}),
	asked('a client that was found by its domain, and another with a near name', ['calledNearly'], {
		customers: [customer('1', 'Birchwood Dental Group', { domain: 'acorn.com' })],
		clients: [acorn(), client(8, 'Birchwod Dental Group')],
	}),
	asked('a domain that is the name of a client in another country', ['domainNameCountry'], {
		customers: [customer('1', 'buhlerindustries.ca')],
		clients: [client(7, 'Buhler Industries', { country: 'US' })],
	}),
	asked('a domain that is the name of a client with another tenant', ['domainNameTenant'], {
		customers: [customer('1', 'buhlerindustries.com', { tenantId: 'bbbb' })],
		clients: [client(7, 'Buhler Industries', { microsoftTenantIds: ['aaaa'] })],
	}),
	asked('a domain with another ending', ['domainOtherEnding'], {
		customers: [customer('1', 'buhlerindustries.ca')],
		clients: [client(7, 'Buhler Industries', { website: 'buhlerindustries.com' })],
	}),
	asked('a domain that is the name of a client with another domain', ['domainNameOther'], {
		customers: [customer('1', 'buhlerindustries.com')],
		clients: [client(7, 'Buhler Industries', { website: 'buhler.com' })],
	}),
	asked('a domain that may be cut from a longer name', ['domainCut'], {
		customers: [customer('1', 'acorntravel.com')],
		clients: [client(7, 'Acorn Travel'), client(8, 'Acorn Travel Agency')],
	}),
	asked('a domain of one word', ['domainOneWord'], {
		customers: [customer('1', 'acorn.com')],
		clients: [client(7, 'Acorn')],
	}),
	asked('a client named by its domain, in another country', ['reverseCountry'], {
		customers: [customer('1', 'Buhler Industries', { country: 'US' })],
		clients: [client(7, 'buhlerindustries.com', { country: 'CA' })],
	}),
	asked('a client named by its domain, with another tenant', ['reverseTenant'], {
		customers: [customer('1', 'Buhler Industries', { tenantId: 'aaaa' })],
		clients: [client(7, 'buhlerindustries.com', { microsoftTenantIds: ['bbbb'] })],
	}),
	asked('a client named by its domain, and a customer with another', ['reverseDomain'], {
		customers: [customer('1', 'Buhler Industries', { domain: 'buhler.com' })],
		clients: [client(7, 'buhlerindustries.com')],
	}),
	asked('a client named by a domain of one word', ['reverseOneWord'], {
		customers: [customer('1', 'Acorn')],
		clients: [client(7, 'acorn.com')],
	}),
	asked('the only client with the domain inactive', ['domainInactive'], {
		customers: [customer('1', 'acorn.com')],
		clients: [acorn({ inactive: true })],
	}),
	asked('two customers with the domain', ['domainSeveral'], {
		customers: [
			customer('1', 'Acorn Roofing', { domain: 'acorn.com' }),
			customer('2', 'Acorn Concrete', { domain: 'acorn.com' }),
		],
		clients: [acorn()],
	}),
];
