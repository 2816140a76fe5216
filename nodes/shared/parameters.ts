import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

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
	throw new NodeOperationError(
		context.getNode(),
		`"${label}" holds "${text}", which is not a number`,
		{
			description: 'Choose from the list, or give the number that Halo shows for it.',
		},
	);
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
	throw new NodeOperationError(context.getNode(), '"Extra Fields" does not hold one JSON object', {
		description: 'Write it as {"field": value}, with Halo\'s field names.',
	});
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
