import type { HaloLicence } from '../halo/schemas';
import type { StellrSubscription } from '../stellr/schemas';
import type { CustomerLines } from '../sync/licences/customerLines';
import type { SavedLicence } from '../sync/licences/savedState';
import type { LicenceUse } from './invoiceIndex';
import type { TypedCandidate } from './typedLines';

/** Everything that is known about one line before anything is said of it. */
export interface LineFacts {
	key: string;
	/** As look-ups use it. */
	folded: string;
	customer: CustomerLines;
	/** Null for a licence without subscription. */
	subscription: StellrSubscription | null;
	/** Stellr's seats; 0 for a line that is over or that Stellr does not list. */
	seats: number;
	/** The line is cancelled or expired, and its end date is past. */
	over: boolean;
	row: HaloLicence | null;
	by: 'key' | 'map' | 'evidence';
	others: HaloLicence[];
	unclear: boolean;
	atAnotherClient: boolean;
	/** Uses of the row, and of others that hold the key, on recurring lines, by line number; active or not. */
	uses: readonly LicenceUse[];
	/** Typed lines that may bill it; only where no line links the row. */
	typed: readonly TypedCandidate[];
	/** A typed line that only this subscription fits. */
	typedLine: TypedCandidate | null;
	/** False when recurring invoices could not be read. */
	invoicesRead: boolean;
	/** What the saved state has of it. */
	saved: SavedLicence | null;
	lastCount: number | null;
}

export function activeUses({ uses }: LineFacts): readonly LicenceUse[] {
	return uses.every(({ place }) => place.active) ? uses : uses.filter(({ place }) => place.active);
}

/** Halo's count; an inactive row counts for nothing. */
export function haloCount({ row }: LineFacts): number | null {
	if (row === null) return null;
	return row.active ? row.count : 0;
}

/** What active lines bill for it; null where none does, or where nobody can say. */
export function invoicedQuantity(facts: LineFacts): number | null {
	const uses = activeUses(facts);
	if (uses.length > 0) return uses.reduce((sum, { quantity }) => sum + quantity, 0);
	if (facts.typedLine !== null) return facts.typedLine.place.line.quantity;
	return facts.unclear || facts.typed.length > 0 ? null : 0;
}

/** What the kept line would bill if Halo's count were this one; null where there is no line. */
export function expectedAt(facts: LineFacts, count: number): number | null {
	const [kept] = activeUses(facts);
	if (kept !== undefined) return kept.quantityAt(count);
	return facts.typedLine === null ? null : count;
}
