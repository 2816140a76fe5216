import { steadyClock } from '../../../core/http/steadyClock';

function toldBy(times: number[]): number[] {
	const left = [...times];
	const clock = steadyClock(() => left.shift() ?? 0);
	return times.map(() => clock());
}

describe('the steady clock', () => {
	it('goes with the clock of the system', () => {
		expect(toldBy([0, 5, 5, 90])).toEqual([0, 5, 5, 90]);
	});

	it('stands still where that is put back, and goes on at its pace', () => {
		expect(toldBy([1000, 400, 450, 100, 130])).toEqual([1000, 1000, 1050, 1050, 1080]);
	});
});
