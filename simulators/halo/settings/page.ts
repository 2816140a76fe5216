/** Halo's configuration screens as far as an integration needs them, on one plain page. */
import {
	choiceBox,
	escaped,
	form,
	htmlPage,
	section,
	shownValue,
	textBox,
	tickBox,
} from '../../page';
import type { Simulation } from '../simulation';
import type { HaloCredentials, TokenService } from '../token';
import { LEVELS, RIGHTS, levelOf } from './rights';

export const SETTINGS_PATH = '/_sim/settings';

/** Scopes that the screen for the application's permissions offers. */
export const PERMISSIONS = [
	'all',
	'admin',
	'read:customers',
	'edit:customers',
	'read:softwarelicensing',
	'edit:softwarelicensing',
	'read:suppliers',
	'read:invoices',
] as const;

// Halo's number for "client" in FieldInfo.
export const CLIENT_FIELDS = 2;

export interface SettingsParts {
	simulation: Simulation;
	tokens: TokenService;
	credentials: HaloCredentials;
	apiUrl: string;
}

export function settingsPage(parts: SettingsParts, saved: boolean): string {
	return htmlPage(
		'HaloPSA: Configuration (simulated)',
		[
			'<p class="note">A stand-in for the configuration screens of HaloPSA, to try things out. The words are those of HaloPSA, the look is not.</p>',
			saved ? '<p class="saved">Saved.</p>' : '',
			apiDetails(parts),
			form(SETTINGS_PATH, 'Save', application(parts), agent(parts), modules(parts)),
			customFields(parts),
		].join('\n'),
	);
}

function apiDetails({ simulation, credentials, apiUrl }: SettingsParts): string {
	return section(
		'Configuration > Integrations > HaloPSA API',
		shownValue('Resource Server', apiUrl),
		shownValue('Authorisation Server', simulation.authUrl),
		simulation.tenant === null
			? '<p class="note">This Halo has no Tenant, as one that runs on its owner\'s machine.</p>'
			: shownValue('Tenant', simulation.tenant),
		'<p>View Applications > <b>n8n</b> (Client ID and Secret (Services), login type Agent)</p>',
		shownValue('Client ID', credentials.clientId),
		shownValue('Client Secret', credentials.clientSecret),
	);
}

function application({ tokens }: SettingsParts): string {
	const { granted } = tokens;
	return section(
		'Configuration > Integrations > HaloPSA API > View Applications > n8n > Permissions',
		...PERMISSIONS.map((name) =>
			tickBox(name, 'permission', granted?.includes(name) ?? true, name),
		),
	);
}

function agent({ simulation }: SettingsParts): string {
	const { missingPermissions, invisibleAreas } = simulation.switches;
	return section(
		'Configuration > Teams & Agents > Agents > n8n API agent',
		tickBox('In a team and a department that see all clients', 'team', invisibleAreas.length === 0),
		tickBox('Administrator role', 'administrator', !missingPermissions.includes('read:admin')),
		...RIGHTS.map(({ area, label }) =>
			choiceBox(label, area, [...LEVELS], levelOf(area, missingPermissions)),
		),
	);
}

function modules({ simulation }: SettingsParts): string {
	const { switches, state } = simulation;
	const native = state.synnexDetails.some(({ halointegrator }) => halointegrator);
	return [
		section(
			'Configuration > Asset Management',
			tickBox('Software Licensing', 'licensing', switches.softwareLicensing === 'on'),
		),
		section(
			'Configuration > Billing > Recurring Invoices',
			tickBox(
				'Allow recurring invoice line quantities to be calculated using Licence, User and Asset counts',
				'calculation',
				switches.quantityCalculation === 'on',
			),
		),
		section(
			'Configuration > Integrations > StreamOne Stellr',
			state.synnexDetails.length === 0
				? '<p class="note">Not set up.</p>'
				: tickBox('Halo Integrator', 'integrator', native),
		),
	].join('\n');
}

function customFields({ simulation }: SettingsParts): string {
	const names = simulation.state.fieldInfo
		.filter(({ typeid }) => typeid === CLIENT_FIELDS)
		.map(({ name, label }) => `<li>${escaped(name)} (${escaped(label)})</li>`);
	return section(
		'Configuration > Advanced > Custom Objects > Custom Fields > Client',
		names.length === 0 ? '<p class="note">There is none yet.</p>' : `<ul>${names.join('')}</ul>`,
		form(
			`${SETTINGS_PATH}/custom-field`,
			'Add',
			textBox('Field Name', 'name'),
			textBox('Field Label', 'label'),
			choiceBox('Input Type', 'type', ['Text'], 'Text'),
		),
	);
}
