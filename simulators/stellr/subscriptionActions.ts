/** The few writes a test needs: seats, cancel, suspend, activate. Their bodies are reconstructed, not captured from TD SYNNEX. */
import { z } from 'zod';
import type { Answer } from './answer';
import { objectAnswer, refusal } from './answer';
import type { Call } from './call';
import type { StellrSubscriptionRow } from './state';

export const SUBSCRIPTION_ACTIONS = [
	'changeSeats',
	'cancel',
	'suspend',
	'activate',
	'reactive',
] as const;
type Action = (typeof SUBSCRIPTION_ACTIONS)[number];

const seatsBody = z
	.object({
		quantity: z.number().int().min(1),
		productId: z.number().optional(),
		skuNo: z.number().optional(),
	})
	.strict();
const emptyBody = z.union([z.undefined(), z.null(), z.object({}).strict()]);

export function runSubscriptionAction(
	action: Action,
	row: StellrSubscriptionRow,
	call: Call,
): Answer {
	const seats = action === 'changeSeats' ? seatsBody.safeParse(call.body) : null;
	const parsed = seats ?? emptyBody.safeParse(call.body);
	if (!parsed.success) {
		call.violation(`body of ${action}`, parsed.error.issues[0].message);
		return refusal(400, 'ValidateParameter', `The body of ${action} is not valid`, call.switches);
	}
	recordChange(row, call, apply(action, row, seats?.data?.quantity ?? null));
	const operationId = `op-${row.subscriptionId}-${call.account.changeLog.length}`;
	return objectAnswer({ operationId }, call.switches);
}

/** Changes the row and says what changed, in the words of a change log. */
function apply(action: Action, row: StellrSubscriptionRow, quantity: number | null): string {
	if (action === 'changeSeats' && quantity !== null) {
		// A resulting total, never a delta; start date, id and number of lines stay.
		const difference = quantity - (row.quantity ?? 0);
		row.quantity = quantity;
		const seats = `${Math.abs(difference)} seat${Math.abs(difference) === 1 ? '' : 's'}`;
		return `${difference < 0 ? 'Remove' : 'Add'} ${seats}`;
	}
	const statuses = { cancel: 'Cancelled', suspend: 'Suspended' } as const;
	row.status = action === 'cancel' || action === 'suspend' ? statuses[action] : 'Activated';
	return `Set to ${row.status}`;
}

function recordChange(row: StellrSubscriptionRow, call: Call, changeLog: string): void {
	const { subscriptionId, customerNo, contractNo, lineNo, productName } = row;
	call.account.changeLog.push({
		subscriptionId,
		customerNo,
		contractNo,
		lineNo,
		activityLog: `Update Service (${productName})`,
		changeLog,
		entryDatetime: new Date(call.now()).toISOString().replace('Z', '+0000'),
		entryBy: 'simulator',
		entrySource: 'API',
	});
}
