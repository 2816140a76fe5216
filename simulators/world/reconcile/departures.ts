/** What puts a line out of step, one function each: it changes the world, the truth says where. */
import { addCountChange } from '../../halo/routes/countChanges';
import type { HaloLicenceRow } from '../../halo/state';
import type { Random } from '../../random';
import { addDays, haloDate } from '../days';
import { changeQuantity, endLine, removeLine } from '../lineChanges';
import { FIRST_NAMES } from '../words';
import type { World } from '../world';
import type { InvoiceBook } from './invoiceBook';
import type { LineWithRow } from './seededLines';
import type { DepartureKind } from './truth';

export interface Seeding {
	world: World;
	book: InvoiceBook;
	random: Random;
	/** Clients that a row may be moved to: active, and mapped. */
	activeClients: readonly number[];
	/** `<client>/<product>` of every line there is. */
	products: Set<string>;
	/** Keys whose last written count is not known to anybody. */
	forgotten: Set<string>;
	nextRowId: () => number;
}

/** What is known of a departure beside its place. */
export interface Seeded {
	since?: string;
	detail?: string;
}

export type Depart = (seeding: Seeding, line: LineWithRow, index: number) => Seeded;

/** Kinds that single lines are taken for; the others are whole customers'. */
export type LineDepartureKind = Exclude<
	DepartureKind,
	'customerWithoutClient' | 'clientInactive' | 'currencyMismatch'
>;

export const DEPARTURES: Readonly<Record<LineDepartureKind, Depart>> = {
	subscriptionWithoutLicence: ({ world, book }, line) => {
		book.takeOff(line.licence);
		world.halo.licences = world.halo.licences.filter((row) => row !== line.licence);
		Object.assign(line.truth, { licenceId: null, origin: 'none', evidence: 'none' });
		return startOf(line);
	},
	licenceWithoutSubscription: ({ world }, line) => {
		removeLine(world, line);
		return {};
	},
	atAnotherClient: (seeding, line) => {
		const { activeClients, products, random } = seeding;
		const { productId } = line.row;
		const others = activeClients.filter(
			(id) => id !== line.clientId && !products.has(`${id}/${productId}`),
		);
		if (others.length === 0) throw new Error(`No client can take the row of ${line.key} over`);
		line.licence.client_id = random.pick(others);
		line.licence.site_id = -1;
		products.add(`${line.licence.client_id}/${productId}`);
		return {};
	},
	duplicateKey: ({ world, nextRowId }, line) => {
		world.halo.licences.push({ ...line.licence, id: nextRowId() });
		return {};
	},
	cancelledButInvoiced: ({ world, random }, line, index) => {
		endLine(world, line);
		const endDate = addDays(world.asOf, -random.between(5, 90));
		line.row.endDate = endDate;
		line.licence.end_date = haloDate(endDate);
		line.licence.is_active = index % 2 === 0;
		return { since: endDate, detail: line.licence.is_active ? 'row active' : 'row inactive' };
	},
	editedByHand: (seeding, line) => {
		const { world, random } = seeding;
		const before = line.licence.count;
		const since = addDays(world.asOf, -random.between(2, 60));
		line.licence.count = otherCount(before, random);
		const who = random.pick(FIRST_NAMES);
		addCountChange(world.halo, line.licence, before, { who, date: `${since}T10:12:00` });
		return { since };
	},
	haloBehind: ({ world, random }, line) => {
		changeQuantity(world, line, otherCount(line.licence.count, random));
		return {};
	},
	differsOriginUnknown: ({ forgotten, random }, line) => {
		line.licence.count = otherCount(line.licence.count, random);
		forgotten.add(line.key);
		return {};
	},
	invoicedTwice: ({ book }, line, index) => {
		const onSameInvoice = index % 2 === 0;
		book.addSecond(line.licence, onSameInvoice);
		return { detail: onSameInvoice ? 'one invoice' : 'two invoices' };
	},
	lineInactive: (seeding, line, index) => INACTIVE[index % INACTIVE.length](seeding, line),
	neverInvoiced: ({ book }, line) => {
		book.takeOff(line.licence);
		line.truth.recurring = 'none';
		return startOf(line);
	},
	typedDifferent: ({ book, random }, line) => {
		book.makeTyped(line.licence, otherCount(line.licence.count, random));
		line.truth.recurring = 'typed';
		return {};
	},
	typedEqual: ({ book }, line) => {
		book.makeTyped(line.licence, line.licence.count);
		line.truth.recurring = 'typed';
		return {};
	},
};

const INACTIVE: ReadonlyArray<(seeding: Seeding, line: LineWithRow) => Seeded> = [
	({ book }, { licence }) => {
		book.lineOf(licence).line.isinactive = true;
		return { detail: 'line inactive' };
	},
	({ book, world }, { licence }) => {
		book.lineOf(licence).line.enddate = haloDate(addDays(world.asOf, -20));
		return { detail: 'line ended' };
	},
	({ book }, { licence }) => {
		book.moveToOwnInvoice(licence, { isinactive: true });
		return { detail: 'invoice inactive' };
	},
	({ book, world }, { licence }) => {
		book.moveToOwnInvoice(licence, { end_date: haloDate(addDays(world.asOf, -30)) });
		return { detail: 'invoice ended' };
	},
];

function startOf({ row }: LineWithRow): Seeded {
	return row.startDate === null ? {} : { since: row.startDate };
}

/** Another count that is still one. */
export function otherCount(count: HaloLicenceRow['count'], random: Random): number {
	const step = random.between(1, 4);
	return count > step && random.chance(0.5) ? count - step : count + step;
}
