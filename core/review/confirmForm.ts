import { safeJson } from '../forms/safeJson';
import { actionLabels } from '../words/mappingEdit';
import { changeHash, type EditChange } from './editChange';
import { cut, hashAtEnd } from './editChoices';
import { htmlField } from './editPage';
import { nameOfClient, nameOfCustomer } from './mappedNow';
import type { TableRow } from './tableRow';

/** Name under which the page's answer comes back. */
export const CONFIRM_FIELD = 'confirm';

/** The page that shows the consequences and asks for a tick; what is not ticked is not written. */
export function confirmForm(change: EditChange, rows: readonly TableRow[], html: string): string {
	return safeJson([
		htmlField(html),
		{
			fieldType: 'checkbox',
			fieldLabel: 'Confirm',
			fieldName: CONFIRM_FIELD,
			fieldOptions: { values: [{ option: confirmChoice(change, rows) }] },
		},
	]);
}

export function confirmChoice(change: EditChange, rows: readonly TableRow[]): string {
	const who = nameOfCustomer({ ...change, name: change.customerName });
	const client =
		change.haloClientId === null
			? ''
			: `, ${nameOfClient({ id: change.haloClientId, name: change.haloClientName })}`;
	const text = cut(`${actionLabels[change.action]}: ${who}${client}`, 300);
	return `Yes: ${text} · ${changeHash(change, rows)}`;
}

/** Whether the ticks of the page confirm this change, while the saved rows are as they were shown. */
export function isConfirmed(
	ticked: unknown,
	change: EditChange,
	rows: readonly TableRow[],
): 'yes' | 'notTicked' | 'lapsed' {
	const texts = (Array.isArray(ticked) ? ticked : [ticked]).filter(
		(text): text is string => typeof text === 'string' && text.trim() !== '',
	);
	if (texts.length === 0) return 'notTicked';
	const hash = changeHash(change, rows);
	return texts.some((text) => hashAtEnd(text) === hash) ? 'yes' : 'lapsed';
}
