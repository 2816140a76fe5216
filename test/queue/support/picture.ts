import type { HaloClientRow, HaloLicenceRow, HaloState } from '../../../simulators/halo/state';

const KEY_FIELD = 'CFStellrCustomerNo';

/** What stands in a Halo, whatever numbers its new rows happened to get. Rows that were made twice are counted apart. */
export interface HaloPicture {
	clients: string[];
	sites: string[];
	licences: string[];
}

/** Rows that were there at the start keep their number; new ones are told by what they hold. */
export function haloPicture(state: HaloState, start: HaloState): HaloPicture {
	const nameOf = new Map(state.clients.map(({ id, name }) => [id, name]));
	const clientNumber = numbersIn(start.clients);
	const siteNumber = numbersIn(start.sites);
	const licenceNumber = numbersIn(start.licences);
	const clientOf = (id: number) => `${clientNumber(id)} ${nameOf.get(id)}`;
	const setAside = new Set(rowsSetAside(state));
	const clients = state.clients.filter((client) => !isSetAside(client, state));
	const kept = new Set(clients.map(({ id }) => id));
	return {
		clients: sorted(
			clients.map((row) => ({
				...row,
				id: clientNumber(row.id),
				main_site_id: row.main_site_id === null ? null : siteNumber(row.main_site_id),
			})),
		),
		sites: sorted(
			state.sites
				.filter(({ client_id: client }) => kept.has(client))
				.map(({ delivery_address: address, ...row }) => ({
					...row,
					id: siteNumber(row.id),
					client_id: clientOf(row.client_id),
					delivery_address: address && { ...address, id: 0 },
				})),
		),
		licences: sorted(
			state.licences
				.filter((row) => !setAside.has(row))
				.map((row) => ({
					...row,
					id: licenceNumber(row.id),
					client_id: clientOf(row.client_id),
				})),
		),
	};
}

function numbersIn(rows: Array<{ id: number }>): (id: number) => number | 'new' {
	const known = new Set(rows.map(({ id }) => id));
	return (id) => (known.has(id) ? id : 'new');
}

/** Keys of licences and of clients that more than one active row holds. */
export function keysHeldTwice(state: HaloState): string[] {
	const keys = [
		...state.licences.filter(({ is_active: active }) => active).flatMap(keysOfLicence),
		...state.clients.filter(({ inactive }) => !inactive).flatMap(keysOfClient),
	];
	return keys.filter((key, at) => keys.indexOf(key) !== at);
}

/** Licences that were made twice by flows that crossed: inactive now, beside an active one of the same key. */
export function rowsSetAside(state: HaloState): HaloLicenceRow[] {
	const active = state.licences.filter(({ is_active: isActive }) => isActive);
	const held = new Set(active.flatMap(keysOfLicence));
	return state.licences.filter(
		(row) => !row.is_active && keysOfLicence(row).some((key) => held.has(key)),
	);
}

export function keysOfLicence({ snowid }: HaloLicenceRow): string[] {
	return snowid === null ? [] : [snowid.split(' ')[0]];
}

export function keysOfClient({ customfields }: HaloClientRow): string[] {
	const value = customfields.find(({ name }) => name === KEY_FIELD)?.value;
	return String(value ?? '')
		.split(';')
		.map((key) => key.trim())
		.filter((key) => key !== '');
}

function isSetAside(client: HaloClientRow, { clients }: HaloState): boolean {
	if (!client.inactive) return false;
	const active = clients.filter(({ inactive }) => !inactive).flatMap(keysOfClient);
	return keysOfClient(client).some((key) => active.includes(key));
}

function sorted(rows: object[]): string[] {
	return rows.map((row) => JSON.stringify(row)).sort();
}
