import type { HaloClient } from '../halo/schemas';
import type { MatchContext } from './context';
import type { CustomerFacts } from './facts';
import type { RungLevel } from './options';
import type { MappingEntry } from './schemas';

/** A client that may be the customer, for a person to choose from. */
export interface Candidate {
	client: HaloClient;
	/** 0 to 1. */
	score: number;
	reasons: string[];
}

/** What one rung says about one customer. */
export type Finding =
	| {
			kind: 'nothing';
			/** What was seen all the same, shown when no rung finds a client. */
			notes: string[];
	  }
	| {
			kind: 'found';
			client: HaloClient;
			reasons: string[];
			/** The saved entry it comes from; a manual one is a person's word and beats every other rung. */
			entry?: MappingEntry;
	  }
	| {
			/** It points at these and cannot tell which; together with what another rung says it may. */
			kind: 'among';
			/** Why it cannot tell. */
			why: string;
			candidates: Candidate[];
	  }
	| {
			kind: 'doubt';
			/** Why a person must look. */
			why: string;
			candidates: Candidate[];
			/** Too little to speak against what another rung found. */
			isWeak?: boolean;
	  };

/** What a rung looks at. Two rungs that look at the same thing do not confirm each other. */
export type EvidenceKind = 'saved' | 'key' | 'native' | 'tenant' | 'domain' | 'name';

export interface Rung {
	level: RungLevel;
	evidence: EvidenceKind;
	/**
	 * What the rung rests on. A record was written on purpose: its doubts always go to a person. A comparison of lists
	 * decides only when both lists are whole, and its doubts give way to a stronger rung that found the client.
	 */
	restsOn: 'record' | 'comparison';
	/** A rung before it that, where it found a client, leaves this one nothing to add. */
	silentAfter?: RungLevel;
	/** Makes the look-ups once, then answers for each customer. */
	prepare: (context: MatchContext) => (customer: CustomerFacts) => Finding;
}

const NOTHING: Finding = { kind: 'nothing', notes: [] };

export function nothing(...notes: string[]): Finding {
	return notes.length === 0 ? NOTHING : { kind: 'nothing', notes };
}
