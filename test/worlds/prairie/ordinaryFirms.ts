import type { Label } from '../labelledWorld';
import type { Chance } from './chance';
import { domainWritings } from './domainWritings';
import { haloEvidence, publicMail, type Wanted } from './evidence';
import { fullName, labelOf, withoutAccents, type Firm } from './firm';
import type { Stage } from './ledger';
import { nameEdits } from './nameEdits';

/** Firms as they mostly are: known to both sides, to Stellr only or to Halo only. */

const domainKinds = deck({
	'domain as name': 34,
	'www domain': 6,
	'web address': 3,
	'domain in capitals': 5,
	onmicrosoft: 16,
	'domain without ending': 5,
	'mail subdomain': 2,
	'other TLD': 6,
	'acronym domain': 6,
	'short domain': 5,
	'domain with a word more': 6,
	'hyphenated domain': 4,
	'domain of a trade name': 5,
	'misspelt domain': 3,
});

const nameKinds = deck({
	'exact name': 8,
	'legal form left out': 10,
	'legal form written otherwise': 9,
	case: 5,
	accents: 20,
	punctuation: 6,
	connective: 150,
	article: 3,
	abbreviation: 34,
	'joined words': 6,
	'trailing noise': 5,
	'place added': 4,
	typo: 14,
	acronym: 14,
	'acronym in brackets': 3,
	'trade name': 9,
	dba: 9,
	'cut off': 6,
	'word order': 5,
	'word left out': 5,
});

/** Kinds that say little by themselves: Halo mostly knows more. */
const opaque = new Set([
	'acronym domain',
	'domain of a trade name',
	'trade name',
	'acronym',
	'misspelt domain',
]);

/** A customer and its client. `as` names the kind when the scene matters more than the writing. */
export function knownToBoth(stage: Stage, firm: Firm, as?: string): void {
	const { chance } = stage;
	if (chance.whether(0.67)) byDomain(stage, firm, true, as);
	else byName(stage, firm, true, as);
}

/** A customer that Halo does not have. */
export function knownToStellr(stage: Stage, firm: Firm, as: string): void {
	if (stage.chance.whether(0.6)) byDomain(stage, firm, false, as);
	else byName(stage, firm, false, as);
}

/** A client that buys elsewhere. */
export function knownToHalo(stage: Stage, firm: Firm): void {
	const { chance, ledger } = stage;
	ledger.client(firm, {
		name: haloName(firm, chance),
		tenantIds: chance.whether(0.2) ? [chance.guid()] : [],
		...haloEvidence(firm, firm.domain, 'chance', chance),
	});
}

function byDomain(stage: Stage, firm: Firm, inHalo: boolean, as?: string): void {
	const { chance, ledger, families } = stage;
	const [kind, written] = firstThatApplies(domainKinds, chance, (kind) =>
		domainWritings[kind](firm, chance, families),
	);
	const wanted: Wanted = opaque.has(kind) && chance.whether(0.85) ? 'some' : 'chance';
	const tenants = tenantOnBoth(chance);
	const clientId = inHalo
		? ledger.client(firm, {
				name: haloName(firm, chance),
				tenantIds: tenants.halo,
				...haloEvidence(firm, written.knownInHalo, wanted, chance),
			}).id
		: null;
	const domain = chance.whether(0.6) ? written.meant : null;
	ledger.customer(
		firm,
		{ name: written.stellr, domain, tenantId: tenants.stellr },
		{ clientId, kind: as ?? kind },
	);
}

function byName(stage: Stage, firm: Firm, inHalo: boolean, as?: string): void {
	const { chance, ledger } = stage;
	const [kind, written] = firstThatApplies(nameKinds, chance, (kind) =>
		nameEdits[kind](firm, chance),
	);
	const exchanged = chance.whether(0.35) && kind !== 'cut off';
	const [stellr, halo] = exchanged
		? [written.halo, written.stellr]
		: [written.stellr, written.halo];
	const wanted: Wanted = opaque.has(kind) && chance.whether(0.8) ? 'some' : 'chance';
	const tenants = tenantOnBoth(chance);
	const evidence = haloEvidence(firm, firm.domain, wanted, chance);
	const clientId = inHalo
		? ledger.client(firm, { name: halo, tenantIds: tenants.halo, ...evidence }).id
		: null;
	const label: Label = { clientId, kind: as ?? kind };
	const domain = wanted === 'some' ? firm.domain : customerDomain(firm, chance);
	ledger.customer(firm, { name: stellr, domain, tenantId: tenants.stellr }, label);
}

/** The domain Stellr shows beside a name: the firm's own, its first Microsoft one, a mailbox anybody has, or none. */
export function customerDomain(firm: Firm, chance: Chance): string | null {
	if (chance.whether(0.45)) return firm.domain;
	if (chance.whether(0.25)) return `${labelOf(firm.domain).replace(/-/g, '')}.onmicrosoft.com`;
	return chance.whether(0.06) ? chance.oneOf(publicMail[firm.country]) : null;
}

/** A firm's name the way a service desk types it. */
export function haloName(firm: Firm, chance: Chance): string {
	const name = chance.whether(0.55) ? fullName(firm) : firm.name;
	if (chance.whether(0.06)) return name.toUpperCase();
	return chance.whether(0.15) ? withoutAccents(name) : name;
}

/** Ids of a firm's Microsoft tenant: on both sides for a quarter, on one of them for some. */
export function tenantOnBoth(chance: Chance): { stellr: string | null; halo: string[] } {
	const id = chance.guid();
	if (chance.whether(0.29)) return { stellr: id, halo: [id] };
	if (chance.whether(0.13)) return { stellr: id, halo: [] };
	return { stellr: null, halo: chance.whether(0.1) ? [id] : [] };
}

function firstThatApplies<T>(
	kinds: readonly string[],
	chance: Chance,
	write: (kind: string) => T | null,
): [kind: string, written: T] {
	for (;;) {
		const kind = chance.oneOf(kinds);
		const written = write(kind);
		if (written !== null) return [kind, written];
	}
}

function deck(counts: Record<string, number>): string[] {
	return Object.entries(counts).flatMap(([kind, count]) =>
		Array.from({ length: count }, () => kind),
	);
}
