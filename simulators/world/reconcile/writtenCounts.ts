/** What the runs of the past months wrote: the counts they left, and some of the changes in Halo's history. */
import { API_AGENT, addCountChange } from '../../halo/routes/countChanges';
import type { Random } from '../../random';
import { addDays } from '../days';
import type { World } from '../world';
import type { LineWithRow } from './seededLines';
import type { LastWritten } from './truth';

/** When the first run took the rows over. */
const DAYS_OF_USE = 150;
/** Of the rows in step, those whose count was changed since. */
const SHARE_CHANGED = 0.25;

export interface WrittenCount {
	line: LineWithRow;
	entry: LastWritten;
}

/** The counts as they are in a world that is in step. */
export function writtenCounts(lines: readonly LineWithRow[], asOf: string): WrittenCount[] {
	const firstRun = addDays(asOf, -DAYS_OF_USE);
	return lines
		.filter(({ licence }) => licence.snowid !== null)
		.map((line) => {
			const { key, licence, clientId, row } = line;
			const start = row.startDate ?? firstRun;
			const at = start > firstRun ? start : firstRun;
			const entry = { key, licenceId: licence.id, clientId, count: licence.count, at };
			return { line, entry: { ...entry, at: at > asOf ? asOf : at } };
		});
}

/** The table of the runs, for rows that are still there; of the untouched ones some have changed on the way. */
export function rememberRuns(
	world: World,
	written: readonly WrittenCount[],
	untouched: ReadonlySet<string>,
	random: Random,
): LastWritten[] {
	const { halo, asOf } = world;
	const rows = new Set(halo.licences);
	const entries = written.flatMap(({ line, entry }): LastWritten[] => {
		if (!rows.has(line.licence)) return [];
		const at = addDays(entry.at, random.between(1, 120));
		const before = entry.count + random.pick([-2, -1, 1]);
		const hasChanged = random.chance(SHARE_CHANGED) && before > 0 && at < asOf;
		if (!hasChanged || !untouched.has(entry.key)) return [entry];
		addCountChange(halo, line.licence, before, { who: API_AGENT, date: `${at}T02:10:00` });
		return [{ ...entry, at }];
	});
	halo.licenceChanges.sort((a, b) => a.date.localeCompare(b.date));
	halo.licenceChanges.forEach((change, index) => (change.id = index + 1));
	return entries;
}
