import { readLicences } from '../../core/halo/licences';
import { readRecurringInvoices } from '../../core/halo/recurringInvoices';
import type { RecordsRead } from '../../core/halo/rejected';
import { issueText } from '../../core/items/issue';
import type { OldClient } from '../../core/review/editConsequences';
import { oldClientRows } from '../../core/review/oldClientRows';
import { consequenceWords } from '../../core/words/editConsequences';
import { issueOfFailure } from '../../core/words/failures';
import type { HaloConnection } from '../shared/connect';

/**
 * Licences and recurring invoices of one client, only read. What cannot be read is said on the page: the decision moves
 * nothing in Halo, so it need not wait for it.
 */
export async function readOldClient(
	{ runtime }: HaloConnection,
	account: string,
	client: { id: number; name: string | null },
): Promise<OldClient> {
	const clientId = client.id;
	const licences = await readLicences(runtime, { clientId });
	const invoices = await readRecurringInvoices(runtime, { clientId });
	return {
		...client,
		rows: oldClientRows(account, licences.list.rows, invoices.list.rows),
		unread: [
			...whatIsMissing(licences, 'licences', 'Licences'),
			...whatIsMissing(invoices, 'recurring invoices', 'Recurring invoices'),
		],
	};
}

function whatIsMissing<T>(
	{ list, rejected }: RecordsRead<T>,
	what: string,
	subject: string,
): string[] {
	const sentences = rejected.map(({ issue }) => issueText(issue));
	if (list.failure !== null) {
		const { message, remedy } = issueOfFailure(list.failure, subject);
		sentences.push(`${message} ${remedy}`);
	}
	if (!list.complete) sentences.push(consequenceWords.cameInPart(what));
	return sentences;
}
