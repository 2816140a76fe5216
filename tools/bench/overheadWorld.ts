import type { HaloState } from '../../simulators/halo/state';
import type { StellrState } from '../../simulators/stellr/state';
import { aHaloClient, aHaloState, aLicenceRow, aSite } from '../../simulators/world/builders';
import { flowWorld } from './flowWorld';

export interface OverheadWorld {
	stellr: StellrState;
	halo: HaloState;
	/** The rows of the Data table in which the flow keeps what it wrote. */
	saved: Array<Record<string, string | number>>;
}

/** Customers with ten subscriptions each, all of which Halo holds by their keys and with the right counts: a night without changes. */
export function overheadWorld(customerCount: number): OverheadWorld {
	const { stellr } = flowWorld(customerCount);
	const [{ label, customers, subscriptions }] = stellr.accounts;
	const clients = customers.map(({ customerNo, name }, at) =>
		aHaloClient({
			id: 11 + at,
			name: String(name),
			main_site_id: 50_011 + at,
			stellrKey: `${label}/${customerNo}`,
		}),
	);
	const clientOf = new Map(customers.map(({ customerNo }, at) => [customerNo, 11 + at]));
	const licences = subscriptions.map((line, at) =>
		aLicenceRow({
			id: 1_000 + at,
			client_id: clientOf.get(line.customerNo) ?? 0,
			name: line.productName ?? '',
			count: Number(line.quantity),
			snowid: `${label}/${line.subscriptionId}`,
			product_sku: line.mfgPartNo,
			start_date: `${line.startDate}T00:00:00`,
			end_date: `${line.endDate}T00:00:00`,
		}),
	);
	return {
		stellr,
		halo: aHaloState({
			clients,
			sites: clients.map(({ id, main_site_id }) => aSite({ id: main_site_id ?? 0, client_id: id })),
			licences,
		}),
		saved: licences.map(({ id, client_id, count, snowid }) => ({
			key: String(snowid),
			haloLicenceId: id,
			haloClientId: client_id,
			lastCount: count,
			link: 'key',
			changedAt: '2026-11-19T02:10:00.000Z',
			missingTimes: 0,
		})),
	};
}
