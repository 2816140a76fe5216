import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { dayIn } from '../../core/sync/days';
import {
	defaultLicencePolicy,
	licenceKeyFields,
	type LicencePolicy,
} from '../../core/sync/licences/policy';
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
			today: dayIn(context.getTimezone(), Date.now()),
		},
	};
}
