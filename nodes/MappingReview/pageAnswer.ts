import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** What a page of n8n's Form node gave, as one parameter: an expression that names the page's node. */
export function answerParameter(operation: string, example: string): INodeProperties {
	return {
		displayName: 'Answer',
		name: 'answer',
		type: 'json',
		default: '',
		required: true,
		placeholder: example,
		description: "The item that the page's Form node puts out",
		displayOptions: { show: { operation: [operation] } },
	};
}

/** The answer's fields; none when nobody answered or the parameter holds no object. */
export function readAnswerParameter(context: IExecuteFunctions): Record<string, unknown> {
	return objectParameter(context, 'answer') ?? {};
}

/** An object from a JSON parameter, given as such or as its text. */
export function objectParameter(
	context: IExecuteFunctions,
	name: string,
): Record<string, unknown> | null {
	const given: unknown = context.getNodeParameter(name, 0, '');
	const value = typeof given === 'string' ? parsed(given) : given;
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: null;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** A text field of an answer; empty when it was left so. */
export function textIn(answer: Record<string, unknown>, field: string): string {
	const value = answer[field];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Who is signed in to n8n on the page: its e-mail address, else a parameter, else "unknown". */
export function signedInUser(context: IExecuteFunctions, answer: Record<string, unknown>): string {
	const given = String(context.getNodeParameter('decidedBy', 0, '') ?? '').trim();
	if (given !== '') return given;
	const { user } = answer;
	const email =
		typeof user === 'object' && user !== null && 'email' in user ? String(user.email ?? '') : '';
	return email.trim() === '' ? 'unknown' : email.trim();
}

export function decidedByParameter(operation: string): INodeProperties {
	return {
		displayName: 'Decided By',
		name: 'decidedBy',
		type: 'string',
		default: '',
		placeholder: 'e.g. anna@msp.example',
		description: 'Who decides. Empty takes the signed-in n8n user from the answer.',
		displayOptions: { show: { operation: [operation] } },
	};
}
