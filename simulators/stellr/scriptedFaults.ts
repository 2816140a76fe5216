/** Faults a test orders for the next calls: "the second page once as HTML", "this write three times 500". */
import { z } from 'zod';

/** A status, or what else happens to the call: `empty` is no body at all, `empty-list` a good answer without records. */
const whatHappens = z.union([
	z.string().regex(/^[45]\d\d$/),
	z.enum([
		'reset-before',
		'reset-after-commit',
		'timeout-before',
		'timeout-after-commit',
		'html',
		'truncated',
		'empty',
		'empty-list',
		'business-200',
		'repeat-page',
		// Lists: a total that is not so, a record twice, a name far beyond any field.
		'wrong-total',
		'duplicate-record',
		'long-text',
		// The right body as text/html.
		'wrong-type',
		'expire-token',
	]),
]);

export const scriptedFault = z
	.object({
		match: z
			.object({ method: z.string().optional(), path: z.string().optional() })
			.strict()
			.default({}),
		/** How many matching calls pass before the first one hit. */
		skip: z.number().int().nonnegative().default(0),
		times: z.number().int().positive().default(1),
		do: whatHappens,
		retryAfter: z.union([z.number(), z.string()]).optional(),
	})
	.strict();

export type ScriptedFault = z.output<typeof scriptedFault>;

export class FaultScript {
	private pending: ScriptedFault[] = [];

	replace(faults: ScriptedFault[]): void {
		this.pending = faults.map((fault) => ({ ...fault }));
	}

	/** Faults not yet used up. */
	get left(): readonly ScriptedFault[] {
		return this.pending;
	}

	/** The first fault that fits, used up once; a fault without a path leaves token calls alone. */
	next(method: string, path: string, isToken: boolean): ScriptedFault | null {
		const fault = this.pending.find(({ match }) => {
			if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
			if (match.path === undefined) return !isToken;
			return path.toLowerCase().includes(match.path.toLowerCase().replace(/\*$/, ''));
		});
		if (!fault) return null;
		if (fault.skip > 0) {
			fault.skip -= 1;
			return null;
		}
		fault.times -= 1;
		if (fault.times === 0) this.pending = this.pending.filter((other) => other !== fault);
		return fault;
	}
}
