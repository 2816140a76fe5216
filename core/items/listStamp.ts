import { z } from 'zod';

/**
 * Every item of a list carries what the list knew about itself, so that a later node can tell "all of them came"
 * from "some of them came". A complete but empty list is one item that holds nothing but the stamp.
 */
export const listStampSchema = z.object({
	/** Unique for one reading of one list. */
	id: z.string(),
	/** Records of the whole list; stamped items with distinct ids must add up to it. */
	total: z.number().int().nonnegative(),
	complete: z.boolean(),
	/** ISO time of the first page. */
	readAt: z.string(),
});

export type ListStamp = z.infer<typeof listStampSchema>;
