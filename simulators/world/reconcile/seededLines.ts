/** Stellr's lines joined with their client and row, and the pool from which each departure takes lines of its own. */
import type { HaloLicenceRow } from '../../halo/state';
import type { Random } from '../../random';
import type { WorldLine } from '../lineChanges';
import type { CustomerTruth } from '../truth';
import type { World } from '../world';

export interface SeededLine extends WorldLine {
	/** `<account>/<subscriptionId>`. */
	key: string;
	customer: CustomerTruth;
	clientId: number | null;
	licence: HaloLicenceRow | null;
	/** No other line of the client is of this product, and no other row has this row's name. */
	isAlone: boolean;
}

/** A seeded line that has its client and its row. */
export type LineWithRow = SeededLine & { clientId: number; licence: HaloLicenceRow };

export function hasRow(line: SeededLine): line is LineWithRow {
	return line.clientId !== null && line.licence !== null;
}

/** Stellr charges for it: not over, whatever its price. */
export function isCharged({ truth }: WorldLine): boolean {
	return truth.kind === 'seat' && truth.life !== 'ended';
}

export function seededLines(world: World): SeededLine[] {
	const { truth, halo, stellr } = world;
	const truths = new Map(truth.subscriptions.map((one) => [keyOf(one), one]));
	const customers = new Map(
		truth.customers.map((one) => [`${one.account}/${one.customerNo}`, one]),
	);
	const rows = new Map(halo.licences.map((row) => [row.id, row]));
	const lines = stellr.accounts.flatMap((account) =>
		account.subscriptions.flatMap((row) => {
			const key = `${account.label}/${row.subscriptionId}`;
			const about = truths.get(key);
			const customer = customers.get(`${account.label}/${row.customerNo}`);
			if (!about || !customer) return [];
			const licence = rows.get(about.licenceId ?? 0) ?? null;
			const clientId = customer.haloClientId;
			return [{ account, row, truth: about, key, customer, clientId, licence }];
		}),
	);
	const products = countBy(lines, ({ clientId, row }) => `${clientId}/${row.productId}`);
	const names = countBy(halo.licences, (row) => `${row.client_id}/${row.name}`);
	return lines.map((line) => ({
		...line,
		isAlone:
			products.get(`${line.clientId}/${line.row.productId}`) === 1 &&
			(line.licence === null || names.get(`${line.clientId}/${line.licence.name}`) === 1),
	}));
}

/** Lines in step with which nothing has been done yet. */
export class LinePool {
	private readonly lines: LineWithRow[];

	constructor(lines: readonly LineWithRow[], random: Random) {
		this.lines = random.shuffled(lines);
	}

	/** Takes them out, so that nothing happens to a line twice. */
	take(
		what: string,
		count: number,
		fits: (line: LineWithRow) => boolean = () => true,
	): LineWithRow[] {
		const taken: LineWithRow[] = [];
		for (let at = 0; at < this.lines.length && taken.length < count; ) {
			if (fits(this.lines[at])) taken.push(...this.lines.splice(at, 1));
			else at += 1;
		}
		if (taken.length < count) {
			throw new Error(
				`The world has ${taken.length} lines for ${what}, and ${count} are wanted: make it larger`,
			);
		}
		return taken;
	}

	/** What nothing was done with. */
	get left(): readonly LineWithRow[] {
		return this.lines;
	}
}

function keyOf({ account, subscriptionId }: { account: string; subscriptionId: string }): string {
	return `${account}/${subscriptionId}`;
}

function countBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
	return counts;
}
