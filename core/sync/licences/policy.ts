import type { SubscriptionKind } from '../../stellr/schemas';
import { defaultLicenceOwners, type LicenceOwners } from './owners';
import { defaultGuardrails, type GuardrailPolicy } from './guardrailPolicy';

/** The text fields of a Halo licence that can hold our key; `snowid` is the contract's default, never proven. */
export const licenceKeyFields = ['snowid', 'tenant_id', 'notes'] as const;
export type LicenceKeyField = (typeof licenceKeyFields)[number];

/** What a user sets on Halo Licence Upsert. Defaults are the safe ones. */
export interface LicencePolicy {
	/** Field of the licence row that holds the Stellr key. */
	keyField: LicenceKeyField;
	/** Kinds of lines that become licences; others are counted and left alone. */
	kinds: SubscriptionKind[];
	/** Vendors or words of the product name; empty takes all. */
	includeProducts: string[];
	excludeProducts: string[];
	/** Supplier and distributor texts that are this reseller's own; rows of any other are never adopted unseen. */
	ownSuppliers: string[];
	/** For new rows only. */
	siteId: number | null;
	supplierId: number | null;
	distributor: string | null;
	/** Which money fields a new row gets; `none` leaves Halo's own. */
	prices: 'none' | 'cost' | 'both';
	/** More fields for new rows, for a Halo that demands them. */
	extraFields: Record<string, unknown>;
	/** Who has the say over each field of rows that exist. */
	owners: LicenceOwners;
	/** How far a run may go by itself. */
	guardrails: GuardrailPolicy;
	/** What to do where a person changed the count in Halo since it was last written; known with Saved State only. */
	handEdits: 'hold' | 'stellr' | 'keepHalo';
	/** Hashes of held items that a person approved; one lapses by itself when either side moves. */
	approved: ReadonlySet<string>;
	/** Today in the tenant's time zone, `yyyy-MM-dd`. */
	today: string;
	/** That time zone: saved times become days in it. */
	timeZone: string;
}

export const defaultLicencePolicy: Omit<LicencePolicy, 'today'> = {
	keyField: 'snowid',
	kinds: ['seat'],
	includeProducts: [],
	excludeProducts: [],
	ownSuppliers: ['TD SYNNEX', 'TDSYNNEX', 'Synnex', 'Stellr', 'StreamOne'],
	siteId: null,
	supplierId: null,
	distributor: null,
	prices: 'none',
	extraFields: {},
	owners: defaultLicenceOwners,
	guardrails: defaultGuardrails,
	handEdits: 'hold',
	approved: new Set(),
	timeZone: 'UTC',
};
