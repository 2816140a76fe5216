import type { HaloSimulator } from '../../simulators/halo/server';
import type { StellrSimulator } from '../../simulators/stellr/server';
import type { World } from '../../simulators/world/world';
import type { Json } from '../host/flowRun';
import type { FlowResult } from './runFlows';

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

interface Parts {
	world: World;
	stellr: StellrSimulator;
	halo: HaloSimulator;
	clients: FlowResult;
	licences: FlowResult;
}

export function summarise({ world, stellr, halo, clients, licences }: Parts): DemoSummary {
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
		verdicts: [clients, licences].map(({ plan, apply }) => String((apply ?? plan)?.verdict ?? '')),
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
		needsAttention: sum(clients.attention, licences.attention),
		requests: { stellr: sideOf(stellrCounts), halo: sideOf(haloCounts) },
		violations: [...stellrCounts.violations, ...haloCounts.violations].map(
			({ method, path, field, what }) => `${method} ${path}: ${field} ${what}`,
		),
		texts: [clients, licences]
			.flatMap(({ plan, apply }) => [apply, plan])
			.map((summary) => String(summary?.text ?? '')),
		seconds: { [clients.flow]: clients.seconds, [licences.flow]: licences.seconds },
	};
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
