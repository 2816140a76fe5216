import { TOLERATED_SKEW_MS } from '../check/clock';
import type { Verdict } from '../check/check';
import { durationText } from './waitingWords';

/** What the clocks say about each other; null when the server tells no time. */
export function clockVerdict(
	aheadMs: number | null,
	whose: string,
): { ok: boolean | null; verdict: Verdict & { remedy: string } } {
	if (aheadMs === null) {
		const seen = `The answers of ${whose} tell no time.`;
		return {
			ok: null,
			verdict: { seen, remedy: 'Nothing to do: only the clocks cannot be compared.' },
		};
	}
	if (Math.abs(aheadMs) <= TOLERATED_SKEW_MS) {
		const seen = `The clock of this n8n and that of ${whose} agree within two minutes.`;
		return { ok: true, verdict: { seen, remedy: '' } };
	}
	const way = aheadMs > 0 ? 'ahead of' : 'behind';
	return {
		ok: false,
		verdict: {
			seen: `The clock of this n8n is about ${durationText(wholeMinutes(aheadMs))} ${way} that of ${whose}.`,
			remedy:
				'Set the clock of the machine that n8n runs on, best by a time service (NTP): tokens expire and days begin by it.',
		},
	};
}

/** The server names whole seconds, and its answer took a while: less than a minute would be feigned. */
function wholeMinutes(aheadMs: number): number {
	return Math.round(Math.abs(aheadMs) / 60_000) * 60_000;
}
