import { isRecord, rowsOfList, rowsOfWrite } from '../halo/answers';
import { resolveKeyField, type KeyFieldChoice } from '../halo/keyField';
import { pageQuery } from '../halo/listQuery';
import { idOfRow } from '../halo/rejected';
import { licenceFieldLabel } from '../words/licenceFieldLabel';
import {
	keyFieldTooShort,
	licenceKeyHidden,
	licenceKeyNotTold,
	licencesRefused,
	licensingMaybeOff,
	licensingNotTold,
	notReadable,
	plainKeyField,
} from '../words/checkHalo';
import type { CheckSheet } from './check';
import type { Probe } from './probe';

/** The places in which Halo keeps keys: a field of clients, and a field of licences. */

/** One request, unless the field is one that every client has. */
export async function checkKeyField(
	probe: Probe,
	sheet: CheckSheet,
	choice: KeyFieldChoice | null,
): Promise<void> {
	if (choice === null) {
		const seen = 'Not checked, since Halo is to keep no Stellr keys.';
		sheet.leaveOpen('keyField', { seen, mandatory: false });
		return;
	}
	if (choice.kind !== 'customField') {
		sheet.pass('keyField', plainKeyField(choice));
		return;
	}
	// By its name, also where the list gave its id: an id that is kept says nothing about whether the field still exists.
	const runtime = probe.about('List Client Custom Fields');
	const found = await resolveKeyField(runtime, { kind: 'customField', name: choice.name });
	if (!found.ok) {
		sheet.fail('keyField', notReadable(found.failure));
		return;
	}
	const { requestId, value } = found;
	const limit = value.limit ?? null;
	const short = limit === null ? null : keyFieldTooShort(choice.name, limit);
	if (short !== null) {
		sheet.fail('keyField', { ...short, requestId });
		return;
	}
	const holds = limit === null ? '' : `, and holds ${limit} characters`;
	sheet.pass('keyField', {
		seen: `The custom field exists on clients as text${holds}.`,
		requestId,
	});
}

/** The newest licences first: if any has a key of ours, it is one of them. */
const NEWEST_FIRST = { includeinactive: true, ...pageQuery(1), orderdesc: true };

/** One request, and one more where no row of the list shows a key. */
export async function checkLicences(
	probe: Probe,
	sheet: CheckSheet,
	keyField: string,
): Promise<void> {
	const answer = await probe.read('List Licences', '/SoftwareLicence', NEWEST_FIRST);
	if (!answer.ok) {
		const { failure } = answer;
		if (failure.code === 'notFound') {
			sheet.fail('licences', notReadable(failure));
			sheet.fail('softwareLicensing', { ...licensingMaybeOff, requestId: failure.requestId });
		} else {
			sheet.fail('licences', licencesRefused(failure));
			const seen = 'Not checked, since "Read licences" did not pass.';
			sheet.leaveOpen('softwareLicensing', { seen });
		}
		sheet.leaveOpen('licenceKey', { seen: 'Not checked, since "Read licences" did not pass.' });
		return;
	}
	const { requestId } = answer;
	const page = rowsOfList(answer.value, 'licences');
	if (page === null) {
		sheet.fail('licences', {
			seen: 'HaloPSA answered "List Licences" in a form that is not known.',
			remedy:
				'Turn Discover on and send its report to the makers of this node: it shows the form of the answer, and none of its values.',
			requestId,
		});
		return;
	}
	const count = page.total ?? page.rows.length;
	sheet.pass('licences', { seen: `${count} licences are visible.`, requestId });
	if (page.rows.length === 0) sheet.leaveOpen('softwareLicensing', licensingNotTold);
	else sheet.pass('softwareLicensing', { seen: 'There are licences, so it is on.' });
	await checkLicenceKey(probe, sheet, keyField, page.rows);
}

async function checkLicenceKey(
	probe: Probe,
	sheet: CheckSheet,
	keyField: string,
	rows: unknown[],
): Promise<void> {
	if (rows.some((row) => holds(row, keyField))) {
		sheet.pass('licenceKey', {
			seen: `The list of licences shows the field "${licenceFieldLabel(keyField)}".`,
		});
		return;
	}
	const newest = rows.map(idOfRow).find((id) => id !== null);
	if (newest !== undefined && newest !== null) {
		const path = `/SoftwareLicence/${newest}`;
		const answer = await probe.read('Get Licence', path, { includedetails: true });
		const single = answer.ok ? rowsOfWrite(answer.value, 'licences')[0] : undefined;
		if (holds(single, keyField)) {
			sheet.fail('licenceKey', licenceKeyHidden(keyField));
			return;
		}
	}
	sheet.leaveOpen('licenceKey', licenceKeyNotTold(keyField));
}

function holds(row: unknown, field: string): boolean {
	if (!isRecord(row)) return false;
	const value = row[field];
	return value !== undefined && value !== null && value !== '';
}
