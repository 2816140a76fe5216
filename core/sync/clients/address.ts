import type { HaloAddress, HaloSite } from '../../halo/siteSchemas';
import type { StellrAddress, StellrCustomer } from '../../stellr/schemas';
import { clientReasons as why } from '../../words/clientReasons';
import { mayWrite } from '../ownership';
import { canonicalJson, planItem, type PlanItem, type Reason } from '../planItem';
import { customerKey } from '../stellrKeys';
import type { ClientPolicy } from './policy';

const LINES = ['line1', 'line2', 'line3', 'line4', 'postcode'] as const;
type AddressLines = Partial<Record<(typeof LINES)[number], string>>;

/** Stellr's address in Halo's lines, which have no fields for city and state; unknown parts are left out. */
export function haloLines(
	address: StellrAddress,
	policy: Pick<ClientPolicy, 'cityLine' | 'stateLine'>,
): AddressLines {
	const lines: AddressLines = {};
	const put = (line: (typeof LINES)[number], text: string | null) => {
		if (text === null || text.trim() === '') return;
		lines[line] = lines[line] === undefined ? text.trim() : `${lines[line]}, ${text.trim()}`;
	};
	put('line1', address.line1);
	put('line2', address.line2);
	put(policy.cityLine, address.city);
	if (policy.stateLine !== 'none') put(policy.stateLine, address.state);
	put('postcode', address.postalCode);
	return lines;
}

export function newClientAddress(
	address: StellrAddress,
	policy: ClientPolicy,
): AddressLines | null {
	const lines = haloLines(address, policy);
	return Object.keys(lines).length === 0 ? null : lines;
}

/** Whether Stellr knows where the customer is: without a street the one in Halo stays. */
export function hasAddress(
	customer: StellrCustomer,
	policy: Pick<ClientPolicy, 'cityLine' | 'stateLine'>,
): boolean {
	return haloLines(customer.address, policy).line1 !== undefined;
}

export interface AddressContext {
	/** The client's main site; null when it cannot be told. */
	site: HaloSite | null;
	/** Other Stellr customers of the same client. */
	others: StellrCustomer[];
	/** Whether the address policy takes this client in. */
	addressWanted: boolean;
	/** Of customers that share a client and an address, one writes it. */
	writes: boolean;
	policy: ClientPolicy;
}

/**
 * The item that brings the main site in step: the delivery address, the invoice address only when empty, and the phone
 * number where Stellr has the say over it.
 */
export function planAddress(customer: StellrCustomer, context: AddressContext): PlanItem {
	const { site } = context;
	const base = { target: 'site' as const, key: customerKey(customer), haloId: site?.id ?? null };
	const nothing = { before: {}, after: {} };
	if (site === null) {
		return planItem({ ...base, ...nothing, action: 'held', reasons: [why.mainSiteUnknown()] });
	}
	const address = addressDifference(customer, site, context);
	const phone = phoneDifference(customer, site, context);
	if ('held' in address) {
		return planItem({ ...base, ...nothing, action: 'held', reasons: [address.held] });
	}
	const before = { ...address.before, ...phone.before };
	const after = { ...address.after, ...phone.after };
	const action = Object.keys(after).length === 0 ? 'unchanged' : 'update';
	return planItem({
		...base,
		before,
		after,
		action,
		reasons: [...address.reasons, ...phone.reasons],
	});
}

interface SiteDifference {
	before: Record<string, unknown>;
	after: Record<string, unknown>;
	reasons: Reason[];
}

function addressDifference(
	customer: StellrCustomer,
	site: HaloSite,
	{ others, writes, addressWanted, policy }: AddressContext,
): SiteDifference | { held: Reason } {
	const difference: SiteDifference = { before: {}, after: {}, reasons: [] };
	const same = (reason: Reason) => ({ ...difference, reasons: [reason] });
	if (!addressWanted) return difference;
	const wanted = haloLines(customer.address, policy);
	if (!hasAddress(customer, policy)) return same(why.addressMissing());
	const rival = others.find((other) => {
		const lines = haloLines(other.address, policy);
		return hasAddress(other, policy) && canonicalJson(lines) !== canonicalJson(wanted);
	});
	if (rival !== undefined) return { held: why.addressesDiffer(rival.name ?? customerKey(rival)) };
	if (!writes) return same(why.addressShared());
	const current = linesOf(site.deliveryAddress);
	if (LINES.some((line) => wanted[line] !== undefined && wanted[line] !== current[line])) {
		difference.before.delivery_address = current;
		difference.after.delivery_address = {
			...addressId(site.deliveryAddress),
			...current,
			...wanted,
		};
	}
	if (site.invoiceAddress !== null && Object.keys(linesOf(site.invoiceAddress)).length === 0) {
		difference.before.invoice_address = {};
		difference.after.invoice_address = { ...addressId(site.invoiceAddress), ...wanted };
	}
	const differs = Object.keys(difference.after).length > 0;
	return same(differs ? why.addressDiffers() : why.addressSame());
}

function phoneDifference(
	{ phone }: StellrCustomer,
	site: HaloSite,
	{ others, policy }: AddressContext,
): SiteDifference {
	const nothing: SiteDifference = { before: {}, after: {}, reasons: [] };
	// Of several customers at one client none speaks for its phone.
	if (phone === null || others.length > 0 || digits(phone) === digits(site.phone)) return nothing;
	if (!mayWrite(policy.owners.phone, digits(site.phone) === '')) return nothing;
	return {
		before: { phonenumber: site.phone },
		after: { phonenumber: phone },
		reasons: [why.fieldDiffers('phone number', site.phone, phone)],
	};
}

function digits(phone: string | null): string {
	return (phone ?? '').replace(/\D/g, '');
}

/** Passing the address's own id back keeps Halo from making a second address row (unproven, harmless). */
function addressId(address: HaloAddress | null): { id?: number } {
	return address?.id === null || address?.id === undefined ? {} : { id: address.id };
}

export function linesOf(address: HaloAddress | null): AddressLines {
	const lines: AddressLines = {};
	for (const line of LINES) {
		const text = address?.[line] ?? null;
		if (text !== null && text.trim() !== '') lines[line] = text.trim();
	}
	return lines;
}
