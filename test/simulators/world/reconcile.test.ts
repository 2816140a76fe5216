/** The world for reconcile departs where its truth says, in the way it says, and nowhere else. */
import type {
	HaloInvoiceLine,
	HaloLicenceRow,
	HaloRecurringInvoice,
} from '../../../simulators/halo/state';
import type { StellrSubscriptionRow } from '../../../simulators/stellr/state';
import { DECOY_KINDS, DEPARTURE_KINDS } from '../../../simulators/world/reconcile/truth';
import type { Decoy, Departure } from '../../../simulators/world/reconcile/truth';
import { reconcileWorld } from '../../../simulators/world/scenarios/reconcile';
import type { ReconcileWorld } from '../../../simulators/world/scenarios/reconcile';
import { countBy, share } from './shares';

interface Billing {
	invoice: HaloRecurringInvoice;
	line: HaloInvoiceLine;
	isActive: boolean;
}

/** The world seen as somebody would who knows both lists and nothing of how they were made. */
function readingOf(world: ReconcileWorld) {
	const { halo, stellr, asOf } = world;
	const lines = new Map<string, StellrSubscriptionRow>();
	for (const { label, subscriptions } of stellr.accounts) {
		for (const row of subscriptions) lines.set(`${label}/${row.subscriptionId}`, row);
	}
	const billings = halo.recurringInvoices.flatMap((invoice) =>
		invoice.lines.map((line): Billing => {
			const hasEnded = (day: string | null | undefined) => !!day && day.slice(0, 10) < asOf;
			const isOff = invoice.isinactive || hasEnded(invoice.end_date);
			return { invoice, line, isActive: !isOff && !line.isinactive && !hasEnded(line.enddate) };
		}),
	);
	const linksOf = ({ line }: Billing) => [
		...line.quantity_licences,
		...line.quantity_subscriptions,
	];
	return {
		lines,
		rows: new Map(halo.licences.map((row) => [row.id, row])),
		rowsWithKey: (key: string) =>
			halo.licences.filter(({ snowid }) => snowid?.toLowerCase() === key.toLowerCase()),
		linked: (row: HaloLicenceRow) =>
			billings.filter((one) => linksOf(one).some(({ licence_id }) => licence_id === row.id)),
		typed: (row: HaloLicenceRow) =>
			billings.filter(
				(one) =>
					one.invoice.client_id === row.client_id &&
					linksOf(one).length === 0 &&
					one.line.item_shortdescription === row.name,
			),
		client: (id: number | null) => halo.clients.find((client) => client.id === id),
		counts: new Map(world.reconcileTruth.lastWritten.map((entry) => [entry.key, entry.count])),
		editors: (licenceId: number | null) =>
			halo.licenceChanges
				.filter(({ licence_id }) => licence_id === licenceId)
				.map(({ who }) => who),
	};
}

const isOver = (row: StellrSubscriptionRow, asOf: string) =>
	['Cancelled', 'Expire'].includes(row.status ?? '') && (row.endDate ?? '9') < asOf;

describe.each([11, 1, 2])('the world for reconcile with seed %d', (seed) => {
	const world = reconcileWorld({ seed });
	const { departures, decoys, lastWritten } = world.reconcileTruth;
	const seen = readingOf(world);
	const of = (kind: Departure['kind']) => departures.filter((one) => one.kind === kind);
	const decoysOf = (kind: Decoy['kind']) => decoys.filter((one) => one.kind === kind);
	const rowOf = ({ licenceId }: Departure | Decoy) => {
		const row = seen.rows.get(licenceId ?? 0);
		if (!row) throw new Error(`There is no row ${licenceId}`);
		return row;
	};
	const lineOf = ({ subscriptionKey }: Departure | Decoy) => {
		const line = seen.lines.get(subscriptionKey ?? '');
		if (!line) throw new Error(`There is no line ${subscriptionKey}`);
		return line;
	};

	it('is the same world for the same seed', () => {
		expect(reconcileWorld({ seed })).toEqual(world);
	});

	it('has departures and decoys of every kind, each line once', () => {
		const counts = countBy(departures, ({ kind }) => kind);
		for (const kind of DEPARTURE_KINDS) expect([kind, counts[kind] >= 4]).toEqual([kind, true]);
		const decoyCounts = countBy(decoys, ({ kind }) => kind);
		for (const kind of DECOY_KINDS) expect([kind, decoyCounts[kind] > 0]).toEqual([kind, true]);
		const keys = departures.map(({ subscriptionKey }) => subscriptionKey);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('counts whole customers where a departure is a whole customer’s', () => {
		const customers = (kind: Departure['kind']) =>
			new Set(of(kind).map(({ account, customerNo }) => `${account}/${customerNo}`)).size;
		expect(customers('customerWithoutClient')).toBe(4);
		expect(customers('clientInactive')).toBe(4);
		expect(customers('currencyMismatch')).toBe(4);
	});

	it('is in step wherever the truth names no departure', () => {
		const departed = new Set(departures.map(({ subscriptionKey }) => subscriptionKey));
		const off = new Set(decoysOf('freeNotInvoiced').map(({ subscriptionKey }) => subscriptionKey));
		let inStep = 0;
		for (const { account, subscriptionId, kind, customerNo } of world.truth.subscriptions) {
			const key = `${account}/${subscriptionId}`;
			if (kind !== 'seat' || departed.has(key)) continue;
			const customer = world.truth.customers.find(
				(one) => one.account === account && one.customerNo === customerNo,
			);
			const line = seen.lines.get(key);
			if (!line || !customer) throw new Error(`${key} is nowhere`);
			if (customer.haloClientId === null) {
				expect(isOver(line, world.asOf)).toBe(true);
				continue;
			}
			const rows = seen.rowsWithKey(key);
			expect(rows).toHaveLength(1);
			const [row] = rows;
			expect(row.client_id).toBe(customer.haloClientId);
			const active = seen.linked(row).filter(({ isActive }) => isActive);
			if (isOver(line, world.asOf)) {
				expect([row.is_active, active.length]).toEqual([false, 0]);
			} else {
				expect([row.is_active, row.count]).toEqual([true, line.quantity]);
				expect(active).toHaveLength(off.has(key) ? 0 : 1);
				for (const { invoice } of active) {
					expect([invoice.client_id, invoice.currency_code]).toEqual([
						row.client_id,
						line.currency,
					]);
				}
				expect(seen.client(row.client_id)?.inactive).toBe(false);
				inStep += 1;
			}
		}
		expect(inStep).toBeGreaterThan(200);
	});

	it('has keyed rows that nobody lists only where the truth says so', () => {
		const orphans = world.halo.licences.filter(
			({ snowid, is_active }) =>
				snowid !== null && is_active && !seen.lines.has(snowid.toLowerCase()),
		);
		const strange = decoysOf('otherAccountsKey').map(({ licenceId }) => licenceId);
		const expected = of('licenceWithoutSubscription').map(({ licenceId }) => licenceId);
		expect(orphans.map(({ id }) => id).sort()).toEqual([...expected, ...strange].sort());
		for (const departure of of('licenceWithoutSubscription')) {
			expect(departure).toMatchObject({ seats: 0, count: rowOf(departure).count });
		}
	});

	it('lacks clients and rows where the truth says so, and no unkeyed row hides at such a client', () => {
		const storedKeys = world.halo.clients.flatMap(({ customfields }) =>
			customfields.flatMap(({ value }) => String(value).split(';')),
		);
		for (const departure of of('customerWithoutClient')) {
			expect(storedKeys).not.toContain(`${departure.account}/${departure.customerNo}`);
			expect(seen.rowsWithKey(departure.subscriptionKey)).toEqual([]);
			expect(departure.since).toBe(lineOf(departure).startDate);
		}
		for (const departure of of('subscriptionWithoutLicence')) {
			const { subscriptionKey, clientId } = departure;
			expect(seen.rowsWithKey(subscriptionKey)).toEqual([]);
			const here = world.halo.licences.filter((row) => row.client_id === clientId);
			expect(here.every(({ snowid }) => snowid !== null)).toBe(true);
		}
		for (const { clientId } of of('clientInactive')) {
			expect(seen.client(clientId)?.inactive).toBe(true);
		}
		for (const departure of of('atAnotherClient')) {
			expect(rowOf(departure).client_id).not.toBe(departure.clientId);
			expect(seen.client(rowOf(departure).client_id)?.inactive).toBe(false);
		}
		for (const departure of of('duplicateKey')) {
			const rows = seen.rowsWithKey(departure.subscriptionKey);
			expect(rows.map(({ is_active, client_id }) => [is_active, client_id])).toEqual([
				[true, departure.clientId],
				[true, departure.clientId],
			]);
		}
	});

	it('says who moved by what was last written and by the change history, or by neither', () => {
		for (const departure of of('editedByHand')) {
			const { seats, count, subscriptionKey, licenceId } = departure;
			expect(seen.counts.get(subscriptionKey)).toBe(seats);
			expect(count).not.toBe(seats);
			expect(seen.editors(licenceId)).toHaveLength(1);
			expect(seen.editors(licenceId)).not.toContain('API agent');
		}
		for (const { seats, count, subscriptionKey } of of('haloBehind')) {
			expect(seen.counts.get(subscriptionKey)).toBe(count);
			expect(count).not.toBe(seats);
		}
		for (const { seats, count, subscriptionKey, licenceId } of of('differsOriginUnknown')) {
			expect(seen.counts.has(subscriptionKey)).toBe(false);
			expect(seen.editors(licenceId)).toEqual([]);
			expect(count).not.toBe(seats);
		}
		const staff = world.halo.licenceChanges.filter(({ who }) => who !== 'API agent');
		expect(staff).toHaveLength(of('editedByHand').length);
		expect(world.halo.licenceChanges.length).toBeGreaterThan(staff.length + 20);
	});

	it('bills what the truth says', () => {
		const active = (departure: Departure) =>
			seen.linked(rowOf(departure)).filter(({ isActive }) => isActive);
		for (const departure of of('cancelledButInvoiced')) {
			expect(isOver(lineOf(departure), world.asOf)).toBe(true);
			expect(active(departure)).toHaveLength(1);
			expect(departure.since).toBe(lineOf(departure).endDate);
			expect(departure.seats).toBe(0);
		}
		for (const departure of of('invoicedTwice')) expect(active(departure)).toHaveLength(2);
		for (const departure of of('lineInactive')) {
			expect(active(departure)).toEqual([]);
			expect(seen.linked(rowOf(departure))).toHaveLength(1);
		}
		for (const departure of of('neverInvoiced')) {
			expect(seen.linked(rowOf(departure))).toEqual([]);
			expect(seen.typed(rowOf(departure))).toEqual([]);
			expect(lineOf(departure).customerPrice).toBeGreaterThan(0);
		}
		for (const departure of [...of('typedEqual'), ...of('typedDifferent')]) {
			const row = rowOf(departure);
			expect(seen.linked(row)).toEqual([]);
			expect(seen.typed(row)).toHaveLength(1);
			const isEqual = seen.typed(row)[0].line.qty_order === row.count;
			expect(isEqual).toBe(departure.kind === 'typedEqual');
		}
		for (const departure of of('currencyMismatch')) {
			const [{ invoice }] = active(departure);
			expect(invoice.currency_code).not.toBe(lineOf(departure).currency);
		}
	});

	it('shows every way in which a line can be off, and both ways of being billed twice or after the end', () => {
		const details = (kind: Departure['kind']) => new Set(of(kind).map(({ detail }) => detail));
		expect(details('lineInactive').size).toBe(4);
		expect(details('invoicedTwice').size).toBe(2);
		expect(details('cancelledButInvoiced').size).toBe(2);
	});

	it('has the usual shares of typed lines, of lines on no invoice, and of lines that are on two', () => {
		const seats = world.truth.subscriptions.filter(
			({ kind, life }) => kind === 'seat' && life === 'live',
		);
		const part = (...kinds: Array<Departure['kind']>) =>
			share(seats, ({ account, subscriptionId }) =>
				kinds.some((kind) =>
					of(kind).some(
						({ subscriptionKey }) => subscriptionKey === `${account}/${subscriptionId}`,
					),
				),
			);
		expect(part('typedEqual', 'typedDifferent')).toBeGreaterThan(0.1);
		expect(part('typedEqual', 'typedDifferent')).toBeLessThan(0.2);
		expect(part('neverInvoiced')).toBeGreaterThan(0.05);
		expect(part('invoicedTwice')).toBeGreaterThan(0.01);
	});

	it('has decoys that are what they say', () => {
		for (const decoy of decoysOf('movedWithinClient')) {
			const { account, customerNo, clientId } = decoy;
			expect(lineOf(decoy).customerNo).toBe(customerNo);
			expect(rowOf(decoy).client_id).toBe(clientId);
			expect(
				world.truth.customers.filter(
					(one) => one.account === account && one.haloClientId === clientId,
				),
			).toHaveLength(2);
		}
		for (const decoy of decoysOf('keyInOtherCase')) {
			expect(rowOf(decoy).snowid).not.toBe(decoy.subscriptionKey);
		}
		for (const decoy of decoysOf('inactiveWithoutSubscription')) {
			expect(seen.lines.has(decoy.subscriptionKey ?? '')).toBe(false);
			expect(rowOf(decoy).is_active).toBe(false);
		}
		for (const decoy of decoysOf('otherDistributor')) {
			expect(rowOf(decoy)).toMatchObject({ snowid: null, distributor: 'Pax8', is_active: true });
			expect(seen.linked(rowOf(decoy))).toHaveLength(1);
		}
		for (const decoy of decoysOf('microsoftConnection')) {
			expect(rowOf(decoy)).toMatchObject({ snowid: null, azure_connection_id: 1 });
		}
		for (const decoy of decoysOf('overAndOff')) {
			expect(seen.linked(rowOf(decoy)).map(({ isActive }) => isActive)).toEqual([false]);
		}
		for (const decoy of decoysOf('freeNotInvoiced')) {
			expect(lineOf(decoy).customerPrice).toBe(0);
			expect(seen.linked(rowOf(decoy))).toEqual([]);
		}
		for (const { account, customerNo } of decoysOf('nothingCharged')) {
			const charged = world.truth.subscriptions.filter(
				(one) => one.account === account && one.customerNo === customerNo && one.life !== 'ended',
			);
			expect(charged.filter(({ kind }) => kind === 'seat')).toEqual([]);
		}
	});

	it('remembers the last written count of every other keyed row', () => {
		const known = new Set(lastWritten.map(({ licenceId }) => licenceId));
		expect(known.size).toBe(lastWritten.length);
		const unknown = of('differsOriginUnknown').map(({ licenceId }) => licenceId);
		const second = of('duplicateKey').flatMap(({ subscriptionKey, licenceId }) =>
			seen.rowsWithKey(subscriptionKey).filter(({ id }) => id !== licenceId),
		);
		const strange = decoysOf('otherAccountsKey').map(({ licenceId }) => licenceId);
		const except = new Set([...unknown, ...second.map(({ id }) => id), ...strange]);
		const keyed = world.halo.licences.filter(
			({ snowid, id }) => snowid !== null && !except.has(id),
		);
		expect(keyed.map(({ id }) => id).sort()).toEqual([...known].sort());
		for (const { at } of lastWritten) expect(at <= world.asOf).toBe(true);
	});

	it('gives every row, line, link and invoice a number of its own', () => {
		const { licences, recurringInvoices, licenceChanges } = world.halo;
		const lines = recurringInvoices.flatMap((invoice) => invoice.lines);
		const links = lines.flatMap((line) => [
			...line.quantity_licences,
			...line.quantity_subscriptions,
		]);
		for (const table of [licences, recurringInvoices, lines, links, licenceChanges]) {
			expect(new Set(table.map(({ id }) => id)).size).toBe(table.length);
		}
		expect(links.every(({ licence_id }) => seen.rows.has(licence_id))).toBe(true);
	});

	it('names every client differently', () => {
		const names = world.halo.clients.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});
});

describe('counts of one’s own', () => {
	it('beat the usual ones, none included', () => {
		const none = Object.fromEntries(DEPARTURE_KINDS.map((kind) => [kind, 0]));
		const quiet = reconcileWorld({ seed: 3, customers: 60, departures: none });
		expect(quiet.reconcileTruth.departures).toEqual([]);
		const some = reconcileWorld({
			seed: 3,
			customers: 60,
			departures: { ...none, haloBehind: 7, customerWithoutClient: 2 },
			decoys: { otherDistributor: 0 },
		});
		const { departures, decoys } = some.reconcileTruth;
		expect(departures.filter(({ kind }) => kind === 'haloBehind')).toHaveLength(7);
		const without = departures.filter(({ kind }) => kind === 'customerWithoutClient');
		expect(new Set(without.map(({ customerNo }) => customerNo)).size).toBe(2);
		expect(decoys.filter(({ kind }) => kind === 'otherDistributor')).toEqual([]);
	});

	it('say so when the world is too small for them', () => {
		expect(() => reconcileWorld({ customers: 10 })).toThrow('too few');
		expect(() => reconcileWorld({ customers: 60, departures: { editedByHand: 900 } })).toThrow(
			'lines for editedByHand, and 900 are wanted',
		);
	});
});
