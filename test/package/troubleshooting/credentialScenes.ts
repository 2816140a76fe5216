import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';

import { waitingText } from '../../../core/words/waitingWords';
import { HaloPsaOAuth2Api } from '../../../credentials/HaloPsaOAuth2Api.credentials';
import { StellrOAuth2Api } from '../../../credentials/StellrOAuth2Api.credentials';
import { startHaloSimulator, type HaloSimulator } from '../../../simulators/halo/server';
import { startStellrSimulator, type StellrSimulator } from '../../../simulators/stellr/server';
import {
	aHaloClient,
	aHaloState,
	aStellrCustomer,
	aStellrState,
} from '../../../simulators/world/builders';
import { resolveCredential, resolveTestText } from '../../nodes/credentialsHelper';
import { signIn } from '../../support/simulatorRuntime';
import { bareScene, scene, type Scene } from './scene';

/** What the test button of a credential says. That n8n itself says so too is tried in test/e2e/credentials.test.ts. */

interface Rule {
	type: string;
	properties: { key?: string; value: unknown; message: string };
}

/** The credential's own request, judged by its rules as n8n judges them. */
async function testButton(
	type: ICredentialType & {
		test: { request: { baseURL?: string; url?: string; qs?: object }; rules?: unknown };
	},
	fields: ICredentialDataDecryptedObject,
	token: string,
): Promise<string> {
	const resolved = await resolveCredential(type.name, fields);
	const path =
		type.name === 'haloPsaOAuth2Api'
			? '/Client'
			: String(resolved.customersPath ?? '/api/v1/cloud/customers');
	const query = new URLSearchParams(
		Object.entries(type.test.request.qs ?? {}).map(([name, value]): [string, string] => [
			name,
			String(value),
		]),
	);
	const baseUrl = await resolveTestText(String(type.test.request.baseURL), resolved);
	const answer = await fetch(`${String(baseUrl)}${path}?${query.toString()}`, {
		headers: { authorization: `Bearer ${token}` },
	});
	const text = await answer.text();
	const body: unknown = answer.ok && text.startsWith('{') ? JSON.parse(text) : {};
	const rules = (type.test.rules ?? []) as Rule[];
	const broken = rules.find(({ type: kind, properties }) =>
		kind === 'responseCode'
			? answer.status === properties.value
			: answer.ok && valueAt(body, properties.key ?? '') === properties.value,
	);
	return broken?.properties.message ?? 'OK';
}

function valueAt(body: unknown, key: string): unknown {
	return key
		.split('.')
		.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], body);
}

const stellr = (
	broken: string,
	code: string,
	breakIt: (simulator: StellrSimulator) => void,
): Scene =>
	scene(broken, [`credential-stellr-${code}`], async () => {
		const simulator = await startStellrSimulator(aStellrState({ customers: [aStellrCustomer()] }));
		try {
			const [{ clientId, clientSecret }] = simulator.state.accounts;
			const token = await signIn(simulator.tokenUrl, { clientId, clientSecret });
			breakIt(simulator);
			const fields = { region: 'custom', baseUrl: simulator.url, tokenUrl: simulator.tokenUrl };
			return await testButton(new StellrOAuth2Api() as never, fields, token);
		} finally {
			await simulator.stop();
		}
	});

const halo = (broken: string, code: string, breakIt: (simulator: HaloSimulator) => void): Scene =>
	scene(broken, [`credential-halo-${code}`], async () => {
		const simulator = await startHaloSimulator(aHaloState({ clients: [aHaloClient()] }), {
			rateLimit: 0,
		});
		try {
			const { credentials } = simulator;
			const token = await signIn(
				`${simulator.authUrl}/token?tenant=${credentials.tenant ?? ''}`,
				credentials,
				'all',
			);
			breakIt(simulator);
			const fields = { resourceServer: simulator.apiUrl, authorisationServer: simulator.authUrl };
			return await testButton(new HaloPsaOAuth2Api() as never, fields, token);
		} finally {
			await simulator.stop();
		}
	});

const stellrAnswers = (what: '401' | '403' | '404') => (simulator: StellrSimulator) =>
	simulator.faults.replace([{ match: {}, skip: 0, times: 9, do: what }]);
const haloAnswers = (what: '401' | '403' | '404' | '500') => (simulator: HaloSimulator) =>
	simulator.faults.replace([{ match: {}, skip: 0, times: 9, do: what }]);

export const credentialScenes: Scene[] = [
	stellr('no customers', 'noCustomers', ({ state }) => void state.accounts[0].customers.splice(0)),
	stellr('an answer that is no list', 'noList', ({ switches }) => {
		switches.listShape = 'bareArray';
	}),
	stellr('a token that is not taken', 'token', stellrAnswers('401')),
	stellr('a missing permission', 'permission', stellrAnswers('403')),
	stellr('an address with nothing there', 'address', stellrAnswers('404')),
	halo('no clients', 'noClients', ({ state }) => void state.clients.splice(0)),
	halo('a web page', 'noList', ({ switches }) => {
		switches.htmlWith200 = true;
	}),
	halo('a token that is not taken', 'token', haloAnswers('401')),
	halo('a missing right', 'permission', haloAnswers('403')),
	halo('an address with nothing there', 'address', haloAnswers('404')),
	halo('a server in trouble', 'tenant', haloAnswers('500')),
	bareScene(
		'an API that is at its limit',
		"It goes to the editor's log while the node runs, and the engine under test keeps no such log.",
		['waiting-during'],
		() =>
			waitingText('HaloPSA', 65_000, { window: { perWindow: 300, windowMs: 300_000 } } as never),
	),
	bareScene('an API that asked for fewer requests', 'The same log.', ['waiting-asked'], () =>
		waitingText('Stellr account "us"', 8_000, {} as never),
	),
];
