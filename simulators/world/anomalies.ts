/** Things that are rare and look like something else. */
import type { Random } from '../random';
import { changeQuantity, liveLines } from './lineChanges';
import type { WorldLine } from './lineChanges';
import { changeOf } from './nights';
import type { NightChange } from './nights';
import type { World } from './world';

export type Anomaly = 'renamedProduct' | 'skuReissued' | 'typo' | 'customerRenumbered';

const TYPED_BY_MISTAKE = 40;

export function applyAnomaly(world: World, anomaly: Anomaly, random: Random): NightChange[] {
	const lines = random.shuffled(liveLines(world).filter(({ truth }) => truth.kind === 'seat'));
	if (lines.length === 0) return [];
	switch (anomaly) {
		case 'renamedProduct':
			return renameProduct(lines);
		case 'skuReissued':
			return reissueSku(lines);
		case 'typo':
			return typeTooMany(world, lines);
		case 'customerRenumbered':
			return renumberCustomer(world, lines[0]);
	}
}

/** The vendor calls a product something else from now on, on every line of it. */
function renameProduct(lines: readonly WorldLine[]): NightChange[] {
	const [{ row: first }] = lines;
	return lines
		.filter(({ row }) => row.productName === first.productName)
		.map((line) => ({ line, before: line.row.productName, after: `${line.row.productName} (v2)` }))
		.map(({ line, before, after }) => {
			line.row.productName = after;
			return changeOf('renamedProduct', line, before, after);
		});
}

/** One product's number goes to another product; its own lines get a new one. */
function reissueSku(lines: readonly WorldLine[]): NightChange[] {
	const [{ row: old }] = lines;
	const other = lines.find(({ row }) => row.productId !== old.productId);
	if (!other) return [];
	const [freed, taker] = [old.skuNo, other.row.skuNo];
	return lines.flatMap((line) => {
		const before = line.row.skuNo;
		if (before !== freed && before !== taker) return [];
		line.row.skuNo = before === freed ? freed + 20 : freed;
		return [changeOf('skuReissued', line, before, line.row.skuNo)];
	});
}

/** Somebody types 40 on a line that had next to nothing. */
function typeTooMany(world: World, lines: readonly WorldLine[]): NightChange[] {
	const [line] = [...lines].sort((a, b) => (a.row.quantity ?? 0) - (b.row.quantity ?? 0));
	const before = line.row.quantity;
	changeQuantity(world, line, TYPED_BY_MISTAKE);
	return [changeOf('typo', line, before, TYPED_BY_MISTAKE)];
}

/** The same firm under another number, lines and all. */
function renumberCustomer(world: World, line: WorldLine): NightChange[] {
	const { account, row } = line;
	const before = row.customerNo;
	const after = account.customers.reduce((top, { customerNo }) => Math.max(top, customerNo), 0) + 7;
	const { customers, subscriptions, changeLog } = account;
	const truths = [...world.truth.customers, ...world.truth.subscriptions].filter(
		(truth) => truth.account === account.label,
	);
	for (const record of [...customers, ...subscriptions, ...changeLog, ...truths]) {
		if (record.customerNo === before) record.customerNo = after;
	}
	return [changeOf('customerRenumbered', line, before, after)];
}
