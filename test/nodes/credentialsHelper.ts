import { ICredentialsHelper, NodeHelpers, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { HaloPsaOAuth2Api } from '../../credentials/HaloPsaOAuth2Api.credentials';
import { StellrOAuth2Api } from '../../credentials/StellrOAuth2Api.credentials';

/** What n8n's own oAuth2Api declares, as far as a client-credentials grant needs it. */
const OAUTH2_PROPERTIES: INodeProperties[] = (
	[
		['grantType', 'authorizationCode'],
		['authUrl', ''],
		['accessTokenUrl', ''],
		['clientId', ''],
		['clientSecret', ''],
		['scope', ''],
		['authentication', 'header'],
	] as const
).map(([name, value]) => ({ displayName: name, name, type: 'string', default: value }));

const CREDENTIAL_TYPES: ICredentialType[] = [new StellrOAuth2Api(), new HaloPsaOAuth2Api()];

/** Fields of a credential type with those of its parent, merged as n8n merges them. */
export function credentialProperties(type: string): INodeProperties[] {
	const own = CREDENTIAL_TYPES.find(({ name }) => name === type);
	if (!own) throw new Error(`no credential type ${type}`);
	const merged: INodeProperties[] = OAUTH2_PROPERTIES.map((property) => ({ ...property }));
	NodeHelpers.mergeNodeProperties(merged, own.properties);
	return merged;
}

const RESOLVER: INode = {
	id: 'credentials',
	name: 'credentials',
	type: 'test.credentials',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const RESOLVER_TYPES: INodeTypes = {
	getByName: () => resolverType,
	getByNameAndVersion: () => resolverType,
	getKnownTypes: () => ({}),
};

const resolverType = {
	description: {
		displayName: 'credentials',
		name: 'credentials',
		group: [],
		description: '',
		version: 1,
		defaults: {},
		inputs: [],
		outputs: [],
		properties: [],
	},
} as unknown as ReturnType<INodeTypes['getByNameAndVersion']>;

/** The fields as a node sees them: defaults filled in, hidden expressions computed. Steps as in n8n's own helper. */
export async function resolveCredential(
	type: string,
	fields: ICredentialDataDecryptedObject,
): Promise<ICredentialDataDecryptedObject> {
	const withDefaults = NodeHelpers.getNodeParameters(
		credentialProperties(type),
		fields as INodeParameters,
		true,
		false,
		null,
		null,
	) as ICredentialDataDecryptedObject;
	const resolved = await inExpressionEngine(
		(expression) =>
			expression.getComplexParameterValue(
				RESOLVER,
				withDefaults as INodeParameters,
				'internal',
				{},
				undefined,
				undefined,
				withDefaults as INodeParameters,
			) as ICredentialDataDecryptedObject,
	);
	if (fields.oauthTokenData !== undefined) resolved.oauthTokenData = fields.oauthTokenData;
	return resolved;
}

/** What n8n makes of one text of a credential's test request, which may be an expression over `$credentials`. */
export async function resolveTestText(
	text: string,
	credentials: ICredentialDataDecryptedObject,
): Promise<unknown> {
	return await inExpressionEngine((expression) =>
		expression.getSimpleParameterValue(RESOLVER, text, 'internal', { $credentials: credentials }),
	);
}

async function inExpressionEngine<T>(work: (expression: Workflow['expression']) => T): Promise<T> {
	const { expression } = new Workflow({
		nodes: [RESOLVER],
		connections: {},
		active: false,
		nodeTypes: RESOLVER_TYPES,
	});
	await expression.acquireIsolate();
	try {
		return work(expression);
	} finally {
		await expression.releaseIsolate();
	}
}

/** Keeps credentials in memory, tokens included, so that a run mints and renews as in n8n. */
export class TestCredentialsHelper extends ICredentialsHelper {
	constructor(readonly stored: Record<string, ICredentialDataDecryptedObject>) {
		super();
	}

	getParentTypes(): string[] {
		return ['oAuth2Api'];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		_credentials: ICredentialDataDecryptedObject,
		_type: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return options;
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('not used');
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		return await resolveCredential(type, this.stored[type] ?? {});
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(
		_details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.stored[type] = { ...this.stored[type], oauthTokenData: data.oauthTokenData };
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return credentialProperties(type);
	}
}
