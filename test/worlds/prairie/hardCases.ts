import type { Label } from '../labelledWorld';
import { someRegion, type Scene } from './decoys';
import { commonestFirst, haloEvidence, mspDomain, webAddress } from './evidence';
import { entries, familyHeads } from './familyWords';
import { fullName, labelOf, mainWords, type Firm } from './firm';
import type { Stage } from './ledger';
import { differentForm } from './legalForms';
import { numberedBodies, oneLetterApart } from './lookalikes';
import { customerDomain, haloName, knownToBoth } from './ordinaryFirms';

/** Customers whose client is in Halo, in company that makes it hard to say which one it is. */
export const hardScenes: ReadonlyArray<readonly [times: number, scene: Scene]> = [
	[15, severalCustomers],
	[10, sisterFirms],
	[6, groupDomain],
	[8, sistersByLegalForm],
	[7, oneLetterApartBothThere],
	[4, numberApartBothThere],
	[7, strayContact],
	[5, mspWebsite],
	[8, legalFormChanged],
	[4, nameMissing],
	[1, theMspItself],
];

/** Writes a firm by its full name, with its domain beside it as often as Stellr has one. */
export function customerByName(stage: Stage, firm: Firm, label: Label, tenantId?: string): void {
	const domain = customerDomain(firm, stage.chance);
	stage.ledger.customer(firm, { name: fullName(firm), domain, tenantId }, label);
}

/** Sister firms of one family, new ones. */
export function sisters(stage: Stage, count: number): Firm[] {
	const region = someRegion(stage.chance);
	const head = stage.chance.oneOf(entries(familyHeads[region]));
	return Array.from({ length: count }, () => stage.families.firm(region, head));
}

function severalCustomers(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const kind = 'several customers on one client';
	const client = ledger.client(firm, {
		name: haloName(firm, chance),
		...haloEvidence(firm, firm.domain, 'some', chance),
	});
	const names = chance.shuffled([
		firm.domain,
		fullName(firm),
		`${firm.name} - Azure`,
		`${labelOf(firm.domain)}.onmicrosoft.com`,
		`${firm.name} (EDU)`,
	]);
	for (const name of names.slice(0, chance.between(2, 3))) {
		const account = firm.country === 'ca' && chance.whether(0.3) ? 'us' : firm.country;
		const domain = chance.whether(0.6) ? firm.domain : null;
		ledger.customer(firm, { name, domain, account }, { clientId: client.id, kind });
	}
}

function sisterFirms(stage: Stage): void {
	for (const firm of sisters(stage, 3)) knownToBoth(stage, firm, 'sister firm');
}

/** Sisters behind one website: their names tell them apart, the domain alone does not. */
function groupDomain(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firms = sisters(stage, 3);
	const domain = families.freeDomain(`${firms[0].family} grp`, firms[0].country);
	const clients = firms.map((firm) =>
		ledger.client(firm, {
			name: haloName(firm, chance),
			website: webAddress(domain, chance),
			domains: [domain],
			contactDomains: chance.whether(0.4) ? [{ domain, contacts: chance.between(2, 30) }] : [],
		}),
	);
	firms.forEach((firm, index) => {
		const label = { clientId: clients[index].id, kind: 'domain of a group' };
		ledger.customer(firm, { name: fullName(firm), domain: chance.oneOf([domain, null]) }, label);
	});
	ledger.customer(
		firms[0],
		{ name: domain, domain },
		{ clientId: clients[0].id, kind: 'domain of a group', undecidable: true },
	);
}

function sistersByLegalForm(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const other: Firm = {
		...firm,
		form: differentForm(firm.form, firm.country, chance),
		domain: families.freeDomain(`${labelOf(firm.domain)}2`, firm.country),
	};
	for (const one of [firm, other]) {
		const evidence = haloEvidence(one, one.domain, chance.whether(0.4) ? 'some' : 'none', chance);
		const client = ledger.client(one, { name: fullName(one), ...evidence });
		const name = fullName(one).replace(/\.(?=\s|$)/g, '');
		ledger.customer(
			one,
			{
				name: chance.whether(0.5) ? name : fullName(one),
				domain: chance.oneOf([one.domain, null]),
			},
			{ clientId: client.id, kind: 'sisters by legal form' },
		);
	}
}

function oneLetterApartBothThere(stage: Stage): void {
	for (const firm of oneLetterApart(stage) ?? []) knownBySpelling(stage, firm, 'one letter apart');
}

function numberApartBothThere(stage: Stage): void {
	for (const firm of numberedBodies(stage)) knownBySpelling(stage, firm, 'number or place apart');
}

function knownBySpelling(stage: Stage, firm: Firm, kind: string): void {
	const { chance, ledger } = stage;
	const evidence = haloEvidence(firm, firm.domain, 'chance', chance);
	const client = ledger.client(firm, { name: haloName(firm, chance), ...evidence });
	if (chance.whether(0.5)) return customerByName(stage, firm, { clientId: client.id, kind });
	const domain = chance.oneOf([null, firm.domain]);
	ledger.customer(firm, { name: firm.domain, domain }, { clientId: client.id, kind });
}

/** One person of another firm among the contacts: says nothing against the name. */
function strayContact(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const other = families.firm(someRegion(chance));
	const kind = 'stray contact';
	const own = ledger.client(firm, { name: haloName(firm, chance) });
	const contactDomains = commonestFirst([
		{ domain: other.domain, contacts: chance.between(8, 30) },
		{ domain: firm.domain, contacts: 1 },
	]);
	const second = ledger.client(other, { name: haloName(other, chance), contactDomains });
	ledger.customer(firm, { name: fullName(firm), domain: firm.domain }, { clientId: own.id, kind });
	customerByName(stage, other, { clientId: second.id, kind });
}

/** The MSP hosts a page for the client, or somebody had to type something. */
function mspWebsite(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const client = ledger.client(firm, {
		name: haloName(firm, chance),
		website: webAddress(mspDomain, chance),
		domains: [mspDomain],
		contactDomains: [{ domain: mspDomain, contacts: chance.between(1, 4) }],
	});
	const domain = chance.oneOf([mspDomain, firm.domain, null]);
	const label = { clientId: client.id, kind: 'own domain of the MSP' };
	ledger.customer(firm, { name: fullName(firm), domain }, label);
}

/** Turned from LLC to Inc. since the client was made: only a domain can say that it is still the same firm. */
function legalFormChanged(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const telling = chance.whether(0.6);
	const old = { ...firm, form: differentForm(firm.form, firm.country, chance) };
	const website = telling ? webAddress(firm.domain, chance) : null;
	const client = ledger.client(old, {
		name: fullName(old),
		website,
		domains: telling ? [firm.domain] : [],
	});
	const kind = 'legal form changed';
	const label: Label = telling
		? { clientId: client.id, kind }
		: { clientId: client.id, kind, undecidable: true };
	ledger.customer(firm, { name: fullName(firm), domain: telling ? firm.domain : null }, label);
}

function nameMissing(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const evidence = haloEvidence(firm, firm.domain, 'some', chance);
	const client = ledger.client(firm, { name: haloName(firm, chance), ...evidence });
	const customer = ledger.customer(
		firm,
		{ name: '', domain: firm.domain },
		{ clientId: client.id, kind: 'name missing' },
	);
	customer.name = chance.oneOf([null, '']);
}

function theMspItself(stage: Stage): void {
	const { ledger, families } = stage;
	const firm: Firm = {
		...families.firm('us'),
		name: 'Northwind IT',
		form: 'Inc.',
		domain: mspDomain,
		family: null,
	};
	const client = ledger.client(firm, {
		name: 'Northwind IT (internal)',
		website: `https://${mspDomain}`,
		domains: [mspDomain],
		contactDomains: [{ domain: mspDomain, contacts: 34 }],
	});
	const kind = 'the MSP itself';
	ledger.customer(firm, { name: mspDomain, domain: mspDomain }, { clientId: client.id, kind });
	for (const name of ['Unknown', 'Test Client', 'Walk-in']) {
		ledger.client({ ...firm, name }, { name, country: null });
	}
	for (const name of ['Test Customer', `demo-${mainWords(firm.name)[0].toLowerCase()}lab.com`]) {
		ledger.customer(firm, { name }, { clientId: null, kind: 'test account' });
	}
}
