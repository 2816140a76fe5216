import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import nock from 'nock';

/** Stellr as nock answers for it, and a credential that fits. */

export const SSO = 'https://sso.us.tdsynnex.com';
export const API = 'https://api.us.tdsynnex.com';

export function stellrCredential(
	over: ICredentialDataDecryptedObject = {},
): Record<string, ICredentialDataDecryptedObject> {
	return {
		stellrOAuth2Api: { accountLabel: 'us', clientId: 'id', clientSecret: 'geheim-123', ...over },
	};
}

/** Grants tokens, as many as are asked for; answers how many that were. */
export function grantTokens(): () => number {
	let granted = 0;
	nock(SSO)
		.persist()
		.post('/oauth2/v1/token')
		.reply(200, () => {
			granted += 1;
			return { access_token: `token-${granted}`, token_type: 'Bearer', expires_in: 7200 };
		});
	return () => granted;
}

/** Serves a list page by page, as the API does: without paging parameters there are no records. */
export function serveList(path: string, records: object[], times = 1): { asked: string[] } {
	const asked: string[] = [];
	nock(API)
		.get(path)
		.query(true)
		.times(times * Math.max(1, Math.ceil(records.length / 100)))
		.reply(200, (uri) => {
			asked.push(uri);
			const { searchParams } = new URL(uri, API);
			const size = Number(searchParams.get('pageSize') ?? 0);
			const from = (Number(searchParams.get('pageNo') ?? 1) - 1) * size;
			const page = records.slice(from, from + size);
			return {
				requestId: `req-${asked.length}`,
				data: { total: size ? records.length : 0, records: page },
			};
		});
	return { asked };
}

export const CUSTOMERS = '/api/v1/cloud/customers';
export const subscriptionsPath = (customerNo: string | number) =>
	`/api/v1/customers/${customerNo}/subscriptions`;

export function customer(customerNo: number, over: object = {}): object {
	return {
		customerNo,
		name: `Customer ${customerNo}`,
		city: 'Reno',
		state: 'NV',
		status: 'Active',
		...over,
	};
}

export function subscription(customerNo: number, contractNo: number, over: object = {}): object {
	return {
		subscriptionId: `${contractNo}_1`,
		contractNo,
		lineNo: 1,
		customerNo,
		vendorName: 'Microsoft',
		productName: 'NCE Microsoft 365 Business Premium - Annual Commit, Monthly Billing',
		quantity: 7,
		unitPrice: 18.3,
		customerPrice: 22,
		currency: 'USD',
		billingFrequency: 'month',
		startDate: '2026-01-12',
		endDate: '2027-01-11',
		status: 'Activated',
		...over,
	};
}

/** No request leaves the machine, and none that was prepared may be left over. */
export function useNock(): void {
	beforeEach(() => nock.disableNetConnect());
	afterEach(() => {
		nock.abortPendingRequests();
		nock.cleanAll();
		nock.enableNetConnect();
	});
}
