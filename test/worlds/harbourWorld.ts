import type { HaloClient } from '../../core/halo/schemas';
import type { StellrCustomer } from '../../core/stellr/schemas';
import { numberFrom } from './harbour/chance';
import { domains } from './harbour/domains';
import { lookalikes } from './harbour/lookalikes';
import { onlyInHalo } from './harbour/onlyHalo';
import { ordinaryCa } from './harbour/ordinaryCa';
import { ordinaryLatin } from './harbour/ordinaryLatin';
import { ordinaryUs } from './harbour/ordinaryUs';
import { otherNames } from './harbour/otherNames';
import { haloClient, stellrCustomer } from './harbour/records';
import { severalRecords } from './harbour/severalRecords';
import { spelling } from './harbour/spelling';
import { readTable } from './harbour/table';
import type { CustomerRow, Group } from './harbour/table';
import type { Label, LabelledWorld } from './labelledWorld';

/** The same in every account: a customer number says nothing without its account. */
const FIRST_CUSTOMER_NO = 100400;
const FIRST_CLIENT_ID = 211;

/**
 * The customers of an MSP with four Stellr accounts, written by hand by somebody who did not know the matcher's rules.
 * The tables in `harbour/` hold the firms; the lists are shuffled, so that position and number tell nothing.
 */
export function harbourWorld(): LabelledWorld {
	const groups = [
		...ordinaryUs,
		...ordinaryCa,
		...ordinaryLatin,
		...spelling,
		...otherNames,
		...domains,
		...lookalikes,
		...severalRecords,
	].flatMap(readTable);
	const clientIds = idsOf([...groups, onlyInHalo()]);
	const clients: HaloClient[] = [...clientIds].map(([row, { id, group }]) =>
		haloClient(row, id, group),
	);
	const customers: StellrCustomer[] = [];
	const labels = new Map<string, Label>();
	for (const { row, group, customerNo } of numbered(groups)) {
		customers.push(stellrCustomer(row, customerNo));
		const ids = group.clients.map((client) => clientIds.get(client)?.id ?? null);
		labels.set(`${row.account}/${customerNo}`, labelOf(row, group.kind, ids));
	}
	return { name: 'harbour', customers, clients, labels };
}

function labelOf({ name, attributes }: CustomerRow, kind: string, ids: (number | null)[]): Label {
	if (attributes.has('unsure')) return { clientId: null, kind, undecidable: true };
	if (attributes.has('none')) return { clientId: null, kind };
	const clientId = ids[Number(attributes.get('is') ?? 1) - 1];
	if (clientId === undefined)
		throw new Error(`"${name}" is a client that its group does not have.`);
	return { clientId, kind };
}

function idsOf(groups: Group[]) {
	const rows = groups.flatMap((group) => group.clients.map((row) => ({ row, group })));
	return new Map(
		shuffled(rows, ({ row }) => row.name).map(({ row, group }, position) => [
			row,
			{ id: FIRST_CLIENT_ID + position, group },
		]),
	);
}

function numbered(groups: Group[]) {
	const rows = groups.flatMap((group) => group.customers.map((row) => ({ row, group })));
	const next = new Map<string, number>();
	return shuffled(rows, ({ row }) => row.name).map(({ row, group }) => {
		const number = next.get(row.account) ?? FIRST_CUSTOMER_NO;
		next.set(row.account, number + 1);
		return { row, group, customerNo: String(number) };
	});
}

function shuffled<T>(rows: T[], name: (row: T) => string): T[] {
	return rows
		.map((row) => ({ row, place: numberFrom(`place/${name(row)}`) }))
		.sort((left, right) => left.place - right.place)
		.map(({ row }) => row);
}
