/** The licence rows Halo already has for Stellr lines: from its own module, typed by hand, from Microsoft, and doubles. */
import type { HaloLicenceRow } from '../halo/state';
import type { Random } from '../random';
import { aLicenceRow, NO_DATE } from './builders';
import { quota } from './customerPlan';
import { haloDate } from './days';
import type { LicenceOptions } from './options';
import type { DrawnLine } from './subscriptionLines';
import type { LicenceOrigin } from './truth';

export interface OwnedLine {
	line: DrawnLine;
	clientId: number;
}

export interface RowsOfLine {
	/** The row of the line, if Halo has one. */
	row: HaloLicenceRow | null;
	origin: LicenceOrigin;
	duplicates: HaloLicenceRow[];
	lookalikes: HaloLicenceRow[];
	countDiffers: boolean;
}

type FirstOrigin = Exclude<LicenceOrigin, 'duplicate'>;

const TD_SYNNEX = { supplier_id: 7, distributor: 'TD SYNNEX' };

/** Rows for lines whose client is in Halo, by exact shares of these lines. */
export function writeLicenceRows(
	owned: readonly OwnedLine[],
	options: LicenceOptions,
	random: Random,
): Map<DrawnLine, RowsOfLine> {
	const origins = drawOrigins(owned, options, random);
	const withRow = owned.filter(({ line }) => ['native', 'hand'].includes(origins.get(line) ?? ''));
	const doubled = chosen(withRow, options.duplicates * owned.length, random);
	const different = chosen(withRow, options.countDiffers * withRow.length, random);
	const shadowed = chosen(owned, options.otherDistributor * owned.length, random);
	const withSku = chosen(
		owned.filter(({ line }) => origins.get(line) === 'hand'),
		options.handWithSku * [...origins.values()].filter((origin) => origin === 'hand').length,
		random,
	);
	const result = new Map<DrawnLine, RowsOfLine>();
	let id = 5000;
	for (const item of owned) {
		const origin = origins.get(item.line) ?? 'none';
		const draw = {
			item,
			options,
			random,
			withSku: withSku.has(item.line),
			nextId: () => (id += 1),
		};
		const row = rowOf(origin, draw);
		if (row && different.has(item.line)) row.count = otherCount(row.count, random);
		const isDoubled = row !== null && doubled.has(item.line);
		result.set(item.line, {
			row,
			origin: isDoubled ? 'duplicate' : origin,
			duplicates: isDoubled ? [{ ...handRow({ ...draw, withSku: true }), name: row.name }] : [],
			lookalikes: shadowed.has(item.line) ? [otherDistributorRow(draw)] : [],
			countDiffers: row !== null && row.count !== item.line.row.quantity,
		});
	}
	return result;
}

interface RowDraw {
	item: OwnedLine;
	options: LicenceOptions;
	random: Random;
	withSku: boolean;
	nextId: () => number;
}

function drawOrigins(
	owned: readonly OwnedLine[],
	{ native, hand, microsoft }: LicenceOptions,
	random: Random,
): Map<DrawnLine, FirstOrigin> {
	const origins = new Map<DrawnLine, FirstOrigin>();
	const inOrder = random.shuffled(owned);
	// Microsoft's connection knows live Microsoft seats only, so these are given out first.
	const ofMicrosoft = inOrder.filter(
		({ line }) => line.shelf === 'microsoftSeats' && line.life === 'live',
	);
	ofMicrosoft
		.slice(0, Math.round(microsoft * owned.length))
		.forEach(({ line }) => origins.set(line, 'microsoft'));
	const others = inOrder.filter(({ line }) => !origins.has(line));
	const natives = Math.round(native * owned.length);
	const hands = Math.round(hand * owned.length);
	others.slice(0, natives).forEach(({ line }) => origins.set(line, 'native'));
	others.slice(natives, natives + hands).forEach(({ line }) => origins.set(line, 'hand'));
	return origins;
}

function chosen(items: readonly OwnedLine[], count: number, random: Random): Set<DrawnLine> {
	const share = items.length === 0 ? 0 : count / items.length;
	return new Set(quota(items, share, random).map(({ line }) => line));
}

function rowOf(origin: FirstOrigin, draw: RowDraw): HaloLicenceRow | null {
	if (origin === 'native') return nativeRow(draw);
	if (origin === 'hand') return handRow(draw);
	return origin === 'microsoft' ? microsoftRow(draw) : null;
}

/** What every row of the line has, whoever made it. */
function commonRow({ item, options, random, nextId }: RowDraw): HaloLicenceRow {
	const { line, clientId } = item;
	const { row, life } = line;
	const isOver = life === 'ended' && !random.chance(options.staleActive);
	return aLicenceRow({
		id: nextId(),
		type: random.chance(options.typeZero) ? 0 : 1,
		name: line.product.name,
		count: row.quantity ?? 0,
		client_id: clientId,
		site_id: random.chance(0.7) ? -1 : clientId * 10,
		start_date: haloDate(row.startDate ?? '2025-01-01'),
		purchase_price: row.unitPrice ?? 0,
		price: row.customerPrice ?? 0,
		is_active: !isOver,
		status: isOver ? 'Inactive' : 'Active',
	});
}

/** As Halo's StreamOne Stellr module leaves it; modelled, its true fields are unknown. */
function nativeRow(draw: RowDraw): HaloLicenceRow {
	const { row, term } = draw.item.line;
	const place = draw.random.weighted(draw.options.nativeIdIn);
	return {
		...commonRow(draw),
		name: row.productName,
		type: 1,
		end_date: row.endDate === null ? NO_DATE : haloDate(row.endDate),
		billing_cycle: row.billingFrequency === 'month' ? 'Monthly' : 'Annually',
		term_duration: {
			annualMonthly: '1 Year',
			monthly: '1 Month',
			annualPrepaid: '1 Year',
			threeYear: '3 Years',
			none: null,
		}[term],
		vendor: row.vendorName,
		...TD_SYNNEX,
		product_sku: String(row.skuNo),
		...(place === 'nowhere' ? {} : { [place]: row.subscriptionId }),
	};
}

function handRow(draw: RowDraw): HaloLicenceRow {
	const { product, row } = draw.item.line;
	return {
		...commonRow(draw),
		name: draw.random.pick(product.nicknames),
		product_sku: draw.withSku ? String(row.skuNo) : null,
		end_date: NO_DATE,
		notes: draw.random.chance(0.2) ? 'added for the monthly invoice' : null,
	};
}

function microsoftRow(draw: RowDraw): HaloLicenceRow {
	return {
		...commonRow(draw),
		type: 0,
		vendor: 'Microsoft',
		azure_connection_id: 1,
		tenant_id: '00000000-0000-4000-8000-000000000001',
		price: 0,
		purchase_price: 0,
	};
}

/** The same product, bought elsewhere: it must keep its own count. */
function otherDistributorRow(draw: RowDraw): HaloLicenceRow {
	const { product, row } = draw.item.line;
	return {
		...commonRow(draw),
		name: product.name,
		count: Math.max(1, Math.round((row.quantity ?? 1) / 2)),
		is_active: true,
		status: 'Active',
		supplier_id: 8,
		distributor: 'Pax8',
		snowid: `pax8-${draw.item.clientId}-${product.productId}`,
	};
}

function otherCount(count: number, random: Random): number {
	const step = random.between(1, 3);
	return random.chance(0.5) || count <= step ? count + step : count - step;
}
