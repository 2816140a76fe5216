import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { STELLR_BASE_URLS, TYPED_BASE_URLS } from '../core/stellr/baseUrl';

/** The address that nodes call, as `stellrBaseUrl` makes it, in n8n's words: a credential is tested by an expression. */
const TEST_BASE_URL = `(String(${TYPED_BASE_URLS.map((name) => `$credentials["${name}"]`).join(' || ')} || "").trim() || (${JSON.stringify(STELLR_BASE_URLS)})[$credentials["region"] + "/" + $credentials["environment"]] || "").replace(/\\/+$/, "")`;

const TOKEN_URLS =
	'{"us":"https://sso.us.tdsynnex.com/oauth2/v1/token","ca":"https://sso.ca.tdsynnex.com/oauth2/v1/token"}';

/** Where a custom account signs in unless its Token URL says otherwise: at the host its API is at. */
const CUSTOM_TOKEN_URL =
	'($self["region"] === "custom" && String($self["baseUrl"] || "").trim() ? String($self["baseUrl"]).trim().replace(/\\/+$/, "") + "/oauth2/v1/token" : "")';

const NO_CUSTOMERS =
	'Signed in, but no customers are visible: the credential may belong to another reseller or Application Type, or lack the permission "End Customers - List Customers".';

const ADVANCED = { changeApiDetails: [true] };

export class StellrOAuth2Api implements ICredentialType {
	name = 'stellrOAuth2Api';

	displayName = 'StreamOne Stellr OAuth2 API';

	extends = ['oAuth2Api'];

	icon: Icon = { light: 'file:stellr.svg', dark: 'file:stellr.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-stellr-halo/n8n-nodes-stellr-halo/blob/main/docs/connect.md#streamone-stellr';

	properties: INodeProperties[] = [
		{
			displayName:
				'In TD SYNNEX PartnerFirst or ECExpress: Integrate > Developer Portal > My Account > Client Credentials. A new credential takes up to 10 minutes to work, and belongs to one environment.',
			name: 'setUpNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Account Label',
			name: 'accountLabel',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. us',
			description:
				'Your own short name for this Stellr account: small letters, digits, dot, dash and underscore. It is part of every key that is stored in HaloPSA, so do not change it later.',
		},
		// The description shows only where the pointer is, and the nodes refuse what does not follow it.
		{
			displayName:
				'Account Label: only small letters, digits, dot, dash and underscore, no spaces, such as us-east. Do not change it later: it is part of every key that is stored in HaloPSA.',
			name: 'accountLabelNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Brazil', value: 'br' },
				{ name: 'Canada', value: 'ca' },
				{ name: 'Custom', value: 'custom' },
				{ name: 'Mexico', value: 'mx' },
				{ name: 'United States', value: 'us' },
			],
			default: 'us',
			description: 'The country of your reseller account; it decides which host is asked',
		},
		{
			displayName: 'Application Type',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Sandbox', value: 'sandbox' },
			],
			default: 'production',
			description:
				'As the application was made in the developer portal: secrets of one do not work at the other',
		},
		// A credential that extends another keeps one field of each name, hence several names for one address.
		{
			displayName: 'API Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://api.us.tdsynnex.com',
			displayOptions: { show: { region: ['custom'] } },
			description: 'Address of the API without a path; https only, except on this machine',
		},
		{
			displayName: 'API Base URL',
			name: 'sandboxBaseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://api-uat-br.lac.tdsynnex.com',
			displayOptions: { show: { region: ['br', 'mx'], environment: ['sandbox'] } },
			description:
				'TD SYNNEX publishes no sandbox address for this region: ask your partner manager. https only.',
		},
		{
			displayName: 'API Base URL',
			name: 'baseUrlOverride',
			type: 'string',
			default: '',
			placeholder: 'Leave empty for the usual address of the region',
			displayOptions: { show: { region: ['us', 'ca'] } },
			description: 'Only if TD SYNNEX gave you another address; https only, except on this machine',
		},
		{
			displayName: 'Token URL',
			name: 'tokenUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://sso.us.tdsynnex.com/oauth2/v1/token',
			displayOptions: { show: { region: ['br', 'mx', 'custom'] } },
			description:
				'Where this account signs in. For Brazil and Mexico it is not published: ask your partner manager. For Custom leave it empty if it is API Base URL plus /oauth2/v1/token. The client secret is sent to this address and to no other.',
		},
		{
			displayName: 'Token URL',
			name: 'tokenUrlOverride',
			type: 'string',
			default: '',
			placeholder: 'Leave empty for the usual address of the region',
			displayOptions: { show: { region: ['us', 'ca'] } },
			description:
				'Only if the usual one refuses a correct secret. For Canada try https://sso.us.tdsynnex.com/oauth2/v1/token.',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ String($self["tokenUrl"] || $self["tokenUrlOverride"] || "").trim() || (${TOKEN_URLS})[$self["region"]] || ${CUSTOM_TOKEN_URL} }}`,
		},
		{
			displayName: 'Change API Details',
			name: 'changeApiDetails',
			type: 'boolean',
			default: false,
			description:
				'Whether to change how the API is called. Parts of it are not published; the defaults are what other integrations use.',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: '',
			displayOptions: { show: ADVANCED },
			description: 'Usually empty: nobody is known to send one',
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
			description:
				'How n8n proves who it is when it asks for a token; leave it unless TD SYNNEX says so',
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
			default: '',
		},
		{
			displayName: 'Customers Path',
			name: 'customersPath',
			type: 'string',
			default: '/api/v1/cloud/customers',
			displayOptions: { show: ADVANCED },
			description: 'Where customers are listed; one customer is read at this path plus its number',
		},
		{
			displayName: 'Subscriptions Path',
			name: 'subscriptionsPath',
			type: 'string',
			default: '/api/v1/customers/{customerNo}/subscriptions',
			displayOptions: { show: ADVANCED },
			description:
				'Where the subscriptions of one customer are listed. A known alternative is /api/v1/cloud/customers/{customerNo}/subscriptions.',
		},
		{
			displayName: 'All Subscriptions Path',
			name: 'allSubscriptionsPath',
			type: 'string',
			default: '',
			placeholder: 'e.g. /api/v1/subscriptions',
			displayOptions: { show: ADVANCED },
			description:
				'Where the subscriptions of the whole reseller are listed. Not published; when empty they are read customer by customer.',
		},
		{
			displayName: 'Records Path',
			name: 'recordsPath',
			type: 'string',
			default: '',
			placeholder: 'e.g. data.records',
			displayOptions: { show: ADVANCED },
			description: 'Where the records are in an answer, when it is not one of the usual places',
		},
		{
			displayName: 'Total Path',
			name: 'totalPath',
			type: 'string',
			default: '',
			placeholder: 'e.g. data.total',
			displayOptions: { show: ADVANCED },
			description: 'Where the number of all records is in an answer',
		},
		{
			displayName: 'Page Size',
			name: 'pageSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 200 },
			default: 100,
			displayOptions: { show: ADVANCED },
			description: 'Records asked for per request',
		},
		{
			displayName: 'Parallel Requests',
			name: 'parallelRequests',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 6 },
			default: 3,
			displayOptions: { show: ADVANCED },
			description:
				'Requests to this account at the same time, over all executions of this n8n process',
		},
		{
			displayName: 'Workers That Share the Budget',
			name: 'workers',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			displayOptions: { show: ADVANCED },
			description:
				'How many n8n processes run flows with this credential: the number of workers in queue mode, else 1. Each takes its part of the parallel requests, at least one.',
		},
	];

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ ${TEST_BASE_URL} }}`,
			url: '={{$credentials.customersPath || "/api/v1/cloud/customers"}}',
			qs: { pageNo: 1, pageSize: 1 },
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'data.total',
					value: 0,
					message: NO_CUSTOMERS,
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'data.total',
					value: '0',
					message: NO_CUSTOMERS,
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'data.records',
					value: undefined,
					message:
						'This address answered, but not with a list of Stellr customers: check Region, Application Type and API Base URL.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Stellr did not accept the token: check Region and Application Type against the credential, or wait up to 10 minutes if it is new.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'Signed in, but the permission "End Customers - List Customers" is missing: tick it in the TD SYNNEX developer portal.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'There is no Stellr customer list at this address: check API Base URL and Customers Path.',
				},
			},
		] as ICredentialTestRequest['rules'],
	};
}
