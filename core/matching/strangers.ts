import { customerKey, foldKey } from '../sync/stellrKeys';
import { review, type Decided, type DecideWith, type Finder } from './decide';
import type { ClientFacts } from './facts';
import { named } from './holders';
import { isNamedLike } from './namedLike';
import type { Match } from './schemas';

/**
 * What was found by domain or tenant alone, for a customer whose name is not the client's: a sister firm shares those
 * and has a name of its own. It is left to a person when the client belongs to another customer already, or when
 * another client is called nearly like this customer.
 */
export function askAboutStrangers(decided: Decided[], find: Finder, run: DecideWith): void {
	const strangers: Array<{ entry: Decided; client: ClientFacts }> = [];
	for (const entry of decided) {
		const client = strangerTo(entry, run);
		if (client !== null) strangers.push({ entry, client });
	}
	if (strangers.length === 0) return;
	const shared = sharersByClient(decided, new Set(strangers.map(({ client }) => client.client.id)));
	const asked = strangers.flatMap(({ entry, client }) => {
		const why = whyAsked(entry, client, shared, run);
		return why === null ? [] : [{ entry, why }];
	});
	for (const { entry, why } of asked) {
		entry.decision = review(entry.facts, find(entry.facts), [why], run);
	}
}

const WITHOUT_NAME: ReadonlySet<Match['level']> = new Set(['domain', 'microsoftTenant']);

/** The client that was found without any likeness of names; null for all others. */
function strangerTo({ facts, decision }: Decided, run: DecideWith): ClientFacts | null {
	if (decision.client === null || !WITHOUT_NAME.has(decision.match.level)) return null;
	const client = run.context.clientById.get(decision.client.id);
	return client === undefined || isNamedLike(facts, client) ? null : client;
}

function whyAsked(
	entry: Decided,
	client: ClientFacts,
	shared: ReadonlyMap<number, Decided[]>,
	run: DecideWith,
): string | null {
	const { facts, decision } = entry;
	const found = `Halo client ${named(client.client)} was found for this customer (${decision.match.reasons[0]})`;
	const owners = ownersOf(entry, client, shared);
	if (owners.length > 0) {
		const more = owners.length > 1 ? ` and ${owners.length - 1} more` : '';
		return `${found}, but also belongs to Stellr customer ${owners[0]}${more}, and this customer has another name.`;
	}
	if (facts.reading === null || facts.reading.domain !== null) return null;
	const near = run.suggest(facts).find((other) => other.client.id !== client.client.id);
	return near !== undefined && near.score >= CALLED_NEARLY
		? `${found}, but Halo client ${named(near.client)} is called nearly like it: ${near.reasons[0]}.`
		: null;
}

/** From here on a suggestion says that two names belong together. */
const CALLED_NEARLY = 0.78;

/** Customers that have the client already: in this run, by a key that it carries, or in Halo's own module. */
function ownersOf(
	{ facts }: Decided,
	{ client }: ClientFacts,
	shared: ReadonlyMap<number, Decided[]>,
): string[] {
	const others = (shared.get(client.id) ?? []).filter((sharer) => sharer.facts !== facts);
	const keys = client.stellrKeys.filter((key) => foldKey(key) !== facts.key);
	const native = (client.nativeMappings ?? [])
		.map(({ customerNo }) => customerNo)
		.filter((customerNo) => customerNo !== facts.customer.customerNo.trim());
	return [
		...new Set([
			...others.map((sharer) => customerKey(sharer.facts.customer)).sort(),
			...keys,
			...native,
		]),
	];
}

/** All customers of each of these clients. */
function sharersByClient(
	decided: readonly Decided[],
	clientIds: ReadonlySet<number>,
): Map<number, Decided[]> {
	const shared = new Map<number, Decided[]>();
	for (const entry of decided) {
		const id = entry.decision.client?.id;
		if (id === undefined || !clientIds.has(id)) continue;
		const known = shared.get(id);
		if (known === undefined) shared.set(id, [entry]);
		else known.push(entry);
	}
	return shared;
}
