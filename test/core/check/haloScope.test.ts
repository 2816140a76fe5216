import { scopeGranted } from '../../../core/check/haloScope';
import { tokenFacts } from '../../../core/check/token';

describe('the scope that was granted', () => {
	it.each([
		['all', 'enough'],
		['all:standard', 'enough'],
		['edit:customers edit:softwarelicensing read:invoices', 'enough'],
		['edit:customers,read:softwarelicensing', 'readOnly'],
		['read:customers', 'tooLittle'],
		['admin', 'tooLittle'],
		[null, 'unknown'],
	])('%s is %s', (granted, kind) => {
		expect(scopeGranted(granted).kind).toBe(kind);
	});

	it('names what is missing', () => {
		expect(scopeGranted('edit:customers')).toEqual({
			kind: 'tooLittle',
			missing: ['edit:softwarelicensing'],
		});
	});
});

describe('what is told of a token', () => {
	it('is never the token', () => {
		const facts = tokenFacts({
			access_token: 'geheim',
			token_type: 'Bearer',
			expires_in: '3600',
			scope: 'all',
			n8n_expires_at: '1',
		});
		expect(facts).toEqual({
			fields: ['access_token', 'token_type', 'expires_in', 'scope'],
			scope: 'all',
			lifetime: 3600,
			type: 'Bearer',
		});
		expect(JSON.stringify(facts)).not.toContain('geheim');
	});

	it('is nothing where nothing is kept', () => {
		expect(tokenFacts(undefined)).toBeNull();
		expect(tokenFacts({})).toMatchObject({ scope: null, lifetime: null });
	});
});
