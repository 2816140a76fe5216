/** What the agent of the application may do, in the words of Halo's screen for agents. */
import type { HaloArea, HaloSwitches } from '../switches';

export const LEVELS = ['No Access', 'Read Only', 'Read and Modify'] as const;
export type Level = (typeof LEVELS)[number];

/** Areas whose level is chosen for each agent, by the label of the setting. */
export const RIGHTS: Array<{ area: HaloArea; label: string }> = [
	{ area: 'customers', label: 'Customers' },
	{ area: 'softwarelicensing', label: 'Software Licensing Access Level' },
	{ area: 'invoices', label: 'Invoices' },
	{ area: 'suppliers', label: 'Suppliers' },
];

type Missing = HaloSwitches['missingPermissions'];

export function levelOf(area: HaloArea, missing: Missing): Level {
	if (missing.includes(`read:${area}`)) return 'No Access';
	return missing.includes(`edit:${area}`) ? 'Read Only' : 'Read and Modify';
}

/** What the agent lacks once this area has that level. */
export function withLevel(area: HaloArea, level: Level, missing: Missing): Missing {
	const others = missing.filter((entry) => entry !== `read:${area}` && entry !== `edit:${area}`);
	if (level === 'Read and Modify') return others;
	const lacking: Missing =
		level === 'No Access' ? [`read:${area}`, `edit:${area}`] : [`edit:${area}`];
	return [...others, ...lacking];
}
