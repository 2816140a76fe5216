/** Two HaloPSA tenants and six Stellr accounts, three to a tenant: what an MSP with two brands in several regions has. */
import { startHaloSimulator, type HaloSimulator } from '../../../simulators/halo/server';
import { startStellrSimulator, type StellrSimulator } from '../../../simulators/stellr/server';
import type { StellrAccountState } from '../../../simulators/stellr/state';
import type { AccountOptions } from '../../../simulators/world/options';
import { generateWorld, type World } from '../../../simulators/world/world';
import {
	HALO_ACCOUNT,
	haloCredential,
	STELLR_ACCOUNT,
	stellrCredentials,
} from '../../../tools/host/accounts';
import type { Json } from '../../../tools/host/flowRun';
import type { CredentialInput } from '../../../tools/host/restClient';

const CUSTOMERS = 36;
const TENANTS: Array<{ name: string; accounts: AccountOptions[] }> = [
	{
		name: 'north',
		accounts: [
			{ label: 'north-us', region: 'us', currency: 'USD', share: 0.4 },
			{ label: 'north-ca', region: 'ca', currency: 'CAD', share: 0.3 },
			{ label: 'north-mx', region: 'mx', currency: 'MXN', share: 0.3 },
		],
	},
	{
		name: 'south',
		accounts: [
			{ label: 'south-us', region: 'us', currency: 'USD', share: 0.4 },
			{ label: 'south-ca', region: 'ca', currency: 'CAD', share: 0.3 },
			{ label: 'south-br', region: 'br', currency: 'BRL', share: 0.3 },
		],
	},
];

export interface Tenant {
	name: string;
	/** The account labels. */
	accounts: string[];
	/** The rows of the start. */
	world: World;
	stellr: StellrSimulator;
	halo: HaloSimulator;
}

/** The same rows each time. */
function worldOf(accounts: AccountOptions[], seed: number): World {
	const world = generateWorld({
		customers: CUSTOMERS,
		seed,
		topLevels: ['Customers'],
		accounts,
		distinctNames: true,
		nativeModule: { present: false },
		customer: { domainNames: 0.15 },
	});
	world.stellr.accounts.forEach(renumberCustomers);
	return world;
}

/**
 * Accounts number their customers on their own; here each number belongs to one account. Where another account of the same
 * Halo has the number, creating a client waits for a person, and who comes first depends on the hour.
 */
function renumberCustomers(account: StellrAccountState, index: number): void {
	for (const record of [...account.customers, ...account.subscriptions]) {
		record.customerNo += index * 50_000;
	}
}

export async function startTenants(): Promise<Tenant[]> {
	return await Promise.all(
		TENANTS.map(async ({ name, accounts }, index) => {
			return await startTenant(name, worldOf(accounts, 60 + index));
		}),
	);
}

/** Each account calls Halo as an application of its own, so that Halo's log says whose flow it was. */
export async function startTenant(name: string, world: World): Promise<Tenant> {
	const labels = world.stellr.accounts.map(({ label }) => label);
	return {
		name,
		accounts: labels,
		world,
		stellr: await startStellrSimulator(world.stellr),
		halo: await startHaloSimulator(
			world.halo,
			{ rateLimit: 0 },
			{ furtherApplications: labels.map(applicationOf) },
		),
	};
}

export async function stopTenants(tenants: Tenant[]): Promise<void> {
	await Promise.all(tenants.flatMap(({ stellr, halo }) => [stellr.stop(), halo.stop()]));
}

/** The credential that an account's flows use on either side. */
export const stellrNameOf = (label: string) => `${STELLR_ACCOUNT} (${label})`;
export const haloNameOf = (label: string) => `${HALO_ACCOUNT} (${label})`;

/** `pace`: what the Halo credentials say about it. */
export function credentialsOf({ stellr, halo, accounts }: Tenant, pace: Json): CredentialInput[] {
	const ofStellr = stellrCredentials(stellr);
	const { type, data } = haloCredential(halo);
	return accounts.flatMap((label, index) => [
		{ ...ofStellr[index], name: stellrNameOf(label) },
		{
			name: haloNameOf(label),
			type,
			data: { ...data, ...applicationOf(label), changeApiDetails: true, ...pace },
		},
	]);
}

function applicationOf(label: string): { clientId: string; clientSecret: string } {
	return { clientId: label, clientSecret: `secret-of-${label}` };
}
