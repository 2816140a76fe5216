/** Something broken on purpose, and the sentences of the page that it brings about. */
export interface Scene {
	/** What is broken: "two rows that hold one key". */
	broken: string;
	/** Anchors of the page, such as `licence-duplicateKey`. */
	proves: readonly string[];
	/**
	 * Breaks it and runs what a user would run; answers all that came out. Only what `bare` gives a reason for is called
	 * without its node.
	 */
	run: () => Promise<unknown>;
	/** Why no simulator, table or parameter can bring this about, so that a function of core is called instead. */
	bare?: string;
}

export function scene(
	broken: string,
	proves: readonly string[],
	run: () => Promise<unknown>,
): Scene {
	return { broken, proves, run };
}

export function bareScene(
	broken: string,
	bare: string,
	proves: readonly string[],
	run: () => unknown,
): Scene {
	return { broken, proves, bare, run: async () => await Promise.resolve(run()) };
}
