import type { Issue } from '../items/issue';
import type { Reason } from '../sync/planItem';
import type { LoggedChange } from '../sync/licences/loggedChange';
import { licenceFieldLabel } from './licenceFieldLabel';

interface NamedRow {
	id: number;
	name: string;
}

const LOOK = 'Look at the row in Halo and set it by hand if need be.';

/** Sentences of Revert: why a row did not get back what it had. */
export const revertIssues = {
	rowGone: (change: LoggedChange, id: number): Issue =>
		issue('rowGone', `${named(change)}: row ${id} is no longer in Halo.`, LOOK),
	rowDeleted: (change: LoggedChange, row: NamedRow): Issue =>
		issue('rowDeleted', `${named(change)}: ${rowText(row)} is deleted in Halo.`, LOOK),
	otherClient: (change: LoggedChange, row: NamedRow): Issue =>
		issue(
			'otherClient',
			`${named(change)}: ${rowText(row)} is under another client since. It was left as it is.`,
			LOOK,
		),
	otherKey: (change: LoggedChange, row: NamedRow, key: string): Issue =>
		issue(
			'otherKey',
			`${named(change)}: ${rowText(row)} holds the key ${key} since. It was left as it is.`,
			LOOK,
		),
	severalRows: (change: LoggedChange, rows: NamedRow[]): Issue =>
		issue(
			'duplicateKey',
			`${named(change)}: several rows hold the key ${change.key}: ${rows.map(({ id }) => id).join(', ')}. None was changed.`,
			'Keep one of them in Halo, then run again.',
		),
	changedSince: (
		change: LoggedChange,
		row: NamedRow,
		field: string,
		left: unknown,
		now: unknown,
	): Issue =>
		issue(
			'changedSince',
			`${named(change)}: ${licenceFieldLabel(field)} of ${rowText(row)} was left as ${shown(left)} and is ${shown(now)} now, so somebody changed it since. It was left as it is.`,
			LOOK,
		),
	newerStands: (change: LoggedChange, row: NamedRow): Issue =>
		issue(
			'newerStands',
			`${named(change)}: a newer change of ${rowText(row)} could not be taken back, so this one was left too.`,
			LOOK,
		),
	notUnderstood: (origin: number, field: string): Issue =>
		issue(
			'itemNotUnderstood',
			`Item ${origin + 1} is no row of a change log and no plan item: the field "${field}" does not fit. Nothing was taken back for it.`,
			'Feed this node with rows of the Data table stellr_halo_changes_v1, or with plan items.',
		),
	nothingChosen: (runs: number): Issue =>
		issue(
			'nothingChosen',
			`The changes of ${runs} runs came in, and neither run nor client nor days are named. Nothing was taken back.`,
			'Fill in Run, Client, From or To, and look first with Only Show What Would Happen.',
		),
	notLicence: (change: LoggedChange): Issue =>
		issue(
			'notLicence',
			`${named(change)}: it is a change of a ${change.target}, and only licences are taken back.`,
			'Change it in Halo by hand.',
		),
	reason: (changes: LoggedChange[]): Reason => ({
		code: 'revert',
		text:
			changes.length === 1
				? `Takes back: ${changes[0].what}.`
				: `Takes back ${changes.length} changes, the newest: ${changes[0].what}.`,
	}),
} as const;

function issue(code: string, message: string, remedy: string): Issue {
	return { code, message, remedy, requestId: null };
}

/** "Acorn Construction, Business Premium: 42 to 8 seats (us/411833_1)" */
function named({ customer, what, key }: LoggedChange): string {
	const parts = [customer, what].filter((part) => part !== '').join(', ');
	return parts === '' ? key : `${parts} (${key})`;
}

function rowText({ id, name }: NamedRow): string {
	return `row "${name}" (${id})`;
}

function shown(value: unknown): string {
	return value === null || value === undefined || value === '' ? 'empty' : `"${String(value)}"`;
}
