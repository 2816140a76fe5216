import type { ApiFailure, FailureCode } from '../http/failure';
import type { Issue } from '../items/issue';
import { permissionNeeded } from './permissions';

/**
 * The one place where a failed call becomes a sentence and a remedy. Messages say what was being done, on what, and
 * what was seen; remedies say what to do, in the vendors' own screens.
 */

interface Words {
	/** Continues "<subject>: ". */
	seen: string;
	remedy: string;
}

const API_NAMES = { stellr: 'Stellr', halo: 'HaloPSA' } as const;

const SERVER_FIELDS = {
	stellr: 'Region, Application Type and API Base URL',
	halo: 'Resource Server',
} as const;

const RIGHT_PLACES = {
	stellr: 'the API of StreamOne Stellr',
	halo: 'the Resource Server of HaloPSA',
} as const;

function quoted(failure: ApiFailure): string {
	return failure.vendorText ? ` (${failure.vendorText})` : '';
}

function status(failure: ApiFailure): string {
	return failure.status === null ? '' : ` with status ${failure.status}`;
}

const LOOK_BEFORE_REPEAT =
	'It may have been carried out all the same: the next run looks for the row by its key before it writes again.';

function signInRefusedRemedy(failure: ApiFailure): string {
	const text = failure.vendorText ?? '';
	if (/invalid_scope/i.test(text)) {
		return 'Set Scope in the credential to what the application was granted, such as "all" or "edit:customers edit:softwarelicensing".';
	}
	if (failure.api === 'stellr') {
		return 'Check Client ID and Client Secret: the secret may be wrong, belong to the other Application Type or Region, or the credential may be younger than 10 minutes; then wait and try again.';
	}
	return 'Check Client ID and Client Secret in HaloPSA under Configuration > Integrations > HaloPSA API; the application must use "Client ID and Secret (Services)".';
}

function notAllowedRemedy(failure: ApiFailure): string {
	const permission = permissionNeeded(failure.api, failure.doing);
	if (failure.api === 'stellr') {
		return `The application needs ${permission}: tick it in the TD SYNNEX developer portal, and check that Region and Application Type are those of the credential.`;
	}
	return `"${failure.doing}" needs ${permission}: grant it in HaloPSA to the application and to its agent.`;
}

const WORDS: Record<FailureCode, (failure: ApiFailure, api: string) => Words> = {
	signInRefused: (failure, api) => ({
		seen: `${api} did not accept the client ID or secret${quoted(failure)}`,
		remedy: signInRefusedRemedy(failure),
	}),
	signInUnavailable: (failure, api) => ({
		seen: `the sign-in service of ${api} gave no token${quoted(failure)}`,
		remedy:
			failure.api === 'stellr'
				? 'Check the Token URL in the credential, and whether this n8n reaches that host; if it is right, try again later.'
				: 'Check Authorisation Server in the credential (HaloPSA shows it under API Details), and whether this n8n reaches that host.',
	}),
	wrongTenant: () => ({
		seen: 'HaloPSA answered the sign-in with status 500, which it does for a tenant it does not know',
		remedy:
			'Check Tenant and Authorisation Server in the credential against Configuration > Integrations > HaloPSA API > API Details.',
	}),
	notAllowed: (failure, api) => ({
		seen: `${api} refused "${failure.doing}"${status(failure)}${quoted(failure)}`,
		remedy: notAllowedRemedy(failure),
	}),
	notFound: (failure, api) => ({
		seen: `${api} has nothing at the address of "${failure.doing}"${status(failure)}${quoted(failure)}`,
		remedy: `Check in ${api} that what was asked for is still there, and in the credential ${SERVER_FIELDS[failure.api]}${failure.api === 'stellr' ? ' and the paths' : ''}.`,
	}),
	rateLimited: (failure, api) => ({
		seen: `${api} kept answering "too many requests" to "${failure.doing}"${quoted(failure)}`,
		remedy:
			failure.api === 'halo'
				? 'Run again in a few minutes, away from other integrations of this tenant, or lower Requests per Window in the credential.'
				: 'Run again later, or lower Parallel Requests in the credential.',
	}),
	serverTrouble: (failure, api) => ({
		seen: `${api} could not carry out "${failure.doing}"${status(failure)}${quoted(failure)}`,
		remedy: failure.uncertain
			? LOOK_BEFORE_REPEAT
			: `Try again later; if it stays, give the request id to ${api} support.`,
	}),
	refused: (failure, api) => ({
		seen: `${api} did not accept "${failure.doing}"${status(failure)}${quoted(failure)}`,
		remedy: 'Correct what the answer names, then run again.',
	}),
	businessRefusal: (failure, api) => ({
		seen: `${api} answered "${failure.doing}" with a refusal${quoted(failure)}`,
		remedy: failure.uncertain
			? LOOK_BEFORE_REPEAT
			: `Correct what the answer names; if it stays, give the request id to ${api} support.`,
	}),
	notJson: (failure, api) => ({
		seen: `the answer to "${failure.doing}" was not data of the ${api} API${quoted(failure)}`,
		remedy: `This is not ${RIGHT_PLACES[failure.api]}: check ${SERVER_FIELDS[failure.api]} in the credential.`,
	}),
	unexpectedShape: (failure, api) => ({
		seen: `the answer of ${api} to "${failure.doing}" has a form that is not known${quoted(failure)}`,
		remedy: `Check ${SERVER_FIELDS[failure.api]} in the credential${failure.api === 'stellr' ? ' and Records Path' : ''}.`,
	}),
	noAnswer: (failure, api) => ({
		seen: `${api} gave no answer to "${failure.doing}" in time${quoted(failure)}`,
		remedy: failure.uncertain
			? LOOK_BEFORE_REPEAT
			: 'Try again; if it stays, check the network of this n8n.',
	}),
	unreachable: (failure, api) => ({
		seen: `${api} could not be reached for "${failure.doing}"${quoted(failure)}`,
		remedy: `Check ${SERVER_FIELDS[failure.api]} in the credential, and whether this n8n reaches that host.`,
	}),
	cancelled: (failure) => ({
		seen: `the execution was stopped during "${failure.doing}"`,
		remedy: failure.uncertain ? LOOK_BEFORE_REPEAT : 'Run again when ready.',
	}),
	listIncomplete: (failure, api) => ({
		seen: `the list for "${failure.doing}" did not come whole from ${api}${quoted(failure)}`,
		remedy:
			'Run again when nobody changes the list; until it comes whole nothing is ended or taken as missing.',
	}),
};

/** The sentence and the remedy for a failed call; `subject` names the item, "Customer 100482", or the API itself. */
export function issueOfFailure(failure: ApiFailure, subject: string): Issue {
	if (failure.words !== undefined) {
		return { code: failure.code, ...failure.words, requestId: failure.requestId };
	}
	const { seen, remedy } = WORDS[failure.code](failure, API_NAMES[failure.api]);
	// "HaloPSA: HaloPSA refused …" would name it twice.
	const message = seen.startsWith(`${subject} `) ? `${seen}.` : `${subject}: ${seen}.`;
	return { code: failure.code, message, remedy, requestId: failure.requestId };
}
