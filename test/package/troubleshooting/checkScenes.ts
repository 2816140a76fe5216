import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { checkStage, type CheckStage } from '../../nodes/ConnectionCheck/checkStage';
import { clockVerdict } from '../../../core/words/checkClock';
import { scopeVerdict } from '../../../core/words/checkHalo';
import { aNativeModule } from '../../../simulators/world/builders';
import { bareScene, scene, type Scene } from './scene';

/** Connection Check, with one thing broken. */

interface Broken {
	stellr?: ICredentialDataDecryptedObject | null;
	halo?: ICredentialDataDecryptedObject | null;
	parameters?: INodeParameters;
}

const check = (
	broken: string,
	codes: string[],
	breakIt: (stage: CheckStage) => Broken | void = () => {},
): Scene =>
	scene(
		broken,
		codes.map((code) => `check-${code}`),
		async () => {
			const stage = await checkStage();
			try {
				const given = breakIt(stage) ?? {};
				return await stage.run(given);
			} finally {
				await stage.stop();
			}
		},
	);

const STELLR_URLS = { region: 'us', environment: 'production', baseUrl: '', tokenUrl: '' };
const LICENCES = { path: '/softwarelicence*' };

export const stellrCheckScenes: Scene[] = [
	check('nothing at all', [
		'successful',
		'stellr-credentialSet',
		'stellr-token',
		'stellr-tokenTaken',
		'stellr-listed',
		'stellr-visible',
		'stellr-single',
		'stellr-subscriptionsListed',
		'stellr-noResellerPath',
		'halo-addressesSet',
		'halo-answers',
		'halo-tenantTaken',
		'halo-tokenTaken',
		'halo-scopeEnough',
		'halo-clientsVisible',
		'halo-mayBeRead',
		'halo-keyField',
		'halo-licencesVisible',
		'halo-licensingOn',
		'halo-keyShown',
		'halo-moduleNone',
		'halo-calculated',
		'clockAgrees',
	]),
	check('no credential for Stellr', ['sideNotChecked'], () => ({ stellr: null })),
	check('no credential at all', ['nothingChecked'], () => ({ stellr: null, halo: null })),
	check('an account of StreamOne ION', ['ion'], () => ({
		stellr: { ...STELLR_URLS, baseUrlOverride: 'https://ion.tdsynnex.com' },
	})),
	check('the address of the portal', ['notTheApi', 'failed', 'beginWith', 'notPassed'], () => ({
		stellr: { ...STELLR_URLS, baseUrlOverride: 'https://portal.us.tdsynnex.com' },
	})),
	check('the address of the other application type', ['environment'], () => ({
		stellr: { ...STELLR_URLS, baseUrlOverride: 'https://api-uat.us.tdsynnex.com' },
	})),
	check('the address of another region', ['region'], () => ({
		stellr: { ...STELLR_URLS, baseUrlOverride: 'https://api.ca.tdsynnex.com' },
	})),
	check('a token that the API does not take', ['tokenNotTaken'], ({ stellr }) => {
		stellr.faults.replace([{ match: { path: '/cloud/' }, skip: 0, times: 20, do: '401' }]);
	}),
	check('a wrong secret', ['stellr-signIn'], () => ({ stellr: { clientSecret: 'wrong' } })),
	check('a wrong secret in Canada', ['stellr-signInCanada'], ({ stellr }) => ({
		stellr: {
			region: 'ca',
			baseUrlOverride: stellr.url,
			tokenUrlOverride: stellr.tokenUrl,
			clientSecret: 'wrong',
		},
	})),
	check('a token host that refuses like none', ['stellr-signInNoService'], ({ stellr }) => ({
		stellr: { tokenUrl: `${stellr.url}/api/token` },
	})),
	check('an address that is no Stellr', ['wrongAddress'], ({ halo }) => ({
		stellr: { baseUrl: halo.url },
	})),
	check('a list in another place', ['unknownListForm'], () => ({
		stellr: { changeApiDetails: true, recordsPath: 'somewhere.else' },
	})),
	check('no permission to list customers', ['refusedCall'], ({ stellr }) => {
		stellr.switches.missingPermissions = ['End Customers - List Customers'];
	}),
	check('no customers', ['noCustomers', 'emptyList', 'shownNothing'], ({ stellr }) => {
		stellr.state.accounts[0].customers = [];
	}),
	check('customers without a number', ['unreadableCustomers'], ({ stellr }) => {
		for (const customer of stellr.state.accounts[0].customers) customer.customerNo = null as never;
	}),
	check('no permission for one customer, answered with nothing', ['emptySingle'], ({ stellr }) => {
		stellr.switches.missingPermissions = ['End Customers - Get Customer Details'];
		stellr.switches.missingPermission = 'empty';
	}),
	check('no subscriptions', ['noSubscriptions', 'noneSeen'], ({ stellr }) => {
		stellr.state.accounts[0].subscriptions = [];
	}),
	check('few customers, without subscriptions', ['notAllTold'], ({ stellr }) => {
		stellr.state.accounts[0].customers.splice(2);
		stellr.state.accounts[0].subscriptions = [];
	}),
	check(
		'subscriptions at the other known path',
		['otherSubscriptionsPath', 'notPassed-2'],
		({ stellr }) => {
			stellr.switches.subscriptionsPath = 'cloudCustomers';
		},
	),
	check('no permission for the list of the whole reseller', ['resellerEmpty'], ({ stellr }) => {
		stellr.switches.resellerWidePath = '/api/v1/subscriptions';
		stellr.switches.missingPermissions = ["List Reseller's Subscriptions"];
		stellr.switches.missingPermission = 'empty';
		return { stellr: { changeApiDetails: true, allSubscriptionsPath: '/api/v1/subscriptions' } };
	}),
	check('a list of the whole reseller', ['stellr-resellerListed'], ({ stellr }) => {
		stellr.switches.resellerWidePath = '/api/v1/subscriptions';
		return { stellr: { changeApiDetails: true, allSubscriptionsPath: '/api/v1/subscriptions' } };
	}),
];

export const haloCheckScenes: Scene[] = [
	check('a web page in place of Halo', ['noHaloHere'], ({ halo }) => {
		halo.switches.htmlWith200 = true;
	}),
	check('a wrong tenant', ['wrongTenant', 'halo-isHalo'], () => ({ halo: { tenant: 'acme' } })),
	check('no tenant where one is wanted', ['wrongTenantNone'], ({ halo }) => {
		halo.switches.tenantRequired = true;
		return { halo: { tenant: '' } };
	}),
	check('a tenant that is wanted in the body', ['wrongTenantPlace'], ({ halo }) => {
		halo.switches.tenant = 'body';
		halo.switches.tenantRequired = true;
	}),
	check('a wrong secret', ['halo-signIn'], () => ({ halo: { clientSecret: 'not-this' } })),
	check('an Authorisation Server that is none', ['halo-otherAuthServer'], ({ halo }) => ({
		halo: { authorisationServer: `${halo.url}/login` },
	})),
	check('a scope that was not granted', ['scopeRefused'], () => ({
		halo: { scope: 'all read:everything' },
	})),
	check('a token that the Resource Server does not take', ['tokenOfAnother'], ({ halo }) => {
		halo.faults.replace([{ match: { path: '/client' }, skip: 0, times: 20, do: '401' }]);
	}),
	check(
		'an address that says nothing of itself and takes no token',
		['perhapsNoHalo'],
		({ halo }) => {
			halo.faults.replace([
				{ match: { path: '/authinfo' }, skip: 0, times: 20, do: '404' },
				{ match: { path: '/client' }, skip: 0, times: 20, do: '401' },
			]);
		},
	),
	check('an application that may only read', ['scopeReadOnly'], () => ({
		halo: { scope: 'read:customers read:softwarelicensing read:invoices' },
	})),
	check('an application without licences', ['scopeTooLittle'], () => ({
		halo: { scope: 'edit:customers' },
	})),
	check('an agent that sees no clients', ['noClientsVisible'], ({ halo }) => {
		halo.switches.invisibleAreas = ['customers'];
	}),
	check('no right to clients', ['notReadable'], ({ halo }) => {
		halo.switches.missingPermissions = ['read:customers'];
	}),
	check('a list of clients of another form', ['noListOfClients'], ({ halo }) => {
		halo.faults.replace([{ match: { path: '/client' }, skip: 0, times: 1, do: 'truncated' }]);
	}),
	check('a list of sites of another form', ['formNotKnown'], ({ halo }) => {
		halo.faults.replace([{ match: { path: '/site' }, skip: 0, times: 1, do: 'truncated' }]);
	}),
	check('a list of licences of another form', ['licencesFormNotKnown'], ({ halo }) => {
		halo.faults.replace([
			{ match: { path: '/softwarelicence' }, skip: 0, times: 1, do: 'truncated' },
		]);
	}),
	check('no top levels', ['noTopLevels'], ({ halo }) => {
		halo.state.toplevels = [];
	}),
	check('no recurring invoices', ['halo-noneVisible', 'calculationNotTold'], ({ halo }) => {
		halo.state.recurringInvoices = [];
	}),
	check('no right to licences', ['licencesRefused', 'licencesNotPassed'], ({ halo }) => {
		halo.switches.missingPermissions = ['read:softwarelicensing'];
	}),
	check('no list of licences', ['licensingMaybeOff'], ({ halo }) => {
		halo.faults.replace([{ match: LICENCES, skip: 0, times: 9, do: '404' }]);
	}),
	check('no licences', ['licensingNotTold', 'keyNotTold', 'notTold-licensing'], ({ halo }) => {
		halo.state.licences = [];
	}),
	check('no custom field', ['keyFieldMissing'], ({ halo }) => {
		halo.state.fieldInfo = [];
	}),
	check('a short custom field', ['keyFieldTooShort'], ({ halo }) => {
		halo.state.fieldInfo[0].characterlimit = 8;
	}),
	check('the field of the accounting software', ['plainKeyFieldAccounts'], () => ({
		parameters: { stellrKeyIn: 'accountsid' },
	})),
	check('the field Reference', ['plainKeyField'], () => ({ parameters: { stellrKeyIn: 'ref' } })),
	check('no place for keys', ['noKeyField'], () => ({ parameters: { stellrKeyIn: 'none' } })),
	check('a licence list that leaves the key out', ['licenceKeyHidden'], ({ halo }) => {
		halo.switches.licenceListOmits = ['snowid'];
	}),
	check('nothing, with the native module unticked', ['halo-moduleOff'], ({ halo }) => {
		halo.state.synnexDetails = [aNativeModule({ halointegrator: false })];
	}),
	check('the native module that still imports', ['nativeOn'], ({ halo }) => {
		halo.state.synnexDetails = [aNativeModule()];
	}),
	check('no right to recurring invoices', ['calculationNotRead'], ({ halo }) => {
		halo.switches.missingPermissions = ['read:invoices'];
	}),
	check(
		'quantities that nobody calculates',
		['calculationOff', 'notTold-quantities'],
		({ halo }) => {
			halo.switches.quantityCalculation = 'off';
		},
	),
	check('no right to see the native module', ['nativeUnknown', 'notTold-module'], ({ halo }) => {
		halo.switches.mappingsReadable = false;
	}),
	bareScene(
		'answers that tell no time',
		'Every answer of a simulator carries a date, as HTTP servers do.',
		['check-clockNotTold'],
		() => clockVerdict(null, 'Stellr'),
	),
	bareScene(
		'a token answer without a scope',
		'The simulated token service always names the scope it granted, as HaloPSA does.',
		['check-scopeUnknown'],
		() => scopeVerdict({ kind: 'unknown' }),
	),
	scene('a clock that is wrong', ['check-clockWrong'], async () => {
		const before = Date.now;
		const stage = await checkStage();
		Date.now = () => before() + 10 * 60_000;
		try {
			return await stage.run();
		} finally {
			Date.now = before;
			await stage.stop();
		}
	}),
];
