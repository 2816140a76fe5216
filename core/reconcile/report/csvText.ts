import { harmlessCell } from '../../review/csvCell';

import { majorOf, minorPerMajor } from '../amounts';
import type { Amount } from '../result';

/** Numbers stand in the file as numbers, also below zero; texts never start a formula. */
export type CsvValue = string | number | Decimal | null;

/** A number with all its decimals. */
interface Decimal {
	decimal: string;
}

/** Major units, with two decimals or as many as the currency has. */
export function decimalOf(amount: Amount | null): Decimal | null {
	if (amount === null) return null;
	const places = Math.max(2, Math.round(Math.log10(minorPerMajor(amount.currency))));
	return {
		decimal: majorOf(amount)
			.toFixed(places)
			.replace(/^-(?=[0.]+$)/, ''),
	};
}

const BYTE_ORDER_MARK = '\uFEFF';

/** A whole CSV file as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. */
export function csvText(rows: ReadonlyArray<readonly CsvValue[]>): string {
	return `${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: CsvValue): string {
	if (value === null) return '';
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
	return typeof value === 'string' ? quoted(harmlessText(value)) : value.decimal;
}

/** Line ends and other signs that are not seen; some programs take them off before they look for a formula. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Where a spreadsheet separates columns otherwise, what follows its separator begins a cell. */
const AFTER_SEPARATOR = /([;|])(?=["'\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212])/gu;

/** A text that no spreadsheet takes for a formula, whatever it separates columns by. Always one line. */
export function harmlessText(text: string): string {
	return harmlessCell(text.replace(UNSEEN, ' ').replace(AFTER_SEPARATOR, "$1'"));
}

function quoted(text: string): string {
	return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
