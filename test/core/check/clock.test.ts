import { clockAhead } from '../../../core/check/clock';
import type { WatchedAnswer } from '../../../core/check/probe';
import { clockVerdict } from '../../../core/words/checkClock';
import { json } from '../http/fakeRuntime';

const NOON = Date.UTC(2026, 10, 26, 12);

function answer(date: string | undefined, sentAt: number, cameAt: number): WatchedAnswer {
	const headers: Record<string, string> = date === undefined ? {} : { date };
	const request = { method: 'GET' as const, path: '/' };
	return { doing: 'List', request, answer: json(200, {}, headers), sentAt, cameAt };
}

const at = (milliseconds: number) => new Date(NOON + milliseconds).toUTCString();

describe('the clock of this machine against a server', () => {
	it('agrees while the time that the server names lies between sending and receiving', () => {
		expect(clockAhead([answer(at(0), NOON + 300, NOON + 900)])).toBe(0);
	});

	it('is ahead or behind by what is left over', () => {
		expect(clockAhead([answer(at(0), NOON + 60_000, NOON + 60_500)])).toBe(60_000);
		expect(clockAhead([answer(at(60_000), NOON, NOON + 500)])).toBe(-59_500);
	});

	it('is judged by the quickest answer', () => {
		const slow = answer(at(-90_000), NOON, NOON + 500);
		expect(clockAhead([slow, answer(at(0), NOON, NOON + 500)])).toBe(0);
	});

	it('is not judged where no answer tells a time', () => {
		expect(clockAhead([answer(undefined, NOON, NOON)])).toBeNull();
		expect(clockVerdict(null, 'Stellr').ok).toBeNull();
	});

	it('matters from two minutes on, either way', () => {
		expect(clockVerdict(110_000, 'Stellr').ok).toBe(true);
		const { ok, verdict } = clockVerdict(-601_000, 'Stellr');
		expect(ok).toBe(false);
		expect(verdict.seen).toBe('The clock of this n8n is about 10 min behind that of Stellr.');
	});
});
