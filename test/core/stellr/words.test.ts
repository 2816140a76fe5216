import { kindOf } from '../../../core/stellr/kind';
import { stateOf } from '../../../core/stellr/state';
import { termFromDates, termFromName, termOf } from '../../../core/stellr/term';

describe('the state of a line', () => {
	it.each([
		['Activated', 'active'],
		['ACTIVE', 'active'],
		['Inactive', 'cancelled'],
		['Cancelled', 'cancelled'],
		['canceled', 'cancelled'],
		['Discontinued', 'cancelled'],
		['Suspended', 'suspended'],
		['Suspended (was active)', 'suspended'],
		['Expire', 'expired'],
		['Expired', 'expired'],
		['Pending', 'unknown'],
		['Deactivated', 'unknown'],
		['Reactivated', 'active'],
		[null, 'unknown'],
	] as const)('%j is %s', (status, state) => expect(stateOf(status)).toBe(state));
});

describe('the commitment', () => {
	it.each([
		['NCE Microsoft 365 Business Premium - Annual Commit, Monthly Billing', 'P1Y'],
		['Microsoft 365 E3 (1 Year Commitment, billed monthly)', 'P1Y'],
		['Exchange Online Plan 1 - Monthly', 'P1M'],
		['NCE Visio Plan 2 Monthly Term', 'P1M'],
		['Microsoft 365 Copilot 3Y Annual Billing', 'P3Y'],
		['Power BI Pro P1Y', 'P1Y'],
		['Acronis Cyber Protect 36 months', 'P3Y'],
		['Billing: Monthly - Adobe Creative Cloud Annual', 'P1Y'],
		['Microsoft 365 Business Basic', null],
		['Microsoft 365 E3', null],
		['Duo Advantage monthly or yearly', null],
	])('of "%s" is %j', (name, term) => expect(termFromName(name)).toBe(term));

	it.each([
		['2025-11-12', '2026-11-11', 'P1Y'],
		['2025-11-12', '2026-11-12', 'P1Y'],
		['2024-02-29', '2025-02-28', 'P1Y'],
		['2026-01-31', '2026-02-28', 'P1M'],
		['2024-05-01', '2027-04-30', 'P3Y'],
		['2026-01-01', '2026-06-30', null],
		[null, '2026-06-30', null],
	])('from %j to %j is %j', (start, end, term) => expect(termFromDates(start, end)).toBe(term));

	it('is taken from the name before the dates', () => {
		const line = { productName: 'X Monthly', startDate: '2025-01-01', endDate: '2025-12-31' };
		expect(termOf(line)).toBe('P1M');
	});
});

describe('the kind of a line', () => {
	it.each([
		['Microsoft 365 Business Premium', 'month', null, 'seat'],
		['Azure Active Directory Premium P1', 'annual', null, 'seat'],
		['Microsoft Entra ID P1', 'year', null, 'seat'],
		['Nonprofit Business Basic grant', 'month', 'P1Y', 'seat'],
		['Azure Plan', 'month', null, 'usage'],
		['Azure Reserved VM Instance, 1 Year', 'annual', 'P1Y', 'usage'],
		['Webex Calling overage', 'month', null, 'usage'],
		['Windows Server 2025 CAL', 'one_time', null, 'oneTime'],
		['Office LTSC Standard perpetual', null, null, 'oneTime'],
		['Microsoft 365 E5 Trial', 'month', null, 'trial'],
		['Trialmaster Suite', 'month', null, 'seat'],
		['Proofpoint Essentials', null, 'P1Y', 'seat'],
		['Something', null, null, 'unknown'],
		['Something', 'fortnight', null, 'unknown'],
	])('of "%s" billed %j with term %j is %s', (productName, billingFrequency, term, kind) => {
		const told = kindOf({ productName, billingFrequency, term });
		expect(told.kind).toBe(kind);
		expect(told.kindReason).not.toBe('');
	});
});
