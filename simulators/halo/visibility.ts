/** What an agent without team or department visibility sees: nothing, and no complaint. */
import type { Simulation } from './simulation';
import type { HaloState } from './state';
import type { HaloArea } from './switches';

const TABLES: Record<HaloArea, Array<keyof HaloState>> = {
	customers: ['clients', 'sites', 'users'],
	softwarelicensing: ['licences', 'licenceChanges'],
	invoices: ['recurringInvoices'],
	items: ['items'],
	suppliers: ['suppliers'],
	admin: ['azureConnections', 'synnexDetails'],
};

/** The simulation as the agent sees it when it reads in this area. */
export function asSeen(simulation: Simulation, area: HaloArea | null): Simulation {
	if (area === null || !simulation.switches.invisibleAreas.includes(area)) return simulation;
	const nothing = Object.fromEntries(TABLES[area].map((table) => [table, []]));
	return { ...simulation, state: { ...simulation.state, ...nothing } };
}
