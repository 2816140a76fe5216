import type { IExecuteFunctions } from 'n8n-workflow';

import { parameterWords } from '../../core/words/parameterWords';
import { parameterError } from './parameterError';

/** Comma-separated words of a text parameter. */
export function wordsFrom(text: string): string[] {
	return text
		.split(',')
		.map((word) => word.trim())
		.filter((word) => word !== '');
}

/** A whole number from a text, a number or a resource locator; null when empty. */
export function idFrom(context: IExecuteFunctions, label: string, value: unknown): number | null {
	const inner =
		typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	const text = inner === undefined || inner === null ? '' : String(inner).trim();
	if (text === '') return null;
	if (/^-?\d+$/.test(text)) return Number(text);
	throw parameterError(context.getNode(), parameterWords.notANumber(label, text));
}

/** The object in a JSON parameter. */
export function extraFieldsFrom(
	context: IExecuteFunctions,
	value: unknown,
): Record<string, unknown> {
	const parsed = typeof value === 'string' ? parsedJson(value) : value;
	if (parsed === undefined || parsed === null) return {};
	if (typeof parsed === 'object' && !Array.isArray(parsed))
		return parsed as Record<string, unknown>;
	throw parameterError(context.getNode(), parameterWords.extraFields());
}

/** Null for an empty text, and a text that is no JSON stays what it is: then it is no object. */
function parsedJson(text: string): unknown {
	if (text.trim() === '') return null;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
