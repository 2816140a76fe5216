import { z } from 'zod';

import type { Issue } from '../../core/items/issue';
import { inputIssues } from '../../core/words/inputIssues';
import { isStampOnly } from '../shared/listStamp';

/** Which of the input's customers are read. */
export type CustomersToRead = 'mapped' | 'unmapped' | 'all';

const inputCustomerSchema = z.object({
	account: z.string().trim().min(1),
	customerNo: z.union([z.string().trim().min(1), z.number().transform(String)]),
	name: z.string().nullish(),
	active: z.boolean().nullish(),
	haloClientId: z.union([z.number(), z.string().min(1)]).nullish(),
	match: z.object({ status: z.string().nullish() }).nullish(),
});

export type InputCustomer = z.infer<typeof inputCustomerSchema>;

/** What is to be done with one input item. */
export type InputVerdict =
	| { kind: 'read'; customer: InputCustomer }
	| { kind: 'passOn' }
	| { kind: 'otherAccount' }
	| { kind: 'nothing' }
	| { kind: 'attention'; issue: Issue };

function isWanted(customer: InputCustomer, toRead: CustomersToRead): boolean {
	const status = customer.match?.status ?? null;
	const hasMatch = customer.match !== undefined && customer.match !== null;
	switch (toRead) {
		case 'mapped':
			return (customer.haloClientId ?? null) !== null || !hasMatch;
		case 'unmapped':
			return status === 'unmapped' && customer.active !== false;
		case 'all':
			return status !== 'ignored';
	}
}

/** The label of the item's own account decides first: another account's customers are never read as empty ones. */
export function judgeInput(
	json: object,
	item: number,
	account: string,
	toRead: CustomersToRead,
): InputVerdict {
	// The stamp of an empty list stands for no customer.
	if (isStampOnly(json)) return { kind: 'nothing' };
	const parsed = inputCustomerSchema.safeParse(json);
	if (!parsed.success) {
		const field = String(parsed.error.issues[0]?.path[0] ?? 'customerNo');
		return { kind: 'attention', issue: inputIssues.noStellrCustomer(item, field) };
	}
	const customer = parsed.data;
	if (customer.account.toLowerCase() !== account) return { kind: 'otherAccount' };
	return isWanted(customer, toRead) ? { kind: 'read', customer } : { kind: 'passOn' };
}
