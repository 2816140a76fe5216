import Ajv from 'ajv';

import type { DescribedOutputs } from '../../tools/schemas/render';
import type { JsonSchema } from '../../tools/schemas/jsonSchema';

/** What is wrong with an item of one output; null when it has one of the described forms and no field beside them. */
export function complaintAbout(
	item: object,
	forms: DescribedOutputs['outputs'][number],
): string | null {
	if (forms.length === 0) return 'this output is said to be never used';
	const complaints = forms.map((form) => {
		const fits = compiled(form);
		if (fits(item)) return null;
		return (fits.errors ?? [])
			.map(({ dataPath, message, params }) => `${dataPath} ${message} ${JSON.stringify(params)}`)
			.join('; ');
	});
	return complaints.includes(null) ? null : complaints[0];
}

const ajv = new Ajv({ allErrors: true, nullable: true });
const known = new WeakMap<JsonSchema, Ajv.ValidateFunction>();

function compiled(form: JsonSchema): Ajv.ValidateFunction {
	const fits = known.get(form) ?? ajv.compile(strict(form));
	known.set(form, fits);
	return fits;
}

/** Open only where the description says so: a field that nobody described is found. */
function strict(schema: JsonSchema): JsonSchema {
	const { items, properties, additionalProperties, ...rest } = schema;
	return {
		...rest,
		...(items === undefined ? {} : { items: strict(items) }),
		...(properties === undefined
			? {}
			: {
					properties: Object.fromEntries(
						Object.entries(properties).map(([name, field]) => [name, strict(field)]),
					),
					additionalProperties: additionalProperties ?? false,
				}),
	};
}

/** Dotted paths of all fields that a schema names; those of lists have their items' fields below them. */
export function fieldsOf(schema: JsonSchema, path: string[] = []): string[] {
	if (schema.items !== undefined) return fieldsOf(schema.items, path);
	return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
		[...path, name].join('.'),
		...fieldsOf(field, [...path, name]),
	]);
}

/** Dotted paths of all fields that an item has. */
export function fieldsSeenIn(value: unknown, path: string[] = []): string[] {
	if (Array.isArray(value)) return value.flatMap((entry) => fieldsSeenIn(entry, path));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, field]) => [
		[...path, name].join('.'),
		...fieldsSeenIn(field, [...path, name]),
	]);
}
