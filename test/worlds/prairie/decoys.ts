import type { Chance } from './chance';
import { commonestFirst, haloEvidence, mspDomain, publicMail } from './evidence';
import { entries, familyHeads, type Region } from './familyWords';
import { fullName, initialsOf, labelOf, mainWords, type Firm } from './firm';
import { customerDomain, haloName, knownToBoth, knownToHalo, tenantOnBoth } from './ordinaryFirms';
import type { Stage } from './ledger';
import { differentForm } from './legalForms';
import { numberedBodies, oneLetterApart, publicEndings } from './lookalikes';

/** Customers without a client in Halo, each beside a client that looks like theirs. */

export type Scene = (stage: Stage) => void;

const regions: readonly Region[] = ['us', 'us', 'us', 'ca', 'ca', 'qc', 'br', 'mx'];

/** Scenes with how often each is played. */
export const decoyScenes: ReadonlyArray<readonly [times: number, scene: Scene]> = [
	[16, sisterFirm],
	[14, aWordMore],
	[10, otherEnding],
	[12, namesakeAbroad],
	[12, legalForm],
	[14, neighbourInSpelling],
	[12, numberOrPlace],
	[7, advisersMail],
	[5, mspMail],
	[6, publicMailbox],
	[7, acronym],
	[7, publicEnding],
];

/** A region by chance, as customers are spread. */
export function someRegion(chance: Chance): Region {
	return chance.oneOf(regions);
}

/** A customer with no client, by its domain or by its name with the domain beside it. */
export function absent(
	stage: Stage,
	firm: Firm,
	kind: string,
	undecidable = false,
	domainShare = 0.5,
): void {
	const { chance, ledger } = stage;
	const byDomain = !undecidable && chance.whether(domainShare);
	const name = byDomain
		? chance.oneOf([firm.domain, firm.domain, `${labelOf(firm.domain)}.onmicrosoft.com`])
		: fullName(firm);
	ledger.customer(
		firm,
		{
			name,
			domain: undecidable ? null : byDomain && chance.whether(0.4) ? null : firm.domain,
			tenantId: undecidable ? null : tenantOnBoth(chance).stellr,
		},
		undecidable ? { clientId: null, kind, undecidable } : { clientId: null, kind },
	);
}

/** The client that looks right and is another firm; `telling` when its records say so. */
function lookalike(stage: Stage, firm: Firm, telling: boolean, country?: string | null): void {
	const { chance, ledger } = stage;
	ledger.client(firm, {
		name: haloName(firm, chance),
		tenantIds: telling && chance.whether(0.2) ? [chance.guid()] : [],
		...(telling
			? haloEvidence(firm, firm.domain, 'some', chance)
			: { website: null, domains: [], contactDomains: chance.oneOf([null, []]) }),
		...(country === undefined ? {} : { country }),
	});
}

function sisterFirm(stage: Stage): void {
	const region = someRegion(stage.chance);
	const head = stage.chance.oneOf(entries(familyHeads[region]));
	const missing = stage.families.firm(region, head);
	lookalike(stage, stage.families.firm(region, head), stage.chance.whether(0.7));
	absent(stage, missing, 'decoy: sister firm');
}

function aWordMore(stage: Stage): void {
	const { chance, families } = stage;
	const missing = families.firm(someRegion(chance));
	const more: Record<string, readonly string[]> = {
		us: ['Staffing', 'Foundation', 'Supply', 'of Ohio', 'East'],
		ca: ['Rentals', 'Foundation', 'West', 'Québec'],
		br: ['Nordeste', 'Participações', 'do Sul'],
		mx: ['del Sureste', 'Servicios', 'Occidente'],
	};
	const name = `${missing.name} ${chance.oneOf(more[missing.country])}`;
	const domain = families.freeDomain(mainWords(name).join(''), missing.country);
	const telling = chance.whether(0.75);
	lookalike(stage, { ...missing, name, domain }, telling);
	absent(stage, missing, 'decoy: a word more', !telling);
}

function otherEnding(stage: Stage): void {
	const { chance, families } = stage;
	const [here, there, ending] = chance.oneOf([
		['ca', 'us', 'ca'],
		['mx', 'us', 'mx'],
		['br', 'us', 'com.br'],
	] as const);
	const head = chance.oneOf(entries(familyHeads[here]));
	const label = mainWords(head)
		.join('')
		.toLowerCase()
		.normalize('NFD')
		.replace(/[^a-z0-9]/g, '');
	if (!families.claimDomain(`${label}.com`) || !families.claimDomain(`${label}.${ending}`)) return;
	const missing = { ...families.firm(here, head), domain: `${label}.${ending}` };
	const other = { ...families.firm(there, head), domain: `${label}.com` };
	const { chance: luck, ledger } = stage;
	ledger.client(other, {
		name: haloName(other, luck),
		website: other.domain,
		domains: [other.domain],
		country: 'United States',
	});
	const name = luck.whether(0.5) ? missing.domain : fullName(missing);
	ledger.customer(
		missing,
		{ name, domain: missing.domain, account: here },
		{ clientId: null, kind: 'decoy: other TLD' },
	);
}

function namesakeAbroad(stage: Stage): void {
	const { chance, families } = stage;
	const [here, there, country] = chance.oneOf([
		['ca', 'us', 'United States'],
		['us', 'ca', 'Canada'],
		['mx', 'us', 'United States'],
		['br', 'mx', 'México'],
	] as const);
	const missing = families.firm(here);
	const domain = families.freeDomain(mainWords(missing.name).join(''), there);
	const form = differentForm(missing.form, there, chance);
	lookalike(stage, { ...missing, country: there, domain, form }, chance.whether(0.8), country);
	absent(stage, missing, 'decoy: namesake abroad');
}

function legalForm(stage: Stage): void {
	const { chance, families } = stage;
	const missing = families.firm(someRegion(chance));
	const domain = families.freeDomain(
		`${labelOf(missing.domain)} ${missing.state}`,
		missing.country,
	);
	const form = differentForm(missing.form, missing.country, chance);
	const telling = chance.whether(0.65);
	const other = { ...missing, form, domain };
	stage.ledger.client(other, {
		name: fullName(other),
		...haloEvidence(other, domain, telling ? 'some' : 'none', chance),
	});
	absent(stage, missing, 'decoy: legal form', !telling, 0);
}

function neighbourInSpelling(stage: Stage): void {
	const pair = oneLetterApart(stage);
	if (pair === null) return;
	const telling = stage.chance.whether(0.7);
	lookalike(stage, pair[1], telling);
	absent(stage, pair[0], 'decoy: one letter apart', !telling);
}

function numberOrPlace(stage: Stage): void {
	const { chance, ledger } = stage;
	const [missing, other] = numberedBodies(stage);
	lookalike(stage, other, chance.whether(0.4));
	const domain = chance.whether(0.5) ? null : chance.oneOf([missing.domain, 'gmail.com']);
	ledger.customer(
		missing,
		{ name: missing.name, domain },
		{ clientId: null, kind: 'decoy: number or place' },
	);
}

/** An accountant or consultant whose address stands among the contacts of several clients. */
function advisersMail(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const adviser = families.firm(someRegion(chance));
	const asked = chance.between(1, 3);
	for (let count = 0; count < asked; count++) {
		const firm = families.firm(someRegion(chance));
		const contactDomains = commonestFirst([
			{ domain: firm.domain, contacts: chance.between(6, 40) },
			{ domain: adviser.domain, contacts: 1 },
		]);
		ledger.client(firm, { name: haloName(firm, chance), contactDomains });
	}
	absent(stage, adviser, 'decoy: stray contact');
}

function mspMail(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const missing = families.firm(someRegion(chance));
	const firm = families.firm(someRegion(chance));
	ledger.client(firm, {
		name: haloName(firm, chance),
		contactDomains: [{ domain: mspDomain, contacts: chance.between(2, 6) }],
	});
	const label = { clientId: null, kind: 'decoy: own domain of the MSP' };
	ledger.customer(missing, { name: fullName(missing), domain: mspDomain }, label);
}

function publicMailbox(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const region = someRegion(chance);
	const missing = families.firm(region);
	const firm = families.firm(region);
	const domain = chance.oneOf(publicMail[firm.country]);
	const website = chance.whether(0.3) ? domain : null;
	ledger.client(firm, {
		name: haloName(firm, chance),
		website,
		domains: website === null ? [] : [website],
		contactDomains: [{ domain, contacts: chance.between(1, 4) }],
	});
	const label = { clientId: null, kind: 'decoy: public mail' };
	ledger.customer(missing, { name: fullName(missing), domain }, label);
}

function acronym(stage: Stage): void {
	const { chance, families } = stage;
	const missing = families.firm(someRegion(chance));
	const initials = initialsOf(missing.name);
	if (initials.length < 3) return;
	const domain = families.freeDomain(initials, missing.country);
	const trade = chance.oneOf(['Logistics', 'Partners', 'Consulting', 'Media']);
	const name = `${initials.toUpperCase()} ${trade}`;
	if (!families.claimName(name)) return;
	const other = { ...missing, name, domain: families.freeDomain(name, missing.country) };
	lookalike(stage, other, chance.whether(0.8));
	absent(stage, { ...missing, domain }, 'decoy: acronym');
}

/** Two bodies below one public ending, such as two schools below `k12.mn.us`: one is a client, one is not. */
function publicEnding(stage: Stage): void {
	const [missing, known] = publicEndings(stage);
	if (stage.chance.whether(0.7)) knownToBoth(stage, known, 'public ending');
	else knownToHalo(stage, known);
	const kind = 'decoy: public ending';
	const { ledger, chance } = stage;
	const domain = chance.oneOf([missing.domain, customerDomain(missing, chance)]);
	ledger.customer(missing, { name: missing.domain, domain }, { clientId: null, kind });
}
