import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { approvedHashes } from '../../core/sync/approvedHashes';
import { USUAL_BATCH, type BatchSize } from '../../core/sync/batchSize';
import { dayIn } from '../../core/sync/days';
import {
	defaultLicencePolicy,
	licenceKeyFields,
	type LicencePolicy,
} from '../../core/sync/licences/policy';
import { defaultGuardrails, type GuardrailPolicy } from '../../core/sync/licences/guardrailPolicy';
import { defaultLicenceOwners, ownedFields } from '../../core/sync/licences/owners';
import { subscriptionKinds } from '../../core/stellr/schemas';
import { parameterWords } from '../../core/words/parameterWords';
import { parameterError } from '../shared/parameterError';
import { extraFieldsFrom, idFrom, wordsFrom } from '../shared/parameters';
import type { LicencesToRead } from './readSnapshot';

/** How the node runs, beside the policy. */
export interface LicenceSettings {
	policy: LicencePolicy;
	batchSize: BatchSize;
	includeUnchanged: boolean;
	licencesToRead: LicencesToRead;
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
	readLicences: z.enum(['automatic', 'all', 'clients']).default('automatic'),
	rowsPerRequest: z.number().int().min(1).max(50).optional(),
	siteId: z.union([z.string(), z.number()]).default(''),
	supplier: z.unknown().optional(),
});

const bound = z.number().min(0).optional();
const guardrailSchema = z.object({
	handEdits: z.enum(['hold', 'stellr', 'keepHalo']).optional(),
	billingFreeze: z.boolean().optional(),
	freezeDaysBefore: z.number().int().min(0).max(15).optional(),
	freezeUntilDay: z.number().int().min(0).max(15).optional(),
	decreaseSeats: bound,
	decreasePercent: bound,
	increaseSeats: bound,
	increasePercent: bound,
	holdLastLiveRow: z.boolean().optional(),
	runRows: bound,
	runPercentOfRows: bound,
	runPercentOfValue: bound,
	commitmentGraceDays: bound,
});

const parametersSchema = z.object({
	kinds: z.array(z.enum(subscriptionKinds)),
	options: optionsSchema,
	guardrails: guardrailSchema,
	owners: z.record(z.enum(ownedFields), z.enum(['stellr', 'halo', 'fillIfEmpty'])),
});

/** The node's parameters, read once: they do not vary by item. */
export function readLicenceSettings(context: IExecuteFunctions): LicenceSettings {
	const parsed = parametersSchema.safeParse({
		kinds: context.getNodeParameter('kinds', 0, ['seat']),
		options: context.getNodeParameter('options', 0, {}),
		guardrails: context.getNodeParameter('guardrails', 0, {}),
		owners: context.getNodeParameter('owners', 0, {}),
	});
	if (!parsed.success) {
		const parameter = String(parsed.error.issues[0]?.path.slice(-1)[0] ?? 'a parameter');
		throw parameterError(context.getNode(), parameterWords.unknownOption(parameter));
	}
	const { kinds, options, guardrails, owners } = parsed.data;
	return {
		batchSize:
			options.rowsPerRequest === undefined
				? USUAL_BATCH
				: { rowsPerRequest: options.rowsPerRequest },
		includeUnchanged: options.includeUnchanged,
		licencesToRead: options.readLicences,
		policy: {
			keyField: options.keyField,
			kinds,
			includeProducts: wordsFrom(options.includeProducts),
			excludeProducts: wordsFrom(options.excludeProducts),
			ownSuppliers: wordsFrom(options.ownSuppliers),
			siteId: idFrom(context, 'Site ID of New Rows', options.siteId),
			supplierId: idFrom(context, 'Supplier of New Rows', options.supplier),
			distributor: options.distributor.trim() === '' ? null : options.distributor.trim(),
			prices: options.prices,
			extraFields: extraFieldsFrom(context, options.extraFields),
			owners: { ...defaultLicenceOwners, ...owners },
			guardrails: guardrailsOf(guardrails),
			handEdits: guardrails.handEdits ?? defaultLicencePolicy.handEdits,
			approved: new Set(approvedHashes(context.getNodeParameter('approvedChanges', 0, ''))),
			today: dayIn(context.getTimezone(), Date.now()),
			timeZone: context.getTimezone(),
		},
	};
}

function guardrailsOf(given: z.infer<typeof guardrailSchema>): GuardrailPolicy {
	const { billingFreeze, freezeDaysBefore, freezeUntilDay } = given;
	const freeze =
		billingFreeze === false
			? null
			: { daysBeforeMonthEnd: freezeDaysBefore ?? 1, untilDay: freezeUntilDay ?? 2 };
	return {
		decreaseSeats: given.decreaseSeats ?? defaultGuardrails.decreaseSeats,
		decreasePercent: given.decreasePercent ?? defaultGuardrails.decreasePercent,
		increaseSeats: given.increaseSeats ?? defaultGuardrails.increaseSeats,
		increasePercent: given.increasePercent ?? defaultGuardrails.increasePercent,
		holdLastLiveRow: given.holdLastLiveRow ?? defaultGuardrails.holdLastLiveRow,
		runRows: given.runRows ?? defaultGuardrails.runRows,
		runPercentOfRows: given.runPercentOfRows ?? defaultGuardrails.runPercentOfRows,
		runPercentOfValue: given.runPercentOfValue ?? defaultGuardrails.runPercentOfValue,
		commitmentGraceDays: given.commitmentGraceDays ?? defaultGuardrails.commitmentGraceDays,
		freeze,
	};
}
