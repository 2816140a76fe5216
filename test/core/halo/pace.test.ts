import { haloPace } from '../../../core/halo/pace';

describe('the pace at one Halo', () => {
	it('is half of what Halo has been seen to allow, unless the credential says otherwise', () => {
		expect(haloPace({})).toEqual({ perWindow: 150, windowMs: 300_000, concurrency: 2 });
		expect(haloPace({ requestsPerWindow: 250, windowSeconds: 180 })).toMatchObject({
			perWindow: 250,
			windowMs: 180_000,
		});
	});

	it('is divided between the workers that share it, and never nothing', () => {
		expect(haloPace({ workers: 4 }).perWindow).toBe(37);
		expect(haloPace({ requestsPerWindow: 2, workers: 5 }).perWindow).toBe(1);
	});

	it('keeps its default where a field holds nonsense', () => {
		expect(haloPace({ requestsPerWindow: 'many', windowSeconds: 0, workers: -1 })).toEqual(
			haloPace({}),
		);
	});
});
