declare module 'jaro-winkler' {
	/** 0 to 1. */
	export default function jaroWinkler(
		a: string,
		b: string,
		options?: { caseSensitive?: boolean },
	): number;
}
