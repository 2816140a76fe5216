/** Between two nightly runs the world moves on: seats, new and ended lines, renewals, and what people type into Halo. */
import { addCountChange } from '../halo/routes/countChanges';
import { SOMEBODY } from '../halo/staffEdit';
import { seededRandom } from '../random';
import type { Random } from '../random';
import { applyAnomaly } from './anomalies';
import type { Anomaly } from './anomalies';
import { productNameOf, skuOf, CATALOGUE } from './catalogue';
import { addDays, haloDate } from './days';
import { addLine, changeQuantity, endLine, liveLines, renewLine, succeedLine } from './lineChanges';
import type { WorldLine } from './lineChanges';
import type { World } from './world';

export interface NightOptions {
	/** Shares of all lines, 0 to 1. */
	countChanges: number;
	/** Of the changed counts, those that rise, by 1 to 3. */
	rises: number;
	newLines: number;
	ended: number;
	renewed: number;
	/** Of the renewals, those that go on under another contract. */
	renewedElsewhere: number;
	planChanges: number;
	/** Counts edited by hand in Halo, a number and no share. */
	staffEdits: number;
	/** What goes wrong this night; by default one thing every seventh night, in turn. */
	anomalies?: readonly Anomaly[];
}

export const DEFAULT_NIGHT: NightOptions = {
	countChanges: 0.007,
	rises: 0.8,
	newLines: 0.002,
	ended: 0.001,
	renewed: 0.003,
	renewedElsewhere: 0.2,
	planChanges: 0.0005,
	staffEdits: 2,
};

export type NightChangeKind =
	| 'count'
	| 'new'
	| 'end'
	| 'renew'
	| 'succeed'
	| 'planChange'
	| 'transfer'
	| 'staffEdit'
	| Anomaly;

export interface NightChange {
	kind: NightChangeKind;
	account: string;
	customerNo: number;
	subscriptionId: string;
	before: string | number | null;
	after: string | number | null;
	/** The Halo row that was edited. */
	licenceId?: number;
}

const ANOMALIES_IN_TURN: readonly Anomaly[] = [
	'renamedProduct',
	'skuReissued',
	'typo',
	'customerRenumbered',
];

/** Moves the world to the given night (1 is the day after it was made), in place, and says what changed. */
export function applyNight(
	world: World,
	night: number,
	options: Partial<NightOptions> = {},
): NightChange[] {
	const rates = { ...DEFAULT_NIGHT, ...options };
	const random = seededRandom(`${world.seed}/night ${night}`);
	world.asOf = addDays(world.options.asOf, night);
	const lines = random.shuffled(liveLines(world));
	const total = world.stellr.accounts.reduce(
		(sum, { subscriptions }) => sum + subscriptions.length,
		0,
	);
	const draw = (share: number, fits: (line: WorldLine) => boolean = () => true) =>
		takeWhere(lines, whole(share * total, random), fits);
	const changes = [
		...draw(rates.countChanges, isSeat).map((line) =>
			changeCount(world, line, rates.rises, random),
		),
		...draw(rates.ended).map((line) => end(world, line)),
		...draw(rates.planChanges, isSeat).map((line) => changePlan(world, line, random)),
		...renewals(world, lines, whole(rates.renewed * total, random)).map((line) =>
			renew(world, line, random.chance(rates.renewedElsewhere)),
		),
		...newLines(world, whole(rates.newLines * total, random), random),
		...staffEdits(world, rates.staffEdits, random),
	];
	const anomalies =
		rates.anomalies ?? (night % 7 === 0 ? [ANOMALIES_IN_TURN[(night / 7 - 1) % 4]] : []);
	return [...changes, ...anomalies.flatMap((anomaly) => applyAnomaly(world, anomaly, random))];
}

export function changeOf(
	kind: NightChangeKind,
	{ account, row }: WorldLine,
	before: NightChange['before'],
	after: NightChange['after'],
): NightChange {
	const { customerNo, subscriptionId } = row;
	return { kind, account: account.label, customerNo, subscriptionId, before, after };
}

function isSeat({ truth }: WorldLine): boolean {
	return truth.kind === 'seat';
}

/** A whole number of lines; what is left over is one more line that often. */
function whole(count: number, random: Random): number {
	return Math.floor(count) + (random.chance(count % 1) ? 1 : 0);
}

/** Takes lines out of the list, so that nothing happens to one line twice in a night. */
function takeWhere(
	lines: WorldLine[],
	count: number,
	fits: (line: WorldLine) => boolean,
): WorldLine[] {
	const taken = lines.filter(fits).slice(0, count);
	const gone = new Set(taken);
	lines.splice(0, lines.length, ...lines.filter((line) => !gone.has(line)));
	return taken;
}

function changeCount(world: World, line: WorldLine, rises: number, random: Random): NightChange {
	const before = line.row.quantity ?? 1;
	const step = random.between(1, 3);
	const after = before <= step || random.chance(rises) ? before + step : before - step;
	changeQuantity(world, line, after);
	return changeOf('count', line, before, after);
}

function end(world: World, line: WorldLine): NightChange {
	const before = line.row.status;
	endLine(world, line);
	return changeOf('end', line, before, line.row.status);
}

/** Half of them change the product, half move the same product to another contract. */
function changePlan(world: World, line: WorldLine, random: Random): NightChange {
	const before = line.row.subscriptionId;
	if (random.chance(0.5)) {
		return changeOf('transfer', succeedLine(world, line), before, line.row.productName);
	}
	const shelf = CATALOGUE[line.truth.shelf];
	const product = random.pick(shelf.filter(({ productId }) => productId !== line.row.productId));
	const { term } = line.truth;
	const successor = succeedLine(world, line, {
		productId: product.productId,
		productName: productNameOf(product, term, false),
		mfgPartNo: product.mfgPartNo,
		offerId: line.row.offerId === null ? null : product.mfgPartNo,
		skuNo: skuOf(product, term),
	});
	return changeOf('planChange', successor, before, successor.row.productName);
}

/** Lines whose end has come, and as many of the next to end as the share asks for. */
function renewals(world: World, lines: readonly WorldLine[], atLeast: number): WorldLine[] {
	const byEnd = lines
		.filter(({ row }) => row.endDate !== null)
		.sort((a, b) => (a.row.endDate ?? '').localeCompare(b.row.endDate ?? ''));
	const due = byEnd.filter(({ row }) => (row.endDate ?? '') < world.asOf).length;
	return byEnd.slice(0, Math.max(due, atLeast));
}

function renew(world: World, line: WorldLine, elsewhere: boolean): NightChange {
	if (elsewhere) {
		const before = line.row.subscriptionId;
		const successor = succeedLine(world, line);
		return changeOf('succeed', successor, before, successor.row.subscriptionId);
	}
	const before = line.row.endDate;
	renewLine(line);
	return changeOf('renew', line, before, line.row.endDate);
}

function newLines(world: World, count: number, random: Random): NightChange[] {
	const buyers = world.truth.customers.filter(({ sort }) => sort !== 'discontinued');
	if (buyers.length === 0) return [];
	return Array.from({ length: count }, () => {
		const buyer = random.pick(buyers);
		const account = world.stellr.accounts.find(({ label }) => label === buyer.account);
		if (!account) return [];
		const line = addLine(world, account, buyer.customerNo, random);
		return [changeOf('new', line, null, line.row.quantity)];
	}).flat();
}

function staffEdits(world: World, count: number, random: Random): NightChange[] {
	const known = random.shuffled(liveLines(world).filter(({ truth }) => truth.licenceId !== null));
	return known.slice(0, count).flatMap((line) => {
		const licence = world.halo.licences.find(({ id }) => id === line.truth.licenceId);
		if (!licence) return [];
		const before = licence.count;
		licence.count += 1;
		addCountChange(world.halo, licence, before, { who: SOMEBODY, date: haloDate(world.asOf) });
		return [{ ...changeOf('staffEdit', line, before, licence.count), licenceId: licence.id }];
	});
}
