/** The generated world: the same for a seed, of one piece, and with the ratios an operator sees. */
import { endOfMonth } from '../../../simulators/world/days';
import { DEFAULT_WORLD } from '../../../simulators/world/options';
import { generateWorld } from '../../../simulators/world/world';
import type { World } from '../../../simulators/world/world';
import { countBy, percentile, share } from './shares';

const CUSTOMERS = 2000;

describe('a generated world', () => {
	let world: World;
	const customers = () => world.stellr.accounts.flatMap((account) => account.customers);
	const lines = () => world.stellr.accounts.flatMap((account) => account.subscriptions);
	const truths = () => world.truth.subscriptions;
	/** Lines whose client is in Halo: only these can have a row. */
	const owned = () => {
		const inHalo = new Set(
			world.truth.customers
				.filter(({ haloClientId }) => haloClientId !== null)
				.map(({ account, customerNo }) => `${account}/${customerNo}`),
		);
		return truths().filter(({ account, customerNo }) => inHalo.has(`${account}/${customerNo}`));
	};

	beforeAll(() => {
		world = generateWorld({ customers: CUSTOMERS, seed: 7 });
	});

	it('is the same for the same seed and another for another', () => {
		const again = generateWorld({ customers: 100, seed: 7 });
		expect(generateWorld({ customers: 100, seed: 7 })).toEqual(again);
		expect(generateWorld({ customers: 100, seed: 8 }).stellr).not.toEqual(again.stellr);
	});

	it.each([1, 2, 10, 37])('has exactly as many customers as asked for: %d', (count) => {
		const small = generateWorld({ customers: count });
		expect(small.truth.customers).toHaveLength(count);
	});

	it('holds 10,000 customers and is made in seconds', () => {
		const start = performance.now();
		const large = generateWorld({ customers: 10_000 });
		expect(large.truth.customers).toHaveLength(10_000);
		expect(large.halo.clients).toHaveLength(14_002);
		expect(performance.now() - start).toBeLessThan(20_000);
	});

	it('has unique keys on both sides, and two accounts may share a number', () => {
		const unique = (keys: unknown[]) => expect(new Set(keys).size).toBe(keys.length);
		for (const account of world.stellr.accounts) {
			unique(account.customers.map(({ customerNo }) => customerNo));
			unique(account.subscriptions.map(({ subscriptionId }) => subscriptionId));
		}
		unique(world.halo.clients.map(({ id }) => id));
		unique(world.halo.clients.map(({ name }) => name));
		unique(world.halo.sites.map(({ id }) => id));
		unique(world.halo.licences.map(({ id }) => id));
		unique(world.halo.recurringInvoices.map(({ id }) => id));
		const [us, ca] = world.stellr.accounts.map(
			(account) => new Set(account.customers.map(({ customerNo }) => customerNo)),
		);
		expect([...us].some((customerNo) => ca.has(customerNo))).toBe(true);
	});

	it('hangs together: every line, row, link and site leads somewhere', () => {
		const clients = new Set(world.halo.clients.map(({ id }) => id));
		const rows = new Map(world.halo.licences.map((row) => [row.id, row]));
		for (const account of world.stellr.accounts) {
			const known = new Set(account.customers.map(({ customerNo }) => customerNo));
			for (const line of account.subscriptions) {
				expect(known).toContain(line.customerNo);
				expect(line.subscriptionId).toBe(`${line.contractNo}_${line.lineNo}`);
			}
		}
		for (const { client_id } of [
			...world.halo.sites,
			...world.halo.licences,
			...world.halo.users,
		]) {
			expect(clients).toContain(client_id);
		}
		for (const client of world.halo.clients) {
			expect(world.halo.sites.some(({ id }) => id === client.main_site_id)).toBe(true);
		}
		for (const invoice of world.halo.recurringInvoices) {
			expect(invoice.id).toBeLessThan(0);
			for (const line of invoice.lines) {
				for (const link of [...line.quantity_licences, ...line.quantity_subscriptions]) {
					expect(rows.get(link.licence_id)?.client_id).toBe(invoice.client_id);
					expect(link.kind).toBe(rows.get(link.licence_id)?.type === 1 ? 4 : 1);
				}
			}
		}
		expect(truths()).toHaveLength(lines().length);
	});

	it('has 420 Halo clients for 300 customers over three top levels, plus Unknown and an internal one', () => {
		expect(world.halo.clients).toHaveLength((CUSTOMERS * 420) / 300 + 2);
		expect(world.halo.clients.filter(({ internal }) => internal).map(({ name }) => name)).toEqual([
			'Unknown',
			'Internal',
		]);
		expect(new Set(world.halo.clients.map(({ toplevel_id }) => toplevel_id))).toEqual(
			new Set([1, 2, 3]),
		);
	});

	it('names 55 % of the customers by a domain', () => {
		expect(
			share(customers(), ({ name }) => /^[a-z0-9]+\.(com|ca|com\.br|com\.mx)$/.test(name ?? '')),
		).toBeCloseTo(0.55, 2);
	});

	it('has the sorts of customers in their shares', () => {
		const sorts = countBy(world.truth.customers, ({ sort }) => sort);
		const { customer, line } = DEFAULT_WORLD;
		expect(sorts.discontinued).toBe(CUSTOMERS * customer.discontinued);
		expect((sorts.own ?? 0) + (sorts.test ?? 0)).toBe(CUSTOMERS * customer.ownOrTest);
		expect(sorts.split).toBe(CUSTOMERS * customer.split);
		expect(sorts.merged).toBe(CUSTOMERS * customer.merged);
		expect(sorts.inactiveClient).toBe(CUSTOMERS * customer.inactiveClient);
		expect(sorts.sharesClient).toBe(CUSTOMERS * customer.sharesClient);
		expect(sorts.noLiveLine).toBe(CUSTOMERS * line.none);
		expect(share(world.truth.customers, ({ haloClientId }) => haloClientId !== null)).toBeCloseTo(
			0.8,
			2,
		);
	});

	it('writes Discontinued on the discontinued and leaves some statuses blank', () => {
		const statuses = countBy(customers(), ({ status }) => String(status));
		expect(statuses.Discontinued).toBe(CUSTOMERS * 0.08);
		expect(statuses.null).toBeGreaterThan(0);
	});

	it('means by inactive, merged, split and shared what it says', () => {
		const client = (id: number | null) => world.halo.clients.find((row) => row.id === id);
		const of = (sort: string) => world.truth.customers.filter((truth) => truth.sort === sort);
		expect(of('inactiveClient').every(({ haloClientId }) => client(haloClientId)?.inactive)).toBe(
			true,
		);
		for (const { haloClientId, otherClientId } of of('merged')) {
			expect(client(haloClientId)?.inactive).toBe(false);
			expect(client(otherClientId)?.inactive).toBe(true);
		}
		expect(
			of('split').every(({ otherClientId }) => client(otherClientId)?.inactive === false),
		).toBe(true);
		const holders = countBy(world.truth.customers, ({ haloClientId }) => String(haloClientId));
		expect(
			of('sharesClient').every(({ haloClientId }) => holders[String(haloClientId)] === 2),
		).toBe(true);
	});

	it('gives a customer a median of 5 lines, 25 at the 95th percentile, 80 at most', () => {
		const perCustomer = Object.values(
			countBy(truths(), ({ account, customerNo }) => `${account}/${customerNo}`),
		);
		expect(percentile(perCustomer, 0.5)).toBeGreaterThanOrEqual(4);
		expect(percentile(perCustomer, 0.5)).toBeLessThanOrEqual(6);
		expect(percentile(perCustomer, 0.95)).toBeGreaterThan(19);
		expect(percentile(perCustomer, 0.95)).toBeLessThan(32);
		expect(Math.max(...perCustomer)).toBeLessThanOrEqual(81);
	});

	it('gives seat lines a median of 6 seats, 900 at most', () => {
		const seats = lines().map(({ quantity }) => quantity ?? 0);
		expect(percentile(seats, 0.5)).toBeGreaterThanOrEqual(4);
		expect(percentile(seats, 0.5)).toBeLessThanOrEqual(8);
		expect(Math.max(...seats)).toBeLessThanOrEqual(900);
		expect(Math.max(...seats)).toBeGreaterThan(200);
	});

	it.each(Object.entries(DEFAULT_WORLD.line.shelves))(
		'takes %s in a share of %d',
		(shelf, wanted) => {
			expect(Math.abs(share(truths(), (truth) => truth.shelf === shelf) - wanted)).toBeLessThan(
				0.02,
			);
		},
	);

	it.each(Object.entries(DEFAULT_WORLD.line.terms))(
		'sells seats on the term %s in a share of %d',
		(term, wanted) => {
			const seats = truths().filter(({ kind }) => kind === 'seat');
			expect(Math.abs(share(seats, (truth) => truth.term === term) - wanted)).toBeLessThan(0.02);
		},
	);

	it('has the statuses in their shares, half of the cancelled with an end ahead', () => {
		const live = new Set(
			world.truth.customers
				.filter(({ sort }) => sort !== 'discontinued')
				.map(({ account, customerNo }) => `${account}/${customerNo}`),
		);
		const rows = world.stellr.accounts.flatMap((account) =>
			account.subscriptions.filter(({ customerNo }) => live.has(`${account.label}/${customerNo}`)),
		);
		expect(Math.abs(share(rows, ({ status }) => status === 'Activated') - 0.86)).toBeLessThan(0.01);
		expect(Math.abs(share(rows, ({ status }) => status === null) - 0.05)).toBeLessThan(0.01);
		expect(Math.abs(share(rows, ({ status }) => status === 'Suspended') - 0.02)).toBeLessThan(0.01);
		expect(Math.abs(share(rows, ({ status }) => status === 'Expire') - 0.02)).toBeLessThan(0.01);
		const cancelled = rows.filter(({ status }) => status === 'Cancelled');
		expect(share(cancelled, ({ endDate }) => (endDate ?? '') >= world.asOf)).toBeGreaterThan(0.4);
		expect(share(cancelled, ({ endDate }) => (endDate ?? '') >= world.asOf)).toBeLessThan(0.6);
	});

	it('ends most terms on the last day of a month, the 29th of February among them', () => {
		const ends = lines().flatMap(({ endDate }) => endDate ?? []);
		expect(share(ends, (day) => endOfMonth(day) === day)).toBeGreaterThan(0.5);
		expect(share(ends, (day) => Number(day.slice(8)) >= 28)).toBeGreaterThan(0.55);
		expect(ends.some((day) => day.endsWith('-02-29'))).toBe(true);
	});

	it('has live lines that have not ended and ended ones that have', () => {
		const life = new Map(
			truths().map((truth) => [`${truth.account}/${truth.subscriptionId}`, truth.life]),
		);
		for (const account of world.stellr.accounts) {
			for (const { subscriptionId, endDate } of account.subscriptions) {
				const isOver = (endDate ?? '') < world.asOf;
				expect(isOver).toBe(life.get(`${account.label}/${subscriptionId}`) === 'ended');
			}
		}
	});

	it('says the term in the product name and bills in the account’s currency', () => {
		const { accounts } = world.stellr;
		expect(
			lines().some(
				({ productName }) =>
					productName === 'NCE Microsoft 365 Business Premium - Annual Commit, Monthly Billing',
			),
		).toBe(true);
		expect(
			accounts.map(({ subscriptions }) => [
				...new Set(subscriptions.map(({ currency }) => currency)),
			]),
		).toEqual([['USD'], ['CAD'], ['BRL'], ['MXN']]);
	});

	it('keeps co-termed add-ons on one contract with one end', () => {
		const [us] = world.stellr.accounts;
		const ends = new Map<number, Set<string | null>>();
		for (const { contractNo, endDate } of us.subscriptions) {
			ends.set(contractNo, (ends.get(contractNo) ?? new Set()).add(endDate));
		}
		expect(us.subscriptions.some(({ lineNo }) => lineNo > 1)).toBe(true);
		expect([...ends.values()].every(({ size }) => size === 1)).toBe(true);
	});

	it('has rows for the lines of Halo’s clients: 45 % native, 10 % by hand, 5 % Microsoft, 3 % doubled', () => {
		const origins = countBy(owned(), ({ origin }) => origin);
		const total = owned().length;
		const first = (origins.native + origins.hand + origins.duplicate) / total;
		expect(first).toBeCloseTo(0.55, 2);
		expect(origins.microsoft / total).toBeCloseTo(0.05, 2);
		expect(origins.duplicate / total).toBeCloseTo(0.03, 2);
	});

	it('marks rows by origin: the module’s by SKU and distributor, Microsoft’s by its connection, the hand-made by neither', () => {
		const rows = new Map(world.halo.licences.map((row) => [row.id, row]));
		for (const { origin, licenceId, duplicateIds } of owned()) {
			const row = rows.get(licenceId ?? 0);
			if (origin === 'native') {
				expect(row).toMatchObject({
					type: 1,
					distributor: 'TD SYNNEX',
					product_sku: expect.any(String),
				});
			}
			if (origin === 'microsoft')
				expect(row).toMatchObject({ azure_connection_id: 1, product_sku: null });
			if (origin === 'hand')
				expect(row).toMatchObject({ azure_connection_id: null, distributor: null });
			expect(duplicateIds).toHaveLength(origin === 'duplicate' ? 1 : 0);
		}
	});

	it('says what leads to a row, and it does', () => {
		const rows = new Map(world.halo.licences.map((row) => [row.id, row]));
		const found = countBy(owned(), ({ evidence }) => evidence);
		expect(Object.keys(found).sort()).toEqual(['id', 'name', 'none', 'sharedSku', 'sku', 'words']);
		for (const { subscriptionId, licenceId, evidence } of owned()) {
			const row = rows.get(licenceId ?? 0);
			const fields = [row?.snowid, row?.vendor_product_sku, row?.notes];
			expect(fields.includes(subscriptionId)).toBe(evidence === 'id');
		}
	});

	it('invoices rows as an operator does: 65 % linked, 20 % typed, 3 % twice, the rest not at all', () => {
		const rows = new Map(world.halo.licences.map((row) => [row.id, row]));
		const active = owned().filter(({ licenceId }) => rows.get(licenceId ?? 0)?.is_active);
		const kinds = countBy(active, ({ recurring }) => recurring);
		expect(kinds.linked / active.length).toBeCloseTo(0.65, 2);
		expect(kinds.typed / active.length).toBeCloseTo(0.2, 2);
		expect(kinds.twice / active.length).toBeCloseTo(0.03, 2);
		const links = world.halo.recurringInvoices.flatMap((invoice) =>
			invoice.lines.flatMap((line) => [...line.quantity_licences, ...line.quantity_subscriptions]),
		);
		expect(links).toHaveLength(kinds.linked + 2 * kinds.twice);
		expect(Math.abs(share(links, ({ qty_free }) => qty_free > 0) - 0.08)).toBeLessThan(0.02);
		expect(links.some(({ kind }) => kind === 1)).toBe(true);
		expect(new Set(world.halo.recurringInvoices.map(({ period }) => period))).toEqual(
			new Set(['Monthly', 'Quarterly', 'Yearly']),
		);
	});

	it('lets every share be set', () => {
		const bare = generateWorld({
			customers: 60,
			customer: { inHalo: 1, domainNames: 0, ownOrTest: 0, storedKeys: 1 },
			licence: {
				native: 1,
				hand: 0,
				microsoft: 0,
				duplicates: 0,
				nativeIdIn: { nowhere: 0, snowid: 1, vendor_product_sku: 0, notes: 0 },
			},
			nativeModule: { present: false },
			accounts: [{ label: 'ca-prod', region: 'ca', currency: 'CAD', share: 1 }],
		});
		expect(bare.stellr.accounts.map(({ label }) => label)).toEqual(['ca-prod']);
		expect(bare.truth.customers.every(({ haloClientId }) => haloClientId !== null)).toBe(true);
		expect(bare.truth.subscriptions.every(({ evidence }) => evidence === 'id')).toBe(true);
		expect(bare.halo.synnexDetails).toEqual([]);
		const keys = bare.halo.clients.flatMap(({ customfields }) =>
			customfields.flatMap(({ value }) => String(value).split(';')),
		);
		expect(keys.sort()).toEqual(
			bare.truth.customers.map(({ customerNo }) => `ca-prod/${customerNo}`).sort(),
		);
	});

	it('maps half of the mapped customers in the native module’s table, by number and client', () => {
		const mappings = world.halo.synnexDetails.flatMap(({ client_mappings }) => client_mappings);
		const mapped = world.truth.customers.filter(({ haloClientId }) => haloClientId !== null);
		expect(mappings.length / mapped.length).toBeCloseTo(0.5, 2);
		const [us] = world.halo.synnexDetails;
		for (const { third_party_id, halo_id } of us.client_mappings.slice(0, 20)) {
			const truth = world.truth.customers.find(
				({ account, customerNo }) => account === 'us' && String(customerNo) === third_party_id,
			);
			expect(truth?.haloClientId).toBe(halo_id);
		}
	});

	it('gives most clients contacts, most of whom have a mail address of the firm', () => {
		const { clients, users } = world.halo;
		const domains = new Map(
			world.truth.customers.map(({ haloClientId, domain }) => [haloClientId, domain]),
		);
		const having = new Set(users.map(({ client_id }) => client_id));
		expect(having.size / clients.length).toBeCloseTo(0.6, 1);
		const known = users.filter(({ client_id }) => domains.has(client_id));
		const ofFirm = (user: (typeof users)[number]) =>
			user.emailaddress?.endsWith(`@${domains.get(user.client_id)}`) === true;
		expect(share(known, ofFirm)).toBeGreaterThan(0.85);
		expect(share(known, ofFirm)).toBeLessThan(1);
		expect(users.some(({ inactive }) => inactive)).toBe(true);
		expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
		expect(share(clients, ({ website }) => website !== null)).toBeCloseTo(0.75, 1);
	});

	it('is the same world but for its users however many contacts its clients have', () => {
		const few = generateWorld({ customers: 50, customer: { furtherContacts: 0 } });
		const many = generateWorld({ customers: 50, customer: { furtherContacts: 4 } });
		expect(many.halo.users.length).toBeGreaterThan(few.halo.users.length);
		const withoutUsers = ({ halo, stellr, truth }: World) => ({
			halo: { ...halo, users: [] },
			stellr,
			truth,
		});
		expect(withoutUsers(many)).toEqual(withoutUsers(few));
	});
});
