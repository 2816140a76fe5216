import { z } from 'zod';

/**
 * `auto` an earlier run decided, `manual` a person; `rejected` this client it is not; `ignored` leave the customer out;
 * `create` a person wants a new client; `later` ask again after `until`; `proposed` found, not yet confirmed: decides
 * nothing.
 */
export const mappingDecisions = [
	'auto',
	'manual',
	'rejected',
	'ignored',
	'create',
	'later',
	'proposed',
] as const;

/** One row of the saved mapping (an n8n Data table): which Stellr customer is which Halo client, or is none. */
export const mappingEntrySchema = z.object({
	account: z.string().min(1),
	customerNo: z.string().min(1),
	stellrName: z.string().nullable(),
	/** Null for customers that are ignored, to be created or asked about later. */
	haloClientId: z.number().int().nullable(),
	/** For `create` the name that the new client is to have. */
	haloClientName: z.string().nullable(),
	decision: z.enum(mappingDecisions),
	/** The rung of the ladder that decided, such as `exactName`. */
	level: z.string().nullable(),
	/** Whether this product created the client or found it. */
	origin: z.enum(['imported', 'mapped']).nullable(),
	decidedBy: z.string().nullable(),
	decidedAt: z.string().nullable(),
	reason: z.string().nullable(),
	/** `yyyy-MM-dd`: a rejected, ignored or later decision holds to this day, that day included. */
	until: z.string().nullable(),
});

export type MappingEntry = z.infer<typeof mappingEntrySchema>;

export const matchLevels = [
	'saved',
	'storedKey',
	'nativeMapping',
	'microsoftTenant',
	'domain',
	'exactName',
	'normalForm',
	'suggestion',
	'none',
] as const;
export type MatchLevel = (typeof matchLevels)[number];

/** What Mapping Match puts under `match` on an item. */
export const matchSchema = z.object({
	/** `review` never leaves by Decided. */
	status: z.enum(['mapped', 'unmapped', 'ignored', 'review']),
	level: z.enum(matchLevels),
	/** 1 for decided matches, 0 for none, between for suggestions. */
	score: z.number().min(0).max(1),
	/** In words: "same name", "legal form LLC removed". */
	reasons: z.array(z.string()),
	/** Why levels disagree or a person must look. */
	conflicts: z.array(z.string()),
	/** The client, when mapped: what Halo Client Upsert needs of it without reading again. */
	client: z
		.object({
			id: z.number().int(),
			name: z.string(),
			inactive: z.boolean(),
			topLevelName: z.string().nullable(),
			stellrKeys: z.array(z.string()),
			foreignKeyText: z.string().nullable(),
			mainSiteId: z.number().int().nullable(),
			website: z.string().nullish(),
		})
		.nullable(),
	candidates: z.array(
		z.object({
			id: z.number().int(),
			name: z.string(),
			score: z.number(),
			reasons: z.array(z.string()),
		}),
	),
	/** How far the best candidate's score is ahead of the next one's; null without candidates. */
	margin: z.number().nullish(),
	/** The first candidate was found by evidence and waits for a person to confirm the account's first mapping. */
	proposed: z.boolean().nullish(),
	/** A person wants a new client of this name for the customer. */
	newClientName: z.string().nullish(),
	/** `yyyy-MM-dd`: a person said to ask about this customer after this day. */
	askAfter: z.string().nullish(),
	/** Clients that a person said this customer is not. */
	rejectedClientIds: z.array(z.number().int()).nullish(),
	/** From the saved mapping, when the entry came from there. */
	origin: z.enum(['imported', 'mapped']).nullable(),
	/** How the saved entry was decided, null when this run decided. */
	savedDecision: z.enum(mappingDecisions).nullable(),
	/** ISO time of the older of the two lists it was decided from. */
	asOf: z.string(),
});

export type Match = z.infer<typeof matchSchema>;
