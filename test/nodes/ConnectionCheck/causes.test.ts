import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { defaultStellrSwitches } from '../../../simulators/stellr/switches';
import { aLicenceRow, aNativeModule, STELLR_KEY_FIELD } from '../../../simulators/world/builders';
import { checkStage, type CheckStage } from './checkStage';

interface Cause {
	name: string;
	/** Breaks something; what it answers is put into the credentials or parameters. */
	breakIt(stage: CheckStage): {
		stellr?: ICredentialDataDecryptedObject;
		halo?: ICredentialDataDecryptedObject;
		parameters?: INodeParameters;
	} | void;
	/** `side code` of exactly the checks that then do not pass. */
	failed: string[];
	seen?: RegExp;
	remedy: RegExp;
	/** What cannot be told any more. */
	notMade?: string[];
	/** Codes of what then only a look can tell. */
	lookedAt?: string[];
	optional?: boolean;
}

const STELLR_PERMISSIONS = [
	['End Customers - Get Customer Details', 'getCustomer'],
	["Subscriptions - List Customers' Subscriptions", 'listSubscriptions'],
	['Subscriptions - Get Subscription Details', 'getSubscription'],
] as const;

const causes: Cause[] = [
	{
		name: 'a wrong secret at Stellr, or one that is younger than 10 minutes',
		breakIt: ({ stellr }) => {
			stellr.switches.newCredentialInertSeconds = 600;
		},
		failed: ['stellr signIn'],
		seen: /invalid_client/,
		remedy: /Client Secret.*other Application Type or Region.*younger than 10 minutes/,
		notMade: ['stellr listCustomers', 'stellr getSubscription'],
	},
	{
		name: 'a sandbox credential in production',
		breakIt: ({ stellr }) => {
			stellr.state.accounts[0].environment = 'sandbox';
		},
		failed: ['stellr signIn'],
		remedy: /belong to the other Application Type/,
		notMade: ['stellr environment'],
	},
	{
		name: 'the address of the other application type',
		breakIt: () => ({
			stellr: {
				region: 'us',
				environment: 'production',
				baseUrlOverride: 'https://api-uat.us.tdsynnex.com',
				baseUrl: '',
				tokenUrl: '',
			},
		}),
		failed: ['stellr credential'],
		seen: /Sandbox and production are mixed up/,
		remedy: /Set Application Type to Sandbox/,
		notMade: ['stellr signIn', 'stellr listCustomers'],
	},
	{
		name: 'a token that the API of the region does not take',
		breakIt: ({ stellr }) => {
			stellr.faults.replace([{ match: { path: '/cloud/' }, skip: 0, times: 20, do: '401' }]);
		},
		failed: ['stellr environment'],
		seen: /gave a token, but the API at this address does not accept it/,
		remedy: /Region and Application Type.*either in Production or in Sandbox/,
		notMade: ['stellr listCustomers'],
	},
	{
		name: 'a token host that is none',
		breakIt: ({ halo }) => ({ stellr: { tokenUrl: `${halo.url}/nowhere/token` } }),
		failed: ['stellr signIn'],
		remedy: /Token URL/,
		notMade: ['stellr listCustomers'],
	},
	{
		name: 'a token host that refuses without knowing what a secret is',
		breakIt: ({ stellr }) => ({ stellr: { tokenUrl: `${stellr.url}/api/token` } }),
		failed: ['stellr signIn'],
		remedy: /check Token URL as well/,
	},
	{
		name: 'an API address that is no Stellr',
		breakIt: ({ halo }) => ({ stellr: { baseUrl: halo.url } }),
		failed: ['stellr environment'],
		remedy: /not the StreamOne Stellr API: check Region, Application Type and API Base URL/,
		notMade: ['stellr listCustomers'],
	},
	{
		name: 'an account label that no key can hold',
		breakIt: () => ({ stellr: { accountLabel: 'US East' } }),
		failed: ['stellr credential'],
		remedy: /short name of small letters/,
		notMade: ['stellr signIn'],
	},
	{
		name: 'no permission to list customers',
		breakIt: ({ stellr }) => {
			stellr.switches.missingPermissions = ['End Customers - List Customers'];
		},
		failed: ['stellr listCustomers'],
		remedy: /End Customers - List Customers.*developer portal/,
		notMade: ['stellr customersVisible', 'stellr getCustomer'],
	},
	{
		name: 'no permission to list customers, answered like a bad token',
		breakIt: ({ stellr }) => {
			stellr.switches.missingPermissions = ['End Customers - List Customers'];
			stellr.switches.missingPermission = '401';
		},
		failed: ['stellr listCustomers'],
		remedy: /End Customers - List Customers/,
	},
	{
		name: 'customers that are not visible',
		breakIt: ({ stellr }) => {
			stellr.state.accounts[0].customers = [];
		},
		failed: ['stellr customersVisible'],
		seen: /Connected, but no customers are visible/,
		remedy: /belongs to this reseller.*"End Customers - List Customers"/,
		notMade: ['stellr getCustomer', 'stellr listSubscriptions'],
	},
	...STELLR_PERMISSIONS.flatMap(([permission, code]) =>
		(['403', '401', 'empty'] as const).map(
			(answer): Cause => ({
				name: `no permission "${permission}", answered with ${answer}`,
				breakIt: ({ stellr }) => {
					stellr.switches.missingPermissions = [permission];
					stellr.switches.missingPermission = answer;
				},
				failed: [`stellr ${code}`],
				remedy: new RegExp(`ick the permission "${permission}"|"${permission}": tick it`),
			}),
		),
	),
	{
		name: 'no permission for the list of the whole reseller',
		breakIt: ({ stellr }) => {
			stellr.switches.resellerWidePath = '/api/v1/subscriptions';
			stellr.switches.missingPermissions = ["List Reseller's Subscriptions"];
			return { stellr: { changeApiDetails: true, allSubscriptionsPath: '/api/v1/subscriptions' } };
		},
		failed: ['stellr listAllSubscriptions'],
		remedy: /List Reseller's Subscriptions/,
		optional: true,
	},
	{
		name: 'subscriptions at the other known path',
		breakIt: ({ stellr }) => {
			stellr.switches.subscriptionsPath = 'cloudCustomers';
		},
		failed: ['stellr listSubscriptions'],
		remedy:
			/Set Subscriptions Path .* to \/api\/v1\/cloud\/customers\/\{customerNo\}\/subscriptions/,
		notMade: ['stellr getSubscription'],
	},
	{
		name: 'a web page in place of Halo',
		breakIt: ({ halo }) => {
			halo.switches.htmlWith200 = true;
		},
		failed: ['halo host'],
		seen: /a web page titled "Halo".*no HaloPSA API/,
		remedy:
			/Copy Resource Server from Configuration > Integrations > HaloPSA API > API Details; it ends in \/api/,
		notMade: ['halo signIn', 'halo clients', 'halo licences'],
	},
	{
		name: 'another API in place of Halo',
		breakIt: ({ stellr }) => ({ halo: { resourceServer: stellr.url } }),
		failed: ['halo host'],
		remedy: /Copy Resource Server/,
		notMade: ['halo clients'],
	},
	{
		name: 'a host that does not exist',
		breakIt: () => ({ halo: { resourceServer: 'http://127.0.0.1:9/api' } }),
		failed: ['halo host'],
		remedy: /this n8n reaches that host/,
		notMade: ['halo signIn'],
	},
	{
		name: 'a wrong tenant',
		breakIt: () => ({ halo: { tenant: 'acme' } }),
		failed: ['halo tenant'],
		seen: /status 500.*the tenant "acme"/,
		remedy: /Set Tenant in the credential to "simulated"/,
		notMade: ['halo signIn', 'halo clients'],
	},
	{
		name: 'a tenant that is wanted in the body',
		breakIt: ({ halo }) => {
			halo.switches.tenant = 'body';
			halo.switches.tenantRequired = true;
		},
		failed: ['halo tenant'],
		remedy: /Send Tenant In to Body/,
	},
	{
		name: 'a wrong secret at Halo',
		breakIt: () => ({ halo: { clientSecret: 'not-this' } }),
		failed: ['halo signIn'],
		remedy: /Client ID and Secret \(Services\)/,
		notMade: ['halo scope', 'halo clients'],
	},
	{
		name: 'an Authorisation Server that is none',
		breakIt: ({ halo }) => ({ halo: { authorisationServer: `${halo.url}/login` } }),
		failed: ['halo signIn'],
		remedy: /This HaloPSA names http.*\/auth as its Authorisation Server/,
		notMade: ['halo clients'],
	},
	{
		name: 'a scope that was not granted',
		breakIt: () => ({ halo: { scope: 'all read:everything' } }),
		failed: ['halo scope'],
		seen: /did not grant the Scope/,
		remedy: /Set Scope to what the application was granted/,
		notMade: ['halo clients'],
	},
	{
		name: 'a scope without licences',
		breakIt: () => ({ halo: { scope: 'edit:customers' } }),
		failed: ['halo scope', 'halo licences', 'halo invoices'],
		seen: /not granted edit:softwarelicensing/,
		remedy: /Grant edit:softwarelicensing to the application/,
		lookedAt: ['quantityCalculation', 'nativeModule'],
	},
	{
		name: 'an agent that sees no clients',
		breakIt: ({ halo }) => {
			halo.switches.invisibleAreas = ['customers'];
		},
		failed: ['halo clients'],
		seen: /no clients are visible/,
		remedy: /a team and a department that see the clients/,
	},
	{
		name: 'no right to clients and sites',
		breakIt: ({ halo }) => {
			halo.switches.missingPermissions = ['read:customers'];
		},
		failed: ['halo clients', 'halo sites'],
		remedy: /"read:customers" and an agent whose "Customers".*"edit:customers" and Read and Modify/,
	},
	{
		name: 'no top levels',
		breakIt: ({ halo }) => {
			halo.state.toplevels = [];
		},
		failed: ['halo topLevels'],
		remedy: /see the top levels/,
	},
	{
		name: 'no right to licences',
		breakIt: ({ halo }) => {
			halo.switches.missingPermissions = ['read:softwarelicensing'];
		},
		failed: ['halo licences'],
		remedy: /Software Licensing Access Level.*Configuration > Asset Management/,
		notMade: ['halo softwareLicensing'],
	},
	{
		name: 'Software Licensing switched off',
		breakIt: ({ halo }) => {
			halo.switches.softwareLicensing = 'off';
		},
		failed: ['halo licences', 'halo softwareLicensing'],
		remedy: /HaloPSA/,
	},
	{
		name: 'no right to invoices',
		breakIt: ({ halo }) => {
			halo.switches.missingPermissions = ['read:invoices'];
		},
		failed: ['halo invoices'],
		remedy: /"read:invoices"/,
		lookedAt: ['quantityCalculation'],
		optional: true,
	},
	{
		name: 'no custom field for the key',
		breakIt: ({ halo }) => {
			halo.state.fieldInfo = [];
		},
		failed: ['halo keyField'],
		seen: /no custom field "CFStellrCustomerNo" on clients/,
		remedy: /Create it in Halo .* with the name "StellrCustomerNo" and the type Text/,
	},
	{
		name: 'a key field that was picked from the list and is gone',
		breakIt: ({ halo }) => {
			halo.state.fieldInfo = [];
			return {
				parameters: {
					keyField: { __rl: true, mode: 'list', value: `104:${STELLR_KEY_FIELD}` },
				},
			};
		},
		failed: ['halo keyField'],
		remedy: /Create it in Halo/,
	},
	{
		name: 'a custom field of another type',
		breakIt: ({ halo }) => {
			halo.state.fieldInfo[0].type = 4;
		},
		failed: ['halo keyField'],
		remedy: /custom field of the type Text/,
	},
	{
		name: 'a custom field too short for a key',
		breakIt: ({ halo }) => {
			halo.state.fieldInfo[0].characterlimit = 8;
		},
		failed: ['halo keyField'],
		remedy: /Raise its character limit/,
	},
	{
		name: 'a licence list that leaves the key out',
		breakIt: ({ halo }) => {
			halo.switches.licenceListOmits = ['snowid'];
		},
		failed: ['halo licenceKey'],
		remedy: /Choose another Licence Key Field in the options of Halo Licence Upsert/,
		optional: true,
	},
	{
		name: 'the native module that still imports',
		breakIt: ({ halo }) => {
			halo.state.synnexDetails = [aNativeModule()];
		},
		failed: ['halo nativeModule'],
		seen: /still imports on its schedule/,
		remedy: /untick Halo Integrator/,
		optional: true,
	},
];

describe('Connection Check, with one thing broken', () => {
	let stage: CheckStage;

	beforeAll(async () => {
		stage = await checkStage();
	});
	afterEach(() => {
		stage.reset();
		Object.assign(stage.stellr.switches, defaultStellrSwitches);
	});
	afterAll(async () => await stage.stop());

	it.each(causes)('finds $name, and says what to do', async (cause) => {
		const run = await stage.run(cause.breakIt(stage) ?? {});
		expect(run.error).toBeUndefined();
		expect(run.failed).toEqual(cause.failed);
		const [side, code] = cause.failed[0].split(' ');
		const check = run.check(side as 'stellr' | 'halo', code);
		if (cause.seen) expect(check.seen).toMatch(cause.seen);
		expect(check.remedy).toMatch(cause.remedy);
		for (const notMade of cause.notMade ?? []) {
			const [itsSide, itsCode] = notMade.split(' ');
			const waits = run.check(itsSide as 'stellr' | 'halo', itsCode);
			expect(waits).toMatchObject({ ok: null, seen: expect.stringContaining('Not checked') });
		}
		const ok = cause.optional === true;
		expect(run.summary).toMatchObject({ ok, first: { side, code, remedy: check.remedy } });
		const lookedAt = cause.lookedAt ?? [];
		const success = lookedAt.length === 0 ? /^Test successful$/ : /^Test successful\. Not told: /;
		if (ok) expect(run.summary.verdict).toMatch(success);
		else expect(run.summary.verdict).toMatch(/^\d of \d+ checks failed: /);
		expect(run.hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^\d of \d+ checks failed: .* Begin with /),
		]);
		expect(run.attention.map((row) => row.code)).toEqual([
			...cause.failed.map((failed) => failed.split(' ')[1]),
			...lookedAt,
		]);
		expect(run.attention[0]).toMatchObject({ issue: { code, remedy: check.remedy } });
		expect(JSON.stringify(run.outputs)).not.toContain('secret"');
	});

	it('sends no secret to a host that is no Halo', async () => {
		stage.halo.switches.htmlWith200 = true;
		await stage.run();
		expect(stage.halo.requests.counts().tokens).toBe(0);
	});

	it('finds a clock that is wrong', async () => {
		const real = Date.now.bind(Date);
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => real() + 10 * 60_000);
		try {
			const { check, summary } = await stage.run();
			for (const side of ['stellr', 'halo'] as const) {
				expect(check(side, 'clock')).toMatchObject({
					ok: false,
					mandatory: false,
					seen: expect.stringMatching(/10 min ahead of/),
					remedy: expect.stringContaining('NTP'),
				});
			}
			expect(summary.ok).toBe(true);
		} finally {
			clock.mockRestore();
		}
	});

	it('does not take a few customers without subscriptions for a missing permission', async () => {
		stage.stellr.state.accounts[0].customers.splice(2);
		stage.stellr.state.accounts[0].subscriptions = [];
		const { check, summary, failed } = await stage.run();
		expect(failed).toEqual([]);
		expect(check('stellr', 'listSubscriptions')).toMatchObject({ ok: null });
		expect(summary).toMatchObject({
			ok: false,
			verdict: expect.stringContaining('Nothing failed, but not all could be told'),
		});
	});

	it('does not take a Halo without licences for a fault', async () => {
		stage.halo.state.licences = [];
		const { check, summary } = await stage.run();
		expect(check('halo', 'softwareLicensing')).toMatchObject({
			ok: null,
			remedy: expect.stringContaining('Configuration > Asset Management'),
		});
		expect(summary.verdict).toMatch(
			/^Test successful\. Not told: whether Software Licensing is switched on: look under Configuration > Asset Management/,
		);
	});

	it('names the native module as not told while its settings may not be read, and gives it to a person', async () => {
		stage.halo.state.synnexDetails = [aNativeModule()];
		stage.halo.switches.missingPermissions = ['read:admin'];
		const { check, attention, summary, hints } = await stage.run();
		const seen = check('halo', 'nativeModule');
		expect(seen).toMatchObject({ ok: null, remedy: expect.stringContaining('Halo Integrator') });
		expect(summary).toMatchObject({
			ok: true,
			verdict:
				"Test successful. Not told: whether Halo's own StreamOne Stellr module still imports: look under Configuration > Integrations",
			text: expect.stringContaining('Look in HaloPSA under Configuration > Integrations'),
			counts: { failed: 0 },
			first: null,
		});
		expect(attention).toMatchObject([
			{ code: 'nativeModule', ok: null, issue: { remedy: seen.remedy } },
		]);
		expect(hints.map(({ message }) => message)).toEqual([`${String(summary.verdict)}.`]);
	});

	it('gives the calculation of quantities to a person where lines that count licences are not calculated', async () => {
		stage.halo.switches.quantityCalculation = 'off';
		const { check, attention, summary } = await stage.run();
		expect(check('halo', 'quantityCalculation')).toMatchObject({
			ok: null,
			seen: expect.stringContaining('none of the 1 recurring invoice lines'),
		});
		expect(attention.map(({ code }) => code)).toEqual(['quantityCalculation']);
		expect(summary.verdict).toContain(
			'Not told: whether quantities of recurring invoices are calculated: look under Configuration > Billing > Recurring Invoices',
		);
	});

	it('does so too where no line counts licences yet, and where invoices may not be read', async () => {
		stage.halo.state.recurringInvoices = [];
		const without = await stage.run();
		expect(without.attention.map(({ code }) => code)).toEqual(['quantityCalculation']);
		stage.halo.switches.missingPermissions = ['read:invoices'];
		const refused = await stage.run();
		expect(refused.attention.map(({ code }) => code)).toEqual(['invoices', 'quantityCalculation']);
		expect(refused.summary.verdict).toContain('Not told: whether quantities');
	});

	it('says that it cannot tell where no licence holds a key yet', async () => {
		stage.halo.state.licences = [aLicenceRow({ id: 7, client_id: 12 })];
		const { check, failed } = await stage.run();
		expect(failed).toEqual([]);
		expect(check('halo', 'licenceKey')).toMatchObject({ ok: null, mandatory: false });
	});
});
