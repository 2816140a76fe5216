import type { MatchContext } from './context';
import type { CustomerFacts } from './facts';
import { notesOn } from './holders';
import type { Candidate } from './rung';
import { suggestionIndex, type SuggestionIndex } from './suggest/suggestionIndex';

/** Gives near clients for a person to choose from. The index is made when the first customer needs it. */
export function suggester(context: MatchContext): (customer: CustomerFacts) => Candidate[] {
	if (!context.settings.isOn('suggestion')) return () => [];
	let index: SuggestionIndex | null = null;
	return (facts) => {
		index ??= suggestionIndex(
			context.clients.map(({ client, isLive, domains, contactDomain }) => ({
				id: client.id,
				name: client.name,
				inactive: !isLive,
				domains: contactDomain === null ? domains : [...domains, contactDomain],
			})),
		);
		const { customer, domains } = facts;
		const rejected = context.saved.rejectedIds(customer);
		return index
			.suggest({ name: customer.name, domains }, rejected)
			.flatMap(({ clientId, score, reasons }) => {
				const found = context.clientById.get(clientId);
				if (found === undefined) return [];
				return [{ client: found.client, score, reasons: [...reasons, ...notesOn(found)] }];
			});
	};
}
