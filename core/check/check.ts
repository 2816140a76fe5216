/** One thing that was looked at, as it leaves the node. */

export type Side = 'stellr' | 'halo';

export interface CheckDefinition {
	/** Stable word for flows to branch on. */
	code: string;
	/** How a person calls it: a permission by its name on the portal, a setting by its label. */
	check: string;
	/** Without it the flows do not work; the others are needed only where used. */
	mandatory: boolean;
}

export interface Check extends CheckDefinition {
	side: Side;
	/** The account label of Stellr, the host of Halo. */
	account: string | null;
	/** Null when it could not be made, or could not be told. */
	ok: boolean | null;
	/** What was seen, in one sentence. */
	seen: string;
	/** What to do; null when there is nothing to do. */
	remedy: string | null;
	/** The vendor's support handle for the answer that decided, when it carried one. */
	requestId: string | null;
}

export interface Verdict {
	seen: string;
	remedy?: string;
	requestId?: string | null;
	/** Where the verdict weighs less than the check usually does. */
	mandatory?: boolean;
}

/** The checks of one side, each of which gets exactly one verdict, in the order in which they were laid out. */
export class CheckSheet {
	/** Shown on every check from the moment it is known. */
	account: string | null = null;

	private readonly verdicts = new Map<string, Check>();

	constructor(
		private readonly side: Side,
		private readonly definitions: readonly CheckDefinition[],
	) {}

	pass(code: string, verdict: Verdict): void {
		this.decide(code, true, verdict);
	}

	fail(code: string, verdict: Verdict & { remedy: string }): void {
		this.decide(code, false, verdict);
	}

	/** What could not be told. */
	leaveOpen(code: string, verdict: Verdict): void {
		this.decide(code, null, verdict);
	}

	/** Whether a check was decided, and how. */
	okOf(code: string): boolean | null {
		return this.verdicts.get(code)?.ok ?? null;
	}

	/** All checks; those without a verdict could not be made, since the one named `because` stood in their way. */
	all(because: string | null): Check[] {
		const seen =
			because === null ? 'Not checked.' : `Not checked, since "${because}" did not pass.`;
		return this.definitions.map(
			(definition) =>
				this.verdicts.get(definition.code) ?? this.checkOf(definition, null, { seen }),
		);
	}

	private decide(code: string, ok: boolean | null, verdict: Verdict): void {
		const definition = this.definitions.find((entry) => entry.code === code);
		if (definition !== undefined) this.verdicts.set(code, this.checkOf(definition, ok, verdict));
	}

	private checkOf(definition: CheckDefinition, ok: boolean | null, verdict: Verdict): Check {
		const { seen, remedy = null, requestId = null, mandatory = definition.mandatory } = verdict;
		return {
			side: this.side,
			account: this.account,
			...definition,
			mandatory,
			ok,
			seen,
			remedy,
			requestId,
		};
	}
}
