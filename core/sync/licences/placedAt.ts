import type { LicencePlanEntry } from './plan';

/** The client at which an item's row is or is to be: a person may have put the line elsewhere than its customer. */
export function clientOfEntry({ customer, placedAt }: LicencePlanEntry): number | null {
	return placedAt ?? customer.haloClientId;
}
