import { actionLabels, editRefusals, type Refusal } from '../words/mappingEdit';
import { chosenClient, chosenCustomer } from './editChoices';
import { editActions, editWrites, type EditAction, type EditChange } from './editChange';
import type { EditLists, MatchedCustomer } from './editLists';
import { nameOfCustomer } from './mappedNow';
import { isRejection, oddRows, rowsAbout, standingRows } from './tableRow';

/** What came back from the page on which customer, client and action are chosen. */
export interface EditAnswer {
	customer: string;
	client: string;
	action: string;
	reason: string;
	until: string;
}

export type AnswerRead =
	| { ok: true; change: EditChange; matched: MatchedCustomer }
	| { ok: false; refusal: Refusal };

const LONGEST_REASON = 500;

/** Reads an answer against the lists it was chosen from; what fits nothing is refused. */
export function readAnswer(answer: EditAnswer, lists: EditLists, today: string): AnswerRead {
	const matched = chosenCustomer(answer.customer, lists);
	if (matched === null) return refused(editRefusals.noCustomer());
	const action = editActions.find((known) => actionLabels[known] === answer.action.trim());
	if (action === undefined) return refused(editRefusals.noAction());
	const needsClient = action === 'map' || action === 'reject';
	const client = needsClient ? chosenClient(answer.client, lists) : null;
	if (needsClient && client === null) return refused(editRefusals.noClient(action));
	const until = untilOf(answer.until.trim(), action, today);
	if (!until.ok) return refused(until.refusal);
	const { account, customerNo, name } = matched.customer;
	const reason = answer.reason.replace(/\s+/g, ' ').trim().slice(0, LONGEST_REASON);
	const change: EditChange = {
		action,
		account,
		customerNo,
		customerName: name,
		haloClientId: client?.id ?? null,
		haloClientName: client?.name ?? null,
		reason: reason === '' ? null : reason,
		until: until.day,
	};
	const refusal = whyNotWritable(change, matched, lists);
	return refusal === null ? { ok: true, change, matched } : refused(refusal);
}

type Until = { ok: true; day: string | null } | { ok: false; refusal: Refusal };

function untilOf(text: string, action: EditAction, today: string): Until {
	if (text === '' || (action !== 'reject' && action !== 'ignore')) return { ok: true, day: null };
	const day = text.slice(0, 10);
	if (!isDay(day)) return { ok: false, refusal: editRefusals.noDay(text) };
	if (day < today) return { ok: false, refusal: editRefusals.pastDay(day) };
	return { ok: true, day };
}

function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function whyNotWritable(
	change: EditChange,
	{ customer }: MatchedCustomer,
	lists: EditLists,
): Refusal | null {
	const own = rowsAbout(lists.rows, customer);
	const who = nameOfCustomer(customer);
	const forgets = change.action === 'forget' || change.action === 'forgetAll';
	const odd = oddRows(own, customer);
	if (!forgets && odd.length > 0) {
		const rows = odd.map(({ id }) => (id === null ? 'a row' : `row ${id}`)).join(', ');
		return editRefusals.oddRow(who, rows);
	}
	const forgettable = change.action === 'forget' ? standingRows(own) : own;
	if (forgets && forgettable.length === 0) return editRefusals.nothingToForget(who);
	const { gone } = editWrites(change, lists.rows, { by: '', at: '' });
	return gone.some(({ id }) => id === null) ? editRefusals.noRowId(who) : null;
}

/** Rejections that a change leaves as they are, for the page that shows it. */
export function rejectionsLeft(change: EditChange, lists: EditLists): number {
	const own = rowsAbout(lists.rows, change).filter(isRejection);
	const { gone } = editWrites(change, lists.rows, { by: '', at: '' });
	return own.filter((row) => !gone.includes(row)).length;
}

function refused(refusal: Refusal): AnswerRead {
	return { ok: false, refusal };
}
