/** What looks like a departure and is none, one function each. */
import type { HaloLicenceRow } from '../../halo/state';
import { NO_DATE, STELLR_KEY_FIELD } from '../builders';
import { removeLine } from '../lineChanges';
import type { Seeding } from './departures';
import type { LineWithRow, SeededLine } from './seededLines';
import type { Decoy, DecoyKind } from './truth';

/** Kinds that need a line in step beside them. */
export type LineDecoyKind = Exclude<
	DecoyKind,
	'nothingCharged' | 'freeNotInvoiced' | 'overAndOff' | 'soldTwice'
>;

/** Label of an account that no credential of the world reads. */
export const UNREAD_ACCOUNT = 'eu';

type Disguise = (seeding: Seeding, line: LineWithRow, index: number) => Partial<Decoy>;

export const DECOYS: Readonly<Record<LineDecoyKind, Disguise>> = {
	otherAccountsKey: (seeding, line, index) => {
		const row = namesake(seeding, line, {
			snowid: `${UNREAD_ACCOUNT}/${812_000 + index}_1`,
		});
		// The client may say that it has a customer there, or the row alone does.
		if (index % 2 === 0)
			addClientKey(seeding, line.clientId, `${UNREAD_ACCOUNT}/${200_100 + index}`);
		return { subscriptionKey: row.snowid, licenceId: row.id };
	},
	otherDistributor: (seeding, line) => {
		const row = namesake(seeding, line, {
			count: Math.max(1, Math.round(line.licence.count / 2)),
			supplier_id: 8,
			distributor: 'Pax8',
		});
		seeding.book.addLine(row, currencyOf(seeding, line.clientId));
		return { subscriptionKey: null, licenceId: row.id };
	},
	microsoftConnection: (seeding, line) => {
		const row = namesake(seeding, line, {
			type: 0,
			count: line.licence.count + 2,
			supplier_id: null,
			distributor: null,
			vendor: 'Microsoft',
			azure_connection_id: 1,
			price: 0,
			purchase_price: 0,
		});
		return { subscriptionKey: null, licenceId: row.id };
	},
	movedWithinClient: ({ world }, line) => {
		const { account, customerNo } = line.customer;
		const other = world.truth.customers.find(
			(one) =>
				one.account === account &&
				one.haloClientId === line.clientId &&
				one.customerNo !== customerNo,
		);
		if (other) line.row.customerNo = line.truth.customerNo = other.customerNo;
		return { customerNo: line.row.customerNo };
	},
	inactiveWithoutSubscription: ({ world, book }, line) => {
		book.takeOff(line.licence);
		removeLine(world, line);
		Object.assign(line.licence, { is_active: false, status: 'Inactive' });
		return {};
	},
	keyInOtherCase: (_seeding, line) => {
		line.licence.snowid = line.key.toUpperCase();
		return {};
	},
};

/** A free line need not be on an invoice. */
export function takeFreeOff({ book }: Seeding, { licence, truth }: LineWithRow): void {
	book.takeOff(licence);
	truth.recurring = 'none';
}

/** The row of a line that is over goes on an invoice line that is off as well. */
export function addLineThatIsOff(seeding: Seeding, { licence, clientId }: LineWithRow): void {
	seeding.book.addLine(licence, currencyOf(seeding, clientId), { isinactive: true });
}

export function decoyAt(kind: DecoyKind, line: SeededLine, fields: Partial<Decoy> = {}): Decoy {
	return {
		kind,
		account: line.customer.account,
		customerNo: line.customer.customerNo,
		subscriptionKey: line.key,
		licenceId: line.licence?.id ?? null,
		clientId: line.clientId,
		...fields,
	};
}

/** A row of its own beside the line's, without a key unless one is given. */
function namesake(
	{ world, nextRowId }: Seeding,
	{ licence }: LineWithRow,
	fields: Partial<HaloLicenceRow>,
): HaloLicenceRow {
	const plain = { snowid: null, product_sku: null, vendor_product_sku: null, notes: null };
	const row = { ...licence, ...plain, end_date: NO_DATE, ...fields, id: nextRowId() };
	world.halo.licences.push(row);
	return row;
}

function addClientKey({ world }: Seeding, clientId: number, key: string): void {
	const client = world.halo.clients.find(({ id }) => id === clientId);
	const field = client?.customfields.find(({ name }) => name === STELLR_KEY_FIELD);
	if (field) field.value = `${String(field.value)};${key}`;
}

function currencyOf({ world }: Seeding, clientId: number): string {
	return world.halo.clients.find(({ id }) => id === clientId)?.currency ?? 'USD';
}
