/** A small MSP whose Halo nobody has set up for an integration yet, though Halo's own module has filled it for years. */
import type { HaloSwitches } from '../../halo/switches';
import type { StellrSwitches } from '../../stellr/switches';
import type { World } from '../world';
import { generateWorld } from '../world';

/** Licence rows that Halo holds at the start. */
export const UNPREPARED_LICENCES = 60;

/**
 * No custom field, the native module on its schedule, 60 licences of which most can be adopted (another seed, another
 * number). What else is not ready are switches, below.
 */
export function unpreparedWorld(seed = 526): World {
	const world = generateWorld({
		seed,
		customers: 22,
		topLevels: ['Customers'],
		accounts: [{ label: 'us', region: 'us', currency: 'USD', share: 1 }],
		distinctNames: true,
		customer: {
			domainNames: 0.1,
			inHalo: 0.9,
			discontinued: 0.05,
			ownOrTest: 0.05,
			sharesClient: 0,
			split: 0,
			inactiveClient: 0,
			merged: 0,
			otherCurrency: 0,
		},
		line: { median: 4, p95: 10, max: 14, none: 0 },
		licence: { countDiffers: 0.04 },
		nativeModule: { integratorOn: true },
	});
	world.halo.fieldInfo = [];
	return world;
}

/** Software Licensing and quantity calculation are off, and the agent may do nothing. */
export const unpreparedHalo: Partial<HaloSwitches> = {
	softwareLicensing: 'off',
	quantityCalculation: 'off',
	missingPermissions: [
		'read:customers',
		'edit:customers',
		'read:softwarelicensing',
		'edit:softwarelicensing',
		'read:invoices',
		'edit:invoices',
		'read:suppliers',
		'edit:suppliers',
		'read:admin',
	],
};

/** The credential was made with one permission too few. */
export const unpreparedStellr: Partial<StellrSwitches> = {
	missingPermissions: ['Subscriptions - Get Subscription Details', "List Reseller's Subscriptions"],
};
