/** Custom fields of clients: shown when asked for, written in the ways tenants are said to differ. */
import { type Answer, sentence } from '../answers';
import { keptText } from '../keptText';
import type { Simulation } from '../simulation';
import type { HaloClientRow, HaloCustomField, HaloFieldInfo } from '../state';

// Halo's number for "client" in FieldInfo.
const CLIENT_FIELDS = 2;

const wireName = (info: HaloFieldInfo) => `CF${info.name}`;
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** The client's custom fields, unset ones included; only those ids where a list asks for some. */
export function shownCustomFields(simulation: Simulation, client: HaloClientRow, ids?: number[]) {
	return simulation.state.fieldInfo
		.filter(({ typeid, id }) => typeid === CLIENT_FIELDS && (!ids || ids.includes(id)))
		.map((info) => {
			const value =
				client.customfields.find(({ name }) => same(name, wireName(info)))?.value ?? null;
			return {
				id: info.id,
				name: wireName(info),
				label: info.label,
				type: info.type,
				value,
				display: value === null ? '' : String(value),
			};
		});
}

/** The client's custom fields after the sent ones, or why they are refused. */
export function writtenCustomFields(
	simulation: Simulation,
	current: HaloCustomField[],
	sent: unknown,
): HaloCustomField[] | Answer {
	if (!Array.isArray(sent)) return current;
	const { switches, state } = simulation;
	const kept = switches.customFieldWrite === 'merge' ? [...current] : [];
	for (const entry of sent as Array<{ id?: number; name?: string; value?: unknown }>) {
		const info = state.fieldInfo.find(
			(field) =>
				field.typeid === CLIENT_FIELDS &&
				(entry.name ? same(wireName(field), entry.name) : field.id === entry.id),
		);
		if (!info) {
			if (switches.unknownCustomField === 'ignore') continue;
			return sentence(400, `Custom field ${entry.name ?? entry.id} does not exist.`);
		}
		const text =
			typeof entry.value === 'string' ? keptText(switches, wireName(info), entry.value) : null;
		const isTooLong = text !== null && info.characterlimit > 0 && text.length > info.characterlimit;
		if (isTooLong && switches.customFieldTooLong === 'refuse') {
			return sentence(400, `${info.label} is longer than ${info.characterlimit} characters.`);
		}
		const value = isTooLong ? text.slice(0, info.characterlimit) : (text ?? entry.value ?? null);
		const at = kept.findIndex(({ name }) => same(name, wireName(info)));
		kept.splice(at === -1 ? kept.length : at, at === -1 ? 0 : 1, { name: wireName(info), value });
	}
	return kept;
}
