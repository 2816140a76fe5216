import { decisionOf, decisions } from '../decisions';
import { client, customer } from '../records';

const TENANT = '0f3c1c9a-1111-4222-8333-444455556666';
const OTHER = 'ffffffff-1111-4222-8333-444455556666';

describe('a Microsoft tenant', () => {
	it('decides whatever the names are, in capitals or not', () => {
		const match = decisionOf(
			[customer('1', 'Contoso', { tenantId: TENANT.toUpperCase() })],
			[client(7, 'Acorn Construction', { microsoftTenantIds: [TENANT] }), client(8, 'Birch')],
		);
		expect(match).toMatchObject({ status: 'mapped', level: 'microsoftTenant', clientId: 7 });
		expect(match.reasons).toEqual(['same Microsoft tenant']);
	});

	it('of two clients is left to a person, and an equal name tells them apart', () => {
		const group = [
			client(7, 'Acorn Construction', { microsoftTenantIds: [TENANT] }),
			client(8, 'Acorn Roofing', { microsoftTenantIds: [TENANT] }),
		];
		expect(decisionOf([customer('1', 'Contoso', { tenantId: TENANT })], group).status).toBe(
			'review',
		);
		expect(decisionOf([customer('1', 'ACORN ROOFING', { tenantId: TENANT })], group).clientId).toBe(
			8,
		);
	});

	it('of two customers is left to a person', () => {
		const customers = [
			customer('1', 'Contoso', { tenantId: TENANT }),
			customer('2', 'Fabrikam', { tenantId: TENANT }),
		];
		const found = decisions(customers, [client(7, 'Acorn', { microsoftTenantIds: [TENANT] })]);
		expect([...found.values()].map(({ match }) => match.status)).toEqual(['review', 'review']);
	});

	it('that says another client than the name is left to a person', () => {
		const match = decisionOf(
			[customer('1', 'Birch', { tenantId: TENANT })],
			[client(7, 'Acorn', { microsoftTenantIds: [TENANT] }), client(8, 'Birch')],
		);
		expect(match.status).toBe('review');
		expect(match.candidates.map(({ id }) => id)).toEqual([7, 8]);
	});

	it("that is not the client's speaks against an equal name", () => {
		const match = decisionOf(
			[customer('1', 'Acorn', { tenantId: OTHER })],
			[client(7, 'Acorn', { microsoftTenantIds: [TENANT] })],
		);
		expect(match.status).toBe('review');
		expect(match.conflicts[0]).toContain('another Microsoft tenant');
	});

	it('of only zeros is none', () => {
		const none = '00000000-0000-0000-0000-000000000000';
		const match = decisionOf(
			[customer('1', 'Contoso', { tenantId: none })],
			[client(7, 'Zebra Foods', { microsoftTenantIds: [none] })],
		);
		expect(match.status).toBe('unmapped');
	});
});
