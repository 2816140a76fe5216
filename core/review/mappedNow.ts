import type { MappingEntry } from '../matching';
import type { StellrCustomer } from '../stellr/schemas';
import { customerKey } from '../sync/stellrKeys';
import type { MatchedCustomer } from './editLists';
import { rowsAbout, standingRows, type TableRow } from './tableRow';

/** "Acorn Construction (us/100482)". */
export function nameOfCustomer(
	customer: Pick<StellrCustomer, 'account' | 'customerNo' | 'name'>,
): string {
	const key = customerKey(customer);
	return customer.name === null ? key : `${customer.name} (${key})`;
}

/** "Acorn Construction (55)". */
export function nameOfClient(client: { id: number; name: string | null }): string {
	return client.name === null ? `Halo client ${client.id}` : `${client.name} (${client.id})`;
}

/** How a customer is mapped at present, in a few words. */
export function mappedNow(matched: MatchedCustomer, rows: readonly TableRow[]): string {
	const { match } = matched;
	const saved = standingRows(rowsAbout(rows, matched.customer)).flatMap(({ entry }) => entry ?? []);
	switch (match.status) {
		case 'mapped': {
			if (match.client === null) return 'mapped';
			const inactive = match.client.inactive ? ', inactive' : '';
			return `mapped to ${nameOfClient(match.client)}${inactive}, ${howMapped(matched)}`;
		}
		case 'ignored':
			return saved.some(({ decision }) => decision === 'ignored')
				? 'never imported'
				: `left out: ${match.reasons[0] ?? 'no reason came with it'}`;
		case 'review': {
			if (saved.some(({ decision }) => decision === 'later')) return 'to be asked about later';
			const proposal = match.proposed === true ? match.candidates.at(0) : undefined;
			return proposal === undefined
				? 'not decided yet'
				: `not decided yet, proposed: ${nameOfClient(proposal)}`;
		}
		case 'unmapped': {
			const wanted = saved.find(({ decision }) => decision === 'create');
			return wanted === undefined
				? 'has no client'
				: `a new client is wanted${wanted.haloClientName === null ? '' : `: ${wanted.haloClientName}`}`;
		}
	}
}

function howMapped({ match }: MatchedCustomer): string {
	if (match.level !== 'saved') return match.reasons[0] ?? 'found by this run';
	return match.savedDecision === 'manual' ? 'chosen by a person' : 'by an earlier run';
}

const DECISION_WORDS: Record<MappingEntry['decision'], string> = {
	auto: 'mapped by an earlier run',
	manual: 'mapped by a person',
	rejected: 'is not this client',
	ignored: 'never imported',
	create: 'a new client is wanted',
	later: 'to be asked about later',
	proposed: 'proposed, not yet confirmed',
};

/** A saved row as a person reads it: "mapped by a person: Acorn (55), by anna@msp.example on 2026-05-02 (sister firm)". */
export function savedRowText({ entry, id, message }: TableRow): string {
	if (entry === null) return `row ${id ?? ''} of the Data table cannot be read: ${message ?? ''}`;
	const { decision, haloClientId, haloClientName, decidedBy, decidedAt, reason, until } = entry;
	const client =
		haloClientId !== null
			? `: ${nameOfClient({ id: haloClientId, name: haloClientName })}`
			: haloClientName === null
				? ''
				: `: ${haloClientName}`;
	const by = decidedBy === null ? '' : `, by ${decidedBy}`;
	const on = decidedAt === null ? '' : ` on ${decidedAt.slice(0, 10)}`;
	const end = until === null ? '' : ` until ${until}`;
	const because = reason === null ? '' : ` (${reason})`;
	return `${DECISION_WORDS[decision]}${client}${end}${by}${on}${because}`;
}
