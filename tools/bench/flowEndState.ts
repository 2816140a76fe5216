import type { HaloState } from '../../simulators/halo/state';
import type { StellrState } from '../../simulators/stellr/state';
import { STELLR_KEY_FIELD } from '../../simulators/world/builders';

/** Of a longer list of departures only this many are told. */
const TOLD = 5;

/**
 * What is not as it has to be after a run, in sentences: each customer linked to one client of its name, and at that
 * client one active row with the right count for each of its subscriptions, and no other.
 */
export function wrongInEndState(stellr: StellrState, halo: HaloState): string[] {
	const clientsByKey = grouped(keysOf(halo), ({ key }) => key);
	const clientsByName = grouped(halo.clients, ({ name }) => name);
	const rowsByClient = grouped(
		halo.licences.filter((row) => row.is_active && !row.deleted),
		({ client_id }) => client_id,
	);
	const wrong: string[] = [];
	for (const { label, customers, subscriptions } of stellr.accounts) {
		const linesByCustomer = grouped(subscriptions, ({ customerNo }) => customerNo);
		for (const { customerNo, name } of customers) {
			const key = `${label}/${customerNo}`;
			const linked = clientsByKey.get(key) ?? [];
			const named = clientsByName.get(name ?? '') ?? [];
			if (linked.length !== 1) wrong.push(`${key} is linked to ${linked.length} clients`);
			else if (named.length !== 1) wrong.push(`${named.length} clients are named ${name}`);
			else if (linked[0].clientId !== named[0].id)
				wrong.push(`${key} is linked to client ${linked[0].clientId} instead of ${named[0].id}`);
			else {
				const counts = (linesByCustomer.get(customerNo) ?? []).map(
					({ productName, quantity }) => `${productName}: ${quantity}`,
				);
				const rows = (rowsByClient.get(named[0].id) ?? []).map(
					(row) => `${row.name}: ${row.count}`,
				);
				wrong.push(...differences(key, counts, rows));
			}
		}
	}
	return wrong;
}

/** Throws when anything is wrong: a figure for a job that was not done is worth nothing. */
export function checkEndState(who: string, stellr: StellrState, halo: HaloState): void {
	const wrong = wrongInEndState(stellr, halo);
	if (wrong.length === 0) return;
	const told = wrong.slice(0, TOLD).join('\n  ');
	throw new Error(`"${who}" left ${wrong.length} things wrong in Halo:\n  ${told}`);
}

function keysOf({ clients }: HaloState): Array<{ key: string; clientId: number }> {
	return clients.flatMap(({ id, customfields }) =>
		customfields
			.filter(({ name }) => name === STELLR_KEY_FIELD)
			.flatMap(({ value }) => String(value ?? '').split(';'))
			.filter((key) => key !== '')
			.map((key) => ({ key, clientId: id })),
	);
}

function differences(key: string, wanted: string[], there: string[]): string[] {
	const left = [...there];
	const missing = wanted.filter((text) => {
		const at = left.indexOf(text);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
	return [
		...missing.map((text) => `${key} has no row "${text}"`),
		...left.map((text) => `${key} has a row "${text}" that it should not have`),
	];
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
	const groups = new Map<Key, Row[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group === undefined) groups.set(keyOf(row), [row]);
		else group.push(row);
	}
	return groups;
}
