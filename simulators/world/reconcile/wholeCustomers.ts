/** Departures that are a whole customer's. */
import type { Random } from '../../random';
import { addLine } from '../lineChanges';
import type { World } from '../world';
import type { InvoiceBook } from './invoiceBook';
import { isCharged } from './seededLines';
import type { LineWithRow } from './seededLines';

/** A customer without a client, or with an inactive one, buys something if by chance all its lines are over or no seats. */
export function chargeLifeless(world: World, random: Random): void {
	const inactive = new Set(
		world.halo.clients.filter((client) => client.inactive).map(({ id }) => id),
	);
	for (const { account, customerNo, haloClientId, sort } of world.truth.customers) {
		const isMeant =
			(sort === 'plain' && haloClientId === null) ||
			(sort === 'inactiveClient' && haloClientId !== null && inactive.has(haloClientId));
		const isCharging = world.truth.subscriptions.some(
			(one) =>
				one.customerNo === customerNo &&
				one.account === account &&
				one.kind === 'seat' &&
				one.life !== 'ended',
		);
		const books = world.stellr.accounts.find(({ label }) => label === account);
		if (isMeant && !isCharging && books) addLine(world, books, customerNo, random);
	}
}

/**
 * So many clients that have one Stellr customer and no free line are invoiced in a currency that is not Stellr's; returns
 * the lines that are on their invoices.
 */
export function invoiceInOtherCurrency(
	world: World,
	book: InvoiceBook,
	lines: readonly LineWithRow[],
	count: number,
	random: Random,
): LineWithRow[] {
	const byClient = new Map<number, LineWithRow[]>();
	for (const line of lines.filter(isCharged)) {
		byClient.set(line.clientId, [...(byClient.get(line.clientId) ?? []), line]);
	}
	const fitting = random
		.shuffled([...byClient.values()])
		.filter(
			(own) =>
				new Set(own.map(({ customer }) => customer)).size === 1 &&
				own.every(({ row, licence }) => row.customerPrice !== 0 && book.isInvoiced(licence)),
		);
	if (fitting.length < count) {
		throw new Error(`The world has ${fitting.length} clients to invoice in another currency`);
	}
	return fitting.slice(0, count).flatMap((own) => {
		const currency = own[0].row.currency === 'USD' ? 'CAD' : 'USD';
		for (const client of world.halo.clients) {
			if (client.id === own[0].clientId) client.currency = currency;
		}
		for (const { licence } of own) book.lineOf(licence).invoice.currency_code = currency;
		return own;
	});
}
