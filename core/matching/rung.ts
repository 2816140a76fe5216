import type { HaloClient } from '../halo/schemas';
import type { StellrCustomer } from '../stellr/schemas';
import type { MatchContext } from './context';
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
			kind: 'doubt';
			/** Why a person must look. */
			why: string;
			candidates: Candidate[];
	  };

export interface Rung {
	level: RungLevel;
	/**
	 * What the rung rests on. A record was written on purpose: its doubts always go to a person. A comparison of lists
	 * decides only when both lists are whole, and its doubts give way to a stronger rung that found the client.
	 */
	restsOn: 'record' | 'comparison';
	/** Makes the look-ups once, then answers for each customer. */
	prepare: (context: MatchContext) => (customer: StellrCustomer) => Finding;
}

export function nothing(...notes: string[]): Finding {
	return { kind: 'nothing', notes };
}
