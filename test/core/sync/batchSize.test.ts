import { sizeAfterProof, USUAL_BATCH } from '../../../core/sync/batchSize';

/** Writes it takes when one row goes alone first. */
const writes = (rows: number, size: Parameters<typeof sizeAfterProof>[1]) =>
	1 + Math.ceil((rows - 1) / sizeAfterProof(rows - 1, size));

describe('rows per request after one was written alone', () => {
	it('are so many that the proof costs no request, beyond one request’s worth of rows', () => {
		for (let rows = 21; rows <= 2000; rows += 1) {
			expect(writes(rows, USUAL_BATCH)).toBeLessThanOrEqual(Math.ceil(rows / 20));
		}
	});

	it('are never more than fifty, and in truth no more than thirty-nine', () => {
		const most = Math.max(
			...Array.from({ length: 2000 }, (_, rows) => sizeAfterProof(rows, USUAL_BATCH)),
		);
		expect(most).toBe(39);
	});

	it('are what a person set, where one did', () => {
		for (const left of [0, 1, 19, 39, 999]) {
			expect(sizeAfterProof(left, { rowsPerRequest: 20 })).toBe(20);
		}
	});

	it('cannot save the second write of two to twenty rows', () => {
		expect([1, 2, 20].map((rows) => (rows === 1 ? 1 : writes(rows, USUAL_BATCH)))).toEqual([
			1, 2, 2,
		]);
	});
});
