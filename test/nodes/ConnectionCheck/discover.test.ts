import fc from 'fast-check';

import type { HaloState } from '../../../simulators/halo/state';
import type { StellrState } from '../../../simulators/stellr/state';
import { defaultStellrSwitches, type StellrSwitches } from '../../../simulators/stellr/switches';
import { generateWorld } from '../../../simulators/world/world';
import {
	checkStage,
	healthyHalo,
	healthyStellr,
	type CheckRun,
	type CheckStage,
} from './checkStage';

const DISCOVER = { parameters: { discover: true } };

const factOf = (run: CheckRun, side: string, code: string) =>
	run.discovered.find((item) => item.side === side && item.code === code);

describe('Connection Check with Discover on', () => {
	let stage: CheckStage;

	beforeAll(async () => {
		const world = generateWorld({ customers: 450, seed: 3 });
		stage = await checkStage({ stellr: world.stellr, halo: world.halo });
	});
	afterEach(() => stage.reset());
	afterAll(async () => await stage.stop());

	it('puts out one item per fact, and one text to paste', async () => {
		const run = await stage.run(DISCOVER);
		expect(run.error).toBeUndefined();
		expect(run.summary.verdict).toBe('Test successful');
		const text = String(run.summary.discoverText);
		expect(run.discovered.length).toBeGreaterThan(35);
		for (const { fact } of run.discovered) expect(text).toContain(`- ${String(fact)}: `);
		const codes = run.discovered.map(({ side, code }) => `${String(side)} ${String(code)}`);
		expect(new Set(codes).size).toBe(codes.length);
	});

	it('asks for few requests more, and still only reads', async () => {
		await stage.run();
		const before = stage.stellr.requests.counts().total + stage.halo.requests.counts().total;
		stage.reset();
		await stage.run(DISCOVER);
		const after = stage.stellr.requests.counts().total + stage.halo.requests.counts().total;
		expect(after - before).toBeLessThanOrEqual(5);
		const all = [...stage.stellr.requests.entries, ...stage.halo.requests.entries];
		expect(all.filter(({ method, isToken }) => !isToken && method !== 'GET')).toEqual([]);
	});

	it('says how many rows a page holds, whatever was asked for', async () => {
		const run = await stage.run(DISCOVER);
		expect(factOf(run, 'stellr', 'pageLimit')).toMatchObject({
			fact: expect.stringContaining('201'),
			seen: expect.stringMatching(/^200 came of \d+$/),
			setting: null,
		});
		expect(factOf(run, 'halo', 'pageCap')).toMatchObject({
			fact: expect.stringContaining('1000'),
			seen: expect.stringMatching(/^100 came of \d+$/),
		});
	});

	it('says that a page too large is refused', async () => {
		stage.stellr.switches.pageSizeOver200 = '400';
		const run = await stage.run(DISCOVER);
		expect(factOf(run, 'stellr', 'pageLimit')?.seen).toBe('refused with status 400');
	});

	it('names the fields that hold something, the words for states, and how dates are written', async () => {
		Object.assign(stage.stellr.switches, {
			nameKey: 'companyName',
			endDateKey: 'renewalDate',
			dateFormat: 'offset',
			quantityKey: 'seats',
			numbers: 'string',
		} satisfies Partial<StellrSwitches>);
		const run = await stage.run(DISCOVER);
		expect(factOf(run, 'stellr', 'customerNames')?.seen).toContain('name: companyName (text)');
		expect(factOf(run, 'stellr', 'subscriptionNames')?.seen).toContain(
			'seats: seats (text of digits)',
		);
		expect(factOf(run, 'stellr', 'dates')?.seen).toContain('renewalDate yyyy-MM-ddTHH:mm:ss+hhmm');
		expect(factOf(run, 'stellr', 'customerStatus')?.seen).toMatch(/"Active" \d+/);
		expect(factOf(run, 'stellr', 'subscriptionStatus')?.seen).toMatch(/"Activated" \d+/);
	});

	it('says to set the path of the list of the whole reseller where there is one', async () => {
		const without = await stage.run(DISCOVER);
		expect(factOf(without, 'stellr', 'resellerList')).toMatchObject({
			seen: expect.stringContaining('404'),
			setting: null,
		});
		stage.stellr.switches.resellerWidePath = '/api/v1/subscriptions';
		const run = await stage.run(DISCOVER);
		expect(factOf(run, 'stellr', 'resellerList')?.setting).toContain('All Subscriptions Path');
	});

	it('says where the list is when it is in no usual place', async () => {
		stage.stellr.switches.listShape = 'bareArray';
		const run = await stage.run(DISCOVER);
		expect(factOf(run, 'stellr', 'envelope')?.seen).toContain('the list itself');
	});

	it('says whether the lists of Halo show the keys, and what follows', async () => {
		const shown = await stage.run(DISCOVER);
		expect(factOf(shown, 'halo', 'clientKey')).toMatchObject({ seen: 'yes', setting: null });
		stage.halo.switches.includeCustomFields = 'ignored';
		stage.halo.switches.topLevelKey = 'bare';
		stage.halo.switches.invoiceCurrencyShown = 'left-out';
		const run = await stage.run(DISCOVER);
		expect(factOf(run, 'halo', 'clientKey')).toMatchObject({
			seen: 'no',
			setting: expect.stringContaining('one request more for each'),
		});
		expect(factOf(run, 'halo', 'topLevelKey')?.seen).toBe('a bare list');
		expect(factOf(run, 'halo', 'licenceListKey')?.seen).toContain('licences');
		expect(factOf(run, 'halo', 'invoicePeriod')?.setting).toContain('Default Invoice Currency');
	});

	it('asks nothing and reports what it can where there is no connection', async () => {
		const run = await stage.run({
			...DISCOVER,
			stellr: { clientSecret: 'not-this' },
			halo: { clientSecret: 'not-this' },
		});
		expect(run.error).toBeUndefined();
		expect(factOf(run, 'stellr', 'customerFields')).toMatchObject({ seen: null, setting: null });
		expect(factOf(run, 'halo', 'authServer')?.seen).toContain('names the one in the credential');
	});
});

describe('what Discover reports', () => {
	/** Everything that leaves the node because of Discover. */
	const reportOf = ({ discovered, summary }: CheckRun) =>
		`${JSON.stringify(discovered)}\n${String(summary.discoverText)}`;

	it('holds no value of any record, whatever the worlds and the forms of the answers', async () => {
		const property = fc.asyncProperty(
			fc.integer({ min: 1, max: 10_000 }),
			fc.constantFrom(...FORMS),
			async (seed, form) => {
				const world = generateWorld({ customers: 12, seed });
				const stage = await checkStage({ stellr: world.stellr, halo: world.halo });
				Object.assign(stage.stellr.switches, form);
				try {
					const report = reportOf(await stage.run(DISCOVER));
					expect(
						valuesIn(world.stellr, world.halo).filter((value) => holds(report, value)),
					).toEqual([]);
				} finally {
					await stage.stop();
				}
			},
		);
		await fc.assert(property, { numRuns: 12 });
	}, 60_000);

	it('holds none even where each text of a record is marked and stands in unlikely places', async () => {
		const marked = fc.constantFrom('customerName', 'status', 'clientName', 'fieldName', 'licence');
		const property = fc.asyncProperty(
			marked,
			fc.stringMatching(/^[A-Z][a-z]{5,9}( [A-Z][a-z]{5,9})?$/).filter((text) => !isOurs(text)),
			async (place, text) => {
				const [stellr, halo] = [healthyStellr(), healthyHalo()];
				mark(place, text, stellr, halo);
				const stage = await checkStage({ stellr, halo });
				try {
					expect(reportOf(await stage.run(DISCOVER))).not.toContain(text);
				} finally {
					await stage.stop();
				}
			},
		);
		await fc.assert(property, { numRuns: 25 });
	}, 60_000);

	it('holds neither secrets, tokens nor addresses', async () => {
		const stage = await checkStage();
		stage.stellr.switches.strayCredentials = true;
		const report = reportOf(await stage.run(DISCOVER));
		await stage.stop();
		expect(report).not.toMatch(/secret"|stellr-us-|halo-simulator|halo-token|sim-us|stray|127\.0/);
	});
});

const FORMS: Array<Partial<StellrSwitches>> = [
	defaultStellrSwitches,
	{ nameKey: 'displayName', numbers: 'string', customerNoAs: 'string' },
	{ listShape: 'dataArray', noValue: 'absent' },
	{ listShape: 'bareArray', singleObject: 'bare', noValue: 'empty' },
	{ errorShape: 2, dateFormat: 'utc', strayCredentials: true },
];

/** Names, domains, addresses, numbers, ids, mail addresses and secrets of both sides. */
function valuesIn(stellr: StellrState, halo: HaloState): string[] {
	const values = [
		...stellr.accounts.flatMap((account) => [
			account.clientId,
			account.clientSecret,
			...account.customers.flatMap((row) => [
				row.customerNo,
				row.name,
				row.address1,
				row.zipCode,
				row.domain,
				row.microsoftTenantId,
			]),
			...account.subscriptions.flatMap((row) => [
				row.subscriptionId,
				row.contractNo,
				row.vendorSubscriptionId,
				row.productName,
				row.skuNo,
				row.mfgPartNo,
				row.unitPrice,
				row.startDate,
				row.endDate,
			]),
		]),
		...halo.clients.flatMap((row) => [
			row.name,
			row.website,
			row.accountsid,
			...row.customfields.map(({ value }) => value),
			...row.azure_tenants.flatMap((tenant) => [
				tenant.azure_tenant_id,
				tenant.azure_tenant_domain,
			]),
		]),
		...halo.sites.flatMap((row) => [row.phonenumber, row.delivery_address?.line1]),
		...halo.users.flatMap((row) => [row.name, row.emailaddress]),
		...halo.licences.flatMap((row) => [row.name, row.snowid, row.tenant_id, row.product_sku]),
		...halo.recurringInvoices.flatMap((row) => [
			row.name,
			...row.lines.map((line) => line.item_shortdescription),
		]),
		...halo.synnexDetails.flatMap((row) => [row.guid, row.client_id]),
	];
	const texts = values.flatMap((value) =>
		typeof value === 'string' || typeof value === 'number' ? [String(value)] : [],
	);
	// Shorter texts, such as a seat count, stand in any report by chance.
	return [...new Set(texts)].filter((text) => text.length >= 5 && !isOurs(text));
}

function holds(report: string, value: string): boolean {
	const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`(^|[^A-Za-z0-9])${escaped}([^A-Za-z0-9]|$)`, 'i').test(report);
}

/** Words that the report uses by itself. */
function isOurs(text: string): boolean {
	return /^(unknown|customers?|clients?|stellr|halopsa|licences?|fields?|names?|status|words?|subscriptions?)$/i.test(
		text.trim(),
	);
}

function mark(place: string, text: string, stellr: StellrState, halo: HaloState): void {
	const [account] = stellr.accounts;
	if (place === 'customerName') account.customers[0].name = text;
	if (place === 'clientName') halo.clients[0].name = text;
	// Somebody typed a name where a state should be.
	if (place === 'status') {
		halo.licences[0].status = text;
		account.customers[0].name = text;
		account.customers[0].status = text;
	}
	// A record that has data as names of fields.
	if (place === 'fieldName') Object.assign(account.customers[0], { name: text, [text]: 'x' });
	if (place === 'licence')
		Object.assign(halo.licences[0], { name: text, notes: text, vendor: text });
}
