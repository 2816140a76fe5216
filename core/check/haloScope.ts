/** Whether what an application was granted is enough for the flows. */

export type ScopeGranted =
	/** The token answer names no scope: what can be read will show. */
	| { kind: 'unknown' }
	| { kind: 'enough' }
	/** Enough to plan and to compare, not to write. */
	| { kind: 'readOnly'; missing: string[] }
	| { kind: 'tooLittle'; missing: string[] };

/** The areas without which nothing works. */
const AREAS = ['customers', 'softwarelicensing'];

export function scopeGranted(granted: string | null): ScopeGranted {
	if (granted === null) return { kind: 'unknown' };
	const scopes = new Set(granted.toLowerCase().split(/[\s,]+/));
	if (scopes.has('all') || scopes.has('all:standard')) return { kind: 'enough' };
	const withoutEdit = AREAS.filter((area) => !scopes.has(`edit:${area}`));
	const withoutRead = withoutEdit.filter((area) => !scopes.has(`read:${area}`));
	if (withoutRead.length > 0) return { kind: 'tooLittle', missing: edits(withoutRead) };
	return withoutEdit.length > 0
		? { kind: 'readOnly', missing: edits(withoutEdit) }
		: { kind: 'enough' };
}

function edits(areas: string[]): string[] {
	return areas.map((area) => `edit:${area}`);
}
