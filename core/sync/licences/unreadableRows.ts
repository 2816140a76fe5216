import type { StellrSubscription } from '../../stellr/schemas';
import { licenceReasons as why } from '../../words/licenceReasons';
import type { Reason } from '../planItem';
import { foldKey, keyInText, subscriptionKey } from '../stellrKeys';
import { likenessOf } from './likeness';
import type { LineContext } from './plan';

/** A row that Halo showed but that could not be understood. */
export interface UnreadableRow {
	id: string | null;
	/** The client that it names, as far as it does. */
	clientId: number | null;
	/** Every text of it. */
	texts: string[];
}

/** Whether texts of such rows, folded, name the line by its key, its id or its vendor's id. */
export function namesLine(texts: ReadonlySet<string>, subscription: StellrSubscription): boolean {
	if (texts.size === 0) return false;
	const { subscriptionId, vendorSubscriptionId } = subscription;
	return [subscriptionKey(subscription), subscriptionId, vendorSubscriptionId].some(
		(name) => name !== null && texts.has(foldKey(name)),
	);
}

/** Why a line is not given a row by its product, or a new one, while such a row of its client may be its own. */
export function likeUnreadable(context: LineContext): Reason | null {
	const row = context.unreadableRows.find((hidden) => mayBeOf(context, hidden));
	return row === undefined ? null : why.likeUnreadable(row.id);
}

function mayBeOf({ customer, subscription, listed }: LineContext, row: UnreadableRow): boolean {
	const clientName = foldKey(customer.haloClientName ?? '');
	const namesClient = row.texts.some((text) => foldKey(text) === clientName);
	if (row.clientId === null ? !namesClient : row.clientId !== customer.haloClientId) return false;
	if (row.texts.some((text) => listed.has(keyInText(text)))) return false;
	const { skuNo, mfgPartNo, productName } = subscription;
	const numbers = [skuNo, mfgPartNo].flatMap((number) => (number === null ? [] : foldKey(number)));
	return row.texts.some(
		(text) =>
			numbers.includes(foldKey(text)) ||
			(foldKey(text) !== clientName && likenessOf(text, productName ?? '') === 'same'),
	);
}
