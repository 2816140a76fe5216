import type { HaloLicence } from '../halo/schemas';
import { isTyped, type LicenceUse } from './invoiceIndex';
import type { LineFacts } from './lineFacts';
import { priceOf, revenueAt } from './money';
import type { InvoicedLine } from './result';
import type { TypedCandidate } from './typedLines';

/** Every recurring line that is about the licence: those that link it, and else those that may bill it. */
export function invoicedLines(
	facts: LineFacts,
	licences: ReadonlyMap<number, HaloLicence>,
): InvoicedLine[] {
	const lines = facts.uses.map((use) =>
		linkedLine(use, licences.get(use.link.licenceId) ?? facts.row),
	);
	for (const candidate of facts.typed)
		lines.push(typedLine(candidate, candidate === facts.typedLine));
	return lines;
}

function linkedLine(use: LicenceUse, row: HaloLicence | null): InvoicedLine {
	const { place, link, quantity } = use;
	const price = priceOf(use, row);
	return {
		...placeOf(place),
		by: 'link',
		active: place.active,
		quantity,
		free: isTyped(place.line) ? 0 : link.free,
		minimum: isTyped(place.line) ? 0 : link.minimum,
		proRata: link.proRata,
		price,
		revenue: revenueAt(place, quantity, price),
	};
}

/** One that may be another's bills nothing here. */
function typedLine({ place, by }: TypedCandidate, counts: boolean): InvoicedLine {
	const quantity = place.line.quantity ?? 0;
	const price = place.line.sellPrice;
	return {
		...placeOf(place),
		by,
		active: counts,
		quantity,
		free: 0,
		minimum: 0,
		proRata: false,
		price,
		revenue: counts ? revenueAt(place, quantity, price) : null,
	};
}

function placeOf({ invoice, line, currency }: LicenceUse['place']) {
	return {
		invoiceId: invoice.id,
		invoiceNumber: invoice.shownNumber,
		invoiceName: invoice.name,
		lineId: line.id,
		itemName: line.itemName,
		discountPercent: line.discountPercent ?? 0,
		period: invoice.period,
		currency,
	};
}
