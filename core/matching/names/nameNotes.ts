import { readableName } from './readableName';

/** What people write behind a name that is not part of it: "- HQ", "(M365)", "DO NOT USE". */

/** The note says that the record is not to be used. */
const RETIRED =
	/^(?:do not (?:use|bill)|don'?t use|donotuse|dnu|old(?: (?:account|record|client|customer))?|duplicate|dup|dupe|inactive|closed|archived?|obsolete|disabled|cancell?ed|former(?: (?:client|customer))?|ex[- ](?:client|customer)|terminated|deprecated|merged|delete(?:d)?|to be deleted|no longer (?:used|a client)|zz+|xx+|n[aã]o usar|no usar|ne pas utiliser|antigo|antiguo|inativo|inactivo|ancien)$/;

/** The note says nothing about which company it is. */
const PLAIN =
	/^(?:hq|h\.?q\.?|head ?quarters|head office|main(?: (?:office|site|account))?|corporate(?: office)?|matriz|sede|si[eè]ge(?: social)?|(?:microsoft|ms|m|o|office)[ -]?365|microsoft|azure|csp|nce|stellr|streamone|td ?synnex|synnex|pax8|(?:m365 )?tenant|managed services|managed client|msp|edu|nfp|npo|gcc|(?:monthly|annual) contract|vip|licen[cs]es?|subscriptions?)$/;

const BRACKETED = /\s*[([{]([^()[\]{}]*)[)\]}]\s*/g;
const TRAILING_RETIRED =
	/[\s\-–—:*.,]+(?:do not use|don'?t use|donotuse|n[aã]o usar|no usar|ne pas utiliser)[\s*!.]*$/i;
const LEADING_RETIRED =
	/^[*\s]*(?:zz+|xx+|do not use|old|inactive|duplicate|closed)(?:\s+[-–—]+\s+|\s*[:_*]+\s*)(?=\S)/i;
const SEPARATED = /^(.*\S)\s*(?:\s[-–—|~]+\s|[|:*]+)\s*([^|:*]*?)[\s*]*$/;

export interface NameWithoutNotes {
	name: string;
	/** Notes taken off, as written: for the reasons that a person reads. */
	notes: string[];
	/** The note that says this record is not to be used, as written. */
	retired: string | null;
	/** What stood in brackets and may be another name of the same company. */
	bracketed: string[];
}

/** Takes notes off a name; a name that is nothing but a note is left as it is. */
export function withoutNotes(written: string): NameWithoutNotes {
	const name = readableName(written);
	if (!MAY_HOLD_NOTES.test(name)) return { name, notes: NONE, retired: null, bracketed: NONE };
	const found: NameWithoutNotes = { name, notes: [], retired: null, bracketed: [] };
	takeBrackets(found);
	takeEdges(found);
	let separated = SEPARATED.exec(found.name);
	while (separated !== null && note(found, separated[2])) {
		found.name = separated[1];
		separated = SEPARATED.exec(found.name);
	}
	found.name = found.name.replace(/^[*\s]+|[*\s]+$/g, '');
	return found.name === '' ? { name, notes: [], retired: null, bracketed: [] } : found;
}

const NONE: string[] = [];

/** Most names hold neither brackets nor separators nor these words. */
const MAY_HOLD_NOTES = /[([{|:*~–—]| -|- |^zz|use|usar|utiliser|^old|^xx|_/i;

function takeBrackets(found: NameWithoutNotes): void {
	found.name = found.name
		.replace(BRACKETED, (whole, inside: string) => {
			if (note(found, inside)) return ' ';
			const text = inside.trim();
			if (text !== '') found.bracketed.push(text);
			return whole;
		})
		.trim();
}

function takeEdges(found: NameWithoutNotes): void {
	for (const edge of [TRAILING_RETIRED, LEADING_RETIRED]) {
		const taken = edge.exec(found.name);
		if (taken === null || taken[0].length === found.name.length) continue;
		const text = taken[0].replace(/^[\s\-–—:*.,_]+|[\s\-–—:*.,!_]+$/g, '');
		found.notes.push(text);
		found.retired ??= text;
		found.name = found.name.replace(edge, '').trim();
	}
}

/** Whether the text is a note; if so it is kept as one. */
function note(found: NameWithoutNotes, text: string): boolean {
	const trimmed = text.trim().replace(/[!.]+$/, '');
	const folded = trimmed.toLowerCase().replace(/\s+/g, ' ');
	const retired = RETIRED.test(folded);
	if (!retired && !PLAIN.test(folded)) return false;
	found.notes.push(trimmed);
	if (retired) found.retired ??= trimmed;
	return true;
}
