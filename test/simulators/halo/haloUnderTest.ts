import {
	type HaloSimulator,
	type HaloSimulatorOptions,
	startHaloSimulator,
} from '../../../simulators/halo/server';
import type {
	HaloClientRow,
	HaloInvoiceLine,
	HaloLicenceRow,
	HaloQuantityLink,
	HaloRecurringInvoice,
	HaloState,
} from '../../../simulators/halo/state';
import { emptyHaloState } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';

export type Json = Record<string, unknown>;

export interface Told {
	status: number;
	text: string;
	headers: Headers;
	/** Empty where the answer was no JSON object. */
	json: Json;
	/** Empty where the answer was no JSON array. */
	rows: Json[];
}

/** A running simulator and a client with a token for it. */
export interface HaloUnderTest {
	sim: HaloSimulator;
	clock: { now: number };
	mint: (form?: Record<string, string>, query?: string) => Promise<Told>;
	signIn: (scope?: string) => Promise<void>;
	get: (path: string) => Promise<Told>;
	post: (path: string, body: unknown) => Promise<Told>;
	del: (path: string) => Promise<Told>;
	control: (method: string, path: string, body?: unknown) => Promise<Told>;
}

/** Monday morning, UTC. */
export const NOON = Date.parse('2026-11-23T12:00:00Z');

const running: HaloSimulator[] = [];

export async function stopAll(): Promise<void> {
	await Promise.all(running.splice(0).map((sim) => sim.stop()));
}

export async function startHalo(
	state: Partial<HaloState> = {},
	switches: Partial<HaloSwitches> = {},
	options: HaloSimulatorOptions = {},
): Promise<HaloUnderTest> {
	const clock = { now: NOON };
	const sim = await startHaloSimulator({ ...emptyHaloState(), ...state }, switches, {
		now: () => clock.now,
		...options,
	});
	running.push(sim);
	let token = '';
	const tell = async (url: string, init: RequestInit): Promise<Told> => {
		const response = await fetch(url, init);
		const text = await response.text();
		return { status: response.status, text, headers: response.headers, ...read(text) };
	};
	const send = async (method: string, path: string, body?: unknown) =>
		await tell(sim.apiUrl + path, {
			method,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
	const mint = async (form: Record<string, string> = {}, query = '?tenant=simulated') =>
		await tell(`${sim.authUrl}/token${query}`, {
			method: 'POST',
			body: new URLSearchParams({
				grant_type: 'client_credentials',
				client_id: sim.credentials.clientId,
				client_secret: sim.credentials.clientSecret,
				scope: 'all',
				...form,
			}),
		});
	const signIn = async (scope = 'all') => {
		token = String((await mint({ scope })).json.access_token);
	};
	await signIn();
	sim.requests.clear();
	return {
		sim,
		clock,
		mint,
		signIn,
		get: async (path) => await send('GET', path),
		post: async (path, body) => await send('POST', path, body),
		del: async (path) => await send('DELETE', path),
		control: async (method, path, body) =>
			await tell(sim.url + path, {
				method,
				body: body === undefined ? undefined : JSON.stringify(body),
			}),
	};
}

function read(text: string): { json: Json; rows: Json[] } {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value)
			? { json: {}, rows: value as Json[] }
			: { json: value as Json, rows: [] };
	} catch {
		return { json: {}, rows: [] };
	}
}

/** The rows of a list answer. */
export const listed = (told: Told, key: string): Json[] => (told.json[key] ?? []) as Json[];

export function clientRow(id: number, changes: Partial<HaloClientRow> = {}): HaloClientRow {
	return {
		id,
		name: `Client ${String(id).padStart(4, '0')}`,
		toplevel_id: 1,
		inactive: false,
		stopped: 0,
		colour: '#000000',
		customertype: 0,
		customer_relationship: [],
		is_vip: false,
		is_account: false,
		notes: null,
		website: null,
		accountsid: null,
		ref: null,
		main_site_id: null,
		customfields: [],
		azure_tenants: [],
		internal: false,
		...changes,
	};
}

export const clientRows = (count: number): HaloClientRow[] =>
	Array.from({ length: count }, (_, index) => clientRow(index + 1));

export function licenceRow(id: number, changes: Partial<HaloLicenceRow> = {}): HaloLicenceRow {
	return {
		id,
		type: 1,
		name: 'Microsoft 365 Business Premium',
		count: 42,
		client_id: 1,
		site_id: -1,
		start_date: '2025-11-12T00:00:00',
		end_date: '1901-01-01T00:00:00',
		purchase_price: 24.1,
		price: 29.93,
		monthly_cost: null,
		monthly_price: null,
		billing_cycle: 'Monthly',
		term_duration: '1 Year',
		status: 'Active',
		autorenew: true,
		is_active: true,
		deleted: false,
		supplier_id: 7,
		vendor: 'Microsoft',
		manufacturer: null,
		distributor: null,
		product_sku: null,
		vendor_product_sku: null,
		snowid: `us/41183${id}_1`,
		tenant_id: null,
		notes: null,
		azure_connection_id: null,
		third_party_product: null,
		...changes,
	};
}

export function quantityLink(
	licenceId: number,
	changes: Partial<HaloQuantityLink> = {},
): HaloQuantityLink {
	return {
		id: licenceId,
		invoice_line_id: 1,
		kind: 4,
		licence_id: licenceId,
		qty_free: 0,
		minimum_qty: 0,
		pro_rata: false,
		use_linked_subscription_price: false,
		use_linked_subscription_cost: false,
		...changes,
	};
}

export function invoiceLine(
	id: number,
	links: HaloQuantityLink[],
	changes: Partial<HaloInvoiceLine> = {},
): HaloInvoiceLine {
	return {
		id,
		item_id: null,
		item_shortdescription: `Line ${id}`,
		qty_order: 1,
		unit_price: 10,
		unit_cost: 8,
		discount_perc: 0,
		recurring_invoice_quantity_type: 4,
		isinactive: false,
		quantity_licences: [],
		quantity_subscriptions: links.map((link) => ({ ...link, invoice_line_id: id })),
		...changes,
	};
}

export function recurringInvoice(lines: HaloInvoiceLine[]): HaloRecurringInvoice {
	return {
		id: -31,
		client_id: 1,
		name: 'Managed services',
		currency_code: 'CAD',
		period: 'Monthly',
		in_advance: true,
		start_date: '2025-01-01T00:00:00',
		end_date: null,
		next_invoice_date: '2026-12-01T00:00:00',
		isinactive: false,
		lines,
	};
}
