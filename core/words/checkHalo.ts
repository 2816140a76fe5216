import type { CheckDefinition, Verdict } from '../check/check';
import type { HostSeen } from '../check/haloHost';
import type { QuantityCalculation } from '../check/haloQuantities';
import type { ScopeGranted } from '../check/haloScope';
import type { KeyFieldChoice } from '../halo/keyField';
import type { NativeModule } from '../halo/nativeModule';
import type { ApiFailure } from '../http/failure';
import { issueOfFailure } from './failures';
import { licenceFieldLabel } from './licenceFieldLabel';
import { runsText } from './nativeModule';

/** What Connection Check says about the side of HaloPSA. */

type Failed = Verdict & { remedy: string };

const check = (code: string, name: string, mandatory = true): CheckDefinition => ({
	code,
	check: name,
	mandatory,
});

export const haloChecks: readonly CheckDefinition[] = [
	check('credential', 'Credential filled in'),
	check('host', 'Resource Server'),
	check('tenant', 'Tenant'),
	check('signIn', 'Sign-in (token)'),
	check('scope', 'Scope granted'),
	check('clients', 'Read clients'),
	check('sites', 'Read sites'),
	check('topLevels', 'Read top levels'),
	check('keyField', 'Key field on clients'),
	check('licences', 'Read licences'),
	check('softwareLicensing', 'Software Licensing switched on'),
	check('licenceKey', 'Key field of licences shown in lists', false),
	check('invoices', 'Read recurring invoices', false),
	check('quantityCalculation', 'Recurring invoice quantities calculated', false),
	check('nativeModule', 'Native StreamOne Stellr module off', false),
	check('clock', 'Clock', false),
];

const API_DETAILS = 'Configuration > Integrations > HaloPSA API > API Details';

export function noHaloHere(failure: ApiFailure): Failed {
	const { message, requestId } = issueOfFailure(failure, 'Resource Server');
	return {
		seen: `${message} This address is no HaloPSA API.`,
		remedy: `Copy Resource Server from ${API_DETAILS}; it ends in /api. Check also that this n8n reaches that host.`,
		requestId,
	};
}

export function wrongTenant(sent: string, host: HostSeen): Failed {
	const own = host.kind === 'halo' ? host.tenant : null;
	const said = sent === '' ? 'no tenant' : `the tenant "${sent}"`;
	return {
		seen: `HaloPSA answered the sign-in with status 500, which it does for a tenant it does not know; the credential names ${said}.`,
		remedy:
			own === null || own === sent
				? `Copy Tenant and Authorisation Server from ${API_DETAILS}. If both are right, set Send Tenant In to Body under Change API Details.`
				: `Set Tenant in the credential to "${own}": that is what this HaloPSA names as its own.`,
	};
}

/** No token, with what the Resource Server itself names as its Authorisation Server where that is another. */
export function noHaloToken(failure: ApiFailure, otherAuthServer: string | null): Failed {
	const { message, remedy, requestId } = issueOfFailure(failure, 'HaloPSA sign-in');
	const own =
		otherAuthServer === null
			? ''
			: ` This HaloPSA names ${otherAuthServer} as its Authorisation Server: put that into the credential, if you know that address as Halo's.`;
	return { seen: message, remedy: `${remedy}${own}`, requestId };
}

export function scopeRefused(failure: ApiFailure, scope: string): Failed {
	return {
		seen: `HaloPSA did not grant the Scope of the credential, "${scope}".`,
		remedy:
			'Set Scope to what the application was granted under Permissions in HaloPSA, such as "all" or "edit:customers edit:softwarelicensing", or grant it there.',
		requestId: failure.requestId,
	};
}

export const perhapsNoHalo: Failed = {
	seen: 'The address does not say that it is a HaloPSA, and does not accept its token.',
	remedy: `Copy Resource Server and Authorisation Server from ${API_DETAILS}; the first ends in /api.`,
};

export const tokenOfAnother: Failed = {
	seen: 'HaloPSA gave a token, but the Resource Server does not accept it.',
	remedy: `Resource Server and Authorisation Server must belong together: copy both from ${API_DETAILS}.`,
};

export function scopeVerdict(scope: ScopeGranted): { ok: boolean | null; verdict: Failed } {
	switch (scope.kind) {
		case 'unknown':
			return {
				ok: null,
				verdict: {
					seen: 'The token answer names no scope; what may be read is checked below.',
					remedy: 'Nothing to do unless a check below does not pass.',
					mandatory: false,
				},
			};
		case 'enough':
			return {
				ok: true,
				verdict: { seen: 'The application may read and write what the flows need.', remedy: '' },
			};
		case 'readOnly':
			return {
				ok: false,
				verdict: {
					seen: `Enough to read and to plan, but Apply cannot write: ${scope.missing.join(' and ')} is not granted.`,
					remedy: `Grant ${scope.missing.join(' and ')} to the application in HaloPSA, and add it to Scope in the credential.`,
					mandatory: false,
				},
			};
		case 'tooLittle':
			return {
				ok: false,
				verdict: {
					seen: `The application was not granted ${scope.missing.join(' and ')}.`,
					remedy: `Grant ${scope.missing.join(' and ')} to the application in HaloPSA, and add it to Scope in the credential.`,
				},
			};
	}
}

export function notReadable(failure: ApiFailure): Failed {
	const { message, remedy, requestId } = issueOfFailure(failure, 'HaloPSA');
	return { seen: message, remedy, requestId };
}

/** Reading was refused; whoever gives the right should give the one that Apply needs in the same place. */
function withRightToWrite(failure: ApiFailure, edit: string): Failed {
	const { remedy, ...verdict } = notReadable(failure);
	if (failure.code !== 'notAllowed') return { ...verdict, remedy };
	return {
		...verdict,
		remedy: `${remedy} Give "${edit}" and Read and Modify at once: Apply writes there too.`,
	};
}

export function clientsRefused(failure: ApiFailure): Failed {
	return withRightToWrite(failure, 'edit:customers');
}

export const noClientsVisible: Failed = {
	seen: 'Connected, but no clients are visible.',
	remedy:
		'Put the API agent into a team and a department that see the clients, and set its Customers to Read and Modify.',
};

export const noTopLevelsVisible: Failed = {
	seen: 'Connected, but no top level is visible, and every HaloPSA has one.',
	remedy:
		'Let the API agent see the top levels that its clients belong to, as for the clients themselves.',
};

export const SWITCH_LICENSING_ON =
	'In HaloPSA, switch on Software Licensing under Configuration > Asset Management';

export const licensingMaybeOff: Failed = {
	seen: 'HaloPSA has no list of licences, although the rest of its API answers.',
	remedy: `${SWITCH_LICENSING_ON}, then check again.`,
};

export const licensingNotTold: Failed = {
	seen: 'There is no licence yet, so it cannot be told whether Software Licensing is switched on.',
	remedy: `${SWITCH_LICENSING_ON}, if it is not.`,
	mandatory: false,
};

export function licencesRefused(failure: ApiFailure): Failed {
	const { remedy, ...verdict } = withRightToWrite(failure, 'edit:softwarelicensing');
	return {
		...verdict,
		remedy: `${remedy} ${SWITCH_LICENSING_ON}, if it is not: a module that is off may answer so too.`,
	};
}

/** Enough for one key such as `us/100482`, and for a second one. */
const SHORTEST_KEY_FIELD = 20;

export function keyFieldTooShort(name: string, limit: number): Failed | null {
	if (limit >= SHORTEST_KEY_FIELD) return null;
	return {
		seen: `The client custom field "${name}" holds ${limit} characters, which may be too few for a Stellr key.`,
		remedy: `Raise its character limit in HaloPSA to ${SHORTEST_KEY_FIELD} or more; several Stellr customers may belong to one client.`,
	};
}

export function plainKeyField(choice: KeyFieldChoice): Verdict {
	const seen = `The keys are kept in "${choice.kind}", which every client has.`;
	if (choice.kind !== 'accountsid') return { seen };
	return { seen: `${seen} It belongs to the accounting software: its sync may overwrite them.` };
}

export const licenceKeyHidden = (field: string): Failed => ({
	seen: `A single licence shows the field "${licenceFieldLabel(field)}", but the list of licences leaves it out.`,
	remedy:
		'Choose another Licence Key Field in the options of Halo Licence Upsert, the same in Plan and Apply, or feed Saved State, so that rows are found again.',
});

export const licenceKeyNotTold = (field: string): Verdict => ({
	seen: `No licence that was looked at holds anything in "${licenceFieldLabel(field)}" yet; the first row that Apply writes proves that it is shown again.`,
});

const LOOK_AT_CALCULATION =
	'Look in HaloPSA under Configuration > Billing > Recurring Invoices whether "Allow recurring invoice line quantities to be calculated …" is ticked: without it invoices do not follow the counts of licences.';

export const calculationNotRead: Failed = {
	seen: 'Whether HaloPSA calculates quantities from licences shows on recurring invoices only, and those were not read.',
	remedy: LOOK_AT_CALCULATION,
};

/** Halo's API does not show the setting itself, only what it does to lines that count licences. */
export function calculationVerdict({ linked, calculated }: QuantityCalculation): {
	ok: boolean | null;
	verdict: Failed;
} {
	if (calculated > 0) {
		const seen = 'HaloPSA calculates the quantity of recurring invoice lines that count licences.';
		return { ok: true, verdict: { seen, remedy: '' } };
	}
	const seen =
		linked === 0
			? 'No recurring invoice line that was looked at counts licences, so it cannot be told whether HaloPSA calculates quantities.'
			: `HaloPSA calls none of the ${linked} recurring invoice lines that count licences calculated.`;
	return { ok: null, verdict: { seen, remedy: LOOK_AT_CALCULATION } };
}

export function nativeModuleVerdict(module: NativeModule): { ok: boolean | null; verdict: Failed } {
	switch (module.kind) {
		case 'off':
			return {
				ok: true,
				verdict: { seen: "Halo's own module does not import on its schedule.", remedy: '' },
			};
		case 'none':
			return {
				ok: true,
				verdict: {
					seen: 'HaloPSA shows no connection of its own StreamOne Stellr module. It may hide one from an agent without the Administrator role.',
					remedy: '',
				},
			};
		case 'on':
			return {
				ok: false,
				verdict: {
					seen: `${runsText(module)}.`,
					remedy:
						'Before the first Apply, untick Halo Integrator in that module in HaloPSA; leave the module and its mappings. To plan, both may be on.',
				},
			};
		case 'unknown':
			return {
				ok: null,
				verdict: {
					seen: "Whether Halo's own StreamOne Stellr module still imports could not be read.",
					remedy:
						'Look in HaloPSA under Configuration > Integrations whether its Halo Integrator is ticked. To have it read here: the permission "admin" (or "all") and an agent with the Administrator role.',
					requestId: module.failure?.requestId ?? null,
				},
			};
	}
}
