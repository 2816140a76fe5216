import type { GuardrailPolicy } from '../../core/sync/licences/guardrailPolicy';

/** For tests about what is planned, not about how far a run may go. */
export const noGuardrails: GuardrailPolicy = {
	decreaseSeats: Infinity,
	decreasePercent: Infinity,
	increaseSeats: Infinity,
	increasePercent: Infinity,
	holdLastLiveRow: false,
	runRows: Infinity,
	runPercentOfRows: 100,
	runPercentOfValue: Infinity,
	commitmentGraceDays: Infinity,
	freeze: null,
};
