import { hashOf } from '../planItem';
import { asOfText, countedWords, section, type RunFacts } from '../runFacts';
import type { ChangeLogRow } from '../changeLog';
import type { RowRevert, RevertPlan } from './revert';
import type { AppliedLicence } from './write';

/** A row to be taken back, and what became of it when it was. */
export interface RevertOutcome extends RowRevert {
	applied: AppliedLicence | null;
	/** Whether the row hangs on a pro-rata line; null where lines could not be read. */
	onProRata: boolean | null;
}

/** A count that went away and back: on a pro-rata line both writes may have left an entry. */
export interface ProRataNote {
	customer: string;
	what: string;
	haloId: number;
	from: string;
	to: string;
	onProRata: boolean | null;
}

export interface RevertSummary {
	operation: 'revert';
	/** Whether rows were written, or only shown. */
	wrote: boolean;
	verdict: string;
	text: string;
	counts: Record<string, number>;
	proRata: ProRataNote[];
	held: [];
	requests: number;
	planHash: string;
	asOf: string;
	timeZone: string;
	rowsToSave: [];
	/** Rows of the saved licence map that no longer hold: their key was taken off, or they were made inactive. */
	savedGone: Array<{ key: string }>;
	changeLogRows: ChangeLogRow[];
}

export type RevertFacts = Pick<
	RunFacts,
	'asOf' | 'timeZone' | 'requests' | 'needsAttention' | 'nativeModule'
> & { wrote: boolean; notWritten: number };

export function summariseRevert(
	plan: RevertPlan,
	outcomes: RevertOutcome[],
	facts: RevertFacts,
	logRows: ChangeLogRow[],
): RevertSummary {
	const done = outcomes.filter(
		({ applied }) => applied === null || applied.outcome !== 'notWritten',
	);
	const counts = {
		reverted: done.filter(({ deactivates }) => !deactivates).length,
		deactivated: done.filter(({ deactivates }) => deactivates).length,
		alreadySo: plan.alreadySo.length,
		notWritten: facts.notWritten,
		needsAttention: facts.needsAttention,
	};
	const planned = facts.wrote ? '' : 'to be ';
	const verdict = `Revert: ${countedWords([
		[counts.reverted, `${planned}put back`],
		[counts.deactivated, `${planned}made inactive`],
		[counts.notWritten, 'not written'],
		[counts.alreadySo, 'as before already'],
		[counts.needsAttention, 'need attention'],
	])}; ${facts.nativeModule ?? ''}${asOfText(facts)}`;
	const proRata = done.map(proRataNote).filter((note): note is ProRataNote => note !== null);
	return {
		operation: 'revert',
		wrote: facts.wrote,
		verdict,
		text: [
			verdict,
			...proRataText(proRata, facts.wrote),
			...section('Rows', done.map(lineOf)),
			'The next run plans the same changes again unless their cause is settled.',
		].join('\n'),
		counts,
		proRata,
		held: [],
		requests: facts.requests,
		planHash: hashOf(outcomes.map(({ plan: { hash } }) => hash).sort()),
		asOf: facts.asOf,
		timeZone: facts.timeZone,
		rowsToSave: [],
		savedGone: facts.wrote ? savedGone(done) : [],
		changeLogRows: logRows,
	};
}

function savedGone(done: RevertOutcome[]): Array<{ key: string }> {
	const keys = done.flatMap(({ changes }) =>
		changes
			.filter(({ action }) => ['adopt', 'succeed', 'create'].includes(action))
			.map(({ key }) => key),
	);
	return [...new Set(keys)].map((key) => ({ key }));
}

function proRataNote({ row, plan, changes, onProRata }: RevertOutcome): ProRataNote | null {
	const bills = plan.after?.count !== undefined || plan.after?.is_active !== undefined;
	if (!bills || onProRata === false) return null;
	const times = changes.map(({ at }) => at ?? '').filter((at) => at !== '');
	return {
		customer: nameOf(changes),
		what: `${row.name}: ${pathOf(row, plan.after ?? {})}`,
		haloId: row.id,
		from: times.length > 0 ? times[times.length - 1].slice(0, 10) : '',
		to: '',
		onProRata,
	};
}

/** "42 to 8 to 42 seats" */
function pathOf(row: RevertOutcome['row'], after: Record<string, unknown>): string {
	if (typeof after.count === 'number')
		return `${after.count} to ${row.count} to ${after.count} seats`;
	return after.is_active === true
		? 'active, inactive, active'
		: `new with ${row.count} seats, then inactive`;
}

function proRataText(notes: ProRataNote[], wrote: boolean): string[] {
	if (notes.length === 0) return [];
	const days = notes
		.map(({ from }) => from)
		.filter((day) => day !== '')
		.sort();
	const since = days.length > 0 ? ` since ${days[0]}` : '';
	const known = notes.every(({ onProRata }) => onProRata === true);
	const which = known ? 'They are on pro-rata lines, where' : 'On pro-rata lines';
	const verb = wrote ? 'went' : 'would go';
	const title = `${notes.length} ${notes.length === 1 ? 'row' : 'rows'} ${verb} away and back${since}. ${which} Halo may have made an entry for each of both writes; look at the next invoices of`;
	return section(
		title,
		notes.map(({ customer, what, from }) =>
			[customer, from === '' ? what : `${what} (changed ${from})`]
				.filter((part) => part !== '')
				.join(', '),
		),
	);
}

function lineOf({ row, plan, changes }: RevertOutcome): string {
	const fields = Object.entries(plan.after ?? {}).map(
		([name, value]) => `${name} ${value === '' ? 'empty' : String(value)}`,
	);
	return `${nameOf(changes)}, ${row.name} (${row.id}): ${fields.join(', ')}`;
}

function nameOf(changes: RevertOutcome['changes']): string {
	return changes.find(({ customer }) => customer !== '')?.customer ?? '';
}
