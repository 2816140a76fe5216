import { z } from 'zod';

import { matchSchema } from '../matching/schemas';
import { stellrCustomerSchema } from '../stellr/schemas';
import { subscriptionItemSchema } from '../stellr/subscriptionItem';
import type { CustomerToPlan } from '../sync/clients/plan';
import { planItemSchema, type PlanItem } from '../sync/planItem';
import { notUnderstood, type NotUnderstood } from './notUnderstood';

/** What an item on Halo Client Upsert's input can be. */
export type ClientInput =
	| {
			kind: 'customer';
			customer: CustomerToPlan;
			plan: PlanItem | null;
			addressPlan: PlanItem | null;
	  }
	/** Something that an earlier node put on its own Needs Attention. */
	| { kind: 'issue' }
	| NotUnderstood;

const schema = stellrCustomerSchema.extend({
	match: matchSchema,
	subscriptions: z.array(subscriptionItemSchema).optional(),
	complete: z.boolean().optional(),
	plan: planItemSchema.optional(),
	addressPlan: planItemSchema.nullish(),
});

/** Reads one input item: a matched customer, with the plan of an earlier node when there is one. */
export function readClientInput(json: Record<string, unknown>): ClientInput {
	if ('issue' in json) return { kind: 'issue' };
	const parsed = schema.safeParse(json);
	if (!parsed.success) return notUnderstood(parsed.error, json);
	const { match, subscriptions, complete, plan, addressPlan, ...customer } = parsed.data;
	return {
		kind: 'customer',
		customer: {
			customer,
			match,
			subscriptions: subscriptions ?? null,
			complete: complete ?? false,
		},
		plan: plan?.target === 'client' ? plan : null,
		addressPlan: addressPlan ?? null,
	};
}
