import type { NativeMapping } from '../../halo/schemas';
import type { MatchContext } from '../context';
import type { ClientFacts, CustomerFacts } from '../facts';
import { quoted } from '../holders';
import { exactForm } from '../names/foldName';
import { nothing, type Candidate, type Finding, type Rung } from '../rung';

/**
 * What Halo's own StreamOne Stellr module has mapped. Its rows name a customer number but no Stellr account, and two
 * accounts may use one number: so the name it saw must be the customer's too, or something else must agree.
 */
export const nativeMappingRung: Rung = {
	level: 'nativeMapping',
	evidence: 'native',
	restsOn: 'record',
	prepare: (context) => {
		const rows = rowsByNumber(context);
		if (rows.size === 0) return () => nothing();
		return (facts) => {
			const held = rows.get(facts.customer.customerNo.trim()) ?? [];
			return held.length === 0 ? nothing() : judged(facts, held, context);
		};
	},
};

interface HeldRow {
	facts: ClientFacts;
	row: NativeMapping;
}

function rowsByNumber({ clients }: MatchContext): Map<string, HeldRow[]> {
	const byNumber = new Map<string, HeldRow[]>();
	for (const facts of clients) {
		for (const row of facts.client.nativeMappings ?? []) {
			const known = byNumber.get(row.customerNo);
			if (known === undefined) byNumber.set(row.customerNo, [{ facts, row }]);
			else known.push({ facts, row });
		}
	}
	return byNumber;
}

function judged(facts: CustomerFacts, held: HeldRow[], { saved }: MatchContext): Finding {
	const { customer } = facts;
	const rejected = saved.rejectedIds(customer);
	const offered = held.filter((entry) => !rejected.has(entry.facts.client.id));
	if (offered.length === 0) {
		return nothing(
			`a person rejected the client that Halo's own module maps: ${quoted(held.map((entry) => entry.facts))}`,
		);
	}
	// Another account's customer of this number has another name.
	const ofThisName = offered.filter(({ row }) => isNameOf(row, facts));
	const meant = ofThisName.length > 0 ? ofThisName : offered;
	const clients = [...new Set(meant.map((entry) => entry.facts))];
	const candidates = clients.map((client) => candidate(client, meant));
	const [client] = clients;
	if (clients.length > 1) {
		const why = `Halo's own StreamOne Stellr module maps customer number ${customer.customerNo} to ${clients.length} Halo clients: ${quoted(clients)}.`;
		return { kind: 'among', why, candidates };
	}
	if (ofThisName.length === 0)
		return { kind: 'among', why: otherName(facts, meant[0]), candidates };
	if (!client.isLive) {
		const why = `Halo's own StreamOne Stellr module maps this customer to ${quoted(clients)}, which is inactive.`;
		return { kind: 'doubt', why, candidates };
	}
	return { kind: 'found', client: client.client, reasons: candidates[0].reasons };
}

function isNameOf({ customerName }: NativeMapping, { reading }: CustomerFacts): boolean {
	return customerName !== null && reading !== null && exactForm(customerName) === reading.exact;
}

function candidate({ client }: ClientFacts, rows: HeldRow[]): Candidate {
	const connection = rows.find(({ facts }) => facts.client.id === client.id)?.row.connection;
	const which = connection ? ` (${connection})` : '';
	const reason = `Halo's own StreamOne Stellr module${which} maps this customer to it`;
	return { client, score: 0.97, reasons: [reason] };
}

function otherName({ customer }: CustomerFacts, { facts, row }: HeldRow): string {
	const what = `Halo's own StreamOne Stellr module maps customer number ${customer.customerNo} to ${quoted([facts])}`;
	return row.customerName === null
		? `${what}, but does not say under which name, so it may be a customer of another Stellr account.`
		: `${what} under the name "${row.customerName}", which is not this customer's name.`;
}
