import type { HaloLicence } from '../../halo/schemas';
import { licenceReasons as why } from '../../words/licenceReasons';
import type { CustomerLines } from './customerLines';
import type { LicenceIndex } from './rowIndex';
import type { LicencePlanEntry } from './plan';
import { planItem, type PlanItem } from '../planItem';
import { MISSING_TIMES } from './savedRows';
import { listedKeys, type GatheredCustomer } from './sameCustomer';
import { customerKey, foldKey } from '../stellrKeys';

/**
 * Rows of ours whose subscription Stellr no longer names. Only where the complete lists of all customers of the account
 * that share the client came: absent is not empty. They are reported and left alone.
 */
export function missingLines(
	customers: GatheredCustomer[],
	index: LicenceIndex,
): LicencePlanEntry[] {
	return missingRows(customers, index).missing.map((missing) => ({
		customer: missing.source,
		subscription: null,
		plan: missingPlan(missing, index),
	}));
}

/** A row of ours whose subscription Stellr no longer names. */
export interface MissingRow {
	/** The customer as it came in, and with all its lines. */
	source: CustomerLines;
	customer: CustomerLines;
	row: HaloLicence;
	/** Folded. */
	key: string;
	/** It is not in the list of the whole reseller; the customer's own list was not read. */
	unproven: boolean;
}

export interface MissingRows {
	missing: MissingRow[];
	/** Rows that no list named, at clients of which not every list came whole. */
	notJudged: number;
}

/** Of a client those rows of an account that no list names, when all lists of the account's customers there came whole. */
export function missingRows(
	customers: GatheredCustomer[],
	index: LicenceIndex,
	stillCounts: (row: HaloLicence) => boolean = ({ active }) => active,
): MissingRows {
	const byClient = new Map<number, GatheredCustomer[]>();
	for (const entry of customers) {
		const clientId = entry.customer.haloClientId;
		if (clientId === null) continue;
		const sharing = byClient.get(clientId);
		if (sharing === undefined) byClient.set(clientId, [entry]);
		else sharing.push(entry);
	}
	// A line that another customer lists now has moved, and is not missing.
	const { listed } = listedKeys(customers);
	const found: MissingRows = { missing: [], notJudged: 0 };
	for (const [clientId, sharing] of byClient) {
		const unlisted = unlistedRows(clientId, listed, index).filter(stillCounts);
		// At nearly every client every row is listed.
		if (unlisted.length > 0) missingAt(unlisted, sharing, listed, index, found);
	}
	return found;
}

function unlistedRows(
	clientId: number,
	listed: ReadonlySet<string>,
	index: LicenceIndex,
): HaloLicence[] {
	return index.rowsOf(clientId).filter((row) => {
		if (row.deleted) return false;
		const key = index.keyOf(row);
		return key !== null && !listed.has(key);
	});
}

function missingAt(
	unlisted: readonly HaloLicence[],
	sharing: GatheredCustomer[],
	listed: ReadonlySet<string>,
	index: LicenceIndex,
	found: MissingRows,
): void {
	for (const account of new Set(sharing.map(({ customer }) => foldKey(customer.account)))) {
		const here = sharing.filter(({ customer }) => foldKey(customer.account) === account);
		const own = here.map(({ customer }) => customer);
		const known = allKnown(account, own);
		const unproven = own.some(({ fromResellerList }) => fromResellerList === true);
		const unreadable = new Set(
			own.flatMap((customer) => customer.unreadable.map((id) => foldKey(`${account}/${id}`))),
		);
		for (const row of unlisted) {
			const key = index.keyOf(row) ?? '';
			if (!key.startsWith(`${account}/`)) continue;
			if (unreadable.has(key) || isCutFrom(key, listed)) continue;
			if (known) found.missing.push({ ...here[0], row, key, unproven });
			else found.notJudged += 1;
		}
	}
}

function missingPlan({ row, key, unproven }: MissingRow, index: LicenceIndex): PlanItem {
	// Only the customer's own lists are counted.
	const times = (index.savedFor(key)?.entry.missingTimes ?? 0) + (unproven ? 0 : 1);
	const base = {
		action: 'held' as const,
		target: 'licence' as const,
		key,
		haloId: row.id,
		before: { is_active: true, count: row.count },
	};
	return times < MISSING_TIMES
		? planItem({
				...base,
				after: null,
				reasons: [unproven ? why.notInResellerList() : why.missingAtStellr()],
			})
		: planItem({
				...base,
				wouldBe: 'end',
				after: { is_active: false },
				reasons: [why.missingThrice(MISSING_TIMES)],
			});
}

/** Whether the key field cut a listed subscription's key; a line number at its end shows that the key is whole. */
function isCutFrom(key: string, listed: ReadonlySet<string>): boolean {
	return !/_\d+$/.test(key) && [...listed].some((whole) => whole.startsWith(key));
}

/** Every customer of the account that the client is known to hold came, with its complete list. */
function allKnown(account: string, own: CustomerLines[]): boolean {
	if (own.some((customer) => !customer.complete)) return false;
	const here = new Set(own.map((customer) => foldKey(customerKey(customer))));
	return own
		.flatMap((customer) => customer.clientKeys)
		.map(foldKey)
		.filter((key) => key.startsWith(`${account}/`))
		.every((key) => here.has(key));
}
