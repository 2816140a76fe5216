/** A night after a run that left all in sync: so many counts, so many ends, so many new lines, and some that vanish. */
import { seededRandom } from '../../random';
import type { Random } from '../../random';
import { addLine, changeQuantity, endLine, liveLines, removeLine } from '../lineChanges';
import type { WorldLine } from '../lineChanges';
import type { World } from '../world';

export interface QuietNightOptions {
	changed: number;
	cancelled: number;
	added: number;
	removed: number;
	/** Of the changed, those that go down by one seat. */
	decreases: number;
	/** Whose lines may change; by default customers that have a client in Halo. */
	customerNos?: ReadonlySet<number>;
}

export const QUIET_NIGHT: QuietNightOptions = {
	changed: 25,
	cancelled: 5,
	added: 3,
	removed: 2,
	decreases: 0,
};

export interface QuietNightLine {
	account: string;
	customerNo: number;
	subscriptionId: string;
	before: number | null;
	after: number | null;
}

export interface QuietNightChanges {
	changed: QuietNightLine[];
	cancelled: QuietNightLine[];
	added: QuietNightLine[];
	removed: QuietNightLine[];
}

/**
 * Changes the Stellr side of the world, in place. Counts move by little, and every customer keeps an untouched live line,
 * so that no guardrail has a reason to hold anything. Cancelled lines ended yesterday.
 */
export function quietNight(
	world: World,
	options: Partial<QuietNightOptions> = {},
	seed: number = world.seed,
): QuietNightChanges {
	const wanted = { ...QUIET_NIGHT, ...options };
	const random = seededRandom(`quiet night ${seed}`);
	const lines = spareLines(world, wanted.customerNos, random);
	const needed = wanted.changed + wanted.cancelled + wanted.removed;
	if (lines.length < needed) {
		throw new Error(
			`The night needs ${needed} lines that can spare a change; there are ${lines.length}`,
		);
	}
	// Small lines end and vanish: a night's ends must not be a great part of the month's value.
	const bySize = [...lines].sort((a, b) => worth(a) - worth(b));
	const cancelled = bySize.splice(0, wanted.cancelled);
	const removed = bySize.splice(0, wanted.removed);
	const changed = random.shuffled(bySize).slice(0, wanted.changed);
	const moved = changed.map((line, index) => move(world, line, index < wanted.decreases, random));
	// Before anything ends, so that no new line looks like the successor of one that did.
	const added = buyers(changed, wanted.added).map(({ account, row }) => {
		const line = addLine(world, account, row.customerNo, random);
		return entry(line, null, line.row.quantity);
	});
	cancelled.forEach((line) => endLine(world, line));
	removed.forEach((line) => removeLine(world, line));
	return {
		changed: moved,
		cancelled: cancelled.map((line) => entry(line, line.row.quantity, line.row.quantity)),
		added,
		removed: removed.map((line) => entry(line, line.row.quantity, null)),
	};
}

/** Activated seat lines, all but one of each customer. */
function spareLines(
	world: World,
	customerNos: ReadonlySet<number> | undefined,
	random: Random,
): WorldLine[] {
	const mapped = new Set(
		world.truth.customers
			.filter(({ haloClientId }) => haloClientId !== null)
			.map(({ account, customerNo }) => `${account}/${customerNo}`),
	);
	const keepers = new Set<string>();
	return random.shuffled(liveLines(world)).filter(({ account, row, truth }) => {
		const customer = `${account.label}/${row.customerNo}`;
		const isMeant = customerNos ? customerNos.has(row.customerNo) : mapped.has(customer);
		if (!isMeant || truth.kind !== 'seat' || row.status !== 'Activated') return false;
		if (keepers.has(customer)) return true;
		keepers.add(customer);
		return false;
	});
}

function worth({ row }: WorldLine): number {
	return (row.quantity ?? 0) * (row.unitPrice ?? 0);
}

function move(world: World, line: WorldLine, isDown: boolean, random: Random): QuietNightLine {
	const before = line.row.quantity ?? 1;
	const after = isDown && before > 4 ? before - 1 : before + random.between(1, 3);
	changeQuantity(world, line, after);
	return entry(line, before, after);
}

/** Each new line goes to another customer. */
function buyers(lines: readonly WorldLine[], count: number): WorldLine[] {
	const seen = new Map(lines.map((line) => [`${line.account.label}/${line.row.customerNo}`, line]));
	return [...seen.values()].slice(0, count);
}

function entry(
	{ account, row }: WorldLine,
	before: number | null,
	after: number | null,
): QuietNightLine {
	const { customerNo, subscriptionId } = row;
	return { account: account.label, customerNo, subscriptionId, before, after };
}
