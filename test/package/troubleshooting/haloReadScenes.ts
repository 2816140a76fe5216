import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';

import { HaloClients } from '../../../nodes/HaloClients/HaloClients.node';
import { call } from '../../../core/http/call';
import { issueOfFailure } from '../../../core/words/failures';
import { startHaloSimulator, type HaloSimulator } from '../../../simulators/halo/server';
import type { HaloExternalLink, HaloState } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import {
	aHaloClient,
	aHaloState,
	aHaloUser,
	aNativeModule,
	aSite,
} from '../../../simulators/world/builders';
import { haloFields } from '../../nodes/simulatedCredentials';
import { runNode } from '../../nodes/harness';
import { keyed, planThenApply } from './licenceStage';
import { bareScene, scene, type Scene } from './scene';

/** What is said where HaloPSA does not answer, refuses, or does not show everything. */

interface Broken {
	tables?: Partial<HaloState>;
	switches?: Partial<HaloSwitches>;
	credential?: ICredentialDataDecryptedObject;
	parameters?: INodeParameters;
	items?: IDataObject[];
	nodeType?: new () => INodeType;
	act?: (halo: HaloSimulator) => void;
}

async function read(broken: Broken) {
	const { tables = {}, switches, credential = {}, parameters = {}, act } = broken;
	const clients = [
		aHaloClient({ id: 12, website: 'acorn.com' }),
		aHaloClient({ id: 13, name: 'Birch' }),
	];
	const halo = await startHaloSimulator(aHaloState(structuredClone({ clients, ...tables })), {
		rateLimit: 0,
		...switches,
	});
	act?.(halo);
	try {
		return await runNode({
			nodeType: broken.nodeType ?? HaloClients,
			parameters: {
				keyField: { __rl: true, mode: 'list', value: '104:CFStellrCustomerNo' },
				...parameters,
			},
			credentials: {
				haloPsaOAuth2Api: haloFields(halo, credential),
			},
			inputs: [broken.items ?? [{}]],
			// So that the sentence comes out with its code; where the node stops, it is the same sentence.
			onError: 'continueRegularOutput',
		});
	} finally {
		await halo.stop();
	}
}

const halo = (broken: string, proves: string[], what: Broken): Scene =>
	scene(broken, proves, async () => await read(what));

const LIST = { method: 'GET', path: '/client' };
type Fault = Parameters<HaloSimulator['faults']['replace']>[0][number];
const fault = (what: Fault['do'], more: Partial<Fault> = {}) => ({
	act: ({ faults }: HaloSimulator) =>
		faults.replace([{ match: LIST, skip: 0, times: 99, do: what, ...more }]),
});
/** No pause before the request is repeated. */
const SOON = { retryAfter: 0.001 };
const evidence = (broken: string, codes: string[], what: Broken): Scene =>
	halo(
		broken,
		codes.map((code) => `evidence-${code}`),
		what,
	);
const CONTACTS = { options: { contactDomains: true } };
const NATIVE = { options: { nativeMappings: true } };
const TENANTS = { options: { microsoftConnection: true } };
const user = (id: number, fields: object = {}) =>
	aHaloUser({ id, emailaddress: `u${id}@acorn.com`, ...fields });
const mapping = (fields: object = {}) => ({
	id: 9,
	table_id: 2,
	module_id: 0,
	halo_id: 12,
	halo_desc: 'Acorn Construction',
	third_party_id: '100482',
	third_party_desc: 'Acorn Construction',
	details_id: 1,
	...fields,
});
const moduleOff = (mappings: HaloExternalLink[]) => [
	aNativeModule({ halointegrator: false, client_mappings: mappings }),
];

export const haloFailureScenes: Scene[] = [
	halo('a wrong secret', ['halo-signInRefused'], { credential: { clientSecret: 'wrong' } }),
	halo('a scope that was not granted', ['halo-signInRefused-scope'], {
		credential: { scope: 'all read:everything' },
	}),
	halo('an Authorisation Server that is none', ['halo-signInUnavailable'], {
		credential: { authorisationServer: 'http://127.0.0.1:9/auth' },
	}),
	halo('a wrong tenant', ['halo-wrongTenant'], { credential: { tenant: 'acme' } }),
	halo('a missing right', ['halo-notAllowed'], {
		switches: { missingPermissions: ['read:customers'] },
	}),
	halo('an address with nothing there', ['halo-notFound'], fault('404')),
	halo('too many requests', ['halo-rateLimited'], fault('429', { retryAfter: 100_000 })),
	halo('a server in trouble', ['halo-serverTrouble'], fault('500', SOON)),
	halo('a request that Halo does not take', ['halo-refused'], fault('400')),
	halo('a no in an answer that says yes', ['halo-businessRefusal'], fault('business-200')),
	halo('a web page', ['halo-notJson'], { switches: { htmlWith200: true } }),
	halo('an answer of another form', ['halo-unexpectedShape'], {
		act: (simulator) => {
			simulator.switches.pageCap = 100;
			simulator.faults.replace([{ match: LIST, skip: 0, times: 99, do: 'truncated' }]);
		},
	}),
	halo('no answer', ['halo-noAnswer'], fault('reset-before')),
	halo('a host that refuses the connection', ['halo-unreachable'], {
		credential: { resourceServer: 'http://127.0.0.1:9/api' },
		act: () => {},
	}),
	halo('a list that does not add up', ['halo-listIncomplete'], fault('wrong-total')),
	bareScene(
		'an execution that was stopped',
		'The engine under test does not stop executions half-way; what core makes of the signal is called.',
		['halo-cancelled'],
		async () => {
			const runtime = {
				http: async () => ({ kind: 'lost' as const, cause: 'cancelled' as const, detail: '' }),
				sleep: async () => {},
				now: () => 0,
				random: () => 0,
			};
			const answer = await call(
				runtime,
				{ api: 'halo', doing: 'List Clients' },
				{ method: 'GET', path: '/Client' },
			);
			return answer.ok ? answer : { issue: issueOfFailure(answer.failure, 'Halo Clients') };
		},
	),
	scene(
		'a write that Halo answers with trouble',
		['halo-writeUncertain'],
		async () =>
			await planThenApply({ rows: [keyed({ count: 40 })] }, ({ halo: { faults } }) => {
				faults.replace([
					{
						match: { method: 'POST', path: '/softwarelicence' },
						skip: 0,
						times: 9,
						do: '500',
						...SOON,
					},
				]);
			}),
	),
	halo('an address without https', ['credential-address'], {
		credential: { resourceServer: 'http://halo.example/api' },
	}),
	halo('an address that is none', ['credential-noAddress'], {
		credential: { resourceServer: 'halo' },
	}),
	halo('an address with a password in it', ['credential-userInAddress'], {
		credential: { resourceServer: 'https://me:secret@halo.example/api' },
	}),
	halo('a client that cannot be understood', ['halo-recordNotUnderstood-list'], {
		tables: {
			clients: [aHaloClient({ id: 12 }), { ...aHaloClient({ id: 13 }), name: null as never }],
		},
	}),
	halo('an empty Client', ['input-clientNotChosen'], {
		parameters: { operation: 'get', client: { __rl: true, mode: 'id', value: '={{ "" }}' } },
	}),
	halo('a Client that is no ID', ['input-clientNoId'], {
		parameters: { operation: 'get', client: { __rl: true, mode: 'id', value: '={{ "Acorn" }}' } },
	}),
	halo('an agent that sees no clients', ['halo-noClientsVisible'], {
		switches: { invisibleAreas: ['customers'] },
	}),
	halo('a list without the key field', ['hint-keyFieldNotInList'], {
		switches: { includeCustomFields: 'ignored' },
	}),
	halo('a limit', ['hint-someClients'], { parameters: { returnAll: false, limit: 1 } }),
];

export const evidenceScenes: Scene[] = [
	evidence('a list without websites', ['websiteNotShown'], {
		switches: { websiteInList: 'left-out' },
	}),
	evidence('no right to contacts', ['contactsUnread'], {
		parameters: CONTACTS,
		switches: { usersReadable: false },
	}),
	evidence('no contact at all', ['noContact'], { parameters: CONTACTS }),
	evidence('a contact without a place', ['oneContactWithoutClient'], {
		parameters: CONTACTS,
		tables: {
			sites: [aSite()],
			users: [user(1), user(2, { client_id: null, site_id: null })] as never,
		},
	}),
	evidence('two contacts without a place', ['contactsWithoutClient'], {
		parameters: CONTACTS,
		tables: {
			sites: [aSite()],
			users: [
				user(1),
				user(2, { client_id: null, site_id: null }),
				user(3, { client_id: null, site_id: null }),
			] as never,
		},
	}),
	evidence('clients of one name, and contacts that name no more', ['namesakesUnsure'], {
		parameters: CONTACTS,
		switches: { usersShow: 'client-name' },
		tables: {
			clients: [aHaloClient({ id: 12 }), aHaloClient({ id: 13 })],
			sites: [aSite({ id: 31, client_id: 12 }), aSite({ id: 32, client_id: 13 })],
			users: [
				user(1, { client_id: 12, site_id: null }),
				user(2, { client_id: 13, site_id: null }),
			] as never,
		},
	}),
	evidence('no right to the Microsoft connection', ['tenantsUnread'], {
		parameters: TENANTS,
		switches: { azureConnectionReadable: false },
	}),
	evidence('no linked tenant', ['noTenants'], { parameters: TENANTS }),
	evidence('no right to the native module', ['mappingsUnread'], {
		parameters: NATIVE,
		switches: { mappingsReadable: false },
	}),
	evidence('no native mapping', ['noNativeMappings'], { parameters: NATIVE }),
	evidence('the native module that runs', ['moduleRuns'], {
		parameters: NATIVE,
		tables: {
			synnexDetails: [
				aNativeModule({ halointegrator_lasterror: 'Timeout.', client_mappings: [mapping()] }),
			],
		},
	}),
	evidence('a native mapping to a client that is not there', ['nativeMappingWithoutClient'], {
		parameters: NATIVE,
		tables: { synnexDetails: moduleOff([mapping({ halo_id: 77, halo_desc: 'Gone' })]) },
	}),
	evidence('no contacts at its address', ['notThere'], {
		parameters: CONTACTS,
		act: ({ faults }) =>
			faults.replace([{ match: { path: '/users' }, skip: 0, times: 9, do: '404' }]),
	}),
	evidence('no native module at its address', ['moduleNotThere'], {
		parameters: NATIVE,
		act: ({ faults }) =>
			faults.replace([{ match: { path: '/synnexdetails*' }, skip: 0, times: 99, do: '404' }]),
	}),
	halo('too many requests in this n8n', ['waiting-after'], {
		credential: { requestsPerWindow: 1, windowSeconds: 3 },
		parameters: CONTACTS,
	}),
];
