/** The vendor's developer portal, as far as a client credential needs it: what to copy, what to tick. */
import { escaped, form, htmlPage, section, shownValue, tickBox } from '../page';
import type { StellrAccountState, StellrState } from './state';
import type { StellrPermission, StellrSwitches } from './switches';

export const PORTAL_PATH = '/_sim/portal';

const PERMISSIONS: readonly StellrPermission[] = [
	'End Customers - List Customers',
	'End Customers - Get Customer Details',
	"Subscriptions - List Customers' Subscriptions",
	'Subscriptions - Get Subscription Details',
	"List Reseller's Subscriptions",
];

export interface PortalParts {
	state: StellrState;
	switches: StellrSwitches;
	url: string;
}

export interface PortalAnswer {
	status: number;
	body: string;
	headers: Record<string, string>;
}

/** Null where the path is not the portal's. */
export function answerPortal(
	parts: PortalParts,
	call: { method: string; path: string; query: Record<string, string>; body: string },
): PortalAnswer | null {
	if (call.path !== PORTAL_PATH) return null;
	if (call.method === 'POST') return savePermissions(parts, new URLSearchParams(call.body));
	const headers = { 'content-type': 'text/html; charset=utf-8' };
	return { status: 200, body: portalPage(parts, call.query.saved === '1'), headers };
}

function portalPage(parts: PortalParts, saved: boolean): string {
	const accounts = parts.state.accounts.map((account) => credentialOf(parts, account));
	return htmlPage(
		'TD SYNNEX: Integrate > Developer Portal > My Account > Client Credentials (simulated)',
		[
			'<p class="note">A stand-in for the portal of TD SYNNEX, to try things out. The names of the permissions are those of the portal, the look is not.</p>',
			saved ? '<p class="saved">Saved.</p>' : '',
			...accounts,
		].join('\n'),
	);
}

function credentialOf({ switches, url }: PortalParts, account: StellrAccountState): string {
	const missing = missingOf(account, switches);
	return form(
		PORTAL_PATH,
		'Save',
		`<input type="hidden" name="account" value="${escaped(account.label)}">`,
		section(
			`Client credential "${account.label}"`,
			shownValue('API Base URL', url),
			shownValue('Client ID', account.clientId),
			shownValue('Client Secret', account.clientSecret),
			'<p>Permissions</p>',
			...PERMISSIONS.map((name) => tickBox(name, 'permission', !missing.includes(name), name)),
		),
	);
}

function savePermissions(parts: PortalParts, sent: URLSearchParams): PortalAnswer {
	const ticked = sent.getAll('permission');
	const { state, switches } = parts;
	const all = Object.fromEntries(
		state.accounts.map((account) => [account.label, missingOf(account, switches)]),
	);
	const label = sent.get('account') ?? '';
	if (label in all) all[label] = PERMISSIONS.filter((name) => !ticked.includes(name));
	switches.missingPermissions = all;
	// Back to the page, so that reloading it saves nothing again.
	return { status: 303, body: '', headers: { location: `${PORTAL_PATH}?saved=1` } };
}

function missingOf(
	{ label }: StellrAccountState,
	{ missingPermissions }: StellrSwitches,
): StellrPermission[] {
	return Array.isArray(missingPermissions) ? missingPermissions : (missingPermissions[label] ?? []);
}
