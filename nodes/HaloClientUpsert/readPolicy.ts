import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { customFieldName } from '../../core/halo/clientFields';
import type { KeyField, KeyFieldChoice } from '../../core/halo/keyField';
import { defaultClientOwners, ownedClientFields } from '../../core/sync/clients/owners';
import type { ClientPolicy, TopLevelChoice } from '../../core/sync/clients/policy';
import { approvedHashes } from '../../core/sync/approvedHashes';
import { USUAL_BATCH, type BatchSize } from '../../core/sync/batchSize';
import { dayIn } from '../../core/sync/days';
import { foldKey } from '../../core/sync/stellrKeys';
import { parameterWords } from '../../core/words/parameterWords';
import { keyFieldChoice } from '../shared/haloKeyField';
import { parameterError } from '../shared/parameterError';
import { extraFieldsFrom, idFrom } from '../shared/parameters';

export interface ClientSettings {
	policy: ClientPolicy;
	/** As the user chose it; asked of Halo only when its id is needed. */
	keyChoice: KeyFieldChoice | null;
	batchSize: BatchSize;
}

const parametersSchema = z.object({
	createMissing: z.enum(['off', 'approval', 'on']),
	updateAddress: z.enum(['never', 'imported', 'all']),
	properNames: z.object({
		names: z.array(z.object({ customerNo: z.string(), clientName: z.string() })).default([]),
	}),
	owners: z.record(z.enum(ownedClientFields), z.enum(['stellr', 'halo', 'fillIfEmpty'])),
	options: z.object({
		cityLine: z.enum(['line2', 'line3', 'line4']).default('line3'),
		extraFields: z.unknown().optional(),
		rowsPerRequest: z.number().int().min(1).max(50).optional(),
		sendCountry: z.boolean().default(false),
		stateLine: z.enum(['line3', 'line4', 'none']).default('line4'),
	}),
});

/** The node's parameters, read once: they do not vary by item. */
export function readClientSettings(context: IExecuteFunctions): ClientSettings {
	const parsed = parametersSchema.safeParse({
		createMissing: context.getNodeParameter('createMissing', 0, 'off'),
		updateAddress: context.getNodeParameter('updateAddress', 0, 'never'),
		properNames: context.getNodeParameter('properNames', 0, {}),
		owners: context.getNodeParameter('owners', 0, {}),
		options: context.getNodeParameter('options', 0, {}),
	});
	if (!parsed.success) {
		const parameter = parsed.error.issues[0]?.path.join('.') ?? 'a parameter';
		throw parameterError(context.getNode(), parameterWords.unknownValue(parameter));
	}
	const { createMissing, updateAddress, properNames, owners, options } = parsed.data;
	const keyChoice = keyFieldChoice(context, 0);
	return {
		keyChoice,
		batchSize:
			options.rowsPerRequest === undefined
				? USUAL_BATCH
				: { rowsPerRequest: options.rowsPerRequest },
		policy: {
			createMissing,
			updateAddress,
			owners: { ...defaultClientOwners, ...owners },
			keyField: keyChoice === null ? null : withoutAsking(keyChoice),
			topLevel: chosenTopLevel(context, createMissing),
			properNames: new Map(
				properNames.names.map(({ customerNo, clientName }) => [foldKey(customerNo), clientName]),
			),
			extraFields: extraFieldsFrom(context, options.extraFields),
			cityLine: options.cityLine,
			stateLine: options.stateLine,
			sendCountry: options.sendCountry,
			approved: new Set(approvedHashes(context.getNodeParameter('approvedChanges', 0, ''))),
			today: dayIn(context.getTimezone(), Date.now()),
		},
	};
}

function chosenTopLevel(context: IExecuteFunctions, createMissing: string): TopLevelChoice {
	if (createMissing === 'off') return { kind: 'notRead' };
	const locator: unknown = context.getNodeParameter('topLevel', 0, '');
	const id = idFrom(context, 'Top Level', locator);
	if (id === null) return { kind: 'notRead' };
	const name =
		typeof locator === 'object' && locator !== null && 'cachedResultName' in locator
			? locator.cachedResultName
			: null;
	return {
		kind: 'chosen',
		id,
		name: typeof name === 'string' && name !== '' ? name : `top level ${id}`,
	};
}

function withoutAsking(choice: KeyFieldChoice): KeyField {
	if (choice.kind !== 'customField') return { kind: choice.kind };
	return { kind: 'customField', id: choice.id ?? null, name: customFieldName(choice.name) };
}
