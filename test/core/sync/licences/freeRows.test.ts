import { fieldHolding, FreeRows } from '../../../../core/sync/licences/freeRows';
import { aRow } from '../records';

const first = aRow({ id: 1, productSku: 'A-1', vendorProductSku: 'B-2' });
const second = aRow({ id: 2, productSku: 'b-2 ', notes: 'B-2' });
const third = aRow({ id: 3, productSku: 'A-1 of three' });

describe('rows that belong to nobody yet', () => {
	it('are found by a whole text of theirs, whatever its case and the blanks around it', () => {
		const rows = new FreeRows([first, second, third]);
		expect(rows.holding(' B-2')).toEqual([first, second]);
		expect(rows.holding('A-1')).toEqual([first]);
		expect(rows.holding('A')).toEqual([]);
	});

	it('are found by any of several texts, each once and in their own order', () => {
		const rows = new FreeRows([first, second, third]);
		expect(rows.holdingAny(['a-1 of three', 'b-2', 'a-1'])).toEqual([first, second, third]);
		expect(rows.holdingAny(['nothing'])).toEqual([]);
	});

	it('are found no longer once they are taken', () => {
		const rows = new FreeRows([first, second]);
		rows.take(first);
		expect(rows.holding('b-2')).toEqual([second]);
		expect(rows.all()).toEqual([second]);
		rows.take(second);
		expect(rows.isEmpty()).toBe(true);
	});

	it('say in which field the text stands first', () => {
		expect(fieldHolding(second, 'B-2')).toBe('notes');
		expect(fieldHolding(first, 'C-3')).toBeNull();
	});
});
