/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a tool, runs outside n8n */
import path from 'node:path';
import ts from 'typescript';

import { merged, schemaOf, type JsonSchema } from './jsonSchema';

const OUTPUTS = path.join(__dirname, 'outputs.ts');

/** Where n8n looks beside a node of version 1; the editor asks for `/schemas/<node>/1.0.0[/<resource>][/<operation>].json`. */
const VERSION = 'v1.0.0';

/** One node with one resource and operation, as far as it has them. */
export interface DescribedOutputs {
	/** "HaloLicenceUpsert/plan", "MappingReview/openCase/buildForm", "MappingMatch". */
	name: string;
	/** By output, the forms that its items can have. */
	outputs: JsonSchema[][];
}

/** Reads the types of outputs.ts with TypeScript's own compiler. */
export function describedOutputs(): DescribedOutputs[] {
	const program = ts.createProgram([OUTPUTS], {
		strict: true,
		target: ts.ScriptTarget.ES2022,
		module: ts.ModuleKind.CommonJS,
		esModuleInterop: true,
		skipLibCheck: true,
		types: ['node'],
	});
	const source = program.getSourceFile(OUTPUTS);
	const found = source?.statements.find(
		(node) => ts.isInterfaceDeclaration(node) && node.name.text === 'NodeOutputs',
	);
	if (found === undefined) throw new Error(`${OUTPUTS} has no interface NodeOutputs`);
	const checker = program.getTypeChecker();
	const elements = (type: ts.Type) => checker.getTypeArguments(type as ts.TypeReference);
	return checker.getPropertiesOfType(checker.getTypeAtLocation(found)).map((entry) => ({
		name: entry.name,
		outputs: elements(checker.getTypeOfSymbol(entry)).map((forms) =>
			elements(forms).map((form) => schemaOf(form, checker)),
		),
	}));
}

/**
 * What the editor gets. It does not tell the outputs of a node apart before the first run, hence one schema with the
 * fields of all, those of the first output first.
 */
export function shownSchema({ outputs }: DescribedOutputs): JsonSchema {
	const shown = outputs.flatMap(([usual]) => (usual === undefined ? [] : [usual]));
	const { properties = {} } = withoutDetail(merged(shown));
	return { type: 'object', properties, version: 1 };
}

/** Without words, which differ by output, and without raw records, which only come where they are asked for. */
function withoutDetail({ items, properties, ...schema }: JsonSchema): JsonSchema {
	delete schema.enum;
	const fields = Object.entries(properties ?? {})
		.filter(([name]) => name !== 'raw')
		.map(([name, field]) => [name, withoutDetail(field)] as const);
	return {
		...schema,
		...(items === undefined ? {} : { items: withoutDetail(items) }),
		...(properties === undefined ? {} : { properties: Object.fromEntries(fields) }),
	};
}

/** Path within the project and text of every schema file. */
export function schemaFiles(): Array<{ file: string; text: string }> {
	return describedOutputs().map((described) => {
		const [node, ...rest] = described.name.split('/');
		const file = `nodes/${node}/__schema__/${[VERSION, ...rest].join('/')}.json`;
		return { file, text: `${JSON.stringify(shownSchema(described), null, '\t')}\n` };
	});
}
