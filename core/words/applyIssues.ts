import type { Issue } from '../items/issue';
import { licenceFieldLabel } from './licenceFieldLabel';

const CHECK_KEY_FIELD =
	'Check that the custom field exists for clients, is a text field with room for the keys, and that the agent may edit it.';

/** Sentences of Apply: why a planned row was not written, and what to look at. */
export const applyIssues = {
	rowGone: (name: string, id: number): Issue =>
		issue(
			'rowGone',
			`${name}: row ${id} is no longer in Halo. Nothing was written for it.`,
			'Plan again; the new plan says what to do.',
		),
	rowAppeared: (name: string, row: string, id: number): Issue =>
		issue(
			'rowAppeared',
			`${name}: since it was planned, Halo has a row for this subscription, "${row}" (${id}). No second one was created.`,
			'Plan again; the new plan takes that row over.',
		),
	planTooOld: (name: string, readAt: string): Issue =>
		issue(
			'planTooOld',
			`${name}: it was planned from the licences of ${readAt.slice(0, 16).replace('T', ' ')} UTC, more than a day ago. No row was created.`,
			'Plan again: since then the row may have been made, or given to a renewed line.',
		),
	notAdopted: (name: string): Issue =>
		issue(
			'notAdopted',
			`${name}: its row was not taken over, so nothing else was written to it.`,
			'See what kept the row from being taken over, then plan again.',
		),
	otherKeyField: (name: string, planned: string, own: string): Issue =>
		issue(
			'otherKeyField',
			`${name}: it was planned with the Licence Key Field ${licenceFieldLabel(planned)}, and this node's is ${licenceFieldLabel(own)}. Nothing was written for it.`,
			'Set Licence Key Field to the same field in Plan and Apply, then plan again.',
		),
	contested: (name: string): Issue =>
		issue(
			'contested',
			`${name}: several items of this run say different things about its row, so none of them was written.`,
			'Plan again, and let one Plan node alone feed Apply.',
		),
	movedSince: (name: string, field: string, planned: unknown, now: unknown): Issue =>
		issue(
			'movedSince',
			`${name}: ${field} was ${shown(planned)} when this was planned and is ${shown(now)} in Halo now. It was left as it is.`,
			'Plan again and look at the new plan.',
		),
	answerLost: (name: string, requestId: string | null): Issue =>
		issue(
			'answerLost',
			`${name}: Halo did not answer the write, and looking for it afterwards did not tell whether it was carried out.`,
			'Look at it in Halo, then plan again: a row that exists is recognised and never made twice.',
			requestId,
		),
	notSent: (name: string): Issue =>
		issue(
			'notSent',
			`${name}: not written, because the run was stopped before.`,
			'Run again; what was written already is recognised.',
		),
	writtenWithoutId: (name: string, requestId: string | null): Issue =>
		issue(
			'writtenWithoutId',
			`${name}: Halo accepted the write but did not say the row's number, and the row could not be found.`,
			'Look at it in Halo before the next run.',
			requestId,
		),
	madeTwice: (name: string, kept: number, others: number[]): Issue =>
		issue(
			'madeTwice',
			`${name}: two runs created it at the same moment. ${kept} stays; ${others.join(', ')} ${others.length === 1 ? 'was' : 'were'} made inactive.`,
			`Nothing needs doing unless somebody has used ${others.join(', ')} already: move what hangs on it to ${kept}.`,
		),
	stillTwice: (name: string, kept: number, others: number[]): Issue =>
		issue(
			'stillTwice',
			`${name}: two runs created it at the same moment, as ${[kept, ...others].join(' and ')}, and Halo did not confirm that the later one was made inactive.`,
			`Look at both in Halo, keep ${kept} and make ${others.join(', ')} inactive.`,
		),
	notReadBack: (name: string, id: number | null): Issue =>
		issue(
			'notReadBack',
			`${name}: created${id === null ? '' : ` as ${id}`}, but Halo could not be read afterwards to see whether another run created it too.`,
			'Run again: a second one with the same key would be reported.',
		),
	keyNotVisible: (name: string, field: string): Issue =>
		issue(
			'keyNotVisible',
			`${name}: its key was written to ${licenceFieldLabel(field)}, but Halo's list of licences does not show it there. Nothing else was written, since the next run would not recognise any row.`,
			'Choose another Licence Key Field, or connect Saved State so that the licence map is kept in n8n.',
		),
	ownKeyNotVisible: (name: string, field: string): Issue =>
		issue(
			'keyNotVisible',
			`${name}: its key was written to ${licenceFieldLabel(field)}, but Halo's list of licences does not show it there, so the next run would not recognise the row.`,
			'Choose another Licence Key Field, or connect Saved State so that the licence map is kept in n8n.',
		),
	keyOfOtherNotVisible: (name: string, other: string, field: string): Issue =>
		issue(
			'keyNotVisible',
			`${name}: not written. The key of ${other} was written to ${licenceFieldLabel(field)} first, and Halo's list of licences does not show it there.`,
			'Choose another Licence Key Field, or connect Saved State so that the licence map is kept in n8n.',
		),
	keyHiddenInList: (name: string, field: string): Issue =>
		issue(
			'keyHiddenInList',
			`${name}: a single row holds a key in ${licenceFieldLabel(field)} that Halo's list of licences leaves out. Nothing was written.`,
			'Choose another Licence Key Field, or connect Saved State so that the licence map is kept in n8n.',
		),
	clientAppeared: (name: string, near: string): Issue =>
		issue(
			'clientAppeared',
			`${name}: since it was planned, Halo has a client with a near name, "${near}". No client was created.`,
			'Plan again; map the customer to that client, or approve the creation.',
		),
	clientKeyNotStored: (name: string, field: string): Issue =>
		issue(
			'clientKeyNotStored',
			`${name}: the client was created, but ${field} does not hold its Stellr key. No other client was created.`,
			CHECK_KEY_FIELD,
		),
	ownKeyNotStored: (name: string, field: string): Issue =>
		issue(
			'clientKeyNotStored',
			`${name}: the client was created, but ${field} does not hold its Stellr key.`,
			CHECK_KEY_FIELD,
		),
	linkNotStored: (name: string, field: string): Issue =>
		issue(
			'linkNotStored',
			`${name}: Halo accepted its Stellr key, but ${field} of the client does not hold it.`,
			CHECK_KEY_FIELD,
		),
	keyOfOtherNotStored: (name: string, other: string, field: string): Issue =>
		issue(
			'clientKeyNotStored',
			`${name}: not written. The key of ${other} was written first, and ${field} does not hold it.`,
			CHECK_KEY_FIELD,
		),
} as const;

function issue(
	code: string,
	message: string,
	remedy: string,
	requestId: string | null = null,
): Issue {
	return { code, message, remedy, requestId };
}

function shown(value: unknown): string {
	return value === null || value === undefined || value === '' ? 'empty' : `"${String(value)}"`;
}
