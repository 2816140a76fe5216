/** The bench of reconcile measures a world of the size and shape that it says. */
import { reconcileBenchWorld, reportBenchWorld } from '../../tools/bench/reconcileWorld';
import { share } from '../simulators/world/shares';

const world = reconcileBenchWorld({ subscriptions: 4_000, seed: 5 });
const lines = world.customers.flatMap(({ subscriptions }) => subscriptions);
const invoiceLines = world.invoices.flatMap((invoice) => invoice.lines);
const keyOf = ({ account, subscriptionId }: (typeof lines)[number]) =>
	`${account}/${subscriptionId}`;
const isNear = (value: number, wanted: number, by: number) => Math.abs(value - wanted) <= by;

describe('the world that reconcile is measured on', () => {
	it('has as many licences as subscriptions, a fifth as many invoice lines, and eight lines a customer', () => {
		expect(lines).toHaveLength(4_000);
		expect(world.licences).toHaveLength(4_000);
		expect(world.customers).toHaveLength(500);
		expect(isNear(invoiceLines.length, 800, 8)).toBe(true);
	});

	it('is the same for the same seed, and another for another', () => {
		expect(reconcileBenchWorld({ subscriptions: 4_000, seed: 5 })).toEqual(world);
		expect(reconcileBenchWorld({ subscriptions: 4_000, seed: 6 })).not.toEqual(world);
	});

	it('gives names, keys and numbers once', () => {
		const once = (values: unknown[]) => new Set(values).size === values.length;
		expect(once(world.customers.map(({ name }) => name))).toBe(true);
		expect(once(lines.map(keyOf))).toBe(true);
		expect(once(world.licences.map(({ id }) => id))).toBe(true);
		expect(once(world.invoices.map(({ id }) => id))).toBe(true);
		expect(once(invoiceLines.map(({ id }) => id))).toBe(true);
		expect(once(world.saved.map(({ key }) => key))).toBe(true);
	});

	it('holds the key of a row among its other texts', () => {
		const keyed = world.licences.filter(({ snowid }) => snowid !== null);
		expect(keyed.length).toBeGreaterThan(3_800);
		for (const { snowid, name, texts } of keyed) {
			expect(texts).toMatchObject({ snowid, name });
			expect(Object.keys(texts).length).toBeGreaterThan(8);
		}
	});

	it('bills a fifth of its lines by several licences, and some by a typed quantity', () => {
		const ids = new Set(world.licences.map(({ id }) => id));
		const links = invoiceLines.flatMap((line) => line.links);
		expect(links.every(({ licenceId }) => ids.has(licenceId))).toBe(true);
		expect(
			isNear(
				share(invoiceLines, (line) => line.links.length > 1),
				0.2,
				0.04,
			),
		).toBe(true);
		expect(
			isNear(
				share(invoiceLines, (line) => line.links.length === 0),
				0.15,
				0.04,
			),
		).toBe(true);
		expect(invoiceLines.every((line) => line.quantity !== null)).toBe(true);
	});

	it('is in step for the most part, and out of step in several ways', () => {
		const rows = new Map(world.licences.map((row) => [row.snowid, row]));
		const known = new Set(lines.map(keyOf));
		const withRow = lines.filter((line) => rows.has(keyOf(line)));
		const inStep = (line: (typeof lines)[number]) => rows.get(keyOf(line))?.count === line.quantity;
		expect(share(withRow, inStep)).toBeGreaterThan(0.9);
		expect(share(withRow, inStep)).toBeLessThan(0.98);
		expect(withRow.length).toBeLessThan(lines.length);
		expect(world.licences.some(({ snowid }) => snowid !== null && !known.has(snowid))).toBe(true);
		expect(world.customers.some(({ haloClientId }) => haloClientId === null)).toBe(true);
		expect(world.customers.some(({ haloClientInactive }) => haloClientInactive)).toBe(true);
	});
});

describe('the world that a report is made of', () => {
	it('has so many customers of different names, most of whose rows are invoiced', () => {
		const { customers, licences, invoices } = reportBenchWorld(300);
		expect(new Set(customers.map(({ name }) => name)).size).toBe(300);
		expect(licences).toHaveLength(2_400);
		const billed = new Set(
			invoices
				.flatMap((invoice) => invoice.lines)
				.flatMap(({ links, itemName }) =>
					links.length > 0 ? links.map(({ licenceId }) => String(licenceId)) : [itemName],
				),
		);
		expect(billed.size).toBeGreaterThan(1_500);
	});
});
