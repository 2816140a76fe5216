import type { Label } from '../labelledWorld';
import { someRegion, type Scene } from './decoys';
import { haloEvidence, webAddress, type Wanted } from './evidence';
import { fullName, type Firm } from './firm';
import { customerByName, sisters } from './hardCases';
import type { Stage } from './ledger';
import { haloName } from './ordinaryFirms';

/** Clients that are there twice, out of use or contradict what else is known. */
export const doubtfulScenes: ReadonlyArray<readonly [times: number, scene: Scene]> = [
	[14, inactiveDuplicate],
	[5, onlyInactive],
	[10, markedDoNotUse],
	[3, onlyMarkedDoNotUse],
	[8, activeDuplicates],
	[8, tenantOnTwoClients],
	[7, tenantAgainstName],
	[7, domainAgainstName],
];

const marks: ReadonlyArray<(name: string) => string> = [
	(name) => `${name} - DO NOT USE`,
	(name) => `DO NOT USE - ${name}`,
	(name) => `${name} (DO NOT USE)`,
	(name) => `zz_${name} (OLD)`,
	(name) => `${name} **DUPLICATE DO NOT USE**`,
	(name) => `${name} - MERGED, DO NOT USE`,
];

/** By domain or by name, as customers are. */
function customer(stage: Stage, firm: Firm, label: Label): void {
	const { chance, ledger } = stage;
	if (chance.whether(0.45)) return customerByName(stage, firm, label);
	const domain = chance.whether(0.5) ? firm.domain : null;
	ledger.customer(firm, { name: firm.domain, domain }, label);
}

function evidence(stage: Stage, firm: Firm, wanted: Wanted) {
	return haloEvidence(firm, firm.domain, wanted, stage.chance);
}

function inactiveDuplicate(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const old = { name: fullName(firm), inactive: true, ...evidence(stage, firm, 'chance') };
	const first = chance.whether(0.5);
	if (first) ledger.client(firm, old);
	const own = ledger.client(firm, {
		name: haloName(firm, chance),
		...evidence(stage, firm, 'chance'),
	});
	if (!first) ledger.client(firm, old);
	customer(stage, firm, { clientId: own.id, kind: 'inactive duplicate' });
}

function onlyInactive(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const name = haloName(firm, chance);
	const gone = ledger.client(firm, { name, inactive: true, ...evidence(stage, firm, 'some') });
	customer(stage, firm, { clientId: gone.id, kind: 'only an inactive client' });
}

function markedDoNotUse(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const name = chance.oneOf(marks)(haloName(firm, chance));
	ledger.client(firm, { name, ...evidence(stage, firm, chance.oneOf(['some', 'none'])) });
	const own = ledger.client(firm, {
		name: haloName(firm, chance),
		...evidence(stage, firm, 'chance'),
	});
	customer(stage, firm, { clientId: own.id, kind: 'marked DO NOT USE' });
}

/** Whoever wrote that meant something; who may say that this customer is the exception? */
function onlyMarkedDoNotUse(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const name = chance.oneOf(marks)(firm.name);
	const marked = ledger.client(firm, { name, ...evidence(stage, firm, 'chance') });
	customer(stage, firm, {
		clientId: marked.id,
		kind: 'only one marked DO NOT USE',
		undecidable: true,
	});
}

/** Two active clients for one firm: a tenant id on one of them decides, else nothing does. */
function activeDuplicates(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const tenant = chance.guid();
	const telling = chance.whether(0.5);
	const own = ledger.client(firm, { name: fullName(firm), tenantIds: telling ? [tenant] : [] });
	ledger.client(firm, { name: fullName(firm) });
	const kind = 'active duplicates';
	customerByName(
		stage,
		firm,
		telling ? { clientId: own.id, kind } : { clientId: own.id, kind, undecidable: true },
		tenant,
	);
}

/** A group's tenant is linked to both sisters: the name says which one, where it is a name. */
function tenantOnTwoClients(stage: Stage): void {
	const { chance, ledger } = stage;
	const [firm, sister] = sisters(stage, 2);
	const tenant = chance.guid();
	const own = ledger.client(firm, { name: haloName(firm, chance), tenantIds: [tenant] });
	ledger.client(sister, { name: haloName(sister, chance), tenantIds: [tenant] });
	const kind = 'one tenant on two clients';
	if (chance.whether(0.6)) {
		return customerByName(stage, firm, { clientId: own.id, kind }, tenant);
	}
	const name = stage.families.freeDomain(`${firm.family} cloud`, firm.country);
	const label: Label = { clientId: own.id, kind, undecidable: true };
	ledger.customer(firm, { name, domain: name, tenantId: tenant }, label);
}

/** The tenant says one client, the name another. */
function tenantAgainstName(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const other = chance.whether(0.5) ? sisters(stage, 1)[0] : families.firm(someRegion(chance));
	const tenant = chance.guid();
	const byName = ledger.client(firm, { name: fullName(firm), ...evidence(stage, firm, 'chance') });
	const byTenant = ledger.client(other, {
		name: fullName(other),
		tenantIds: [tenant],
		...evidence(stage, other, 'chance'),
	});
	const clientId = chance.whether(0.5) ? byName.id : byTenant.id;
	customerByName(stage, firm, { clientId, kind: 'tenant against name', undecidable: true }, tenant);
}

/** The domain is one client's website, the name another's. */
function domainAgainstName(stage: Stage): void {
	const { chance, families, ledger } = stage;
	const firm = families.firm(someRegion(chance));
	const other = families.firm(someRegion(chance));
	const byName = ledger.client(firm, { name: fullName(firm) });
	const byDomain = ledger.client(other, {
		name: fullName(other),
		website: webAddress(other.domain, chance),
		domains: [other.domain],
	});
	const clientId = chance.whether(0.5) ? byName.id : byDomain.id;
	ledger.customer(
		firm,
		{ name: fullName(firm), domain: other.domain },
		{ clientId, kind: 'domain against name', undecidable: true },
	);
}
