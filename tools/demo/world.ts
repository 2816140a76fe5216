import { generateWorld, type World } from '../../simulators/world/world';

/**
 * An MSP with one Stellr account and one top level in Halo, whose native module is set up but no longer runs: what somebody
 * has who changes over to this package.
 */
export function demoWorld(customers: number, seed: number): World {
	return generateWorld({
		customers,
		seed,
		topLevels: ['Customers'],
		accounts: [{ label: 'us', region: 'us', currency: 'USD', share: 1 }],
		nativeModule: { integratorOn: false },
		// Fewer than in life: such names wait for a person, and the demo has nobody to type proper ones.
		customer: { domainNames: 0.15 },
	});
}
