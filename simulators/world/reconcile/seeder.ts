/** Seeds departures and decoys into a world that is in step, each on lines of its own, and keeps the truth about them. */
import type { Random } from '../../random';
import type { World } from '../world';
import { DECOYS, addLineThatIsOff, decoyAt, takeFreeOff } from './decoys';
import type { LineDecoyKind } from './decoys';
import { DEPARTURES } from './departures';
import type { LineDepartureKind, Seeded, Seeding } from './departures';
import { bringInStep } from './inStep';
import { InvoiceBook } from './invoiceBook';
import { LinePool, hasRow, isCharged, seededLines } from './seededLines';
import type { LineWithRow, SeededLine } from './seededLines';
import type { Decoy, Departure, DepartureKind, ReconcileTruth } from './truth';
import { chargeLifeless, invoiceInOtherCurrency } from './wholeCustomers';
import { rememberRuns, writtenCounts } from './writtenCounts';

export class Seeder {
	/** How many lines can be seeded. */
	readonly lines: number;
	private readonly book: InvoiceBook;
	private readonly all: readonly SeededLine[];
	private readonly seeding: Seeding;
	private readonly pool: LinePool;
	private readonly seeded: Array<{ kind: DepartureKind; line: SeededLine; about: Seeded }> = [];
	private readonly decoys: Decoy[] = [];
	private readonly written: ReturnType<typeof writtenCounts>;
	/** Clients whose lines are out of step as a whole. */
	private readonly apart = new Set<number>();
	/** Clients where a row is missing or one is left over: what else is there may not be mistaken for it. */
	private readonly withGap = new Set<number>();

	/** So many clients are invoiced in another currency; the other kinds that are whole customers' are in the world already. */
	constructor(
		private readonly world: World,
		private readonly random: Random,
		otherCurrency: number,
	) {
		this.book = new InvoiceBook(world.halo);
		this.decoys.push(...bringInStep(world, this.book));
		chargeLifeless(world, random.fork('lifeless'));
		this.all = seededLines(world);
		this.written = writtenCounts(this.all.filter(hasRow), world.asOf);
		this.seeding = seedingOf(world, this.book, this.all, random);
		this.noteWholeCustomers(otherCurrency);
		this.pool = new LinePool(
			this.ordinary().filter((line) => canBeSeeded(line, this.book)),
			random,
		);
		this.lines = this.pool.left.length;
	}

	seedLines(kind: LineDepartureKind, count: number): void {
		const leavesGap =
			kind === 'subscriptionWithoutLicence' || kind === 'licenceWithoutSubscription';
		const unkeyed = new Set(
			this.world.halo.licences.filter(({ snowid }) => snowid === null).map((row) => row.client_id),
		);
		const fits = ({ clientId }: LineWithRow) => !leavesGap || !unkeyed.has(clientId);
		this.pool.take(kind, count, fits).forEach((line, index) => {
			this.note(kind, line, DEPARTURES[kind](this.seeding, line, index));
			if (leavesGap) this.withGap.add(line.clientId);
		});
	}

	disguise(kind: LineDecoyKind, count: number): void {
		const shared = sharedClients(this.world);
		const addsRow = ['otherAccountsKey', 'otherDistributor', 'microsoftConnection'].includes(kind);
		const fits = ({ clientId }: LineWithRow) =>
			kind === 'movedWithinClient'
				? shared.has(clientId)
				: !(addsRow && this.withGap.has(clientId));
		this.pool.take(kind, count, fits).forEach((line, index) => {
			const fields = DECOYS[kind](this.seeding, line, index);
			this.decoys.push(decoyAt(kind, line, fields));
		});
	}

	/** Of these there are at most as many as the world happens to have. */
	disguiseOthers(freeNotInvoiced: number, overAndOff: number): void {
		const seats = this.ordinary().filter(({ truth }) => truth.kind === 'seat');
		const free = seats.filter(
			(line) =>
				isCharged(line) && line.row.customerPrice === 0 && this.book.isInvoiced(line.licence),
		);
		for (const line of free.slice(0, freeNotInvoiced)) {
			takeFreeOff(this.seeding, line);
			this.decoys.push(decoyAt('freeNotInvoiced', line));
		}
		const seeded = new Set(this.seeded.map(({ line }) => line));
		const over = seats.filter((line) => line.truth.life === 'ended' && !seeded.has(line));
		for (const line of over.slice(0, overAndOff)) {
			addLineThatIsOff(this.seeding, line);
			this.decoys.push(decoyAt('overAndOff', line));
		}
	}

	/** To be called last: the runs of the past are remembered for what is still there. */
	finish(): ReconcileTruth {
		const { world, written, seeding, random, pool, decoys } = this;
		const untouched = new Set(pool.left.map(({ key }) => key));
		const known = written.filter(({ entry }) => !seeding.forgotten.has(entry.key));
		const lastWritten = rememberRuns(world, known, untouched, random.fork('runs'));
		world.halo.licences.sort((a, b) => a.id - b.id);
		return { departures: this.departures(), decoys, lastWritten };
	}

	private noteWholeCustomers(otherCurrency: number): void {
		const { world, all, book, random } = this;
		const inactive = world.halo.clients.filter((client) => client.inactive).map(({ id }) => id);
		inactive.forEach((id) => this.apart.add(id));
		for (const line of all.filter(isCharged)) {
			const { clientId, row } = line;
			if (clientId === null) {
				this.note('customerWithoutClient', line, { since: row.startDate ?? undefined });
			} else if (this.apart.has(clientId)) this.note('clientInactive', line, {});
		}
		const charged = new Set(all.filter(isCharged).map(({ customer }) => customer));
		for (const customer of world.truth.customers) {
			if (customer.haloClientId !== null || charged.has(customer)) continue;
			const { account, customerNo } = customer;
			const place = { account, customerNo, subscriptionKey: null, licenceId: null, clientId: null };
			this.decoys.push({ kind: 'nothingCharged', ...place });
		}
		const candidates = this.ordinary();
		for (const line of invoiceInOtherCurrency(world, book, candidates, otherCurrency, random)) {
			this.apart.add(line.clientId);
			this.note('currencyMismatch', line, {});
		}
	}

	/** Lines with a row at clients that are not out of step as a whole. */
	private ordinary(): LineWithRow[] {
		return this.all.filter(hasRow).filter(({ clientId }) => !this.apart.has(clientId));
	}

	private note(kind: DepartureKind, line: SeededLine, about: Seeded): void {
		this.seeded.push({ kind, line, about });
	}

	private departures(): Departure[] {
		const rows = new Set(this.world.halo.licences);
		const listed = new Set(this.world.stellr.accounts.flatMap((account) => account.subscriptions));
		return this.seeded.map(({ kind, line, about }) => {
			const licence = line.licence && rows.has(line.licence) ? line.licence : null;
			const isOver = line.truth.life === 'ended' || !listed.has(line.row);
			return {
				kind,
				account: line.customer.account,
				customerNo: line.customer.customerNo,
				subscriptionKey: line.key,
				licenceId: licence?.id ?? null,
				clientId: line.clientId,
				seats: isOver ? 0 : (line.row.quantity ?? 0),
				count: licence && (licence.is_active ? licence.count : 0),
				since: about.since ?? null,
				detail: about.detail ?? null,
			};
		});
	}
}

/** Ordinary seats with a price, known to be active, alone of their product, and on an invoice. */
function canBeSeeded({ row, truth, isAlone, licence }: LineWithRow, book: InvoiceBook): boolean {
	return (
		truth.kind === 'seat' &&
		truth.life === 'live' &&
		row.status === 'Activated' &&
		(row.customerPrice ?? 0) > 0 &&
		isAlone &&
		book.isInvoiced(licence)
	);
}

function seedingOf(
	world: World,
	book: InvoiceBook,
	lines: readonly SeededLine[],
	random: Random,
): Seeding {
	const mapped = new Set(world.truth.customers.map(({ haloClientId }) => haloClientId));
	let rowId = world.halo.licences.reduce((highest, { id }) => Math.max(highest, id), 5000);
	return {
		world,
		book,
		random,
		activeClients: world.halo.clients
			.filter(({ id, inactive }) => !inactive && mapped.has(id))
			.map(({ id }) => id),
		products: new Set(lines.map(({ clientId, row }) => `${clientId}/${row.productId}`)),
		forgotten: new Set(),
		nextRowId: () => (rowId += 1),
	};
}

/** Clients of two customers. */
function sharedClients({ truth }: World): Set<number> {
	const seen = new Set<number>();
	const shared = new Set<number>();
	for (const { haloClientId } of truth.customers) {
		if (haloClientId === null) continue;
		if (seen.has(haloClientId)) shared.add(haloClientId);
		seen.add(haloClientId);
	}
	return shared;
}
