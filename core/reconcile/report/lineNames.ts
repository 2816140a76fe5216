import type { ReconciledLine } from '../result';
import { cut, html, type Markup } from './markup';

const NAME = 120;

/** The customer as people know it. */
export function customerName({ customer, haloClientName }: ReconciledLine): string {
	return customer.name ?? haloClientName ?? customer.customerNo;
}

/** Customer and product. A name that is written from right to left must not turn round what stands beside it. */
export function lineName(line: ReconciledLine): Markup {
	return html`<b><bdi>${cut(customerName(line), NAME)}</bdi></b>
		<bdi>${cut(line.product, NAME)}</bdi>`;
}
