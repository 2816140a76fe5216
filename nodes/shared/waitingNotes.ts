import type { NodeExecutionHint } from 'n8n-workflow';

import type { LimitedCaller } from '../../core/http/limitHttp';
import type { Limiter } from '../../core/http/limiter';
import { waitedText, waitingText } from '../../core/words/waitingWords';
import type { NodeContext } from './context';

/** Shorter waits are not worth a word. */
const WORTH_SAYING_MS = 2_000;
const SAY_AGAIN_AFTER_MS = 30_000;

/**
 * Shows that a run waits for an API's limit: at once in the editor's log of a run by hand and in n8n's own log, and
 * afterwards as one hint that stays with the execution.
 */
export function waitingNotes(
	context: NodeContext,
	whose: string,
	limiter: Limiter,
): Pick<LimitedCaller, 'onHeldBack' | 'onHeldBackSoFar'> {
	let lastSaid = -Infinity;
	let hint: NodeExecutionHint | null = null;
	return {
		onHeldBack(waitMs) {
			if (waitMs < WORTH_SAYING_MS || Date.now() - lastSaid < SAY_AGAIN_AFTER_MS) return;
			lastSaid = Date.now();
			const text = waitingText(whose, waitMs, limiter.options);
			context.logger.info(text);
			if ('sendMessageToUI' in context) context.sendMessageToUI(text);
		},
		onHeldBackSoFar(waitedMs) {
			if (waitedMs < WORTH_SAYING_MS || !('addExecutionHints' in context)) return;
			const message = waitedText(whose, waitedMs, limiter.options);
			if (hint === null) {
				hint = { message, location: 'outputPane' };
				context.addExecutionHints(hint);
			} else hint.message = message;
		},
	};
}
