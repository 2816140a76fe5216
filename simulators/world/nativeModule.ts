/** The settings of Halo's own StreamOne Stellr module, where an MSP used it before; modelled on the documented fields. */
import type { HaloExternalLink, HaloSynnexDetails } from '../halo/state';
import type { Random } from '../random';
import { quota } from './customerPlan';
import type { World } from './world';

const REGION_CODES: Readonly<Record<string, number>> = { us: 0, ca: 1, br: 2, mx: 3 };
const CLIENT_TABLE = 2;

/** One row per Stellr account, mapping the given share of the customers that have a client. */
export function nativeModuleDetails(world: World, random: Random): HaloSynnexDetails[] {
	const { present, integratorOn, mapped } = world.options.nativeModule;
	if (!present) return [];
	return world.stellr.accounts.map((account, index) => {
		const id = index + 1;
		const candidates = world.truth.customers.filter(
			(customer) => customer.account === account.label && customer.haloClientId !== null,
		);
		return {
			id,
			name: `Stellr ${account.label.toUpperCase()}`,
			guid: `5e111a00-0000-4000-8000-00000000000${id}`,
			new_method: true,
			client_id: account.clientId,
			toplevel: 1,
			top_level_name: world.halo.toplevels[0].name,
			update_addresses: false,
			application_region: REGION_CODES[account.region],
			application_type: 0,
			halointegrator: integratorOn,
			halointegrator_lastsync: `${world.asOf}T02:00:00`,
			halointegrator_lasterror: null,
			client_mappings: quota(candidates, mapped, random).map((customer, position) =>
				link(world, id, id * 10_000 + position, customer),
			),
		};
	});
}

function link(
	world: World,
	detailsId: number,
	id: number,
	customer: World['truth']['customers'][number],
): HaloExternalLink {
	const client = world.halo.clients.find((row) => row.id === customer.haloClientId);
	const account = world.stellr.accounts.find(({ label }) => label === customer.account);
	const stellr = account?.customers.find((row) => row.customerNo === customer.customerNo);
	return {
		id,
		table_id: CLIENT_TABLE,
		module_id: 0,
		halo_id: customer.haloClientId ?? 0,
		halo_desc: client?.name ?? '',
		third_party_id: String(customer.customerNo),
		third_party_desc: stellr?.name ?? '',
		details_id: detailsId,
	};
}
