import type { Amount, ReconciledLine } from '../result';
import type { Formats } from './formats';
import { isPaidForNobody, moneyAtStake } from './lineGroups';
import { html, joined, type Markup } from './markup';

/** What stands where there is no number. */
export const NONE = '–';

/** A sum, or a dash. */
export function moneyText(amount: Amount | null, formats: Formats): string {
	return amount === null ? NONE : formats.signedMoney(amount);
}

/** A sum that may go on two lines where there is no room: the code, then the number. */
export function looseMoney(amount: Amount | null, formats: Formats): string {
	return moneyText(amount, formats).replace(/\u00A0/g, ' ');
}

/** A sum with the word that says which way it goes: colour alone would not be read by everybody. */
export function stakeCell(line: ReconciledLine, formats: Formats): Markup {
	const amount = moneyAtStake(line);
	if (amount === null) return html`<td>${line.money.uncosted.length > 0 ? 'not known' : NONE}</td>`;
	if (amount.minor === 0) return html`<td>${formats.money(amount)}</td>`;
	if (isPaidForNobody(line)) return side('p', formats.money(amount), 'paid');
	return amount.minor > 0
		? side('u', formats.money(amount), 'under-billed')
		: side('o', formats.money(amount), 'over-billed');
}

function side(name: string, sum: string, word: string): Markup {
	return html`<td class="${name}">${sum}<i>${word}</i></td>`;
}

/** "CAD 1,203.00 and USD 40.00" */
export function sumsText(sums: readonly Amount[], formats: Formats): string {
	return andList(sums.map((sum) => formats.money(sum)));
}

/** "a", "a and b", "a, b and c" */
export function andList(words: readonly string[]): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** "14 lines · CAD 1,203.00 under-billed" out of what there is to say. */
export function dotted(words: ReadonlyArray<string | null>): Markup {
	const said = words.filter((word) => word !== null && word !== '');
	return joined(
		said.map((word) => html`<span>${word}</span>`),
		' · ',
	);
}
