import { customerKey } from '../sync/stellrKeys';
import { review, type Decided, type DecideWith, type Finder } from './decide';
import type { ClientFacts } from './facts';
import { named } from './holders';
import { isNamedLike } from './namedLike';
import type { Match } from './schemas';

/**
 * A client may belong to several customers, but one that has a customer does not get another by domain or tenant
 * alone: a sister firm shares those and has a name of its own. Such a customer is left to a person.
 */
export function askAboutStrangers(decided: Decided[], find: Finder, run: DecideWith): void {
	for (const [id, sharers] of sharersByClient(decided)) {
		const client = run.context.clientById.get(id);
		if (client === undefined) continue;
		const strangers = sharers.filter(
			({ facts, decision }) =>
				WITHOUT_NAME.has(decision.match.level) && !isNamedLike(facts, client),
		);
		const whys = new Map(strangers.map((entry) => [entry, whyAsked(entry, sharers, client)]));
		for (const entry of strangers) {
			entry.decision = review(entry.facts, find(entry.facts), [whys.get(entry) ?? ''], run);
		}
	}
}

/** All customers of each client that has several. */
function sharersByClient(decided: readonly Decided[]): Map<number, Decided[]> {
	const first = new Map<number, Decided>();
	const shared = new Map<number, Decided[]>();
	for (const entry of decided) {
		const id = entry.decision.client?.id;
		if (id === undefined) continue;
		const before = first.get(id);
		if (before === undefined) first.set(id, entry);
		else shared.set(id, [...(shared.get(id) ?? [before]), entry]);
	}
	return shared;
}

const WITHOUT_NAME: ReadonlySet<Match['level']> = new Set(['domain', 'microsoftTenant']);

function whyAsked(
	{ facts, decision }: Decided,
	sharers: Decided[],
	{ client }: ClientFacts,
): string {
	const others = sharers.filter((sharer) => sharer.facts !== facts);
	const keys = others.map((sharer) => customerKey(sharer.facts.customer)).sort();
	const more = keys.length > 1 ? ` and ${keys.length - 1} more` : '';
	return `Halo client ${named(client)} was found for this customer (${decision.match.reasons[0]}), but also belongs to Stellr customer ${keys[0]}${more}, and this customer has another name.`;
}
