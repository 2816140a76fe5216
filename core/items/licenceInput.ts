import { z } from 'zod';

import type { StellrSubscription } from '../stellr/schemas';
import { subscriptionItemSchema } from '../stellr/subscriptionItem';
import type { CustomerLines } from '../sync/licences/customerLines';
import { licencesSeenSchema, type LicencesSeen } from '../sync/licences/licencesSeen';
import { savedLicenceSchema, type SavedLicence } from '../sync/licences/savedState';
import { planItemSchema, type PlanItem } from '../sync/planItem';
import { notUnderstood, type NotUnderstood } from './notUnderstood';

/** What an item on Halo Licence Upsert's first input can be. */
export type LicenceInput =
	| { kind: 'customer'; lines: CustomerLines; readAt: string | null; requestId: string | null }
	/** One item per subscription: then nothing can be judged as missing. */
	| { kind: 'subscription'; lines: CustomerLines; readAt: string | null }
	| { kind: 'planItem'; planned: PlannedLicence }
	/** A customer whose subscriptions were not read. */
	| {
			kind: 'notRead';
			name: string;
			hasClient: boolean;
			/** A person said that it is not to be imported. */
			ignored: boolean;
			customer: { account: string; customerNo: string; name: string | null };
	  }
	/** Something that an earlier node put on its own Needs Attention. */
	| { kind: 'issue' }
	| NotUnderstood;

/** A plan item as an earlier node put it out, with what Apply says about it. */
export interface PlannedLicence {
	plan: PlanItem;
	customer: { account: string; customerNo: string; name: string | null };
	haloClientId: number | null;
	haloClientName: string | null;
	subscription: StellrSubscription | null;
	savedState: boolean;
	/** ISO time of the oldest list it was planned from. */
	asOf: string | null;
	licencesSeen: LicencesSeen | null;
	/** What Saved State knew of the row when it was planned. */
	remembered: SavedLicence | null;
}

const matchFacts = z
	.object({
		status: z.string().nullish(),
		client: z.object({ inactive: z.boolean(), stellrKeys: z.array(z.string()) }).nullish(),
	})
	.optional();

const customerFacts = z.object({
	account: z.string().min(1),
	customerNo: z.union([z.string().min(1), z.number()]).transform(String),
	name: z.string().nullish(),
	haloClientId: z.number().int().nullish(),
	haloClientName: z.string().nullish(),
	match: matchFacts,
	subscriptionsReadAt: z.string().nullish(),
	subscriptionsRequestId: z.string().nullish(),
});

const customerSchema = customerFacts.extend({
	subscriptions: z.array(subscriptionItemSchema),
	complete: z.boolean().default(false),
	unreadable: z.array(z.string()).default([]),
	subscriptionsFrom: z.enum(['ownList', 'resellerList']).nullish(),
});

const plannedSchema = z.object({
	plan: planItemSchema,
	customer: z.object({
		account: z.string(),
		customerNo: z.string(),
		name: z.string().nullable(),
	}),
	haloClientId: z.number().int().nullable(),
	haloClientName: z.string().nullable(),
	subscription: subscriptionItemSchema.nullable(),
	savedState: z.boolean().default(false),
	asOf: z.string().nullable().default(null),
	licencesSeen: licencesSeenSchema.nullable().catch(null).default(null),
	remembered: savedLicenceSchema.nullable().catch(null).default(null),
});

/** Reads one input item; what fits nothing says which field and what was seen there. */
export function readLicenceInput(json: Record<string, unknown>): LicenceInput {
	if ('issue' in json) return { kind: 'issue' };
	if (targetOf(json) === 'licence') {
		const parsed = plannedSchema.safeParse(json);
		return parsed.success
			? { kind: 'planItem', planned: parsed.data }
			: notUnderstood(parsed.error, json);
	}
	if ('subscriptionId' in json && !('subscriptions' in json)) {
		const line = subscriptionItemSchema.safeParse(json);
		if (!line.success) return notUnderstood(line.error, json);
		const facts = customerFacts.safeParse({ ...json, name: json.customerName ?? null });
		if (!facts.success) return notUnderstood(facts.error, json);
		const lines = linesOf({
			...facts.data,
			subscriptions: [line.data],
			complete: false,
			// A single line says so of the list that it is from; without a word of it there was no list to come short.
			cameShort: json.complete === false,
			unreadable: [],
		});
		return { kind: 'subscription', lines, readAt: facts.data.subscriptionsReadAt ?? null };
	}
	if (!('subscriptions' in json)) {
		const facts = customerFacts.safeParse(json);
		if (!facts.success) return notUnderstood(facts.error, json);
		const { account, customerNo, name = null, haloClientId, match } = facts.data;
		return {
			kind: 'notRead',
			name: name ?? customerNo,
			hasClient: typeof haloClientId === 'number',
			ignored: match?.status === 'ignored',
			customer: { account, customerNo, name },
		};
	}
	const parsed = customerSchema.safeParse(json);
	if (!parsed.success) return notUnderstood(parsed.error, json);
	return {
		kind: 'customer',
		lines: linesOf({ ...parsed.data, cameShort: !parsed.data.complete }),
		readAt: parsed.data.subscriptionsReadAt ?? null,
		requestId: parsed.data.subscriptionsRequestId ?? null,
	};
}

function linesOf(item: z.infer<typeof customerSchema> & { cameShort: boolean }): CustomerLines {
	return {
		account: item.account,
		customerNo: item.customerNo,
		name: item.name ?? null,
		haloClientId: item.haloClientId ?? null,
		haloClientName: item.haloClientName ?? null,
		haloClientInactive: item.match?.client?.inactive ?? false,
		clientKeys: item.match?.client?.stellrKeys ?? [],
		inReview: item.match?.status === 'review',
		subscriptions: item.subscriptions,
		complete: item.complete,
		cameShort: item.cameShort,
		...(item.subscriptionsFrom === 'resellerList' ? { fromResellerList: true } : {}),
		unreadable: item.unreadable,
	};
}

function targetOf(json: Record<string, unknown>): unknown {
	const { plan } = json;
	return typeof plan === 'object' && plan !== null && 'target' in plan ? plan.target : null;
}
