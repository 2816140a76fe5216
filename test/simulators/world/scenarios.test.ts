/** The acceptance worlds have exactly what they promise. */
import { plainForm } from '../../../simulators/world/firms';
import { adoptionWorld } from '../../../simulators/world/scenarios/adoption';
import {
	MAIN_JOB_COUNTS,
	mainJobCustomers,
	ownNames,
} from '../../../simulators/world/scenarios/mainJob';
import { quietNight } from '../../../simulators/world/scenarios/quietNight';
import type { World } from '../../../simulators/world/world';
import { countBy, share } from './shares';

const LEGAL_FORM = /,? (Inc|LLC|Corp)\.?$/;

describe.each([200, 1, 2, 3])('the main job with seed %d', (seed) => {
	const world = mainJobCustomers(seed);
	const [account] = world.stellr.accounts;
	const clientName = (id: number | null) => world.halo.clients.find((row) => row.id === id)?.name;
	const named = world.truth.customers.map((truth) => ({
		...truth,
		stellr: account.customers.find(({ customerNo }) => customerNo === truth.customerNo)?.name ?? '',
		status: account.customers.find(({ customerNo }) => customerNo === truth.customerNo)?.status,
		halo: clientName(truth.haloClientId),
		live: world.truth.subscriptions.filter(
			({ customerNo, life }) => customerNo === truth.customerNo && life === 'live',
		).length,
	}));

	it('has 200 customers of one account, of which 150 have a client', () => {
		expect(world.stellr.accounts.map(({ label }) => label)).toEqual(['us']);
		expect(account.customers).toHaveLength(200);
		expect(named.filter(({ halo }) => halo !== undefined)).toHaveLength(150);
	});

	it('names 120 alike and 30 differently: 10 by case, 10 by punctuation, 10 by legal form', () => {
		const linked = named.filter(({ halo }) => halo !== undefined);
		expect(linked.filter(({ stellr, halo }) => stellr === halo)).toHaveLength(120);
		const different = linked.filter(({ stellr, halo }) => stellr !== halo);
		const byCase = different.filter(
			({ stellr, halo }) => stellr.toLowerCase() === halo?.toLowerCase(),
		);
		const byLegalForm = different.filter(
			({ stellr, halo }) => stellr.replace(LEGAL_FORM, '') === halo,
		);
		const byPunctuation = different.filter(
			({ stellr, halo }) =>
				stellr.toLowerCase() !== halo?.toLowerCase() && plainForm(stellr) === plainForm(halo ?? ''),
		);
		expect([byCase.length, byPunctuation.length, byLegalForm.length]).toEqual([10, 10, 10]);
	});

	it('has 50 without a client: 15 domains, 8 discontinued, 5 without a live line, 2 own, 20 plain', () => {
		const absent = named.filter(({ halo }) => halo === undefined);
		const isDomain = ({ stellr }: { stellr: string }) => /^[a-z]+\.com$/.test(stellr);
		const own = absent.filter(({ stellr }) => ownNames.includes(stellr));
		const discontinued = absent.filter(({ status }) => status === 'Discontinued');
		const lifeless = absent.filter(({ status, live }) => status !== 'Discontinued' && live === 0);
		const domains = absent.filter((one) => isDomain(one) && one.sort === 'plain');
		expect(own).toHaveLength(MAIN_JOB_COUNTS.own);
		expect(discontinued).toHaveLength(MAIN_JOB_COUNTS.discontinued);
		expect(lifeless).toHaveLength(MAIN_JOB_COUNTS.withoutLiveLine);
		expect(domains).toHaveLength(MAIN_JOB_COUNTS.domainOnly);
		const rest = absent.filter(
			(one) => ![...own, ...discontinued, ...lifeless, ...domains].includes(one),
		);
		expect(rest).toHaveLength(MAIN_JOB_COUNTS.plainNew);
		expect(rest.every(({ live, status }) => live > 0 && status === 'Active')).toBe(true);
	});

	it('gives everyone else at least one live seat line', () => {
		const living = named.filter(({ sort }) => sort === 'plain' || sort === 'own');
		expect(living).toHaveLength(187);
		expect(living.every(({ live }) => live > 0)).toBe(true);
		expect(world.truth.subscriptions.every(({ kind }) => kind === 'seat')).toBe(true);
	});

	it('keeps different firms apart: no name is near another’s', () => {
		const trigrams = (name: string) => {
			const text = ` ${plainForm(name.replace(LEGAL_FORM, '').replace(/\.com$/, ''))} `;
			return new Set(Array.from({ length: text.length - 2 }, (_, at) => text.slice(at, at + 3)));
		};
		const firms = new Map<string, Set<string>>();
		for (const { firmName, stellr, sort } of named)
			firms.set(sort === 'own' ? stellr : firmName, new Set());
		for (const { name, internal } of world.halo.clients) if (!internal) firms.set(name, new Set());
		for (const name of firms.keys()) firms.set(name, trigrams(name));
		const list = [...firms];
		const near: string[] = [];
		list.forEach(([name, own], index) => {
			for (const [otherName, other] of list.slice(index + 1)) {
				const shared = [...own].filter((part) => other.has(part)).length;
				const isOwnPair = ownNames.includes(name) && ownNames.includes(otherName);
				if (!isOwnPair && (2 * shared) / (own.size + other.size) > 0.6)
					near.push(`${name} ~ ${otherName}`);
			}
		});
		expect(near).toEqual([]);
	});

	it('has about 100 further clients over two top levels, Unknown and an internal client', () => {
		expect(world.halo.clients).toHaveLength(252);
		expect(world.halo.toplevels).toHaveLength(2);
		expect(new Set(world.halo.clients.map(({ toplevel_id }) => toplevel_id)).size).toBe(2);
		expect(world.halo.clients.filter(({ internal }) => internal)).toHaveLength(2);
		expect(world.halo.licences).toEqual([]);
	});
});

describe('adoption', () => {
	const world = adoptionWorld();
	const { subscriptions } = world.truth;
	const rows = new Map(world.halo.licences.map((row) => [row.id, row]));

	it('stores every customer’s key on its client', () => {
		for (const { customerNo, haloClientId } of world.truth.customers) {
			const client = world.halo.clients.find(({ id }) => id === haloClientId);
			expect(client?.customfields).toEqual([
				{ name: 'CFStellrCustomerNo', value: `us/${customerNo}` },
			]);
		}
	});

	it('has rows for 45 % by the native module, 10 % by hand and 5 % by Microsoft, and no others', () => {
		const origins = countBy(subscriptions, ({ origin }) => origin);
		const total = subscriptions.length;
		expect(origins).toEqual({
			native: Math.round(total * 0.45),
			hand: Math.round(total * 0.1),
			microsoft: Math.round(total * 0.05),
			none: expect.any(Number),
		});
		expect(world.halo.licences).toHaveLength(total - origins.none);
	});

	it('gives half of the hand-made rows the SKU and none of them the product’s name', () => {
		const hand = subscriptions.filter(({ origin }) => origin === 'hand');
		const withSku = hand.filter(({ licenceId }) => rows.get(licenceId ?? 0)?.product_sku !== null);
		expect(Math.abs(withSku.length - hand.length / 2)).toBeLessThanOrEqual(1);
		for (const { subscriptionId, licenceId } of hand) {
			const line = world.stellr.accounts[0].subscriptions.find(
				(one) => one.subscriptionId === subscriptionId,
			);
			expect(line?.productName).not.toContain(rows.get(licenceId ?? 0)?.name);
		}
	});

	it('has rows with other counts and recurring lines that hang on rows', () => {
		expect(subscriptions.filter(({ countDiffers }) => countDiffers).length).toBeGreaterThan(5);
		const linked = world.halo.recurringInvoices.flatMap(({ lines }) =>
			lines.flatMap(({ quantity_subscriptions, quantity_licences }) => [
				...quantity_subscriptions,
				...quantity_licences,
			]),
		);
		expect(share(linked, ({ licence_id }) => rows.has(licence_id))).toBe(1);
		expect(linked.length).toBeGreaterThan(50);
	});

	it('takes its size and any other share from the caller', () => {
		const other = adoptionWorld(9, 10, { licence: { native: 1, hand: 0, microsoft: 0 } });
		expect(other.truth.customers).toHaveLength(10);
		expect(other.truth.subscriptions.every(({ origin }) => origin === 'native')).toBe(true);
	});
});

describe('a quiet night', () => {
	const ids = (world: World) =>
		new Map(world.stellr.accounts[0].subscriptions.map((row) => [row.subscriptionId, row]));

	it.each([mainJobCustomers, adoptionWorld])(
		'changes 25 counts, ends 5, adds 3 and removes 2, and nothing else',
		(make) => {
			const world = make();
			const before = ids(structuredClone(world));
			const halo = structuredClone(world.halo);
			const changes = quietNight(world);
			const after = ids(world);
			expect(
				[changes.changed, changes.cancelled, changes.added, changes.removed].map(
					({ length }) => length,
				),
			).toEqual([25, 5, 3, 2]);
			const touched = new Set(
				Object.values(changes)
					.flat()
					.map(({ subscriptionId }) => String(subscriptionId)),
			);
			expect(touched.size).toBe(35);
			for (const [id, row] of before) if (!touched.has(id)) expect(after.get(id)).toEqual(row);
			for (const change of changes.changed) {
				expect(after.get(change.subscriptionId)).toEqual({
					...before.get(change.subscriptionId),
					quantity: change.after,
				});
				expect(change.after).not.toBe(change.before);
			}
			for (const { subscriptionId } of changes.cancelled) {
				expect(after.get(subscriptionId)?.status).toBe('Cancelled');
				expect((after.get(subscriptionId)?.endDate ?? '') < world.asOf).toBe(true);
			}
			for (const { subscriptionId } of changes.added)
				expect(before.has(subscriptionId)).toBe(false);
			for (const { subscriptionId } of changes.removed)
				expect(after.has(subscriptionId)).toBe(false);
			expect(after.size).toBe(before.size + 1);
			expect(world.halo).toEqual(halo);
		},
	);

	it('leaves every customer it touches an untouched live line', () => {
		const world = mainJobCustomers();
		const changes = quietNight(world);
		const gone = [...changes.cancelled, ...changes.removed];
		for (const { customerNo } of gone) {
			const live = world.truth.subscriptions.filter(
				(truth) => truth.customerNo === customerNo && truth.life === 'live',
			);
			expect(live.length).toBeGreaterThan(0);
		}
	});

	it('says so when the world is too small for it', () => {
		expect(() => quietNight(adoptionWorld(1, 3))).toThrow('needs 32 lines');
	});
});
