/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What the sources say to users: every text in them that is long enough to be a sentence, or a part of one. */

const PROJECT = path.resolve(__dirname, '../../..');

export interface SourceText {
	file: string;
	line: number;
	/** The exported thing it stands in, such as `licenceReasons`. */
	within: string;
	/** The property whose value it is: `message`; empty where it is none. */
	property: string;
	/** The fixed parts; something of the run stands between them. */
	parts: string[];
}

export function sourceFiles(folder: string): string[] {
	return readdirSync(path.join(PROJECT, folder), { recursive: true })
		.map((file) => path.posix.join(folder, String(file)))
		.filter((file) => file.endsWith('.ts'))
		.sort();
}

export function parsedSource(file: string): ts.SourceFile {
	const text = readFileSync(path.join(PROJECT, file), 'utf8');
	return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** All texts of a file that hold at least this many words outside of what is filled in. */
export function textsOf(file: string, leastWords: number): SourceText[] {
	const source = parsedSource(file);
	const found: SourceText[] = [];
	const visit = (node: ts.Node, within: string): void => {
		if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
		const parts = partsOf(node);
		if (parts !== null && wordsIn(parts) >= leastWords) {
			const { line } = source.getLineAndCharacterOfPosition(node.getStart());
			found.push({ file, line: line + 1, within, property: propertyOf(node), parts });
		}
		ts.forEachChild(node, (child) => visit(child, within));
	};
	for (const statement of source.statements) visit(statement, nameOf(statement));
	return found;
}

function partsOf(node: ts.Node): string[] | null {
	if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
	if (!ts.isTemplateExpression(node)) return null;
	return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
}

function propertyOf(node: ts.Node): string {
	for (let at = node; at.parent !== undefined; at = at.parent) {
		if (ts.isPropertyAssignment(at.parent)) return at.parent.name.getText();
		if (ts.isStatement(at.parent)) return '';
	}
	return '';
}

function wordsIn(parts: string[]): number {
	return parts.join(' … ').match(/[\p{L}']{2,}/gu)?.length ?? 0;
}

function nameOf(statement: ts.Statement): string {
	if (ts.isVariableStatement(statement)) {
		return statement.declarationList.declarations[0].name.getText();
	}
	return ts.isFunctionDeclaration(statement) ? (statement.name?.text ?? '') : '';
}

/** Words that flows branch on: of issues, reasons, checks and failures. */
export function codesIn(source: ts.SourceFile): Set<string> {
	const codes = new Set<string>();
	const visit = (node: ts.Node): void => {
		const code = codeOf(node);
		if (code !== null) codes.add(code);
		if (ts.isTypeAliasDeclaration(node) && node.name.text === 'FailureCode') {
			for (const [, word] of node.type.getText().matchAll(/'(\w+)'/g)) codes.add(word);
		}
		if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
	};
	visit(source);
	return codes;
}

/** The first argument of these is the code of what they build. */
const MAKERS = ['issue', 'reason', 'words', 'check', 'permission'];

function codeOf(node: ts.Node): string | null {
	if (ts.isCallExpression(node) && MAKERS.includes(node.expression.getText())) {
		const [first] = node.arguments;
		return first !== undefined && ts.isStringLiteral(first) ? first.text : null;
	}
	if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'code') return null;
	return ts.isStringLiteral(node.initializer) ? node.initializer.text : null;
}
