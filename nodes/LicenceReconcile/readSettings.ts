import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { defaultReconcilePolicy, type ReconcilePolicy } from '../../core/reconcile/input';
import { foldPeriod } from '../../core/reconcile/invoicePeriod';
import type { NoticeRule, RenewalPolicy } from '../../core/reconcile/renewals';
import { subscriptionKinds } from '../../core/stellr/schemas';
import { dayIn } from '../../core/sync/days';
import { licenceKeyFields } from '../../core/sync/licences/policy';
import { parameterWords } from '../../core/words/parameterWords';
import { parameterError } from '../shared/parameterError';
import { wordsFrom } from '../shared/parameters';
import { parameters } from './parameters';

const count = z.number().int().min(0);

const common = {
	excludeProducts: z.string().default(''),
	includeProducts: z.string().default(''),
	reportTitle: z.string().default(''),
};

const compareSchema = z.object({
	...common,
	invoiceCurrency: z.string().default(''),
	byHandDays: count.default(defaultReconcilePolicy.byHandDays),
	graceDays: count.default(defaultReconcilePolicy.graceDays),
	includeInSync: z.boolean().default(false),
	invoicePeriods: z.string().default(''),
	keyField: z.enum(licenceKeyFields).default(defaultReconcilePolicy.keyField),
	minimum: z.enum(['link', 'line']).default(defaultReconcilePolicy.minimum),
	ownSuppliers: z.string().default(defaultReconcilePolicy.ownSuppliers.join(', ')),
	linkedQuantity: z.enum(['counted', 'shown']).default(defaultReconcilePolicy.linkedQuantity),
	historyLines: count.max(500).default(20),
});

const renewalsSchema = z.object({
	...common,
	includeMonthly: z.boolean().default(false),
	noticeDays: z.string().default(''),
});

const kindsSchema = z.object({ kinds: z.array(z.enum(subscriptionKinds)) });
const daysSchema = z.object({ days: count });

export interface CompareSettings {
	policy: ReconcilePolicy;
	includeInSync: boolean;
	historyLines: number;
	report: boolean;
	reportTitle: string | null;
}

export interface RenewalSettings {
	policy: RenewalPolicy;
	report: boolean;
	reportTitle: string | null;
}

/** The node's parameters, read once: they do not vary by item. */
export function readCompareSettings(context: IExecuteFunctions): CompareSettings {
	const options = parsed(context, compareSchema, context.getNodeParameter('options', 0, {}));
	return {
		includeInSync: options.includeInSync,
		historyLines: options.historyLines,
		report: context.getNodeParameter('report', 0, true) === true,
		reportTitle: orNull(options.reportTitle),
		policy: {
			keyField: options.keyField,
			...readKinds(context),
			includeProducts: wordsFrom(options.includeProducts),
			excludeProducts: wordsFrom(options.excludeProducts),
			ownSuppliers: wordsFrom(options.ownSuppliers),
			today: dayIn(context.getTimezone(), Date.now()),
			timeZone: context.getTimezone(),
			graceDays: options.graceDays,
			linkedQuantity: options.linkedQuantity,
			minimum: options.minimum,
			periods: new Map(
				numbersBy(context, 'Invoice Periods', options.invoicePeriods).map(([word, months]) => [
					foldPeriod(word),
					months,
				]),
			),
			invoiceCurrency: currencyFrom(context, options.invoiceCurrency),
			byHandDays: options.byHandDays,
		},
	};
}

export function readRenewalSettings(context: IExecuteFunctions): RenewalSettings {
	const options = parsed(
		context,
		renewalsSchema,
		context.getNodeParameter('renewalOptions', 0, {}),
	);
	const notice = numbersBy(context, 'Notice Days', options.noticeDays);
	return {
		report: context.getNodeParameter('report', 0, true) === true,
		reportTitle: orNull(options.reportTitle),
		policy: {
			...readKinds(context),
			includeProducts: wordsFrom(options.includeProducts),
			excludeProducts: wordsFrom(options.excludeProducts),
			today: dayIn(context.getTimezone(), Date.now()),
			...parsed(context, daysSchema, { days: context.getNodeParameter('days', 0, 90) }),
			includeMonthly: options.includeMonthly,
			notice: notice.map(([word, days]): NoticeRule => ({ word, days })),
		},
	};
}

function readKinds(context: IExecuteFunctions): z.infer<typeof kindsSchema> {
	return parsed(context, kindsSchema, { kinds: context.getNodeParameter('kinds', 0, ['seat']) });
}

function parsed<T>(
	context: IExecuteFunctions,
	schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	value: unknown,
): T {
	const read = schema.safeParse(value);
	if (read.success) return read.data;
	const name = String(read.error.issues[0]?.path[0] ?? 'options');
	throw parameterError(context.getNode(), parameterWords.unknownValue(labelOf(name)));
}

/** What the form calls a parameter or an option. */
function labelOf(name: string): string {
	const all = [...parameters, ...parameters.flatMap(({ options = [] }) => options)];
	const named = all.find((one) => one.name === name);
	return named !== undefined && 'displayName' in named ? named.displayName : name;
}

/** "2=1, Season=3" as pairs of a word and a whole number. */
function numbersBy(
	context: IExecuteFunctions,
	label: string,
	text: string,
): Array<[string, number]> {
	return wordsFrom(text).map((entry) => {
		const [, word, number] = /^(.+?)\s*[=:]\s*(\d+)$/.exec(entry) ?? [];
		if (word !== undefined && number !== undefined) return [word.trim(), Number(number)];
		throw parameterError(context.getNode(), parameterWords.noNumber(label, entry));
	});
}

function currencyFrom(context: IExecuteFunctions, text: string): string | null {
	const given = orNull(text);
	if (given === null || /^[a-z]{3}$/i.test(given)) return given?.toUpperCase() ?? null;
	const label = labelOf('invoiceCurrency');
	throw parameterError(context.getNode(), parameterWords.noCurrency(label, given));
}

function orNull(text: string): string | null {
	return text.trim() === '' ? null : text.trim();
}
