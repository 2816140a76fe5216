import {
	dateShapes,
	datesAreRead,
	fieldNames,
	kindsOf,
	knownWordsOf,
	nameInUse,
	wordsOf,
} from '../../../core/check/discover/shapes';

describe('records, told without their values', () => {
	it('show the names of their fields, but no data that stands where a name should', () => {
		const rows = [
			{ id: 1, name: 'Acorn' },
			{ id: 2, '100482': {}, 'acorn.com': 1, Acorn: 2 },
		];
		expect(fieldNames(rows)).toBe('id, name (and 3 not shown)');
		expect(fieldNames([])).toBe('none');
	});

	it('show which of several names holds something, and of what kind', () => {
		const rows = [
			{ name: '', companyName: null },
			{ displayName: 'Acorn', companyName: '12' },
		];
		expect(nameInUse(rows, ['name', 'companyName', 'displayName'])).toBe('companyName');
		expect(nameInUse(rows, ['name'])).toBeNull();
		expect(kindsOf([{ a: 1 }, { a: '1' }, { a: 1.5 }, {}], 'a')).toBe(
			'a number or text of digits or a fraction',
		);
	});

	it('show how dates are written', () => {
		const rows = [
			{ start: '2026-01-12', end: '2026-07-09T11:21:25.733-0400' },
			{ start: '2026-01-12T00:00:00', end: '12/31/2026' },
		];
		const shapes = dateShapes(rows, ['start', 'end', 'other']) ?? '';
		expect(shapes).toBe(
			'start yyyy-MM-dd or yyyy-MM-ddTHH:mm:ss without a zone; end yyyy-MM-ddTHH:mm:ss+hhmm or day and month with slashes',
		);
		expect(datesAreRead(shapes)).toBe(false);
		expect(dateShapes(rows, ['other'])).toBeNull();
	});

	it("show a vendor's words, and count what may be somebody's name", () => {
		const rows = [
			{ name: 'Acorn', status: 'Activated' },
			{ name: 'Birch', status: 'Acorn' },
			{ name: 'Cedar', status: null },
			{ name: 'Cedar', status: 'call 555 1234' },
		];
		expect(wordsOf(rows, 'status')).toBe('"Activated" 1, other words 2, nothing 1');
		expect(knownWordsOf(rows, 'status', ['activated'])).toBe(
			'"Activated" 1, other words 2, nothing 1',
		);
		expect(knownWordsOf([{ status: 'Anna' }], 'status', ['Active'])).toBe('other words 1');
	});
});
