import type { PlanItem } from '../../core/sync/planItem';

/** The reasons of a plan item as one text, for the first column of n8n's table: inside `plan` nobody sees them at a glance. */
export function whyOf({ reasons }: Pick<PlanItem, 'reasons'>): string {
	return reasons.map(({ text }) => text).join(' ');
}
