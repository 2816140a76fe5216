import type { Issue } from '../items/issue';
import type { StellrSubscription } from '../stellr/schemas';
import type { CustomerLines } from '../sync/licences/customerLines';
import type { Evidence } from '../sync/licences/evidence';
import { leftOut } from '../sync/licences/leftOut';
import type { LicenceIndex } from '../sync/licences/rowIndex';
import type { ListedKeys } from '../sync/licences/sameCustomer';
import { namesLine } from '../sync/licences/unreadableRows';
import { endedLongAgo } from '../sync/licences/endedLongAgo';
import { foldKey, subscriptionKey } from '../sync/stellrKeys';
import { reconcileIssues } from '../words/reconcileIssues';
import type { ReconcilePolicy } from './input';
import { pairOf, type Pairing } from './pairing';
import type { ReconcileResult } from './result';

/** A line with the row that is its own. */
export interface PairedLine {
	key: string;
	/** As look-ups use it. */
	folded: string;
	customer: CustomerLines;
	subscription: StellrSubscription;
	seats: number;
	over: boolean;
	pairing: Pairing;
}

/** Sorts lines into those that are compared and those that are not, with the reason. */
export class Sorting {
	readonly leftOut: ReconcileResult['leftOut'] = {
		otherKinds: 0,
		bySettings: 0,
		over: 0,
		ignored: 0,
		inReview: 0,
	};
	readonly attention: Array<{ key: string; issue: Issue }> = [];
	/** Lines that are charged, but not compared. */
	readonly uncompared: Array<{ customer: CustomerLines; subscription: StellrSubscription }> = [];
	private readonly taken = new Set<string>();

	constructor(
		private readonly policy: ReconcilePolicy,
		private readonly index: LicenceIndex,
		private readonly keys: ListedKeys,
		private readonly unreadable: ReadonlySet<string>,
		/** Takes each line that is compared; not kept here, since they are very many. */
		private readonly paired: (line: PairedLine) => void,
	) {}

	private setAside(
		customer: CustomerLines,
		subscription: StellrSubscription,
		issue: Issue | null,
	): void {
		if (issue !== null) this.attention.push({ key: subscriptionKey(subscription), issue });
		const { state } = subscription;
		if (state !== 'cancelled' && state !== 'expired') {
			this.uncompared.push({ customer, subscription });
		}
	}

	take(
		customer: CustomerLines,
		subscription: StellrSubscription,
		folded: string,
		evidence: Evidence | undefined,
	): void {
		const key = subscriptionKey(subscription);
		if (this.keys.several.has(folded)) {
			if (!this.taken.has(folded)) {
				this.setAside(
					customer,
					subscription,
					reconcileIssues.severalCustomers(customer, subscription),
				);
			}
			this.taken.add(folded);
			return;
		}
		const pairing = pairOf(folded, customer, this.index, evidence);
		const filtered = leftOut(
			subscription,
			this.policy,
			pairing.row !== null && pairing.by !== 'evidence',
		);
		if (filtered?.reason.code === 'productLeftOut') {
			this.leftOut.bySettings += 1;
			this.setAside(customer, subscription, null);
		} else if (filtered?.action === 'skipped') {
			this.leftOut.otherKinds += 1;
			this.setAside(customer, subscription, null);
		} else if (filtered !== null) {
			this.setAside(customer, subscription, reconcileIssues.kindUnknown(customer, subscription));
		} else this.compare({ key, folded, customer, subscription, pairing });
	}

	/** A row holds the beginning of the line's key: the field cuts keys, and the row may be the line's. */
	private isCut(folded: string): boolean {
		const text = this.index.cutKeyOf(folded);
		// One subscription's key may be the beginning of another's.
		return text !== null && !this.keys.listed.has(foldKey(text));
	}

	private compare(line: Omit<PairedLine, 'seats' | 'over'>): void {
		const { customer, subscription, pairing } = line;
		const over = isOver(subscription, pairing.row === null, this.policy.today);
		const { quantity } = subscription;
		if (!over && (quantity === null || !Number.isInteger(quantity) || quantity < 0)) {
			this.setAside(customer, subscription, reconcileIssues.quantity(customer, subscription));
			return;
		}
		if (over && pairing.row === null) this.leftOut.over += 1;
		else if (pairing.row === null && namesLine(this.unreadable, subscription)) {
			this.setAside(customer, subscription, reconcileIssues.rowUnreadable(customer, subscription));
		} else if (pairing.row === null && this.isCut(line.folded)) {
			this.setAside(customer, subscription, reconcileIssues.keyCut(customer, subscription));
		} else this.paired({ ...line, seats: over ? 0 : (quantity ?? 0), over });
	}
}

/** Cancelled or expired, and past its end; for a state that nobody knows, long past it and without a row. */
function isOver(subscription: StellrSubscription, withoutRow: boolean, today: string): boolean {
	const { state, endDate } = subscription;
	if (endDate === null || endDate >= today) return false;
	if (state === 'cancelled' || state === 'expired') return true;
	return withoutRow && endedLongAgo(subscription, today);
}
