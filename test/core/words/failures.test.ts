import type { ApiFailure, FailureCode } from '../../../core/http/failure';
import { issueOfFailure } from '../../../core/words/failures';

const codes: FailureCode[] = [
	'signInRefused',
	'signInUnavailable',
	'wrongTenant',
	'notAllowed',
	'notFound',
	'rateLimited',
	'serverTrouble',
	'refused',
	'businessRefusal',
	'notJson',
	'unexpectedShape',
	'noAnswer',
	'unreachable',
	'cancelled',
	'listIncomplete',
];

function failure(code: FailureCode, over: Partial<ApiFailure> = {}): ApiFailure {
	return {
		code,
		api: 'stellr',
		doing: 'List Customers',
		status: 403,
		vendorText: 'said so',
		requestId: 'r1',
		uncertain: false,
		...over,
	};
}

describe('the words for a failed call', () => {
	it.each(codes.flatMap((code) => [[code, 'stellr'] as const, [code, 'halo'] as const]))(
		'%s at %s is one sentence about its subject and one remedy, without n8n’s unwanted words',
		(code, api) => {
			const issue = issueOfFailure(failure(code, { api }), 'Customer 7');
			expect(issue).toMatchObject({ code, requestId: 'r1' });
			expect(issue.message).toMatch(/^Customer 7: .+\.$/);
			expect(issue.remedy).toMatch(/^[A-Z"].+\.$/);
			expect(`${issue.message} ${issue.remedy}`).not.toMatch(
				/\b(error|problem|failure|mistake)\b/i,
			);
		},
	);

	it('names the ten minutes a new Stellr credential takes', () => {
		const { message, remedy } = issueOfFailure(
			failure('signInRefused', { status: 401, vendorText: 'invalid_client' }),
			'Account us',
		);
		expect(message).toContain('invalid_client');
		expect(remedy).toContain('younger than 10 minutes');
	});

	it('names the API once where it is the subject too', () => {
		const refused = failure('notAllowed', { api: 'halo', status: 403, vendorText: null });
		expect(issueOfFailure(refused, 'HaloPSA').message).toMatch(/^HaloPSA refused "/);
		const silent = failure('notJson', { api: 'halo', status: 200, vendorText: null });
		expect(issueOfFailure(silent, 'HaloPSA').message).toMatch(/^HaloPSA: the answer to "/);
	});

	it('sends a 500 of Halo’s sign-in to the tenant', () => {
		expect(issueOfFailure(failure('wrongTenant', { api: 'halo' }), 'HaloPSA').remedy).toContain(
			'Tenant',
		);
	});

	it.each([
		['stellr', 'List Customers', 'End Customers - List Customers'],
		['stellr', 'Get Subscription', 'Subscriptions - Get Subscription Details'],
		['halo', 'List Licences', 'read:softwarelicensing'],
		['halo', 'Update Licences', 'edit:softwarelicensing'],
		['halo', 'Create Clients', 'edit:customers'],
		['halo', 'List Recurring Invoices', 'read:invoices'],
	] as const)('names the permission that %s wants for "%s"', (api, doing, permission) => {
		expect(issueOfFailure(failure('notAllowed', { api, doing }), 'X').remedy).toContain(permission);
	});

	it('says of an uncertain write that it may have been carried out', () => {
		const issue = issueOfFailure(
			failure('noAnswer', { api: 'halo', uncertain: true }),
			'Licence 5',
		);
		expect(issue.remedy).toContain('may have been carried out');
	});

	it('prefers words of the failure’s own', () => {
		const words = { message: 'Key Field: the field CFx does not exist.', remedy: 'Create it.' };
		expect(issueOfFailure(failure('refused', { words }), 'Key Field')).toMatchObject({
			message: 'Key Field: the field CFx does not exist.',
			remedy: 'Create it.',
		});
	});
});
