import type { HaloSimulator } from '../../simulators/halo/server';
import type { StellrSimulator } from '../../simulators/stellr/server';
import type { World } from '../../simulators/world/world';
import type { Json } from '../host/flowRun';
import type { FlowResult } from './runFlows';
import type { ReportResult } from './runReport';

export interface DemoSummary {
	world: {
		customers: number;
		seed: number;
		subscriptions: number;
		haloClients: number;
		haloLicences: number;
	};
	verdicts: string[];
	clients: Record<'created' | 'linked' | 'unchanged' | 'held' | 'leftOut' | 'notWritten', number>;
	licences: Record<
		'adopted' | 'created' | 'updated' | 'ended' | 'held' | 'unchanged' | 'leftOut' | 'notWritten',
		number
	>;
	/** What waits for a person; licences dearest first. */
	held: { clients: Json[]; licences: Json[] };
	onNoInvoice: Json[];
	/** The money in one line: what is not billed, and what is billed too much. */
	headline: string;
	/** What was found, and where the page and the table lie. */
	reports: { drift: Report; renewals: Report };
	needsAttention: Record<string, number>;
	requests: { stellr: SideRequests; halo: SideRequests };
	/** What the simulators found wrong in the requests they were sent. */
	violations: string[];
	texts: string[];
	seconds: Record<string, number>;
}

export interface SideRequests {
	total: number;
	tokens: number;
	routes: Record<string, number>;
}

export interface Report {
	counts: Json;
	page: string;
	table: string;
}

interface Parts {
	world: World;
	stellr: StellrSimulator;
	halo: HaloSimulator;
	clients: FlowResult;
	licences: FlowResult;
	drift: ReportResult;
	renewals: ReportResult;
}

export function summarise(parts: Parts): DemoSummary {
	const { world, stellr, halo, clients, licences, drift, renewals } = parts;
	const summaries = [
		...[clients, licences].map(({ plan, apply }) => apply ?? plan),
		...[drift, renewals].map(({ summary }) => summary),
	];
	const stellrCounts = stellr.requests.counts();
	const haloCounts = halo.requests.counts();
	return {
		world: {
			customers: world.options.customers,
			seed: world.seed,
			subscriptions: world.stellr.accounts.reduce(
				(sum, { subscriptions }) => sum + subscriptions.length,
				0,
			),
			haloClients: world.halo.clients.length,
			haloLicences: world.halo.licences.length,
		},
		verdicts: summaries.map((summary) => String(summary?.verdict ?? '')),
		clients: {
			created: written(clients, 'created'),
			linked: written(clients, 'linked'),
			unchanged: planned(clients, 'unchanged'),
			held: planned(clients, 'held'),
			leftOut: planned(clients, 'leftOut'),
			notWritten: written(clients, 'notWritten'),
		},
		licences: {
			adopted: written(licences, 'adopted'),
			created: written(licences, 'created'),
			updated: written(licences, 'updated'),
			ended: written(licences, 'ended'),
			held: planned(licences, 'held'),
			unchanged: planned(licences, 'unchanged'),
			leftOut: planned(licences, 'leftOut'),
			notWritten: written(licences, 'notWritten'),
		},
		held: { clients: listOf(clients.plan, 'held'), licences: listOf(licences.plan, 'held') },
		onNoInvoice: listOf(licences.apply ?? licences.plan, 'onNoInvoice'),
		headline: String(drift.summary.headline),
		reports: { drift: reportOf(drift), renewals: reportOf(renewals) },
		needsAttention: sum(...[clients, licences, drift, renewals].map(({ attention }) => attention)),
		requests: { stellr: sideOf(stellrCounts), halo: sideOf(haloCounts) },
		violations: [...stellrCounts.violations, ...haloCounts.violations].map(
			({ method, path, field, what }) => `${method} ${path}: ${field} ${what}`,
		),
		texts: [
			...[clients, licences].flatMap(({ plan, apply }) => [apply, plan]),
			...[drift, renewals].map(({ summary }) => summary),
		].map((summary) => String(summary?.text ?? '')),
		seconds: Object.fromEntries(
			[clients, licences, drift, renewals].map(({ flow, seconds }) => [flow, seconds]),
		),
	};
}

function reportOf({ summary, page, table }: ReportResult): Report {
	return { counts: summary.counts as Json, page, table };
}

function sideOf({
	total,
	tokens,
	counts,
}: {
	total: number;
	tokens: number;
	counts: Record<string, number>;
}): SideRequests {
	return { total, tokens, routes: counts };
}

/** Done by Apply; a flow without it has written nothing. */
function written({ apply }: FlowResult, count: string): number {
	return countOf(apply, count);
}

/** Judged by Plan: Apply never sees what is unchanged or left out. */
function planned({ plan, apply }: FlowResult, count: string): number {
	return countOf(plan ?? apply, count);
}

function listOf(summary: Json | null, name: string): Json[] {
	return (summary?.[name] as Json[] | undefined) ?? [];
}

function countOf(summary: Json | null, name: string): number {
	return Number((summary?.counts as Record<string, number> | undefined)?.[name] ?? 0);
}

function sum(...counts: Array<Record<string, number>>): Record<string, number> {
	const total: Record<string, number> = {};
	for (const [name, count] of counts.flatMap((entry) => Object.entries(entry))) {
		total[name] = (total[name] ?? 0) + count;
	}
	return total;
}
