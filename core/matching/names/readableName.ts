/** Longer than any company's name; what comes after is looked at by no rule, and hostile texts cost no time. */
export const LONGEST = 255;
const NEEDS_CARE = /\s\s|[^\S ]/;

/** The name with single spaces, cut to a length that names have. */
export function readableName(name: string): string {
	if (name.length <= LONGEST && !NEEDS_CARE.test(name)) return name;
	return name
		.slice(0, 4 * LONGEST)
		.replace(/\s+/g, ' ')
		.slice(0, LONGEST)
		.trim();
}
