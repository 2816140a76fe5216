import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

/** Resource Server without `/api` and a slash at its end, as n8n's expressions read it; `haloBaseUrl` does the same. */
const hostIn = (credential: '$self' | '$credentials') =>
	`String(${credential}["resourceServer"] || "").trim().replace(/\\/+$/, "").replace(/\\/api$/i, "")`;

const AUTH_SERVER = `(String($self["authorisationServer"] || "").trim() || (${hostIn('$self')} + "/auth")).replace(/\\/+$/, "").replace(/\\/token$/i, "")`;

const TENANT = 'String($self["tenant"] || "").trim()';

export class HaloPsaOAuth2Api implements ICredentialType {
	name = 'haloPsaOAuth2Api';

	displayName = 'HaloPSA OAuth2 API';

	extends = ['oAuth2Api'];

	icon: Icon = { light: 'file:halo.svg', dark: 'file:halo.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-stellr-halo/n8n-nodes-stellr-halo/blob/main/docs/connect.md#halopsa';

	properties: INodeProperties[] = [
		{
			displayName:
				'In HaloPSA: Configuration > Integrations > HaloPSA API shows the three values under API Details. Add an application there with the method "Client ID and Secret (Services)" and an API agent whose Customers and Software Licensing Access Level are Read and Modify.',
			name: 'setUpNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Resource Server',
			name: 'resourceServer',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://company.halopsa.com/api',
			description: 'As HaloPSA shows it; https only, except on this machine',
		},
		{
			displayName: 'Authorisation Server',
			name: 'authorisationServer',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://company.halopsa.com/auth',
			description:
				'Leave empty for the host of the Resource Server plus /auth. Trial tenants sign in at another host: copy it from API Details. The client secret is sent to this address and to no other.',
		},
		{
			displayName: 'Tenant',
			name: 'tenant',
			type: 'string',
			default: '',
			placeholder: 'e.g. company',
			description: 'As HaloPSA shows it; leave empty where it shows none',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: 'all',
			description:
				'What the application was granted. The least that is useful: edit:customers edit:softwarelicensing, plus read:suppliers and read:invoices where used.',
		},
		{
			displayName: 'Change API Details',
			name: 'changeApiDetails',
			type: 'boolean',
			default: false,
			description:
				'Whether to show the request limit and the place of the tenant; the usual values fit nearly every HaloPSA',
		},
		{
			displayName: 'Client Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Body', value: 'body', description: 'Client ID and secret in the form (usual)' },
				{ name: 'Header', value: 'header', description: 'Client ID and secret as Basic Auth' },
			],
			default: 'body',
			description: 'How n8n proves who it is when it asks for a token; HaloPSA usually wants Body',
		},
		{
			displayName: 'Send Tenant In',
			name: 'tenantPlace',
			type: 'options',
			options: [
				{ name: 'Query', value: 'query', description: 'In the address (usual)' },
				{ name: 'Body', value: 'body', description: 'As a form field' },
			],
			default: 'query',
			description:
				'Where the token request names the tenant; try Body if HaloPSA answers with status 500 although Tenant is right',
			displayOptions: { show: { changeApiDetails: [true] } },
		},
		{
			displayName: 'Requests per Window',
			name: 'requestsPerWindow',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 150,
			displayOptions: { show: { changeApiDetails: [true] } },
			description:
				'HaloPSA refuses more than 300 requests per rolling 5 minutes for all integrations of a tenant together. This n8n sends no more than the number given here; half is left to the others.',
		},
		{
			displayName: 'Window (Seconds)',
			name: 'windowSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300,
			displayOptions: { show: { changeApiDetails: [true] } },
			description: 'The rolling window of the limit; change it only if your HaloPSA names another',
		},
		{
			displayName: 'Workers That Share the Budget',
			name: 'workers',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			displayOptions: { show: { changeApiDetails: [true] } },
			description:
				'How many n8n processes run flows with this credential: the number of workers in queue mode, else 1. Each takes its part of the requests per window.',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ ${AUTH_SERVER} + "/token" + (${TENANT} && $self["tenantPlace"] !== "body" ? "?tenant=" + encodeURIComponent(${TENANT}) : "") }}`,
		},
		{
			displayName: 'Send Additional Body Properties',
			name: 'sendAdditionalBodyProperties',
			type: 'hidden',
			default: false,
		},
		{
			displayName: 'Additional Body Properties',
			name: 'additionalBodyProperties',
			type: 'hidden',
			default: `={{ ${TENANT} && $self["tenantPlace"] === "body" ? JSON.stringify({ tenant: ${TENANT} } ) : "" }}`,
		},
	];

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ ${hostIn('$credentials')} + "/api" }}`,
			url: '/Client',
			qs: { pageinate: true, page_size: 1, page_no: 1 },
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'record_count',
					value: 0,
					message:
						'Signed in, but no clients are visible: give the API agent a team and department that see the clients, and Customers = Read and Modify.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'record_count',
					value: undefined,
					message:
						'This address answered, but it is not the Resource Server of HaloPSA: copy it from Configuration > Integrations > HaloPSA API > API Details.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'HaloPSA did not accept the token: check Resource Server and Authorisation Server.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'Signed in, but clients may not be read: grant edit:customers to the application and Customers = Read and Modify to its agent.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'There is no HaloPSA API at this address: copy Resource Server from Configuration > Integrations > HaloPSA API > API Details.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 500,
					message:
						'HaloPSA answered with status 500. If that was the sign-in, check Tenant: it does so for a tenant it does not know.',
				},
			},
		] as ICredentialTestRequest['rules'],
	};
}
