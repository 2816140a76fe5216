import type { HaloClient } from '../../halo/schemas';
import type { MatchContext } from '../context';
import { nothing, type Candidate, type Finding, type Rung } from '../rung';
import type { MappingEntry } from '../schemas';

/** What a person or an earlier run decided, kept in the saved mapping. */
export const savedRung: Rung = {
	level: 'saved',
	evidence: 'saved',
	restsOn: 'record',
	prepare:
		(context) =>
		({ customer, key }) => {
			const unreadable = context.settings.unreadableSaved.get(key);
			if (unreadable !== undefined) return { kind: 'doubt', why: unreadable, candidates: [] };
			const decision = context.saved.of(customer);
			switch (decision.kind) {
				case 'none':
					return nothing(...decision.notes);
				// What a person wants to happen is no client: whoever weighs the findings asks for it.
				case 'ignored':
				case 'create':
				case 'later':
					return nothing();
				case 'unclear':
					return {
						kind: 'doubt',
						why: decision.why,
						candidates: decision.clientIds.flatMap((id) =>
							candidate(context.clientById.get(id)?.client),
						),
					};
				case 'mapped':
					return mappedTo(decision.clientId, decision.entry, context);
			}
		},
};

function mappedTo(clientId: number, entry: MappingEntry, context: MatchContext): Finding {
	const client = context.clientById.get(clientId)?.client;
	if (client !== undefined) {
		return { kind: 'found', client, reasons: [decidedHow(entry)], entry };
	}
	const name = entry.haloClientName === null ? '' : ` "${entry.haloClientName}"`;
	const why =
		context.settings.incomplete.length > 0
			? `The saved mapping names Halo client ${clientId}${name}, which did not come in with this list.`
			: `The saved mapping names Halo client ${clientId}${name}, which is not in Halo's list any more: was it merged into another client or deleted?`;
	return { kind: 'doubt', why, candidates: [] };
}

function candidate(client: HaloClient | undefined): Candidate[] {
	return client === undefined
		? []
		: [{ client, score: 0.99, reasons: ['named in the saved mapping'] }];
}

function decidedHow(entry: MappingEntry): string {
	const how = entry.decision === 'manual' ? 'chosen by a person' : 'mapped by an earlier run';
	return `saved mapping: ${how}${decidedBy(entry)}`;
}

/** " by ann@msp.com on 2026-11-02 (same street)", as far as the row says. */
export function decidedBy({ decidedBy: who, decidedAt, reason }: MappingEntry): string {
	const by = who === null || who === '' ? '' : ` by ${who}`;
	const on = decidedAt === null ? '' : ` on ${decidedAt.slice(0, 10)}`;
	const because = reason === null || reason === '' ? '' : ` (${reason})`;
	return `${by}${on}${because}`;
}
