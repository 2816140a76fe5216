import type { Chance } from './chance';
import { fullName, initialsOf, mainWords, withoutAccents, type Firm } from './firm';
import { otherWriting } from './legalForms';
import { withTypo } from './letters';
import { shortened } from './shortenings';

/** One name as two people wrote it. */
export interface Written {
	stellr: string;
	halo: string;
}

/** A way for two writings of a firm's name to differ; null where the name does not lend itself to it. */
export type NameEdit = (firm: Firm, chance: Chance) => Written | null;

const connectives = ['&', 'and', 'et', 'y', 'e'];
const articles: Record<string, readonly string[]> = {
	us: ['The'],
	ca: ['The'],
	qc: ['Les', 'Le'],
	br: ['A', 'O'],
	mx: ['La', 'El'],
};
const noise = [
	' - HQ',
	' (M365)',
	' - Azure',
	' (main)',
	' **',
	' - O365 tenant',
	' [NEW]',
	' (CSP)',
	' - Managed',
	' #1',
];
const aliases = [
	'Blue Ember',
	'Wayfinder',
	'Good Neighbor',
	'Ninepin',
	'Copper Finch',
	'Halcyon Row',
	'Brava',
	'Tern & Tide',
	'Solara',
	'Penny Lantern',
	'Oxbow',
	'Vértice',
	'Lumio',
	'Casa Norte',
	'Petit Nordet',
	'Alvorada Mix',
	'Kindling',
	'Rumbo',
];

/** Hard kinds of a name against a name. Each returns the two writings before Stellr's and Halo's are perhaps exchanged. */
export const nameEdits: Record<string, NameEdit> = {
	'exact name': (firm) => ({ stellr: fullName(firm), halo: fullName(firm) }),
	'legal form left out': (firm) =>
		firm.form === '' ? null : { stellr: fullName(firm), halo: firm.name },
	'legal form written otherwise': (firm, chance) =>
		firm.form === ''
			? null
			: { stellr: `${firm.name} ${otherWriting(firm.form, chance)}`, halo: fullName(firm) },
	case: (firm, chance) => ({
		stellr: chance.whether(0.6) ? fullName(firm).toUpperCase() : fullName(firm).toLowerCase(),
		halo: fullName(firm),
	}),
	accents: (firm) => {
		const plain = withoutAccents(firm.name);
		return plain === firm.name ? null : { stellr: plain, halo: fullName(firm) };
	},
	punctuation: (firm, chance) => {
		const bare = fullName(firm)
			.replace(/[.,'’]/g, '')
			.replace(/-/g, ' ');
		const comma = firm.form === '' ? `${firm.name}.` : `${firm.name}, ${firm.form}`;
		return { stellr: chance.whether(0.5) ? comma : bare, halo: fullName(firm) };
	},
	connective: (firm, chance) => {
		const words = firm.name.split(' ');
		const at = words.findIndex((word) => connectives.includes(word));
		if (at < 0) return null;
		const other = words[at] === '&' ? local(firm) : chance.whether(0.7) ? '&' : '+';
		return { stellr: words.map((word, i) => (i === at ? other : word)).join(' '), halo: firm.name };
	},
	article: (firm, chance) => {
		const bare = firm.name.replace(/^(The|Les|Le|La|L'|El|O|A) ?/, '');
		return bare === firm.name
			? {
					stellr: `${chance.oneOf(articles[firm.state === 'QC' ? 'qc' : firm.country])} ${firm.name}`,
					halo: fullName(firm),
				}
			: { stellr: bare, halo: fullName(firm) };
	},
	abbreviation: (firm) => {
		const short = shortened(firm.name);
		return short === null ? null : { stellr: short, halo: fullName(firm) };
	},
	'joined words': (firm, chance) => {
		const words = firm.name.split(' ');
		if (words.length < 2) return null;
		const at = chance.between(0, words.length - 2);
		const joined = words[at] + words[at + 1].toLowerCase();
		return {
			stellr: [...words.slice(0, at), joined, ...words.slice(at + 2)].join(' '),
			halo: fullName(firm),
		};
	},
	'trailing noise': (firm, chance) => ({
		stellr: fullName(firm),
		halo: (chance.whether(0.5) ? firm.name : fullName(firm)) + chance.oneOf(noise),
	}),
	'place added': (firm, chance) => ({
		stellr: chance.whether(0.5) ? `${firm.name} - ${firm.city}` : `${firm.name} (${firm.state})`,
		halo: fullName(firm),
	}),
	typo: (firm, chance) => {
		const wrong = withTypo(firm.name, chance);
		return wrong === null
			? null
			: { stellr: wrong, halo: chance.whether(0.5) ? fullName(firm) : firm.name };
	},
	acronym: (firm) => {
		const initials = initialsOf(firm.name).toUpperCase();
		return initials.length < 3 ? null : { stellr: initials, halo: fullName(firm) };
	},
	'acronym in brackets': (firm) => {
		const initials = initialsOf(firm.name).toUpperCase();
		return initials.length < 3 ? null : { stellr: initials, halo: `${firm.name} (${initials})` };
	},
	'trade name': (firm, chance) => ({
		stellr: fullName(firm),
		halo: firm.tradeName ?? `${chance.oneOf(aliases)} ${mainWords(firm.city)[0]}`,
	}),
	dba: (firm, chance) => {
		const alias = firm.tradeName ?? `${chance.oneOf(aliases)} ${mainWords(firm.city)[0]}`;
		const sign = chance.oneOf(['dba', 'DBA', 'd/b/a', 't/a', 'o/a', 'trading as']);
		const both = `${fullName(firm)} ${sign} ${alias}`;
		return { stellr: both, halo: chance.whether(0.5) ? alias : fullName(firm) };
	},
	'cut off': (firm) => {
		const full = fullName(firm);
		return full.length < 26 ? null : { stellr: full.slice(0, 24).trim(), halo: full };
	},
	'word order': (firm) => {
		const words = firm.name.split(' ');
		if (words.length < 3 || /[&,]/.test(firm.name)) return null;
		return { stellr: `${words.slice(1).join(' ')}, ${words[0]}`, halo: firm.name };
	},
	'word left out': (firm) => {
		const words = firm.name.split(' ');
		if (words.length < 3 || words.some((word) => connectives.includes(word))) return null;
		return { stellr: words.slice(0, -1).join(' '), halo: fullName(firm) };
	},
};

function local(firm: Firm): string {
	if (firm.country === 'br') return 'e';
	if (firm.country === 'mx') return 'y';
	return firm.state === 'QC' ? 'et' : 'and';
}
