import { seededRandom, type Random } from '../../simulators/random';
import type { HaloClientRow, HaloLicenceRow, HaloState } from '../../simulators/halo/state';
import type {
	StellrCustomerRow,
	StellrState,
	StellrSubscriptionRow,
} from '../../simulators/stellr/state';
import {
	aHaloClient,
	aHaloState,
	aLicenceRow,
	aSite,
	aStellrCustomer,
	aStellrState,
	aSubscription,
} from '../../simulators/world/builders';
import { generatedFirms } from './generatedFirms';

/** Lines of each customer, each of another product. */
export const LINES = 10;
/** One customer in so many has no client yet. */
const NEW_CUSTOMER_IN = 10;
/** One line in so many of the others has no licence row yet. */
const NEW_LINE_IN = 10;
/** Clients that are no Stellr customers, for each hundred customers. */
const OTHER_CLIENTS_IN_HUNDRED = 10;

const PRODUCTS: ReadonlyArray<{ name: string; part: string; price: number }> = [
	{ name: 'Microsoft 365 Business Basic', part: 'CFQ7TTC0LH18:0001', price: 6 },
	{ name: 'Microsoft 365 Business Standard', part: 'CFQ7TTC0LDPB:0001', price: 12.5 },
	{ name: 'Microsoft 365 Business Premium', part: 'CFQ7TTC0LCHC:0002', price: 22 },
	{ name: 'Exchange Online (Plan 1)', part: 'CFQ7TTC0LH16:0001', price: 4 },
	{ name: 'Microsoft Entra ID P1', part: 'CFQ7TTC0LFLS:0002', price: 6 },
	{ name: 'Visio Plan 2', part: 'CFQ7TTC0HD32:0002', price: 15 },
	{ name: 'Project Plan 3', part: 'CFQ7TTC0HDB0:0002', price: 30 },
	{ name: 'Power BI Pro', part: 'CFQ7TTC0H9MP:0001', price: 10 },
	{ name: 'Windows 365 Business 2 vCPU', part: 'CFQ7TTC0J203:0017', price: 31 },
	{ name: 'Acronis Cyber Protect Workstation', part: 'ACR-CP-WS-01', price: 5.2 },
];

/** What both simulators start with before a first run. */
export interface FlowWorld {
	stellr: StellrState;
	halo: HaloState;
}

/**
 * Nothing but plain cases, which any way of doing the job gets right: each customer has the name of its client or has
 * none, each line is of another product, and what Halo holds already carries the part number and the right count.
 */
export function flowWorld(customers: number, seed = 1): FlowWorld {
	const random = seededRandom(`flow world ${seed}`);
	const others = Math.ceil((customers * OTHER_CLIENTS_IN_HUNDRED) / 100);
	const names = distinctNames(customers + others, seed);
	const stellrCustomers = names.slice(0, customers).map(customerOf);
	const subscriptions = stellrCustomers.flatMap((customer, at) => linesOf(customer, at, random));
	const known = stellrCustomers.filter((_, at) => at % NEW_CUSTOMER_IN !== 0);
	const clients = [
		...known.map(({ name }, at) => clientOf(String(name), 11 + at)),
		...names.slice(customers).map((name, at) => clientOf(name, 11 + known.length + at)),
	];
	return {
		stellr: aStellrState({ customers: stellrCustomers, subscriptions }),
		halo: aHaloState({
			clients,
			sites: clients.map(({ id, main_site_id }) => aSite({ id: main_site_id ?? 0, client_id: id })),
			licences: rowsOf(known, clients, subscriptions),
		}),
	};
}

/** Letters that firms of the generator never share in this order: no name is near another. */
function distinctNames(count: number, seed: number): string[] {
	const random = seededRandom(`flow names ${seed}`);
	const taken = new Set<string>();
	return generatedFirms(count, seed).map(({ name }) => {
		const trade = name.split(' ').at(-1) ?? name;
		for (;;) {
			const word = coined(random);
			if (taken.has(word)) continue;
			taken.add(word);
			return `${word} ${trade}`;
		}
	});
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');

function coined(random: Random): string {
	const word = Array.from({ length: 5 }, () => random.pick(SYLLABLES)).join('');
	return word[0].toUpperCase() + word.slice(1);
}

function customerOf(name: string, at: number): StellrCustomerRow {
	return aStellrCustomer({ customerNo: 100_400 + at, name });
}

function clientOf(name: string, id: number): HaloClientRow {
	return aHaloClient({ id, name, main_site_id: 50_000 + id });
}

function linesOf(
	{ customerNo }: StellrCustomerRow,
	at: number,
	random: Random,
): StellrSubscriptionRow[] {
	return PRODUCTS.slice(0, LINES).map(({ name, part, price }, line) =>
		aSubscription({
			customerNo,
			contractNo: 400_000 + at,
			lineNo: line + 1,
			subscriptionId: `${400_000 + at}_${line + 1}`,
			productName: name,
			mfgPartNo: part,
			offerId: part,
			skuNo: 7_600_000 + line,
			productId: 90_000 + line,
			quantity: random.longTail(6, 60, 1, 400),
			unitPrice: price,
			customerPrice: Math.round(price * 120) / 100,
			currency: 'USD',
			startDate: '2026-03-01',
			endDate: '2027-02-28',
		}),
	);
}

/** What somebody typed into Halo over the years: name, part number, the right count, no key. */
function rowsOf(
	customers: StellrCustomerRow[],
	clients: HaloClientRow[],
	subscriptions: StellrSubscriptionRow[],
): HaloLicenceRow[] {
	const clientIds = new Map(customers.map(({ customerNo }, at) => [customerNo, clients[at].id]));
	return subscriptions
		.filter(({ customerNo }) => clientIds.has(customerNo))
		.filter((_, at) => at % NEW_LINE_IN !== 0)
		.map((line, at) =>
			aLicenceRow({
				id: 1_000 + at,
				client_id: clientIds.get(line.customerNo) ?? 0,
				name: line.productName ?? '',
				count: Number(line.quantity),
				product_sku: line.mfgPartNo,
				start_date: `${line.startDate}T00:00:00`,
				end_date: `${line.endDate}T00:00:00`,
				purchase_price: Number(line.unitPrice),
				price: Number(line.customerPrice),
			}),
		);
}
