import { customerKey, foldKey } from '../../sync/stellrKeys';
import type { ClientFacts } from '../facts';
import { nothing, type Rung } from '../rung';

/** The Stellr key `<account>/<customerNo>` that is stored on the Halo client. */
export const storedKeyRung: Rung = {
	level: 'storedKey',
	evidence: 'key',
	restsOn: 'record',
	prepare: ({ clients, saved }) => {
		const holders = clientsByKey(clients);
		if (holders.size === 0) return () => nothing();
		return ({ customer, key }) => {
			const found = withoutSetAside(holders.get(key) ?? []);
			if (found.length === 0) return nothing();
			const shown = customerKey(customer);
			const reason = `the key ${shown} is stored on the Halo client`;
			if (found.length > 1) {
				const names = found.map(({ client }) => `"${client.name}"`).join(' and ');
				return {
					kind: 'doubt',
					why: `The key ${shown} is stored on ${found.length} Halo clients, ${names}: remove it from all but one.`,
					candidates: found.map(({ client }) => ({ client, score: 0.99, reasons: [reason] })),
				};
			}
			const [{ client }] = found;
			if (saved.isRejected(customer, client.id)) {
				return {
					kind: 'doubt',
					why: `The key ${shown} is stored on Halo client "${client.name}", but a person rejected this pair: remove the key there or the rejection from the saved mapping.`,
					candidates: [],
				};
			}
			return { kind: 'found', client, reasons: [reason] };
		};
	},
};

/** Of clients with one key those made inactive are no rivals: so is settled what two runs created at one moment. */
function withoutSetAside(found: ClientFacts[]): ClientFacts[] {
	const active = found.filter(({ client }) => !client.inactive);
	return active.length > 0 ? active : found;
}

function clientsByKey(clients: readonly ClientFacts[]): Map<string, ClientFacts[]> {
	const holders = new Map<string, ClientFacts[]>();
	for (const facts of clients) {
		const { stellrKeys } = facts.client;
		if (stellrKeys.length === 0) continue;
		for (const key of new Set(stellrKeys.map(foldKey))) {
			const known = holders.get(key);
			if (known === undefined) holders.set(key, [facts]);
			else known.push(facts);
		}
	}
	return holders;
}
