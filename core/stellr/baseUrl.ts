/** Addresses of the API by region and application type; the sandboxes of Brazil and Mexico are not published. */
export const STELLR_BASE_URLS: Readonly<Record<string, string>> = {
	'us/production': 'https://api.us.tdsynnex.com',
	'us/sandbox': 'https://api-uat.us.tdsynnex.com',
	'ca/production': 'https://api.ca.tdsynnex.com',
	'ca/sandbox': 'https://api-uat.ca.tdsynnex.com',
	'br/production': 'https://api-br.lac.tdsynnex.com',
	'mx/production': 'https://api-mx.lac.tdsynnex.com',
};

/** Fields of the credential that hold a typed address. n8n drops those that the form does not show. */
export const TYPED_BASE_URLS = ['baseUrl', 'sandboxBaseUrl', 'baseUrlOverride'] as const;

/** Where the account's API is, by the fields of its credential; '' when none is given or known. */
export function stellrBaseUrl(fields: Record<string, unknown>): string {
	const typed = TYPED_BASE_URLS.map((name) => fields[name]).find(Boolean);
	const known = STELLR_BASE_URLS[`${String(fields.region)}/${String(fields.environment)}`];
	return (String(typed ?? '').trim() || (known ?? '')).replace(/\/+$/, '');
}
