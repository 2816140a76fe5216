import { majorOf } from '../amounts';
import type { Amount } from '../result';

/** How numbers, sums and dates are written on a page. Words are English whatever the locale. */
export interface Formats {
	/** As the page's dates and numbers are written, such as "en-US". */
	locale: string;
	count: (value: number) => string;
	/** "CAD 1,017.62": always with the code, because several dollars may stand on one page. Never with a sign. */
	money: (amount: Amount) => string;
	/** The same with a minus sign where it is below zero. */
	signedMoney: (amount: Amount) => string;
	/** A calendar day `yyyy-MM-dd`. */
	day: (day: string) => string;
	/** "Nov 25, 2026, 4:07 AM (America/Toronto)", or that it is not known. */
	moment: (iso: string, timeZone: string) => string;
}

const DEFAULT_LOCALE = 'en-US';

/** Formats of a locale; those of the United States where there is none or none is known by that name. */
export function formatsOf(wanted?: string | null): Formats {
	const locale = knownLocale(wanted ?? DEFAULT_LOCALE);
	const counts = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
	const days = new Intl.DateTimeFormat(locale, { ...dayStyle(locale), timeZone: 'UTC' });
	const sums = new Map<string, Intl.NumberFormat | null>();
	const signedMoney = (amount: Amount) => {
		const { currency } = amount;
		let format = sums.get(currency);
		if (format === undefined) sums.set(currency, (format = currencyFormat(locale, currency)));
		const major = majorOf(amount);
		return format === null ? `${currency} ${major.toFixed(2)}` : format.format(major);
	};
	return {
		locale,
		count: (value) => counts.format(value),
		signedMoney,
		money: (amount) => signedMoney({ ...amount, minor: Math.abs(amount.minor) }),
		day: (day) => {
			const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
			return Number.isNaN(date.getTime()) ? day : days.format(date);
		},
		moment: (iso, timeZone) => momentText(iso, timeZone, locale),
	};
}

function knownLocale(wanted: string): string {
	try {
		const [locale] = Intl.NumberFormat.supportedLocalesOf(wanted.trim().replace(/_/g, '-'));
		return locale ?? DEFAULT_LOCALE;
	} catch {
		return DEFAULT_LOCALE;
	}
}

/** Names of months would be words of another language. */
function dayStyle(locale: string): Intl.DateTimeFormatOptions {
	const month = /^en\b/.test(locale) ? 'short' : '2-digit';
	return { year: 'numeric', month, day: month === 'short' ? 'numeric' : '2-digit' };
}

/** Null for what is no currency code. */
function currencyFormat(locale: string, currency: string): Intl.NumberFormat | null {
	if (!/^[A-Z]{3}$/.test(currency)) return null;
	return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' });
}

function momentText(iso: string, timeZone: string, locale: string): string {
	const date = new Date(iso);
	if (Number.isNaN(date.getTime())) return 'a time that is not known';
	const zone = knownZone(timeZone);
	const options = {
		...dayStyle(locale),
		hour: 'numeric',
		minute: '2-digit',
		timeZone: zone,
	} as const;
	return `${new Intl.DateTimeFormat(locale, options).format(date)} (${zone})`;
}

function knownZone(timeZone: string): string {
	try {
		new Intl.DateTimeFormat('en-US', { timeZone });
		return timeZone;
	} catch {
		return 'UTC';
	}
}
