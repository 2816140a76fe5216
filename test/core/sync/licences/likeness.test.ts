import { likenessOf } from '../../../../core/sync/licences/likeness';

describe('two product names', () => {
	it.each([
		[
			'Business Standard licences',
			'NCE Microsoft 365 Business Standard - Annual Commit, Monthly Billing',
		],
		['M365 BP', 'NCE Microsoft 365 Business Premium - Annual Commit, Monthly Billing'],
		['E3 licences', 'NCE Microsoft 365 E3 - Annual Commit, Annual Billing'],
		['Duo MFA', 'Cisco Duo Essentials'],
		['Exchange mailboxes', 'NCE Exchange Online (Plan 1) - Annual Commit'],
	])('"%s" may be "%s"', (a, b) => {
		expect(likenessOf(a, b)).toBe('same');
		expect(likenessOf(b, a)).toBe('same');
	});

	it.each([
		['Business Standard licences', 'NCE Microsoft 365 Business Premium - Annual Commit'],
		['Exchange Online (Plan 2)', 'NCE Exchange Online (Plan 1) - Annual Commit'],
	])('"%s" is another edition of "%s"', (a, b) => {
		expect(likenessOf(a, b)).toBe('kin');
	});

	it.each([
		['NCE Microsoft Teams Rooms Pro - Monthly Commit', 'NCE Power BI Pro - Annual Commit'],
		['Power Automate Premium', 'NCE Microsoft 365 Business Premium - Monthly Commit'],
		['Visio Plan 2', 'Exchange Online (Plan 2)'],
		['Office for the reception', 'NCE Power BI Pro'],
	])('"%s" is nothing like "%s"', (a, b) => {
		expect(likenessOf(a, b)).toBe('none');
	});
});
