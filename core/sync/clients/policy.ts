import type { KeyField } from '../../halo/keyField';
import { defaultClientOwners, type ClientOwners } from './owners';

/** Where new clients go. Halo's word for it in the API is Tree; users see Top Level. */
export type TopLevelChoice =
	| { kind: 'chosen'; id: number; name: string }
	/** None was chosen and Halo has exactly one. */
	| { kind: 'only'; id: number; name: string }
	| { kind: 'several'; names: string[] }
	| { kind: 'none' }
	| { kind: 'unreadable' }
	/** Not read yet: it is read only when something is to be created. */
	| { kind: 'notRead' };

/** What a user sets on Halo Client Upsert. Defaults are the safe ones. */
export interface ClientPolicy {
	/** Null: no key is stored in Halo, the saved mapping is the only memory. */
	keyField: KeyField | null;
	createMissing: 'off' | 'approval' | 'on';
	topLevel: TopLevelChoice;
	updateAddress: 'never' | 'imported' | 'all';
	/** Who has the say over each field of linked clients. */
	owners: ClientOwners;
	/** Proper names by Stellr key or customer number, for customers that Stellr knows by their domain. */
	properNames: ReadonlyMap<string, string>;
	/** More fields for new clients, for a Halo that demands them. */
	extraFields: Record<string, unknown>;
	/** Which address lines hold city and state: tenants differ. */
	cityLine: 'line2' | 'line3' | 'line4';
	stateLine: 'line3' | 'line4' | 'none';
	/** Whether Stellr's country is sent as the site's country code. */
	sendCountry: boolean;
	/** Hashes of held items that a person approved; one lapses by itself when either side moves. */
	approved: ReadonlySet<string>;
	/** Today in the tenant's time zone, `yyyy-MM-dd`. */
	today: string;
}

export const defaultClientPolicy: Omit<ClientPolicy, 'today' | 'keyField'> = {
	createMissing: 'off',
	topLevel: { kind: 'notRead' },
	updateAddress: 'never',
	owners: defaultClientOwners,
	properNames: new Map(),
	extraFields: {},
	cityLine: 'line3',
	stateLine: 'line4',
	sendCountry: false,
	approved: new Set(),
};
