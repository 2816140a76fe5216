import { durationText, waitedText, waitingText } from '../../../core/words/waitingWords';

const halo = {
	concurrency: 2,
	window: { perWindow: 150, windowMs: 300_000 },
	refusedWaits: [],
};

describe('words about waiting', () => {
	it.each([
		[400, 'under a second'],
		[12_300, '12 s'],
		[120_000, '2 min'],
		[125_000, '2 min 5 s'],
	])('%i ms is %s', (milliseconds, text) => {
		expect(durationText(milliseconds)).toBe(text);
	});

	it('say whose limit it is, how long it takes, and that nothing is wrong', () => {
		expect(waitingText('HaloPSA', 200_000, halo)).toBe(
			'HaloPSA: waiting about 3 min 20 s, since its limit in this n8n is 150 requests per 5 min. Nothing is wrong, and nothing needs to be done.',
		);
		expect(waitedText('Stellr account "us"', 8000, { concurrency: 3, refusedWaits: [] })).toBe(
			'Stellr account "us": waited 8 s in all, since it asked for fewer requests.',
		);
	});
});
