import type { HaloAddress, HaloSite } from '../../halo/siteSchemas';
import type { StellrAddress, StellrCustomer } from '../../stellr/schemas';
import { clientReasons as why } from '../../words/planReasons';
import { canonicalJson, planItem, type PlanItem } from '../planItem';
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
	/** Of customers that share a client and an address, one writes it. */
	writes: boolean;
	policy: ClientPolicy;
}

/** The item that brings the main site's address in step: delivery address, and the invoice address only when empty. */
export function planAddress(customer: StellrCustomer, context: AddressContext): PlanItem {
	const { site, others, policy } = context;
	const base = { target: 'site' as const, key: customerKey(customer), haloId: site?.id ?? null };
	const nothing = { before: {}, after: {} };
	if (site === null) {
		return planItem({ ...base, ...nothing, action: 'held', reasons: [why.mainSiteUnknown()] });
	}
	const wanted = haloLines(customer.address, policy);
	if (!hasAddress(customer, policy)) {
		return planItem({ ...base, ...nothing, action: 'unchanged', reasons: [why.addressMissing()] });
	}
	const rival = others.find((other) => {
		const lines = haloLines(other.address, policy);
		return hasAddress(other, policy) && canonicalJson(lines) !== canonicalJson(wanted);
	});
	if (rival !== undefined) {
		const reason = why.addressesDiffer(rival.name ?? customerKey(rival));
		return planItem({ ...base, ...nothing, action: 'held', reasons: [reason] });
	}
	if (!context.writes)
		return planItem({ ...base, ...nothing, action: 'unchanged', reasons: [why.addressShared()] });
	const before: Record<string, unknown> = {};
	const after: Record<string, unknown> = {};
	const current = linesOf(site.deliveryAddress);
	if (LINES.some((line) => wanted[line] !== undefined && wanted[line] !== current[line])) {
		before.delivery_address = current;
		after.delivery_address = { ...addressId(site.deliveryAddress), ...current, ...wanted };
	}
	if (site.invoiceAddress !== null && Object.keys(linesOf(site.invoiceAddress)).length === 0) {
		before.invoice_address = {};
		after.invoice_address = { ...addressId(site.invoiceAddress), ...wanted };
	}
	if (Object.keys(after).length === 0) {
		return planItem({ ...base, ...nothing, action: 'unchanged', reasons: [why.addressSame()] });
	}
	return planItem({ ...base, before, after, action: 'update', reasons: [why.addressDiffers()] });
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
