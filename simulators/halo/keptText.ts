import type { HaloSwitches } from './switches';

/** What a tenant makes of a text it is sent: for key fields, whatever the key switches do to it. */
export function keptText(switches: HaloSwitches, field: string, text: string): string {
	if (!switches.keyFields.includes(field)) return text;
	let kept = switches.keyTrimmed ? text.trim() : text;
	if (switches.keyLowerCased) kept = kept.toLowerCase();
	return switches.keyCutTo > 0 ? kept.slice(0, switches.keyCutTo) : kept;
}
