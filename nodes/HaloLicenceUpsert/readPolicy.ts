import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { dayIn } from '../../core/sync/days';
import {
	defaultLicencePolicy,
	licenceKeyFields,
	type LicencePolicy,
} from '../../core/sync/licences/policy';
import { defaultGuardrails, type GuardrailPolicy } from '../../core/sync/licences/guardrailPolicy';
import { subscriptionKinds } from '../../core/stellr/schemas';
import { extraFieldsFrom, idFrom, wordsFrom } from '../shared/parameters';

/** How the node runs, beside the policy. */
export interface LicenceSettings {
	policy: LicencePolicy;
	rowsPerRequest: number;
	includeUnchanged: boolean;
}

const optionsSchema = z.object({
	distributor: z.string().default(''),
	extraFields: z.unknown().optional(),
	includeUnchanged: z.boolean().default(false),
	keyField: z.enum(licenceKeyFields).default('snowid'),
	excludeProducts: z.string().default(''),
	includeProducts: z.string().default(''),
	ownSuppliers: z.string().default(defaultLicencePolicy.ownSuppliers.join(', ')),
	prices: z.enum(['none', 'cost', 'both']).default('none'),
	rowsPerRequest: z.number().int().min(1).max(50).default(20),
	siteId: z.union([z.string(), z.number()]).default(''),
	handEdits: z.enum(['hold', 'stellr', 'keepHalo']).default('hold'),
	billingFreeze: z.boolean().default(true),
	freezeDaysBefore: z.number().int().min(0).max(15).default(1),
	freezeUntilDay: z.number().int().min(0).max(15).default(2),
	decreaseSeats: z.number().min(0).default(defaultGuardrails.decreaseSeats),
	decreasePercent: z.number().min(0).default(defaultGuardrails.decreasePercent),
	increaseSeats: z.number().min(0).default(defaultGuardrails.increaseSeats),
	increasePercent: z.number().min(0).default(defaultGuardrails.increasePercent),
	holdLastLiveRow: z.boolean().default(true),
	runRows: z.number().min(0).default(defaultGuardrails.runRows),
	runPercentOfRows: z.number().min(0).default(defaultGuardrails.runPercentOfRows),
	runPercentOfValue: z.number().min(0).default(defaultGuardrails.runPercentOfValue),
	commitmentGraceDays: z.number().min(0).default(defaultGuardrails.commitmentGraceDays),
	supplier: z.unknown().optional(),
});

/** The node's parameters, read once: they do not vary by item. */
export function readLicenceSettings(context: IExecuteFunctions): LicenceSettings {
	const kinds = z
		.array(z.enum(subscriptionKinds))
		.safeParse(context.getNodeParameter('kinds', 0, ['seat']));
	const parsed = optionsSchema.safeParse(context.getNodeParameter('options', 0, {}));
	if (!kinds.success || !parsed.success) {
		const option = parsed.success
			? 'Kinds of Lines'
			: String(parsed.error.issues[0]?.path[0] ?? 'Options');
		throw new NodeOperationError(
			context.getNode(),
			`The option "${option}" holds a value it does not know`,
			{
				description: 'Open the node, choose one of the offered values, and run it again.',
			},
		);
	}
	const options = parsed.data;
	return {
		rowsPerRequest: options.rowsPerRequest,
		includeUnchanged: options.includeUnchanged,
		policy: {
			keyField: options.keyField,
			kinds: kinds.data,
			includeProducts: wordsFrom(options.includeProducts),
			excludeProducts: wordsFrom(options.excludeProducts),
			ownSuppliers: wordsFrom(options.ownSuppliers),
			siteId: idFrom(context, 'Site ID of New Rows', options.siteId),
			supplierId: idFrom(context, 'Supplier of New Rows', options.supplier),
			distributor: options.distributor.trim() === '' ? null : options.distributor.trim(),
			prices: options.prices,
			extraFields: extraFieldsFrom(context, options.extraFields),
			guardrails: guardrailsOf(options),
			handEdits: options.handEdits,
			approved: new Set(hashesFrom(context.getNodeParameter('approvedChanges', 0, ''))),
			today: dayIn(context.getTimezone(), Date.now()),
		},
	};
}

function guardrailsOf(options: z.infer<typeof optionsSchema>): GuardrailPolicy {
	const { freezeDaysBefore, freezeUntilDay } = options;
	return {
		decreaseSeats: options.decreaseSeats,
		decreasePercent: options.decreasePercent,
		increaseSeats: options.increaseSeats,
		increasePercent: options.increasePercent,
		holdLastLiveRow: options.holdLastLiveRow,
		runRows: options.runRows,
		runPercentOfRows: options.runPercentOfRows,
		runPercentOfValue: options.runPercentOfValue,
		commitmentGraceDays: options.commitmentGraceDays,
		freeze: options.billingFreeze
			? { daysBeforeMonthEnd: freezeDaysBefore, untilDay: freezeUntilDay }
			: null,
	};
}

/** Hashes from a text with commas or spaces, or from a list; a form's choice may hold more than the hash. */
function hashesFrom(value: unknown): string[] {
	const texts = Array.isArray(value) ? value.map(String) : [String(value ?? '')];
	return texts.flatMap((text) => text.match(/\b[0-9a-f]{16}\b/g) ?? []);
}
