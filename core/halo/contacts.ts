import { z } from 'zod';
import type { ListRead, Result } from '../http/failure';
import type { Runtime } from '../http/types';
import { noContactListed } from '../words/nothingVisible';
import { readList, unexpectedShape } from './lists';
import { flag, optionalText, optionalWholeNumber } from './rawValues';
import { recordReader, type RejectedRecord } from './rejected';
import type { ContactDomain, HaloClient } from './schemas';
import { readSites } from './sites';

export interface ContactDomainsRead {
	/** Mail domains of the contacts of each client that has any, commonest first. */
	byClient: ReadonlyMap<number, ContactDomain[]>;
	/** Clients some of whose contacts may be another's, since both have one name: nothing is known of these. */
	unsure: ReadonlySet<number>;
	/** Contacts with a mail address that name neither a client nor a site. */
	withoutClient: number;
}

const DOING = 'List Contacts';

const contactSchema = z.object({
	client_id: optionalWholeNumber,
	client_name: optionalText,
	site_id: optionalWholeNumber,
	emailaddress: optionalText,
	inactive: flag(false),
});

type Contact = z.infer<typeof contactSchema>;

/**
 * The mail domains of all active contacts: ceil(contacts ÷ 100) requests, and those for the sites where a contact names
 * its site only. Whole or not at all: which domain most contacts of a client use cannot be told from some of them.
 */
export async function readContactDomains(
	runtime: Runtime,
	clients: Pick<ListRead<HaloClient>, 'rows' | 'complete'>,
): Promise<Result<ContactDomainsRead>> {
	const contacts = await readContacts(runtime);
	if (!contacts.ok) return contacts;
	const withMail = contacts.value
		.filter(({ inactive }) => !inactive)
		.map((contact) => ({ contact, domains: mailDomains(contact.emailaddress) }))
		.filter(({ domains }) => domains.length > 0);
	const placing = await placesOf(
		runtime,
		withMail.map(({ contact }) => contact),
		clients,
	);
	if (!placing.ok) return placing;
	const counts = new DomainCounts();
	const unsure = new Set<number>();
	let withoutClient = 0;
	for (const [index, { domains }] of withMail.entries()) {
		const place = placing.value[index];
		if (place.kind === 'client') counts.add(place.id, domains);
		else if (place.kind === 'oneOf') place.ids.forEach((id) => unsure.add(id));
		else if (place.kind === 'nobody') withoutClient += 1;
	}
	const value = { byClient: counts.byClient(), unsure, withoutClient };
	return { ok: true, value, requestId: contacts.requestId };
}

async function readContacts(runtime: Runtime): Promise<Result<Contact[]>> {
	const query = { includeactive: true, includeinactive: false };
	const { list, rejected } = await readList<Contact>(
		runtime,
		{ path: '/Users', key: 'users', doing: DOING },
		query,
		{ parse: recordReader<Contact>(contactSchema, 'contact') },
	);
	const { failure, requestId } = list;
	if (!list.complete || rejected.length > 0) {
		return { ok: false, failure: failure ?? notUnderstood(requestId, rejected) };
	}
	if (list.rows.length === 0) {
		return { ok: false, failure: unexpectedShape(DOING, requestId, noContactListed) };
	}
	return { ok: true, value: list.rows, requestId };
}

function notUnderstood(requestId: string | null, rejected: RejectedRecord[]) {
	return unexpectedShape(DOING, requestId, rejected[0]?.issue);
}

/** `elsewhere`: at a client that is not in the list; `nobody`: the contact names no place at all. */
type Place =
	| { kind: 'client'; id: number }
	| { kind: 'oneOf'; ids: number[] }
	| { kind: 'site'; id: number }
	| { kind: 'elsewhere' }
	| { kind: 'nobody' };

/** Where each contact belongs; sites are read only if some contact cannot be placed without them. */
async function placesOf(
	runtime: Runtime,
	contacts: readonly Contact[],
	clients: Pick<ListRead<HaloClient>, 'rows' | 'complete'>,
): Promise<Result<Place[]>> {
	const idsByName = new Map<string, number[]>();
	for (const { id, name } of clients.rows) {
		idsByName.set(name, [...(idsByName.get(name) ?? []), id]);
	}
	const places = contacts.map((contact) => placeOf(contact, idsByName, clients.complete));
	if (places.every(({ kind }) => kind !== 'site')) {
		return { ok: true, value: places, requestId: null };
	}
	const { list, rejected } = await readSites(runtime);
	if (!list.complete || rejected.length > 0) {
		return { ok: false, failure: list.failure ?? notUnderstood(list.requestId, rejected) };
	}
	const clientBySite = new Map(list.rows.map(({ id, clientId }) => [id, clientId]));
	const value = places.map((place): Place => {
		if (place.kind !== 'site') return place;
		const id = clientBySite.get(place.id);
		return id === undefined ? { kind: 'elsewhere' } : { kind: 'client', id };
	});
	return { ok: true, value, requestId: list.requestId };
}

function placeOf(
	{ client_id: clientId, client_name: name, site_id: siteId }: Contact,
	idsByName: ReadonlyMap<string, number[]>,
	clientsAreWhole: boolean,
): Place {
	if (clientId !== null && clientId > 0) return { kind: 'client', id: clientId };
	const named = name === null ? [] : (idsByName.get(name) ?? []);
	// In a part of the list a name may look unique that is not.
	if (named.length === 1 && clientsAreWhole) return { kind: 'client', id: named[0] };
	if (name !== null && named.length === 0 && clientsAreWhole) return { kind: 'elsewhere' };
	if (siteId !== null && siteId > 0) return { kind: 'site', id: siteId };
	return name === null ? { kind: 'nobody' } : { kind: 'oneOf', ids: named };
}

/** The hosts of the mail addresses in a text, each once, in lower case. */
function mailDomains(text: string | null): string[] {
	const hosts = [...(text ?? '').matchAll(/@([^\s@;,:<>()"']+)/g)].map(([, host]) =>
		host.toLowerCase().replace(/\.+$/, ''),
	);
	return [...new Set(hosts)].filter((host) => host.includes('.'));
}

class DomainCounts {
	private readonly counts = new Map<number, Map<string, number>>();

	add(clientId: number, domains: readonly string[]): void {
		const own = this.counts.get(clientId) ?? new Map<string, number>();
		this.counts.set(clientId, own);
		for (const domain of domains) own.set(domain, (own.get(domain) ?? 0) + 1);
	}

	/** Commonest first, then by name, so that a second run gives the same. */
	byClient(): Map<number, ContactDomain[]> {
		const sorted = (own: Map<string, number>) =>
			[...own]
				.map(([domain, contacts]): ContactDomain => ({ domain, contacts }))
				.sort((a, b) => b.contacts - a.contacts || (a.domain < b.domain ? -1 : 1));
		return new Map([...this.counts].map(([id, own]) => [id, sorted(own)]));
	}
}
