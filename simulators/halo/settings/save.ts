/** What a person saves on the settings page, as Halo would take it. */
import type { Answer } from '../answers';
import { nextId } from '../simulation';
import { CLIENT_FIELDS, SETTINGS_PATH, settingsPage, type SettingsParts } from './page';
import { LEVELS, RIGHTS, withLevel } from './rights';

// What every client sees depends on, for an agent outside its team.
const TEAM_AREAS = ['customers', 'softwarelicensing', 'invoices'] as const;

/** Null where the path is none of the page's. */
export function answerSettings(
	parts: SettingsParts,
	call: { method: string; path: string; query: Record<string, string>; body: string },
): Answer | null {
	const { method, query } = call;
	const path = call.path.replace(/\/$/, '');
	if (method === 'GET' && path === SETTINGS_PATH) {
		return page(settingsPage(parts, query.saved === '1'));
	}
	if (method !== 'POST') return null;
	const sent = new URLSearchParams(call.body);
	if (path === SETTINGS_PATH) return saveSettings(parts, sent);
	return path === `${SETTINGS_PATH}/custom-field` ? addCustomField(parts, sent) : null;
}

/** The form holds all of its boxes: what is not in it is not ticked. */
function saveSettings({ simulation, tokens }: SettingsParts, sent: URLSearchParams): Answer {
	const { switches, state } = simulation;
	tokens.grant(sent.getAll('permission'));
	let missing = withLevel('admin', 'Read and Modify', switches.missingPermissions);
	if (!sent.has('administrator')) missing = withLevel('admin', 'No Access', missing);
	for (const { area } of RIGHTS) {
		const level = LEVELS.find((known) => known === sent.get(area));
		if (level !== undefined) missing = withLevel(area, level, missing);
	}
	switches.missingPermissions = missing;
	switches.invisibleAreas = sent.has('team') ? [] : [...TEAM_AREAS];
	switches.softwareLicensing = sent.has('licensing') ? 'on' : 'off';
	switches.quantityCalculation = sent.has('calculation') ? 'on' : 'off';
	for (const details of state.synnexDetails) details.halointegrator = sent.has('integrator');
	return savedAnswer;
}

function addCustomField({ simulation }: SettingsParts, sent: URLSearchParams): Answer {
	const { fieldInfo } = simulation.state;
	const name = (sent.get('name') ?? '').trim();
	const label = (sent.get('label') ?? '').trim();
	const taken = fieldInfo.some((field) => field.name.toLowerCase() === name.toLowerCase());
	if (!/^\w+$/.test(name) || label === '' || taken) {
		return {
			status: 400,
			body: 'A field needs a label, and a name of its own of letters and digits.',
			contentType: 'text/plain; charset=utf-8',
		};
	}
	fieldInfo.push({
		id: nextId(fieldInfo),
		name,
		label,
		type: 0,
		inputtype: 0,
		characterlimit: 250,
		mandatory: false,
		typeid: CLIENT_FIELDS,
	});
	return savedAnswer;
}

/** Back to the page, so that reloading it saves nothing again. */
const savedAnswer: Answer = {
	status: 303,
	headers: { location: `${SETTINGS_PATH}?saved=1` },
};

function page(body: string): Answer {
	return { status: 200, body, contentType: 'text/html; charset=utf-8' };
}
