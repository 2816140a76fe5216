/**
 * JSON for n8n's Form node. n8n puts the text into the node's parameter by a plain replacement, and looks for
 * expressions in it: braces and dollar signs from a name must not be taken for them.
 */
export function safeJson(value: unknown): string {
	return JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
		text.replace(/[${}]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
	);
}
