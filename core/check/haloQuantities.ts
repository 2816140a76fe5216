import { z } from 'zod';
import { rowsOfList } from '../halo/answers';

/** What recurring invoices show of the setting that has Halo calculate quantities out of licences. */
export interface QuantityCalculation {
	/** Lines that count licences. */
	linked: number;
	/** Those of them whose quantity Halo says it calculates. */
	calculated: number;
}

const links = z.array(z.unknown()).catch([]);

const lineSchema = z.object({
	quantity_licences: links,
	quantity_subscriptions: links,
	_is_calculated_line: z.boolean().catch(false),
});

const invoiceSchema = z.object({ lines: z.array(z.unknown()).catch([]) });

/** Out of an answer of the list of recurring invoices; null where it holds no list. */
export function quantityCalculation(body: unknown): QuantityCalculation | null {
	const rows = rowsOfList(body, 'invoices')?.rows;
	if (rows === undefined) return null;
	const linked = rows.flatMap(linesOf).filter(countsLicences);
	const calculated = linked.filter((line) => line._is_calculated_line).length;
	return { linked: linked.length, calculated };
}

type Line = z.infer<typeof lineSchema>;

/** Lines of an unknown form tell nothing here; the flows that need them say so themselves. */
function linesOf(invoice: unknown): Line[] {
	const lines = invoiceSchema.safeParse(invoice).data?.lines ?? [];
	return lines.flatMap((line) => lineSchema.safeParse(line).data ?? []);
}

function countsLicences({ quantity_licences, quantity_subscriptions }: Line): boolean {
	return quantity_licences.length + quantity_subscriptions.length > 0;
}
