import { canadaRows } from './registerCanada';
import { brazilRows, mexicoRows } from './registerLatin';
import { usRows } from './registerUs';

/** A country by the label of the Stellr account that serves it. */
export type Country = 'us' | 'ca' | 'br' | 'mx';

/** A firm as it is, before anybody writes it down. */
export interface Firm {
	name: string;
	/** Legal form as the firm itself writes it; empty for towns, churches, clubs. */
	form: string;
	city: string;
	state: string;
	country: Country;
	domain: string;
	tradeName: string | null;
	/** What sister firms share, such as "Lakeshore"; null for a firm that stands alone. */
	family: string | null;
}

/** The firms written by hand. */
export function registeredFirms(): Firm[] {
	return [
		...parseRows(usRows, 'us'),
		...parseRows(canadaRows, 'ca'),
		...parseRows(brazilRows, 'br'),
		...parseRows(mexicoRows, 'mx'),
	];
}

function parseRows(rows: string, country: Country): Firm[] {
	return rows
		.trim()
		.split('\n')
		.map((row) => {
			const [name, form, place, domain, tradeName] = row.split('|');
			const [city, state] = place.split(', ');
			const trade = tradeName === '' ? null : tradeName;
			return { name, form, city, state, country, domain, tradeName: trade, family: null };
		});
}

/** Without accents: `Érablière` as people type it who lack the key. */
export function withoutAccents(text: string): string {
	return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** Letters and digits only, in lower case. */
export function squeezed(text: string): string {
	return withoutAccents(text)
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');
}

/** What stands before the dot: `lakeshore` of `lakeshore.com.br`. */
export function labelOf(domain: string): string {
	return domain.split('.')[0];
}

const smallWords = new Set(
	'the of and & y e et de del do da dos das des du la le les los las el en a à the'.split(' '),
);

/** The words that carry a name, without articles and connectives. */
export function mainWords(name: string): string[] {
	return name
		.split(/[\s,/]+/)
		.filter((word) => word !== '' && !smallWords.has(word.toLowerCase()))
		.map((word) => word.replace(/^[LlDd]['’]/, ''));
}

/** First letters of the main words. */
export function initialsOf(name: string): string {
	return mainWords(name)
		.map((word) => squeezed(word)[0] ?? '')
		.join('');
}

/** Name and legal form, the way the firm's own letterhead has it. */
export function fullName(firm: Firm): string {
	return firm.form === '' ? firm.name : `${firm.name} ${firm.form}`;
}
