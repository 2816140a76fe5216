/** Nights change what they say they change, at the pace an operator sees, and the same way each time. */
import type { Anomaly } from '../../../simulators/world/anomalies';
import { applyNight } from '../../../simulators/world/nights';
import type { NightChange } from '../../../simulators/world/nights';
import { generateWorld } from '../../../simulators/world/world';
import type { World } from '../../../simulators/world/world';
import { countBy } from './shares';

const STILL = {
	countChanges: 0,
	newLines: 0,
	ended: 0,
	renewed: 0,
	planChanges: 0,
	staffEdits: 0,
	anomalies: [],
};

function lineOf(world: World, change: NightChange) {
	return world.stellr.accounts
		.find(({ label }) => label === change.account)
		?.subscriptions.find(({ subscriptionId }) => subscriptionId === change.subscriptionId);
}

describe('a night', () => {
	it('is the same for the same world and number, and another the night after', () => {
		const [first, again] = [generateWorld({ customers: 200 }), generateWorld({ customers: 200 })];
		expect(applyNight(first, 1)).toEqual(applyNight(again, 1));
		expect(first).toEqual(again);
		const second = applyNight(first, 2);
		expect(second).not.toEqual(applyNight(generateWorld({ customers: 200 }), 1));
		expect(first.asOf).toBe('2026-11-22');
	});

	it('changes counts, adds and ends lines, renews and moves them at the operator’s pace', () => {
		const world = generateWorld({ customers: 2000 });
		const lines = world.truth.subscriptions.length;
		const nights = Array.from({ length: 10 }, (_, index) =>
			applyNight(world, index + 1, { anomalies: [] }),
		).flat();
		const kinds = countBy(nights, ({ kind }) => kind);
		const perNight = (kind: string) => (kinds[kind] ?? 0) / 10 / lines;
		expect(perNight('count')).toBeCloseTo(0.007, 3);
		expect(perNight('new')).toBeCloseTo(0.002, 3);
		expect(perNight('end')).toBeCloseTo(0.001, 3);
		expect(perNight('planChange') + perNight('transfer')).toBeCloseTo(0.0005, 4);
		expect(perNight('renew') + perNight('succeed')).toBeGreaterThanOrEqual(0.0029);
		expect(kinds.staffEdit).toBe(20);
		const counts = nights.filter(({ kind }) => kind === 'count');
		const rises = counts.filter(({ before, after }) => Number(after) > Number(before));
		expect(rises.length / counts.length).toBeGreaterThan(0.75);
		expect(counts.every(({ before, after }) => Math.abs(Number(after) - Number(before)) <= 3)).toBe(
			true,
		);
	});

	it('leaves in Stellr what it says, and keeps the answer sheet in step', () => {
		const world = generateWorld({ customers: 300 });
		const changes = applyNight(world, 1, { countChanges: 0.02, ended: 0.01, newLines: 0.01 });
		for (const change of changes) {
			if (change.kind === 'count' || change.kind === 'new')
				expect(lineOf(world, change)?.quantity).toBe(change.after);
			if (change.kind === 'end') expect(lineOf(world, change)?.status).toBe('Cancelled');
		}
		const keys = world.stellr.accounts.flatMap(({ label, subscriptions }) =>
			subscriptions.map(({ subscriptionId }) => `${label}/${subscriptionId}`),
		);
		expect(
			world.truth.subscriptions
				.map(({ account, subscriptionId }) => `${account}/${subscriptionId}`)
				.sort(),
		).toEqual(keys.sort());
	});

	it('touches no line twice', () => {
		const world = generateWorld({ customers: 300 });
		const once = applyNight(world, 1, {
			countChanges: 0.1,
			ended: 0.1,
			planChanges: 0.1,
			renewed: 0.1,
			staffEdits: 0,
			anomalies: [],
		}).map(({ account, subscriptionId }) => `${account}/${subscriptionId}`);
		expect(new Set(once).size).toBe(once.length);
	});

	it('renews a line on its own id, or under another contract with the same vendor subscription', () => {
		const world = generateWorld({ customers: 300 });
		const stay = applyNight(world, 1, { ...STILL, renewed: 0.05, renewedElsewhere: 0 });
		expect(stay.length).toBeGreaterThan(20);
		for (const change of stay) {
			expect(change.kind).toBe('renew');
			expect(String(change.after) > String(change.before)).toBe(true);
			expect(lineOf(world, change)?.endDate).toBe(change.after);
		}
		const moved = applyNight(world, 2, { ...STILL, renewed: 0.05, renewedElsewhere: 1 });
		for (const change of moved) {
			const [old, next] = [change.before, change.after].map((id) =>
				lineOf(world, { ...change, subscriptionId: String(id) }),
			);
			expect(old?.status).toBe('Expire');
			expect(next?.vendorSubscriptionId).toBe(old?.vendorSubscriptionId);
			expect(next?.subscriptionId).not.toBe(old?.subscriptionId);
		}
	});

	it('gives the successor the row of the line it follows', () => {
		const world = generateWorld({ customers: 300 });
		const before = new Map(
			world.truth.subscriptions.map((one) => [
				`${one.account}/${one.subscriptionId}`,
				one.licenceId,
			]),
		);
		const moved = applyNight(world, 1, { ...STILL, renewed: 0.05, renewedElsewhere: 1 });
		for (const { account, before: oldId, after: newId } of moved) {
			const truth = (id: unknown) =>
				world.truth.subscriptions.find(
					(one) => one.account === account && one.subscriptionId === id,
				);
			expect(truth(newId)?.licenceId).toBe(before.get(`${account}/${String(oldId)}`));
			expect(truth(oldId)?.licenceId).toBeNull();
		}
	});

	it('lets staff edit counts in Halo, and Halo alone', () => {
		const world = generateWorld({ customers: 100 });
		const stellr = structuredClone(world.stellr);
		// Lines whose end has come renew of themselves; the first night has hardly any.
		const edits = applyNight(world, 1, { ...STILL, staffEdits: 3 }).filter(
			({ kind }) => kind === 'staffEdit',
		);
		expect(edits).toHaveLength(3);
		for (const { licenceId, before, after } of edits) {
			expect(world.halo.licences.find(({ id }) => id === licenceId)?.count).toBe(after);
			expect(after).toBe(Number(before) + 1);
		}
		expect(world.stellr.accounts.map(({ customers }) => customers)).toEqual(
			stellr.accounts.map(({ customers }) => customers),
		);
	});

	it('has something odd every seventh night, each kind in turn', () => {
		const world = generateWorld({ customers: 100 });
		const odd = Array.from({ length: 28 }, (_, index) => {
			const kinds = new Set(
				applyNight(world, index + 1, { ...STILL, anomalies: undefined }).map(({ kind }) => kind),
			);
			kinds.delete('renew');
			kinds.delete('succeed');
			return [...kinds];
		});
		expect([odd[6], odd[13], odd[20], odd[27]]).toEqual([
			['renamedProduct'],
			['skuReissued'],
			['typo'],
			['customerRenumbered'],
		]);
		expect(odd.flat()).toHaveLength(4);
	});

	describe('anomalies', () => {
		const after = (anomaly: Anomaly) => {
			const world = generateWorld({ customers: 100 });
			const before = structuredClone(world);
			const changes = applyNight(world, 1, { ...STILL, anomalies: [anomaly] }).filter(
				({ kind }) => kind === anomaly,
			);
			return { world, before, changes };
		};

		it('renames a product on every line of it', () => {
			const { world, changes } = after('renamedProduct');
			const names = new Set(
				world.stellr.accounts.flatMap(({ subscriptions }) =>
					subscriptions.map(({ productName }) => productName),
				),
			);
			expect(names).toContain(changes[0].after);
			expect(changes.every((change) => lineOf(world, change)?.productName === change.after)).toBe(
				true,
			);
		});

		it('gives one product’s SKU to another product', () => {
			const { before, changes, world } = after('skuReissued');
			const products = new Set(
				changes
					.filter(({ after: sku }) => sku === changes[0].before)
					.map((change) => lineOf(world, change)?.productId),
			);
			const former = lineOf(before, changes[0])?.productId;
			expect(changes.length).toBeGreaterThan(1);
			expect(products.size === 0 || !products.has(former)).toBe(true);
			expect(new Set(changes.map((change) => lineOf(world, change)?.productId)).size).toBe(2);
		});

		it('types 40 seats on a small line', () => {
			const { world, changes } = after('typo');
			expect(changes).toHaveLength(1);
			expect(Number(changes[0].before)).toBeLessThan(3);
			expect(lineOf(world, changes[0])?.quantity).toBe(40);
		});

		it('renumbers a customer with all its lines', () => {
			const { world, before, changes } = after('customerRenumbered');
			const [{ account: label, before: old, after: fresh }] = changes;
			const lines = (of: World, customerNo: unknown) =>
				of.stellr.accounts
					.find((one) => one.label === label)
					?.subscriptions.filter((row) => row.customerNo === customerNo).length;
			expect(lines(world, old)).toBe(0);
			expect(lines(world, fresh)).toBe(lines(before, old));
			expect(
				world.truth.customers.some(
					({ account, customerNo }) => account === label && customerNo === fresh,
				),
			).toBe(true);
		});
	});
});
