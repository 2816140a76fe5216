import type { HaloClient } from '../../halo/schemas';
import type { StellrCustomer } from '../../stellr/schemas';
import { customerKey } from '../../sync/stellrKeys';
import type { MatchContext } from '../context';
import { countriesDiffer } from '../names/countries';
import { nothing, type Candidate, type Finding } from '../rung';

/** How one rung reads names; which clients are namesakes follows from it. */
export interface NameReading {
	/** What two equal names have in common; empty for a name this rung does not judge. */
	formOf: (name: string) => string;
	/** Score of a namesake offered to a person. */
	score: number;
	/** In words, why a namesake is one. */
	reasons: (customerName: string, clientName: string) => string[];
	/** Why two equal forms may be two companies all the same; null when nothing speaks against it. */
	objection: (customerName: string, clientName: string) => string | null;
}

/** All clients and customers whose names have one form. */
interface Namesakes {
	/** Active ones first, each part by id. */
	clients: HaloClient[];
	active: HaloClient[];
	/** Keys of the customers, sorted. */
	customerKeys: string[];
}

/** Finds the client of the same name: unique on both sides, active, in no other country. */
export function findNamesakes(
	context: MatchContext,
	reading: NameReading,
): (customer: StellrCustomer) => Finding {
	const byForm = namesakesByForm(context, reading);
	return (customer) => {
		const name = customer.name;
		const namesakes = name === null ? undefined : byForm.get(reading.formOf(name));
		if (name === null || namesakes === undefined) return nothing();
		const offered = offeredTo(customer, namesakes.clients, context);
		if (offered.length === 0) {
			return nothing(`a person rejected Halo client ${quoted(namesakes.clients)}`);
		}
		const why =
			doubtAboutNumber(namesakes, offered) ??
			doubtAboutPair(customer, name, namesakes.active[0], reading);
		if (why !== null) {
			const candidates = offered
				.slice(0, MOST_OFFERED)
				.map((client) => candidate(name, client, reading));
			return { kind: 'doubt', why, candidates };
		}
		const [client] = namesakes.active;
		return { kind: 'found', client, reasons: reading.reasons(name, client.name) };
	};
}

/** More namesakes than a person would read. */
const MOST_OFFERED = 10;

function namesakesByForm(context: MatchContext, reading: NameReading): Map<string, Namesakes> {
	const byForm = new Map<string, Namesakes>();
	const clients = [...context.clients].sort((a, b) => Number(a.inactive) - Number(b.inactive));
	for (const client of clients) {
		const form = reading.formOf(client.name);
		if (form === '') continue;
		const group = byForm.get(form) ?? { clients: [], active: [], customerKeys: [] };
		group.clients.push(client);
		if (!client.inactive) group.active.push(client);
		byForm.set(form, group);
	}
	for (const customer of context.customers) {
		if (customer.name === null) continue;
		byForm.get(reading.formOf(customer.name))?.customerKeys.push(customerKey(customer));
	}
	for (const { customerKeys } of byForm.values()) customerKeys.sort();
	return byForm;
}

function offeredTo(
	customer: StellrCustomer,
	clients: HaloClient[],
	context: MatchContext,
): HaloClient[] {
	const rejected = context.saved.rejectedIds(customer);
	return rejected.size === 0 ? clients : clients.filter((client) => !rejected.has(client.id));
}

function candidate(name: string, client: HaloClient, reading: NameReading): Candidate {
	const reasons = reading.reasons(name, client.name);
	return {
		client,
		score: reading.score,
		reasons: client.inactive ? [...reasons, 'inactive in Halo'] : reasons,
	};
}

/** Why the name does not point at exactly one pair; null when it does. */
function doubtAboutNumber(
	{ active, customerKeys }: Namesakes,
	offered: HaloClient[],
): string | null {
	if (active.length === 0) {
		return offered.length > 1
			? `All Halo clients of this name, ${quoted(offered)}, are inactive.`
			: `The only Halo client of this name, ${quoted(offered)}, is inactive.`;
	}
	if (active.length > 1) {
		return `${active.length} active Halo clients have this name: ${quoted(active)}.`;
	}
	if (!offered.includes(active[0])) {
		return `A person rejected the active Halo client of this name; what is left is inactive: ${quoted(offered)}.`;
	}
	if (customerKeys.length > 1) {
		return `${customerKeys.length} Stellr customers have this name: ${shortList(customerKeys)}.`;
	}
	return null;
}

function doubtAboutPair(
	customer: StellrCustomer,
	name: string,
	client: HaloClient,
	reading: NameReading,
): string | null {
	const country = customer.address.country;
	if (countriesDiffer(country, client.country)) {
		return `Halo client ${quoted([client])} has the same name but is in ${client.country}, the Stellr customer in ${country}.`;
	}
	return reading.objection(name, client.name);
}

function quoted(clients: HaloClient[]): string {
	return shortList(clients, (client) => `"${client.name}" (${client.id})`);
}

/** Three by name, the rest by number. */
function shortList<T>(rows: T[], textOf: (row: T) => string = String): string {
	const shown = rows.slice(0, 3).map(textOf).join(', ');
	return rows.length > 3 ? `${shown} and ${rows.length - 3} more` : shown;
}
