/** CSV as RFC 4180 has it, read as a spreadsheet reads it with one separator. */
export function csvRecords(text: string, separator = ','): string[][] {
	const records: string[][] = [];
	let record: string[] = [];
	let cell = '';
	let quoted = false;
	const endCell = () => {
		record.push(cell);
		cell = '';
	};
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at];
		if (quoted) {
			if (sign !== '"') cell += sign;
			else if (text[at + 1] === '"') {
				cell += '"';
				at += 1;
			} else quoted = false;
		} else if (sign === '"' && cell === '') quoted = true;
		else if (sign === separator) endCell();
		else if (sign === '\r' && text[at + 1] === '\n') {
			endCell();
			records.push(record);
			record = [];
			at += 1;
		} else cell += sign;
	}
	return records;
}
