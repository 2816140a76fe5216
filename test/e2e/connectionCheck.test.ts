import {
	aHaloClient,
	aHaloState,
	aLicenceRow,
	aLinkedLine,
	aNativeModule,
	aRecurringInvoice,
	aSite,
	aStellrCustomer,
	aStellrState,
	aSubscription,
} from '../../simulators/world/builders';
import { openStage, type Stage } from './support/stage';

const FLOW = 'Connection check';
const NODE = 'Connection Check';

describe('the flow Connection check', () => {
	let stage: Stage;

	beforeAll(async () => {
		const licence = aLicenceRow({ client_id: 12 });
		stage = await openStage({
			stellr: aStellrState({
				customers: [aStellrCustomer()],
				subscriptions: [aSubscription()],
			}),
			halo: aHaloState({
				clients: [aHaloClient({ main_site_id: 31 })],
				sites: [aSite({ id: 31, client_id: 12 })],
				licences: [licence],
				recurringInvoices: [aRecurringInvoice({ client_id: 12, lines: [aLinkedLine(licence)] })],
			}),
		});
	});

	afterAll(async () => await stage.close());

	it('says "Test successful" where all is well, with the scope that the token names', async () => {
		const run = await stage.runFlow(FLOW);
		expect(run.stopReason).toBeNull();
		expect(run.items(NODE, 'Summary')).toMatchObject([{ ok: true, verdict: 'Test successful' }]);
		const checks = run.items(NODE, 'Checks');
		expect(checks.filter(({ ok }) => ok === false)).toEqual([]);
		expect(checks).toContainEqual(
			expect.objectContaining({ check: 'Subscriptions - Get Subscription Details', ok: true }),
		);
		expect(checks).toContainEqual(expect.objectContaining({ check: 'Scope granted', ok: true }));
		expect(run.hints(NODE)).toEqual([]);
		expect(run.nodesThatRan).not.toContain('To be mended');
	});

	it('says what to mend where something is broken', async () => {
		stage.stellr.switches.missingPermissions = ["Subscriptions - List Customers' Subscriptions"];
		stage.halo.state.fieldInfo = [];
		try {
			const run = await stage.runFlow(FLOW);
			expect(run.stopReason).toBeNull();
			expect(run.items('To be mended').map(({ check }) => check)).toEqual([
				"Subscriptions - List Customers' Subscriptions",
				'Key field on clients',
			]);
			const [summary] = run.items('Put your message here');
			expect(summary).toMatchObject({
				ok: false,
				verdict: expect.stringMatching(/^2 of \d+ checks failed/),
			});
			expect(String(summary.text)).toContain('TD SYNNEX developer portal');
			expect(run.hints(NODE)).toEqual([expect.stringMatching(/^2 of \d+ checks failed: /)]);
		} finally {
			stage.stellr.reset();
			stage.halo.reset();
		}
	});

	it('says what it cannot tell, and where to look, while the native module is on and hidden', async () => {
		stage.halo.state.synnexDetails = [aNativeModule()];
		stage.halo.switches.missingPermissions = ['read:admin'];
		stage.halo.switches.quantityCalculation = 'off';
		try {
			const run = await stage.runFlow(FLOW);
			const [summary] = run.items(NODE, 'Summary');
			expect(summary).toMatchObject({ ok: true, counts: { failed: 0 } });
			expect(summary.verdict).toMatch(
				/^Test successful\. Not told: whether .*; whether Halo's own/,
			);
			expect(run.items('To be mended').map(({ code, ok }) => [code, ok])).toEqual([
				['quantityCalculation', null],
				['nativeModule', null],
			]);
			expect(run.hints(NODE)).toEqual([`${String(summary.verdict)}.`]);
		} finally {
			stage.stellr.reset();
			stage.halo.reset();
		}
	});

	it('checks one side alone when the other has no credential', async () => {
		await stage.edit(FLOW, (workflow) => {
			const node = workflow.nodes.find(({ name }) => name === NODE);
			const credentials = (node as { credentials?: Record<string, unknown> }).credentials;
			delete credentials?.stellrOAuth2Api;
		});
		const run = await stage.runFlow(FLOW);
		expect(run.items(NODE, 'Summary')).toMatchObject([
			{ verdict: 'Test successful (Stellr was not checked)' },
		]);
	});

	it('reports what the APIs do, and no value of a record', async () => {
		await stage.change(FLOW, NODE, { discover: true });
		const run = await stage.runFlow(FLOW);
		expect(run.items('What was discovered').length).toBeGreaterThan(15);
		const [summary] = run.items(NODE, 'Summary');
		expect(String(summary.discoverText)).toContain('Rows on a page when 1000 are asked for');
		expect(String(summary.discoverText)).not.toMatch(/Acorn|halo-simulator|127\.0\.0\.1/);
	});
});
