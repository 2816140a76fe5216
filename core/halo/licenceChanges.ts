import { z } from 'zod';
import type { Runtime } from '../http/types';
import { readList } from './lists';
import { optionalDate, optionalText, optionalWholeNumber } from './rawValues';
import { recordReader, type RecordsRead } from './rejected';

/** One change of a licence's count, as Halo's change history has it. */
export interface LicenceChange {
	licenceId: number;
	/** As Halo gave it. */
	at: string | null;
	who: string | null;
	from: number | null;
	to: number | null;
}

/**
 * The answer's field names are unknown: Halo's database has a row id, the licence, the field, the old and the new
 * value, who and when. So each is looked for under the names it may have, and what cannot be read says nothing.
 */
const changeSchema = z
	.object({
		id: z.unknown(),
		licence_id: optionalWholeNumber,
		licenceid: optionalWholeNumber,
		field: optionalText,
		field_name: optionalText,
		fieldname: optionalText,
		old_value: optionalText,
		oldvalue: optionalText,
		from: optionalText,
		new_value: optionalText,
		newvalue: optionalText,
		to: optionalText,
		who: optionalText,
		agent_name: optionalText,
		changed_by: optionalText,
		date: optionalDate,
		change_date: optionalDate,
		datetime: optionalDate,
		when: optionalDate,
	})
	.partial()
	.transform((raw) => ({
		licenceId: raw.licence_id ?? raw.licenceid ?? null,
		field: raw.field ?? raw.field_name ?? raw.fieldname ?? null,
		at: raw.date ?? raw.change_date ?? raw.datetime ?? raw.when ?? null,
		who: raw.who ?? raw.agent_name ?? raw.changed_by ?? null,
		from: numberIn(raw.old_value ?? raw.oldvalue ?? raw.from ?? null),
		to: numberIn(raw.new_value ?? raw.newvalue ?? raw.to ?? null),
	}));

/** Changes of one licence's count, oldest first. Two requests where the answer does not say how many there are, else one. */
export async function readCountChanges(
	runtime: Runtime,
	licenceId: number,
): Promise<RecordsRead<LicenceChange>> {
	const read = await readList(
		runtime,
		{ path: '/LicenceChange', key: 'changes', doing: 'List Licence Changes' },
		{ licence_id: licenceId },
		{ parse: recordReader(changeSchema, 'licence change') },
	);
	const rows = read.list.rows
		.filter(({ field, licenceId: of }) => (of === null || of === licenceId) && isCount(field))
		.map(({ at, who, from, to }) => ({ licenceId, at, who, from, to }))
		.sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
	return { rejected: read.rejected, list: { ...read.list, rows } };
}

function isCount(field: string | null): boolean {
	return field !== null && /^(l?count|quantity|lcount)$/i.test(field.trim());
}

function numberIn(text: string | null): number | null {
	return text !== null && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
