import ts from 'typescript';

/**
 * The part of JSON Schema that n8n's editor understands. It shows one type a field, so that "or null" stands beside the
 * type and not in a list with it.
 */
export interface JsonSchema {
	type?: 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';
	nullable?: true;
	enum?: Array<string | null>;
	items?: JsonSchema;
	properties?: Record<string, JsonSchema>;
	additionalProperties?: boolean | JsonSchema;
	/** Words of n8n's own schemas for it: how the file is laid out. */
	version?: number;
}

/** The schema of the values of a TypeScript type; what it does not know becomes "anything". */
export function schemaOf(type: ts.Type, checker: ts.TypeChecker): JsonSchema {
	const parts = (type.isUnion() ? type.types : [type]).filter(
		(part) => !(part.flags & ts.TypeFlags.Undefined),
	);
	const values = parts.filter((part) => !(part.flags & ts.TypeFlags.Null));
	if (values.length === 0) return { type: 'null' };
	const schema = schemaOfValues(values, checker);
	if (values.length === parts.length || schema.type === undefined) return schema;
	const { enum: words, ...rest } = schema;
	return { ...rest, nullable: true, ...(words === undefined ? {} : { enum: [...words, null] }) };
}

function schemaOfValues(values: ts.Type[], checker: ts.TypeChecker): JsonSchema {
	const all = (flags: ts.TypeFlags) => values.every((value) => value.flags & flags);
	const words = values.filter((value) => value.isStringLiteral()).map(({ value }) => value);
	if (words.length === values.length) return { type: 'string', enum: words.sort() };
	if (all(ts.TypeFlags.StringLike)) return { type: 'string' };
	if (all(ts.TypeFlags.NumberLike)) return { type: 'number' };
	if (all(ts.TypeFlags.BooleanLike)) return { type: 'boolean' };
	if (!all(ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return {};
	if (values.every((value) => checker.isArrayType(value) || checker.isTupleType(value))) {
		const [item] = checker.getTypeArguments(values[0] as ts.TypeReference);
		return { type: 'array', items: item === undefined ? {} : schemaOf(item, checker) };
	}
	return merged(values.map((value) => objectSchema(value, checker)));
}

function objectSchema(type: ts.Type, checker: ts.TypeChecker): JsonSchema {
	const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
	const fields = asWritten(checker.getPropertiesOfType(type));
	const properties = Object.fromEntries(
		fields.map((field) => [field.name, schemaOf(checker.getTypeOfSymbol(field), checker)]),
	);
	return {
		type: 'object',
		...(fields.length === 0 ? {} : { properties }),
		...(index === undefined ? {} : { additionalProperties: schemaOf(index.type, checker) }),
	};
}

/** In the order of the source: types that are made from other types list their fields in any order. */
function asWritten(fields: ts.Symbol[]): ts.Symbol[] {
	const files: string[] = [];
	const placed = fields.map((field) => {
		const [declaration] = field.declarations ?? [];
		const file = declaration?.getSourceFile().fileName ?? '';
		if (!files.includes(file)) files.push(file);
		return { field, file: files.indexOf(file), position: declaration?.pos ?? 0 };
	});
	placed.sort((a, b) => a.file - b.file || a.position - b.position);
	return placed.map(({ field }) => field);
}

/** One schema with the fields of all, in the order in which they are first named; the first to name a field describes it. */
export function merged([first = {}, ...others]: JsonSchema[]): JsonSchema {
	return others.reduce(mergedInto, first);
}

function mergedInto(into: JsonSchema, schema: JsonSchema): JsonSchema {
	const both: JsonSchema = { ...into, ...(schema.nullable ? { nullable: true } : {}) };
	if (into.type !== 'object' || schema.type !== 'object') return both;
	both.properties = { ...into.properties };
	for (const [name, field] of Object.entries(schema.properties ?? {}))
		both.properties[name] =
			name in both.properties ? mergedInto(both.properties[name], field) : field;
	const open = into.additionalProperties ?? schema.additionalProperties;
	if (open !== undefined) both.additionalProperties = open;
	return both;
}
