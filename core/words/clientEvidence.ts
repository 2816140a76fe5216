import type { EvidenceNote, ReadEvidence } from '../halo/clientEvidence';
import type { MappedCustomer } from '../halo/nativeMappings';
import type { ApiFailure } from '../http/failure';
import type { Issue } from '../items/issue';
import { issueOfFailure } from './failures';
import { runsText } from './nativeModule';
import { permissionNeeded } from './permissions';

/** What Halo Clients says about the evidence for Mapping Match: what is not there, what weakens, what to do. */

/** A sentence for the reader of a run, and whether something should be done about it. */
export interface Hint {
	message: string;
	type: 'warning' | 'info';
}

/** By the name of the option that asks for it. */
const EVIDENCE: Record<ReadEvidence, { option: string; what: string; weaker: string }> = {
	contactDomains: {
		option: 'Contact Domains',
		what: 'contacts',
		weaker: 'Without Contact Domains the level Domain of Mapping Match is weaker.',
	},
	microsoftConnection: {
		option: 'Microsoft Connection',
		what: 'a Microsoft connection',
		weaker: 'Without it the levels Microsoft Tenant and Domain of Mapping Match are weaker.',
	},
	nativeMappings: {
		option: 'Native Mappings',
		what: 'its own StreamOne Stellr module set up',
		weaker: 'Without it the level Native Mapping of Mapping Match is weaker.',
	},
};

/** The sentence of a note. */
export function evidenceHint(note: EvidenceNote): Hint {
	switch (note.kind) {
		case 'unread':
			return warning(unreadText(note.evidence, note.failure));
		case 'websiteNotShown':
			return warning(
				'Website: no client in the list of HaloPSA shows one, so this Halo leaves websites out of its list, or no client has one. Without them the level Domain of Mapping Match is weaker; the option Contact Domains can make up for it.',
			);
		case 'contactsWithoutClient':
			return info(
				note.contacts === 1
					? 'Contact Domains: one contact names no client and no site, so it counts for nobody.'
					: `Contact Domains: ${note.contacts} contacts name no client and no site, so they count for nobody.`,
			);
		case 'namesakesUnsure':
			return warning(
				`Contact Domains: ${note.clients} clients have a name in common, and HaloPSA does not say whose some contacts are. For these clients the level Domain of Mapping Match is weaker.`,
			);
		case 'noTenants':
			return info(
				'Microsoft Connection: HaloPSA shows no Microsoft tenant that is linked to a client, so the level Microsoft Tenant of Mapping Match has nothing to go by.',
			);
		case 'noNativeMappings':
			return info(
				"Native Mappings: Halo's own StreamOne Stellr module shows no customer that is mapped to a client, so there is nothing to take over.",
			);
		case 'moduleRuns':
			return warning(
				`${runsText(note.module)}. Untick Halo Integrator in that module in HaloPSA before the first Apply (leave the module and its mappings), or counts are written twice.`,
			);
	}
}

/** A mapping of Halo's own module that leads to no client that this login sees. */
export function strayMappingIssue(mapped: MappedCustomer): Issue {
	const { customerNo, customerName, connection, clientId, clientName } = mapped;
	const module = `Halo's own StreamOne Stellr module${connection === null ? '' : ` "${connection}"`}`;
	const customer = `customer ${customerNo}${customerName === null ? '' : ` "${customerName}"`}`;
	const client = `client ${clientId}${clientName === null ? '' : ` "${clientName}"`}`;
	return {
		code: 'nativeMappingWithoutClient',
		message: `${module} maps ${customer} to ${client}, which is not in the list of clients.`,
		remedy:
			'The client may be deleted, or the agent of the API application may not see it. Give the agent access to it, or correct the mapping in that module in HaloPSA; until then other evidence decides about this customer.',
		requestId: null,
	};
}

function unreadText(evidence: ReadEvidence, failure: ApiFailure): string {
	const { option, weaker } = EVIDENCE[evidence];
	const { message, remedy } = issueOfFailure(failure, option);
	const subject = failure.words === undefined ? '' : `${option}: `;
	return `${subject}${message} ${remedyFor(evidence, failure) ?? remedy} ${weaker}`;
}

/** A Halo without the place, or one that hides it: the client list came, so the address of Halo is right. */
function remedyFor(evidence: ReadEvidence, { code, doing }: ApiFailure): string | null {
	if (code !== 'notFound' && code !== 'notJson') return null;
	const { option, what } = EVIDENCE[evidence];
	return `If HaloPSA has ${what}, this needs ${permissionNeeded('halo', doing)}; if not, turn the option ${option} off.`;
}

const warning = (message: string): Hint => ({ message, type: 'warning' });
const info = (message: string): Hint => ({ message, type: 'info' });
