import type { ReconciledLine } from '../result';
import type { Formats } from './formats';
import { twoSides, type TwoSides } from './lineGroups';
import { customerName } from './lineNames';
import { cut, html, joined, type Markup } from './markup';

const CUSTOMERS = 20;
const ROW = 32;
/** Characters of a name that have room beside one sum, and beside two. */
const ROOM = { one: 32, two: 24 } as const;

interface CustomerDrift extends TwoSides {
	name: string;
}

/**
 * Who is under-billed and over-billed most, a picture for each currency. Places across are in percent, so that it fits a
 * phone with letters of the same size.
 */
export function driftPictures(lines: readonly ReconciledLine[], formats: Formats): Markup | null {
	const byCurrency = driftByCustomer(lines);
	if (byCurrency.size === 0) return null;
	const pictures = [...byCurrency]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([currency, customers], at) => picture(currency, customers, at, formats));
	return html`<section>
		<h2 id="drift">Drift by customer</h2>
		<div class="fs">${pictures}</div>
	</section>`;
}

function driftByCustomer(lines: readonly ReconciledLine[]): Map<string, CustomerDrift[]> {
	const byCustomer = new Map<string, ReconciledLine[]>();
	for (const line of lines) {
		if (!line.money.difference) continue;
		const key = `${line.customer.account}/${line.customer.customerNo}`;
		const known = byCustomer.get(key);
		if (known === undefined) byCustomer.set(key, [line]);
		else known.push(line);
	}
	const byCurrency = new Map<string, CustomerDrift[]>();
	for (const own of byCustomer.values()) {
		for (const sides of twoSides(own)) {
			const list = byCurrency.get(sides.currency) ?? [];
			list.push({ ...sides, name: customerName(own[0]) });
			byCurrency.set(sides.currency, list);
		}
	}
	return byCurrency;
}

function picture(currency: string, all: CustomerDrift[], at: number, formats: Formats): Markup {
	const shown = [...all].sort((a, b) => b.under + b.over - a.under - a.over).slice(0, CUSTOMERS);
	const widest = Math.max(...shown.map(({ under, over }) => Math.max(under, over)));
	const rows = shown.map((customer, row) => bar(customer, row, widest, formats));
	const height = shown.length * ROW;
	const more =
		all.length > shown.length ? `, the ${CUSTOMERS} with most of ${formats.count(all.length)}` : '';
	const title = `${currency} a month by customer${more}`;
	const words = shown.map(
		(customer) => `${cut(customer.name, 60)}: ${sidesText(customer, formats)}`,
	);
	return html`<figure>
		<figcaption>${title}</figcaption>
		<div class="ax">
			<span class="o">◀ over-billed</span><span class="u">under-billed ▶</span>
		</div>
		<svg role="img" aria-labelledby="t${at} d${at}" width="100%" height="${height}">
			<title id="t${at}">${title}</title>
			<desc id="d${at}">${words.join('; ')}.</desc>
			${rows}
		</svg>
	</figure>`;
}

function bar(customer: CustomerDrift, row: number, widest: number, formats: Formats): Markup {
	const { name, under, over, currency } = customer;
	const width = (minor: number) => Math.max(0.3, Math.round((minor / widest) * 500) / 10);
	const top = row * ROW;
	// The caption names the currency once: the room is the names'.
	const figure = (minor: number) => formats.money({ minor, currency }).replace(currency, '').trim();
	const sum = (side: 'u' | 'o', minor: number) =>
		html`<tspan class="${side}">${figure(minor)}</tspan>`;
	const bars: Markup[] = [];
	const sums: Markup[] = [];
	if (over > 0) {
		bars.push(barOf('o', 50 - width(over), width(over), top));
		sums.push(sum('o', over));
	}
	if (under > 0) {
		bars.push(barOf('u', 50, width(under), top));
		sums.push(sum('u', under));
	}
	const text = cut(name, sums.length > 1 ? ROOM.two : ROOM.one);
	return html`<text y="${top + 13}">${text}</text>
		<text class="e" x="100%" y="${top + 13}">${joined(sums, ' / ')}</text>
		${bars}<line x1="50%" x2="50%" y1="${top + 16}" y2="${top + 29}" />`;
}

function barOf(side: 'u' | 'o', from: number, width: number, top: number): Markup {
	return html`<rect
		class="${side}"
		x="${from.toFixed(1)}%"
		width="${width.toFixed(1)}%"
		y="${top + 18}"
		height="9"
	/>`;
}

function sidesText({ under, over, currency }: TwoSides, formats: Formats): string {
	const text = (minor: number, word: string) =>
		minor > 0 ? [`${formats.money({ minor, currency })} ${word}`] : [];
	return [...text(under, 'under-billed'), ...text(over, 'over-billed')].join(' and ');
}
