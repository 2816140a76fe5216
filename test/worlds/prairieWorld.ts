import type { LabelledWorld } from './labelledWorld';
import { seededChance } from './prairie/chance';
import { decoyScenes, someRegion } from './prairie/decoys';
import { doubtfulScenes } from './prairie/doubtfulRecords';
import { FirmFamilies } from './prairie/families';
import { registeredFirms, type Firm } from './prairie/firm';
import { hardScenes } from './prairie/hardCases';
import { PrairieLedger, type Stage } from './prairie/ledger';
import { knownToBoth, knownToHalo, knownToStellr } from './prairie/ordinaryFirms';
import { withSecondLook } from './prairie/secondLook';

const leastClients = 1260;

/**
 * Some 1,000 customers of four accounts and 1,260 clients: invented firms, each written once the Stellr way and once the
 * Halo way, a fifth of the customers without a client and many of those beside one that looks like theirs.
 */
export function prairieWorld(seed = 20261): LabelledWorld {
	const chance = seededChance(seed);
	const registered = registeredFirms();
	const families = new FirmFamilies(chance, registered);
	const ledger = new PrairieLedger(chance);
	const stage: Stage = { chance, families, ledger };
	for (const firm of chance.shuffled([...registered, ...families.all()])) ordinaryFate(stage, firm);
	for (const [times, scene] of [...decoyScenes, ...hardScenes, ...doubtfulScenes]) {
		for (let time = 0; time < times; time++) scene(stage);
	}
	while (ledger.clients.length < leastClients) {
		knownToHalo(stage, families.firm(someRegion(chance)));
	}
	const customers = chance.shuffled(ledger.customers);
	const clients = [...ledger.clients].sort((one, other) => one.id - other.id);
	const labels = withSecondLook(customers, clients, ledger.labels);
	return { name: 'prairie', customers, clients, labels };
}

/** Whom a firm buys from and who looks after it. */
function ordinaryFate(stage: Stage, firm: Firm): void {
	const { chance } = stage;
	if (chance.whether(0.59)) return knownToBoth(stage, firm);
	if (chance.whether(0.19)) return knownToStellr(stage, firm, 'not in Halo');
	if (chance.whether(0.55)) knownToHalo(stage, firm);
}
