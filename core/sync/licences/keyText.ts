import type { LicenceKeyField } from './policy';

/** In notes the key stands on a line of its own behind a label, since people write there too. */
const NOTES_LABEL = 'Stellr key: ';

/** The part of the field's text that may be a key. */
export function keyPartOf(keyField: LicenceKeyField, text: string | null): string | null {
	if (keyField !== 'notes' || text === null) return text;
	const line = text.split(/\r?\n/).find((entry) => entry.startsWith(NOTES_LABEL));
	return line === undefined ? null : line.slice(NOTES_LABEL.length);
}

/** The field's text with the key in it; what people wrote into notes stays. */
export function textWithKey(
	keyField: LicenceKeyField,
	text: string | null,
	keyText: string,
): string {
	if (keyField !== 'notes') return keyText;
	const others = (text ?? '').split(/\r?\n/).filter((line) => !line.startsWith(NOTES_LABEL));
	return [...others.join('\n').trimEnd().split('\n'), NOTES_LABEL + keyText]
		.filter((line, at) => at > 0 || line !== '')
		.join('\n');
}
