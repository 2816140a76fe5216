import type { HaloLicence } from '../../../core/halo/schemas';
import type { Match } from '../../../core/matching/schemas';
import type { StellrCustomer, StellrSubscription } from '../../../core/stellr/schemas';
import type { CustomerToPlan } from '../../../core/sync/clients/plan';
import { defaultClientPolicy, type ClientPolicy } from '../../../core/sync/clients/policy';
import type { CustomerLines } from '../../../core/sync/licences/customerLines';
import type { SubscriptionOverride } from '../../../core/sync/licences/overrides';
import { planLicences, type LicencePlanEntry } from '../../../core/sync/licences/plan';
import { noGuardrails } from '../../support/guardrails';
import { defaultLicencePolicy, type LicencePolicy } from '../../../core/sync/licences/policy';
import { savedLicenceRowSchema, type SavedLicence } from '../../../core/sync/licences/savedState';
import type { UnreadableRow } from '../../../core/sync/licences/unreadableRows';
import type { PlanItem } from '../../../core/sync/planItem';

/** Single canonical records with sane defaults: one customer, its one line, its one row, all in step. */

export const TODAY = '2026-11-23';
export const PRODUCT = 'Microsoft 365 Business Premium';

export function aLine(fields: Partial<StellrSubscription> = {}): StellrSubscription {
	const subscriptionId = fields.subscriptionId ?? '411833_1';
	const [contractNo, lineNo = null] = subscriptionId.split('_');
	return {
		account: 'us',
		customerNo: '100482',
		subscriptionId,
		contractNo,
		lineNo,
		vendorSubscriptionId: `vendor-${subscriptionId}`,
		productName: PRODUCT,
		vendor: 'Microsoft',
		skuNo: '7654321',
		mfgPartNo: 'CFQ7TTC0LDPB:0001',
		offerId: null,
		quantity: 42,
		unitCost: 24.1,
		suggestedPrice: 29.93,
		currency: 'CAD',
		billingFrequency: 'month',
		term: 'P1Y',
		startDate: '2025-12-01',
		endDate: '2026-11-30',
		status: 'Activated',
		state: 'active',
		kind: 'seat',
		kindReason: 'counted in seats',
		...fields,
	};
}

/** A row in step with `aLine()`; texts follow the fields, as Halo's own row would have them. */
export function aRow(fields: Partial<HaloLicence> = {}): HaloLicence {
	const row: HaloLicence = {
		id: 501,
		type: 1,
		clientId: 12,
		clientName: 'Acorn Construction',
		siteId: -1,
		name: PRODUCT,
		count: 42,
		status: 'Active',
		active: true,
		deleted: false,
		startDate: '2025-12-01T00:00:00',
		endDate: '2026-11-30T00:00:00',
		price: null,
		cost: null,
		billingCycle: null,
		termDuration: null,
		productSku: null,
		vendorProductSku: null,
		snowid: null,
		tenantId: null,
		notes: null,
		supplierId: null,
		supplierName: null,
		vendor: null,
		manufacturer: null,
		distributor: null,
		azureConnectionId: null,
		texts: {},
		...fields,
	};
	const texts = {
		name: row.name,
		status: row.status,
		snowid: row.snowid,
		tenant_id: row.tenantId,
		notes: row.notes,
		product_sku: row.productSku,
		vendor_product_sku: row.vendorProductSku,
		distributor: row.distributor,
	};
	for (const [field, text] of Object.entries(texts)) if (text !== null) row.texts[field] = text;
	return row;
}

/** A row that holds the key of `aLine()`. */
export function aKeyedRow(fields: Partial<HaloLicence> = {}): HaloLicence {
	return aRow({ snowid: 'us/411833_1', ...fields });
}

export function aCustomer(
	subscriptions: StellrSubscription[] = [aLine()],
	fields: Partial<CustomerLines> = {},
): CustomerLines {
	return {
		account: 'us',
		customerNo: '100482',
		name: 'Acorn Construction',
		haloClientId: 12,
		haloClientName: 'Acorn Construction',
		haloClientInactive: false,
		clientKeys: ['us/100482'],
		subscriptions,
		complete: true,
		unreadable: [],
		...fields,
	};
}

export function licencePolicy(fields: Partial<LicencePolicy> = {}): LicencePolicy {
	return { ...defaultLicencePolicy, guardrails: noGuardrails, today: TODAY, ...fields };
}

export interface LicenceWorld {
	customers?: CustomerLines[];
	lines?: StellrSubscription[];
	rows?: HaloLicence[];
	saved?: SavedLicence[];
	overrides?: SubscriptionOverride[];
	unreadableRows?: UnreadableRow[];
	invoicedRowIds?: ReadonlySet<number>;
	policy?: Partial<LicencePolicy>;
}

/** The plan for one customer with these lines and these rows at its client. */
export function entriesFor(world: LicenceWorld): LicencePlanEntry[] {
	return planLicences({
		customers: world.customers ?? [aCustomer(world.lines)],
		licences: world.rows ?? [],
		saved: world.saved,
		overrides: world.overrides,
		unreadableRows: world.unreadableRows,
		invoicedRowIds: world.invoicedRowIds,
		policy: licencePolicy(world.policy),
	});
}

export function plansFor(world: LicenceWorld): PlanItem[] {
	return entriesFor(world).map(({ plan }) => plan);
}

/** The plan of a world in which there is exactly one item. */
export function onePlan(world: LicenceWorld): PlanItem {
	const plans = plansFor(world);
	expect(plans).toHaveLength(1);
	return plans[0];
}

export function codesOf(plan: PlanItem): string[] {
	return plan.reasons.map(({ code }) => code);
}

/** Through the schema of the Data table, so that columns which a test does not care for have their defaults. */
export function aSavedRow(fields: Partial<SavedLicence> = {}): SavedLicence {
	return savedLicenceRowSchema.parse({
		key: 'us/411833_1',
		haloLicenceId: 501,
		haloClientId: 12,
		lastCount: 42,
		adoptedAt: null,
		link: 'map',
		changedAt: null,
		...fields,
	});
}

export function aStellrCustomer(fields: Partial<StellrCustomer> = {}): StellrCustomer {
	return {
		account: 'us',
		customerNo: '100482',
		name: 'Acorn Construction',
		status: 'Active',
		active: true,
		domain: null,
		tenantId: null,
		address: {
			line1: '1260 Clarence Ave',
			line2: null,
			city: 'Winnipeg',
			state: 'MB',
			postalCode: 'R3T 1T2',
			country: 'CA',
		},
		phone: null,
		...fields,
	};
}

export function aMatch(fields: Partial<Match> = {}): Match {
	return {
		status: 'unmapped',
		level: 'none',
		score: 0,
		reasons: [],
		conflicts: [],
		client: null,
		candidates: [],
		origin: null,
		savedDecision: null,
		asOf: '2026-11-23T04:07:00.000Z',
		...fields,
	};
}

export function mappedTo(
	client: Partial<NonNullable<Match['client']>> = {},
	fields: Partial<Match> = {},
): Match {
	return aMatch({
		status: 'mapped',
		level: 'exactName',
		score: 1,
		reasons: ['same name'],
		client: {
			id: 12,
			name: 'Acorn Construction',
			inactive: false,
			topLevelName: 'Customers',
			stellrKeys: [],
			foreignKeyText: null,
			mainSiteId: null,
			...client,
		},
		...fields,
	});
}

export function aCustomerToPlan(
	customer: Partial<StellrCustomer> = {},
	fields: Partial<Omit<CustomerToPlan, 'customer'>> = {},
): CustomerToPlan {
	const whole = aStellrCustomer(customer);
	const { account, customerNo } = whole;
	return {
		customer: whole,
		match: aMatch(),
		subscriptions: [aLine({ account, customerNo })],
		complete: true,
		...fields,
	};
}

export const KEY_FIELD = {
	kind: 'customField' as const,
	id: 104,
	name: 'CFStellrCustomerNo',
	limit: null,
};

export function clientPolicy(fields: Partial<ClientPolicy> = {}): ClientPolicy {
	return { ...defaultClientPolicy, keyField: KEY_FIELD, today: TODAY, ...fields };
}

/** A row of the log of changes: a run took Acorn from 42 to 8 seats. */
export function aLoggedRow(fields: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		run: '17',
		at: '2026-11-23T04:07:00.000Z',
		by: 'n8n-nodes-stellr-halo',
		target: 'licence',
		key: 'us/411833_1',
		haloId: 501,
		haloClientId: 12,
		action: 'update',
		customer: 'Acorn Construction',
		what: 'Business Premium: 42 to 8 seats',
		before: '{"count":42}',
		after: '{"count":8}',
		requestId: null,
		outcome: 'written',
		hash: '3f9a01c2b4d5e6f7',
		proRata: null,
		...fields,
	};
}
