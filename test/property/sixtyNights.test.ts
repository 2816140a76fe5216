/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { SavedLicence } from '../../core/sync/licences/savedState';
import { parseLicenceKey } from '../../core/sync/stellrKeys';
import type { HaloLicenceRow } from '../../simulators/halo/state';
import { runInvoices } from '../support/invoiceRun';
import { isApproved, keepLedger, type LedgerNight } from '../support/ledger/ledger';
import { lineCents } from '../support/ledger/money';
import {
	APPROVALS_LAG,
	WAVE_NIGHT,
	writeScript,
	type Script,
	type ScriptNight,
} from '../support/ledger/script';
import { hasEnded, stateOfLine } from '../support/ledger/stellrLine';
import { licenceStage, type Night, type NightStage } from '../support/licenceNight';

/**
 * Two months of nights against both simulators, with two invoice runs, a wave of renewals, three bad nights of Stellr,
 * late approvals and staff who type into Halo. What each client is invoiced was worked out before the first night.
 */

jest.setTimeout(300_000);

const SEEDS = (process.env.SIXTY_NIGHTS_SEEDS ?? '60').split(',').map(Number);
const CUSTOMERS = 30;

describe.each(SEEDS)('sixty nights of world %d', (seed) => {
	let stage: NightStage;
	let script: Script;
	let ledger: LedgerNight[];
	const done: Night[] = [];
	const rowsAfter: Array<Map<string, string>> = [];
	const invoiced = new Map<number, Map<number, number>>();
	const unreported: string[] = [];
	const reportedCents: number[] = [];

	beforeAll(async () => {
		script = writeScript(seed, CUSTOMERS);
		ledger = keepLedger(script);
		let now = Date.parse(`${script.start.asOf}T00:00:00Z`);
		stage = await licenceStage(script.start, {}, { now: () => now });
		const saved = new Map<string, SavedLicence>();
		for (const night of script.nights) {
			now = Date.parse(`${night.day}T04:07:00Z`);
			prepare(stage, night);
			const approved = night.approves ? approvedHashes(done, night.night) : new Set<string>();
			const run = await stage.night({ today: night.day, saved, policy: { approved } });
			done.push(run);
			rowsAfter.push(rowsNow(stage));
			if (ledger[night.night].invoiced)
				invoiced.set(night.night, runInvoices(stage.halo.state, night.day));
			const report = compareWithTruth(stage, script, night, run);
			unreported.push(...report.unreported);
			reportedCents.push(report.reportedCents);
		}
	});
	afterAll(async () => await stage.stop());

	it('the nights hold what they are meant to try', () => {
		const all = script.nights.flatMap(({ changes }) => changes);
		const kinds = new Set(all.map(({ kind }) => kind));
		expect([...kinds]).toEqual(
			expect.arrayContaining(['count', 'new', 'end', 'renew', 'staffEdit', 'customerRenumbered']),
		);
		expect(all.filter(({ kind }) => kind === 'staffEdit').length).toBeGreaterThan(100);
		const idsOf = (night: number) => new Set(script.nights[night].lines.map(keyOfLine));
		const before = idsOf(WAVE_NIGHT - 1);
		const renewed = [...idsOf(WAVE_NIGHT)].filter((id) => !before.has(id)).length;
		const live = script.nights[WAVE_NIGHT].lines.filter(({ status }) => status === 'Activated');
		expect(renewed / live.length).toBeGreaterThan(0.55);
		const holds = new Set(
			ledger.flatMap(({ held }) => [...held.values()].flatMap((why) => why.split(/:? /))),
		);
		expect([...holds]).toEqual(
			expect.arrayContaining([
				...['edited', 'bigDrop', 'bigRise', 'committed', 'freeze'],
				...['notOver', 'shortList', 'runLimit', 'missing'],
			]),
		);
		expect(ledger.reduce((sum, { released }) => sum + released, 0)).toBeGreaterThan(20);
	});

	it('every row is, every night, what the ledger says', () => {
		for (const { night, rows } of ledger) {
			const got = rowsAfter[night];
			const differing = [...new Set([...rows.keys(), ...got.keys()])].filter(
				(line) => rows.get(line) !== got.get(line),
			);
			expect({
				night,
				differing: differing.map((line) => ({
					line,
					ledger: rows.get(line),
					halo: got.get(line),
					waits: ledger[night].held.get(line),
					plan: done[night].entries
						.filter(({ plan }) => plan.key.endsWith(`/${line}`))
						.map(({ plan }) => `${plan.action} ${plan.reasons.map(({ code }) => code).join(' ')}`),
				})),
			}).toEqual({ night, differing: [] });
		}
	});

	it('what waits is, every night, what the ledger says waits', () => {
		for (const { night, held } of ledger) {
			const got = new Set(heldEntries(done[night]).map(({ plan }) => plan.key.replace('us/', '')));
			expect({ night, held: [...got].sort() }).toEqual({ night, held: [...held.keys()].sort() });
		}
	});

	it('each client is invoiced what the ledger says, to the cent, in both invoice runs', () => {
		expect(invoiced.size).toBe(2);
		for (const [night, totals] of invoiced) {
			expect({ night, totals }).toEqual({ night, totals: ledger[night].invoiced });
			expect(totals.size).toBeGreaterThan(CUSTOMERS * 0.8);
		}
	});

	it('every cent between the invoice and what Stellr truly sells was on a report the same day', () => {
		expect(unreported).toEqual([]);
		for (const night of invoiced.keys()) expect(reportedCents[night]).toBeGreaterThan(0);
	});
});

function keyOfLine({ subscriptionId }: { subscriptionId: string }): string {
	return subscriptionId;
}

/** Brings both simulators to the night: what Stellr answers, what staff typed, whose number a client holds. */
function prepare({ halo, stellr }: NightStage, night: ScriptNight): void {
	const [account] = stellr.state.accounts;
	account.customers = structuredClone(night.customers);
	account.subscriptions = structuredClone(night.shown);
	stellr.switches.total = night.short ? 'wrong' : 'right';
	stellr.faults.replace([
		...(night.empty ? [always('empty-list', '/subscriptions')] : []),
		...night.refused.map((customerNo) => always('500', `/customers/${customerNo}/subscriptions`)),
	]);
	for (const { licenceId, by } of night.edits) {
		const row = halo.state.licences.find(({ id }) => id === licenceId);
		if (row) row.count += by;
	}
	for (const { clientId, customerNo } of night.links) {
		const client = halo.state.clients.find(({ id }) => id === clientId);
		const [field] = client?.customfields ?? [];
		if (field) field.value = `${account.label}/${customerNo}`;
	}
}

function always(what: 'empty-list' | '500', path: string) {
	return { match: { path }, skip: 0, times: 1_000, do: what };
}

function heldEntries({ entries }: Night) {
	return entries.filter(({ plan }) => ['held', 'moved', 'conflict'].includes(plan.action));
}

/** The hashes that a person takes from an older report. */
function approvedHashes(done: Night[], night: number): Set<string> {
	const items = heldEntries(done[night - APPROVALS_LAG]).filter(
		({ plan, customer }) =>
			plan.wouldBe !== undefined && isApproved(customer.haloClientId ?? 0, night),
	);
	return new Set(items.map(({ plan }) => plan.hash));
}

function rowsNow({ halo }: NightStage): Map<string, string> {
	return new Map(
		halo.state.licences.map((row) => [
			parseLicenceKey(row.snowid)?.key.replace('us/', '') ?? `row ${row.id}`,
			`${row.count}${row.is_active ? '' : ' inactive'}`,
		]),
	);
}

/** Row by row, what the invoices would bill if Halo were as Stellr truly is; and whether the night's report names it. */
function compareWithTruth(
	{ halo }: NightStage,
	{ start }: Script,
	night: ScriptNight,
	run: Night,
): { unreported: string[]; reportedCents: number } {
	const heldRows = new Set(heldEntries(run).map(({ plan }) => plan.haloId));
	const unread = new Set(
		run.customers.filter(({ complete }) => !complete).map(({ haloClientId }) => haloClientId),
	);
	const unreported: string[] = [];
	let reportedCents = 0;
	const priceOf = (id: number) => start.halo.licences.find((row) => row.id === id)?.price ?? 0;
	const rows = new Map(halo.state.licences.map((row) => [row.id, row]));
	for (const line of halo.state.recurringInvoices.flatMap(({ lines }) => lines)) {
		const billed = lineCents(line, (id) => seatsInHalo(rows.get(id)), priceOf);
		const due = lineCents(line, (id) => seatsAtStellr(rows.get(id), night), priceOf);
		if (billed === due) continue;
		const [link] = [...line.quantity_subscriptions, ...line.quantity_licences];
		const row = rows.get(link.licence_id);
		if (heldRows.has(link.licence_id) || unread.has(row?.client_id ?? 0))
			reportedCents += Math.abs(billed - due);
		else unreported.push(`${night.day}: row ${link.licence_id}, ${due - billed} cents`);
	}
	return { unreported, reportedCents };
}

function seatsInHalo(row: HaloLicenceRow | undefined): number | null {
	return row?.is_active ? row.count : null;
}

/** The seats of the row's line, or of the line that has taken its place at the vendor. */
function seatsAtStellr(row: HaloLicenceRow | undefined, { lines, day }: ScriptNight) {
	const key = parseLicenceKey(row?.snowid ?? null)?.key.replace('us/', '');
	const own = lines.find(({ subscriptionId }) => subscriptionId === key);
	const family = lines.filter(
		(line) => line === own || line.vendorSubscriptionId === own?.vendorSubscriptionId,
	);
	const open = family.find((line) => !hasEnded(line, day));
	// Cancelled with its end ahead: once a person has approved the end, the line is over for them.
	if (open && stateOfLine(open) === 'over' && row?.is_active === false) return null;
	return open?.quantity ?? null;
}
