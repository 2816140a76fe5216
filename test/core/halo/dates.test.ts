import fc from 'fast-check';
import { calendarDay, haloDateOf, isNoDate, NO_DATE, sameDay } from '../../../core/halo/dates';

describe('Halo dates', () => {
	test.each([null, NO_DATE, '0001-01-01T00:00:00', '1900-01-01T00:00:00', '', 'soon'])(
		'%s is no date',
		(date) => {
			expect(isNoDate(date)).toBe(true);
			expect(calendarDay(date)).toBeNull();
			expect(sameDay('2026-02-28', date)).toBe(false);
		},
	);

	it('the day is the one Halo shows', () => {
		expect(calendarDay('2026-02-28T00:00:00')).toBe('2026-02-28');
	});

	test.each([
		['2026-02-28T00:00:00', true],
		['2026-02-28', true],
		['2026-02-28T00:00:00Z', true],
		['2026-02-27T18:00:00', true],
		['2026-02-28T13:00:00.000', true],
		['2026-02-27T10:00:00', true],
		['2026-02-27T00:00:00', false],
		['2026-03-01T00:00:00', false],
		['2026-02-28T15:00:00', false],
	])('%s is 28 February after a shift by a zone: %s', (date, same) => {
		expect(sameDay('2026-02-28', date)).toBe(same);
	});

	it('a day written and read back in any zone is the same day, and the next day never is', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 20_000 }),
				fc.integer({ min: -9, max: 9 }),
				(dayNo, hours) => {
					const day = new Date(Date.UTC(2000, 0, 2) + dayNo * 86_400_000)
						.toISOString()
						.slice(0, 10);
					const shifted = new Date(Date.parse(haloDateOf(day)) + hours * 3_600_000);
					const shown = shifted.toISOString().slice(0, 19);
					const next = new Date(Date.parse(haloDateOf(day)) + 86_400_000).toISOString();
					return sameDay(day, shown) && !sameDay(day, next);
				},
			),
		);
	});
});
