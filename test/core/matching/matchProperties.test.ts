import fc from 'fast-check';

import type { HaloClient } from '../../../core/halo/schemas';
import { matchCustomers, type MappingEntry, type MatchOptions } from '../../../core/matching';
import { exactForm } from '../../../core/matching/names/foldName';
import { normalName } from '../../../core/matching/names/normalForm';
import type { StellrCustomer } from '../../../core/stellr/schemas';
import { client, customer, savedRow } from './records';

/** Few words, so that names collide often. */
const names = fc
	.tuple(
		fc.constantFrom('', 'The ', 'the  '),
		fc.constantFrom(
			'Acme',
			'ACME',
			'Bolt',
			'Bölt',
			'Core & Sons',
			'Core and Sons',
			'acme.com',
			'coreandsons.onmicrosoft.com',
			'Core Intl',
		),
		fc.constantFrom('', ' Inc', ', Inc.', ' LLC', ' plc', ' Spa', ' Group'),
	)
	.map((parts) => parts.join(''));
const countries = fc.constantFrom(null, 'US', 'Canada', 'CA');
const numbers = fc.integer({ min: 1, max: 8 }).map(String);

const domains = fc.constantFrom(null, null, 'acme.com', 'www.bolt.ca', 'gmail.com');
const tenants = fc.constantFrom(null, null, 'aaaa-1111', 'bbbb-2222');

const customers = fc.uniqueArray(
	fc
		.record({
			no: numbers,
			account: fc.constantFrom('us', 'ca'),
			name: fc.option(names),
			country: countries,
			domain: domains,
			tenantId: tenants,
		})
		.map(({ no, account, name, country, domain, tenantId }) =>
			customer(no, name, { account, country: country ?? undefined, domain, tenantId }),
		),
	{ selector: ({ account, customerNo }) => `${account}/${customerNo}`, maxLength: 8 },
);

const clients = fc.uniqueArray(
	fc
		.record({
			id: fc.integer({ min: 1, max: 12 }),
			name: names,
			country: countries,
			inactive: fc.boolean(),
			keys: fc.array(
				numbers.map((no) => `us/${no}`),
				{ maxLength: 2 },
			),
			website: domains,
			tenant: tenants,
			contacts: fc.option(
				fc.record({ domain: fc.constantFrom('acme.com', 'bolt.ca'), contacts: fc.constant(2) }),
			),
		})
		.map(({ id, name, country, inactive, keys, website, tenant, contacts }) =>
			client(id, name, {
				country,
				inactive,
				stellrKeys: keys,
				website,
				microsoftTenantIds: tenant === null ? [] : [tenant],
				contactDomains: contacts === null ? null : [contacts],
			}),
		),
	{ selector: ({ id }) => id, maxLength: 8 },
);

const saved = fc.array(
	fc
		.record({
			no: numbers,
			id: fc.integer({ min: 1, max: 14 }),
			decision: fc.constantFrom('auto', 'manual', 'rejected', 'ignored', 'proposed' as const),
		})
		.map(({ no, id, decision }) => savedRow(no, decision, decision === 'ignored' ? null : id)),
	{ maxLength: 5 },
);

const options: fc.Arbitrary<MatchOptions> = fc.record({
	ownNames: fc.constantFrom([], ['Bolt'], ['acme.com']),
	keysOutrankNames: fc.boolean(),
	incomplete: fc.constantFrom([], ['50 of 717 Halo clients came in']),
	// Making the index of suggestions takes a moment, and most properties do not look at them.
	levels: fc.constantFrom({ suggestion: false }, { suggestion: false }, { suggestion: false }, {}),
	proposeUntilConfirmed: fc.constantFrom(false, false, true),
});

/** Every decision by customer. */
function decisions(
	input: { customers: StellrCustomer[]; clients: HaloClient[]; saved: MappingEntry[] },
	given: MatchOptions,
): Map<string, { status: string; level: string; clientId: number | null; conflicts: string[] }> {
	const result = matchCustomers(input, given);
	const all = [...result.mapped, ...result.review, ...result.unmapped, ...result.ignored];
	const byKey = new Map(
		all.map((entry) => [
			`${entry.customer.account}/${entry.customer.customerNo}`,
			{
				status: entry.match.status,
				level: entry.match.level,
				clientId: entry.client?.id ?? null,
				conflicts: entry.match.conflicts,
			},
		]),
	);
	expect(byKey.size).toBe(all.length);
	return byKey;
}

/** The very name, or at least the same legal form. */
function isNearerName(own: string, other: string): boolean {
	const [left, right] = [normalName(own), normalName(other)];
	return (
		exactForm(own) === exactForm(other) ||
		(left.form === right.form && left.legalForm !== null && left.legalForm === right.legalForm)
	);
}

const inputs = fc.record({ customers, clients, saved });
const RUNS = { numRuns: 400 };

describe('whatever comes in', () => {
	it('every customer is decided exactly once, and only one that is mapped has a client', () => {
		fc.assert(
			fc.property(inputs, options, (input, given) => {
				const found = decisions(input, given);
				expect(found.size).toBe(input.customers.length);
				for (const { status, clientId, conflicts } of found.values()) {
					expect(clientId !== null).toBe(status === 'mapped');
					expect(conflicts.length > 0).toBe(status === 'review');
				}
			}),
			RUNS,
		);
	});

	it('the order of the inputs plays no part', () => {
		const shuffled = inputs.chain((input) =>
			fc.tuple(
				fc.constant(input),
				fc.record({
					customers: fc.shuffledSubarray(input.customers, { minLength: input.customers.length }),
					clients: fc.shuffledSubarray(input.clients, { minLength: input.clients.length }),
					saved: fc.shuffledSubarray(input.saved, { minLength: input.saved.length }),
				}),
			),
		);
		fc.assert(
			fc.property(shuffled, options, ([input, other], given) => {
				const sorted = (map: Map<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
				expect(sorted(decisions(other, given))).toEqual(sorted(decisions(input, given)));
			}),
			RUNS,
		);
	});

	it('in a list that is not whole nobody is unmapped and no name decides', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				for (const { status, level } of decisions(input, { incomplete: ['50 of 717'] }).values()) {
					expect(status).not.toBe('unmapped');
					if (status === 'mapped') expect(['saved', 'storedKey']).toContain(level);
				}
			}),
			RUNS,
		);
	});

	it('one more client never moves a decided customer to another client, but to one of nearer name', () => {
		const extra = fc.record({ name: names, inactive: fc.boolean() });
		fc.assert(
			fc.property(inputs, extra, options, (input, { name, inactive }, given) => {
				const before = decisions(input, given);
				const more = [...input.clients, client(99, name, { inactive })];
				const after = decisions({ ...input, clients: more }, given);
				for (const [key, { status, clientId }] of before) {
					if (status !== 'mapped') continue;
					const now = after.get(key);
					const own = input.customers.find((one) => `${one.account}/${one.customerNo}` === key);
					const isNearer = isNearerName(own?.name ?? '', name);
					expect([clientId, null, ...(isNearer ? [99] : [])]).toContain(now?.clientId);
					if (now?.clientId === null) expect(now.status).toBe('review');
				}
			}),
			RUNS,
		);
	});

	it('an unrelated client changes nothing', () => {
		fc.assert(
			fc.property(inputs, options, (input, given) => {
				const more = [...input.clients, client(99, 'Entirely Unrelated')];
				// How rare a word is, and with it what is worth suggesting, depends on the whole list.
				const sure = { ...given, levels: { suggestion: false } };
				expect(decisions({ ...input, clients: more }, sure)).toEqual(decisions(input, sure));
			}),
			RUNS,
		);
	});

	it('a rejected pair is never made and never offered', () => {
		fc.assert(
			fc.property(inputs, options, (input, given) => {
				const result = matchCustomers(input, given);
				const rejected = new Set(
					input.saved
						.filter(({ decision }) => decision === 'rejected')
						.map(
							({ account, customerNo, haloClientId }) => `${account}/${customerNo} ${haloClientId}`,
						),
				);
				for (const entry of [...result.mapped, ...result.review]) {
					const { account, customerNo } = entry.customer;
					const ids = [...entry.candidates.map(({ id }) => id), entry.client?.id];
					for (const id of ids) expect(rejected).not.toContain(`${account}/${customerNo} ${id}`);
				}
			}),
			RUNS,
		);
	});

	it('a name decides only for an active client, and never for two customers of one name', () => {
		fc.assert(
			fc.property(inputs, options, (input, given) => {
				const byName = matchCustomers(input, given).mapped.filter(({ level }) =>
					['exactName', 'normalForm'].includes(level),
				);
				expect(byName.every(({ client: found }) => found?.inactive === false)).toBe(true);
				const ids = byName.map(({ client: found }) => found?.id);
				expect(new Set(ids).size).toBe(ids.length);
			}),
			RUNS,
		);
	});
});
