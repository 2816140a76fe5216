import type { Chance } from './chance';
import { initialsOf, labelOf, mainWords, squeezed, withoutAccents, type Firm } from './firm';
import type { FirmFamilies } from './families';
import { slip } from './letters';

/** A customer whose name in Stellr is a domain. */
export interface WrittenAsDomain {
	stellr: string;
	/** The domain meant, bare. */
	meant: string;
	/** The domain that people in Halo know. */
	knownInHalo: string;
}

export type DomainWriting = (
	firm: Firm,
	chance: Chance,
	families: FirmFamilies,
) => WrittenAsDomain | null;

const same = (firm: Firm, stellr: string): WrittenAsDomain => ({
	stellr,
	meant: firm.domain,
	knownInHalo: firm.domain,
});

function another(firm: Firm, label: string, families: FirmFamilies): WrittenAsDomain {
	const domain = families.freeDomain(label, firm.country);
	return { stellr: domain, meant: domain, knownInHalo: domain };
}

function onMicrosoft(firm: Firm, chance: Chance): string {
	const label = labelOf(firm.domain).replace(/-/g, '');
	return chance.whether(0.2) ? `${label}${chance.oneOf(['365', 'inc', 'hq', '1'])}` : label;
}

const otherEndings: Record<string, readonly string[]> = {
	us: ['net', 'org', 'us', 'co', 'biz'],
	ca: ['com', 'net', 'org', 'ca'],
	br: ['com', 'com.br', 'net.br'],
	mx: ['com', 'com.mx', 'mx'],
};

/** Hard kinds of a customer known by its domain. */
export const domainWritings: Record<string, DomainWriting> = {
	'domain as name': (firm) => same(firm, firm.domain),
	'www domain': (firm) => same(firm, `www.${firm.domain}`),
	'web address': (firm, chance) =>
		same(firm, `${chance.oneOf(['https://', 'http://www.', 'HTTPS://WWW.'])}${firm.domain}/`),
	'domain in capitals': (firm, chance) =>
		same(firm, chance.whether(0.5) ? firm.domain.toUpperCase() : capitalised(firm.domain)),
	onmicrosoft: (firm, chance) => {
		const label = onMicrosoft(firm, chance);
		const stellr = `${label}.${chance.whether(0.1) ? 'onMicrosoft.com' : 'onmicrosoft.com'}`;
		return { ...same(firm, stellr), meant: stellr.toLowerCase() };
	},
	'domain without ending': (firm) => same(firm, labelOf(firm.domain)),
	'mail subdomain': (firm, chance) =>
		same(firm, `${chance.oneOf(['mail', 'm365', 'autodiscover', 'corp'])}.${firm.domain}`),
	'other TLD': (firm, chance, families) => {
		const label = labelOf(firm.domain);
		const other = chance
			.shuffled(otherEndings[firm.country])
			.map((ending) => `${label}.${ending}`)
			.find((domain) => families.claimDomain(domain));
		return other === undefined ? null : { stellr: other, meant: other, knownInHalo: firm.domain };
	},
	'acronym domain': (firm, _chance, families) => {
		const initials = initialsOf(firm.name);
		return initials.length < 3 ? null : another(firm, initials, families);
	},
	'short domain': (firm, _chance, families) => {
		const words = mainWords(firm.name);
		return words.length < 3 ? null : another(firm, words.slice(0, 2).join(''), families);
	},
	'domain with a word more': (firm, chance, families) =>
		another(
			firm,
			mainWords(firm.name).join('') +
				chance.oneOf(['group', 'inc', firm.state, firm.city, 'online']),
			families,
		),
	'hyphenated domain': (firm, _chance, families) => {
		const words = mainWords(firm.name).map(squeezed);
		if (words.length < 2) return null;
		const domain = `${words.join('-')}.${firm.domain.split('.').slice(1).join('.')}`;
		return families.claimDomain(domain)
			? { stellr: domain, meant: domain, knownInHalo: domain }
			: null;
	},
	'domain of a trade name': (firm, chance, families) =>
		another(
			firm,
			withoutAccents(
				firm.tradeName ??
					chance.oneOf(['go', 'my', 'we are ', 'team ', 'hello ']) +
						chance.oneOf([
							'brightpath',
							'oxbow',
							'solara',
							'ninepin',
							'verdant',
							'kindling',
							'rumbo',
						]),
			),
			families,
		),
	'misspelt domain': (firm, chance) => {
		const label = labelOf(firm.domain);
		if (label.length < 8) return null;
		const wrong = `${slip(label, chance)}.${firm.domain.split('.').slice(1).join('.')}`;
		return wrong === firm.domain ? null : { stellr: wrong, meant: wrong, knownInHalo: firm.domain };
	},
};

function capitalised(domain: string): string {
	return domain[0].toUpperCase() + domain.slice(1);
}
