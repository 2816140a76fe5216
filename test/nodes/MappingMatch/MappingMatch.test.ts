import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import fc from 'fast-check';

import type { HaloClient } from '../../../core/halo/schemas';
import { matchSchema, rungLevels } from '../../../core/matching';
import type { StellrCustomer } from '../../../core/stellr/schemas';
import { MappingMatch } from '../../../nodes/MappingMatch/MappingMatch.node';
import { client, customer, savedRow } from '../../core/matching/records';
import { runNode, type NodeRun } from '../harness';

const READ_AT = '2026-02-01T04:00:00.000Z';

function stamped(
	id: string,
	records: Array<StellrCustomer | HaloClient>,
	total = records.length,
	complete = true,
): IDataObject[] {
	const list = { id, total, complete, readAt: READ_AT };
	if (records.length === 0) return [{ list }];
	return records.map((record) => ({ ...(record as unknown as IDataObject), list }));
}

async function match(
	customers: IDataObject[] | null,
	clients: IDataObject[] | null,
	saved?: IDataObject[] | null,
	more: Partial<NodeRun> = {},
) {
	const inputs = saved === undefined ? [customers, clients] : [customers, clients, saved];
	const run = await runNode({ nodeType: MappingMatch, inputs, ...more });
	if (run.error) throw new Error(`${run.error.message} ${run.error.description ?? ''}`);
	const [decided, review, haloOnly, attention] = run.outputs;
	const [decidedItems, reviewItems, haloOnlyItems, attentionItems] = run.items;
	return {
		decided,
		review,
		haloOnly,
		attention,
		hints: run.hints.map(({ message }) => message),
		pairs: {
			decided: decidedItems.map(({ pairedItem }) => pairedItem),
			review: reviewItems.map(({ pairedItem }) => pairedItem),
			haloOnly: haloOnlyItems.map(({ pairedItem }) => pairedItem),
			attention: attentionItems.map(({ pairedItem }) => pairedItem),
		},
	};
}

function statusOf(items: IDataObject[]): Record<string, string> {
	return Object.fromEntries(
		items.map((item) => [String(item.customerNo), matchSchema.parse(item.match).status]),
	);
}

const conflictsOf = (item: IDataObject) => matchSchema.parse(item.match).conflicts;

const acme = customer('1', 'Acme Ltd');
const bolt = customer('2', 'Bolt');
const nobody = customer('3', 'Nobody Knows');
const threeCustomers = stamped('s', [acme, bolt, nobody]);
const fourClients = stamped('h', [
	client(7, 'Acme'),
	client(8, 'Something', { stellrKeys: ['us/2'] }),
	client(9, 'Only Here'),
]);

describe('Mapping Match', () => {
	it('puts mapped, unmapped and ignored customers on one output, in their order, without the stamp', async () => {
		const own = customer('4', 'Northwind IT, Inc.');
		const run = await match(stamped('s', [nobody, own, bolt, acme]), fourClients, undefined, {
			parameters: { ownCompany: 'Northwind IT, northwind-it.com' },
		});
		expect(run.decided.map(({ customerNo }) => customerNo)).toEqual(['3', '4', '2', '1']);
		expect(statusOf(run.decided)).toEqual({
			1: 'mapped',
			2: 'mapped',
			3: 'unmapped',
			4: 'ignored',
		});
		expect(run.decided[0]).toMatchObject({ haloClientId: null, haloClientName: null });
		expect(run.decided[3]).toMatchObject({
			...acme,
			haloClientId: 7,
			haloClientName: 'Acme',
			match: { level: 'normalForm', asOf: READ_AT, client: { id: 7, topLevelName: 'Customers' } },
		});
		expect(run.decided.every((item) => !('list' in item))).toBe(true);
		expect(run.review).toEqual([]);
		expect(run.attention).toEqual([]);
		expect(run.hints).toEqual([]);
	});

	it('puts clients that nobody is on Halo Only and pairs every item with its own input', async () => {
		const run = await match(
			stamped('s', [nobody, acme, customer('4', null)]),
			stamped('h', [client(9, 'Only Here'), client(7, 'Acme')]),
		);
		expect(run.haloOnly).toEqual([client(9, 'Only Here')]);
		expect(run.pairs).toEqual({
			decided: [
				{ item: 0, input: 0 },
				{ item: 1, input: 0 },
			],
			review: [{ item: 2, input: 0 }],
			haloOnly: [{ item: 0, input: 1 }],
			attention: [],
		});
		expect(run.hints).toEqual(['1 customer needs review: open the second output.']);
	});

	it('calls everyone unmapped when the complete list of clients is empty', async () => {
		const run = await match(threeCustomers, stamped('h', []));
		expect(statusOf(run.decided)).toEqual({ 1: 'unmapped', 2: 'unmapped', 3: 'unmapped' });
	});

	it('has nothing to decide when the complete list of customers is empty', async () => {
		const run = await match(stamped('s', []), fourClients);
		expect([run.decided, run.review, run.attention]).toEqual([[], [], []]);
		expect(run.haloOnly).toHaveLength(3);
	});

	it('takes lists of several accounts and checks each by itself', async () => {
		const canadian = customer('1', 'Nord', { account: 'ca' });
		const both = [...stamped('s', [acme, bolt]), ...stamped('c', [canadian])];
		expect((await match(both, fourClients)).decided).toHaveLength(3);
		const short = [...stamped('s', [acme, bolt]), ...stamped('c', [canadian], 4)];
		const run = await match(short, fourClients);
		expect(statusOf(run.decided)).toEqual({ 2: 'mapped' });
		expect(conflictsOf(run.review[0])[0]).toMatch(
			/^1 of 4 Stellr customers came in: turn on Return All/,
		);
	});

	it('puts a customer that came in twice out once, paired with both', async () => {
		const run = await match(stamped('s', [bolt, bolt], 1), fourClients);
		expect(run.decided).toHaveLength(1);
		expect(run.pairs.decided).toEqual([
			[
				{ item: 0, input: 0 },
				{ item: 1, input: 0 },
			],
		]);
	});
});

describe('the first mapping of an account', () => {
	const customers = stamped('s', [acme, bolt]);
	const clients = stamped('h', [client(7, 'Acme'), client(8, 'X', { stellrKeys: ['us/2'] })]);
	const propose = { parameters: { options: { firstMapping: 'propose' } } };

	it('is applied unless it is to be proposed', async () => {
		expect(statusOf((await match(customers, clients)).decided)).toEqual({
			1: 'mapped',
			2: 'mapped',
		});
	});

	it('is proposed until a person decided; what is stored in Halo counts at once', async () => {
		const run = await match(customers, clients, undefined, propose);
		expect(statusOf(run.decided)).toEqual({ 2: 'mapped' });
		expect(run.review.map((item) => matchSchema.parse(item.match))).toMatchObject([
			{ proposed: true, level: 'normalForm', candidates: [{ id: 7 }] },
		]);
		const accepted = [
			savedRow('9', 'auto', 5, { decidedBy: 'anna@msp.example', level: 'normalForm' }),
		];
		const saved = accepted as unknown as IDataObject[];
		const after = await match(customers, clients, saved, propose);
		expect(statusOf(after.decided)).toEqual({ 1: 'mapped', 2: 'mapped' });
	});
});

describe('with a part of a list', () => {
	const someClients = stamped(
		'h',
		[client(7, 'Acme'), client(8, 'X', { stellrKeys: ['us/2'] })],
		717,
	);

	it('of clients, only keys and saved decisions decide and nobody is unmapped', async () => {
		const saved = [savedRow('4', 'manual', 7)] as unknown as IDataObject[];
		const run = await match(
			stamped('s', [acme, bolt, nobody, customer('4', 'Saved')]),
			someClients,
			saved,
		);
		expect(statusOf(run.decided)).toEqual({ 2: 'mapped', 4: 'mapped' });
		expect(statusOf(run.review)).toEqual({ 1: 'review', 3: 'review' });
		expect(conflictsOf(run.review[1])).toEqual([
			'2 of 717 Halo clients came in: turn on Return All in Halo Clients, take out any limit or filter after it, and look at its Needs Attention.',
		]);
		expect(run.haloOnly).toEqual([]);
		expect(run.hints[0]).toContain('nobody is called unmapped. 2 of 717 Halo clients came in');
	});

	it('of customers, names do not decide either and nobody is only in Halo', async () => {
		const run = await match(stamped('s', [acme, bolt, nobody], 200), fourClients);
		expect(statusOf(run.decided)).toEqual({ 2: 'mapped' });
		expect(statusOf(run.review)).toEqual({ 1: 'review', 3: 'review' });
		expect(conflictsOf(run.review[0])[0]).toMatch(/^3 of 200 Stellr customers came in/);
		expect(run.haloOnly).toEqual([]);
	});

	it.each<[string, IDataObject[]]>([
		['without stamps', [client(7, 'Acme') as unknown as IDataObject]],
		['not read to the end', stamped('h', [client(7, 'Acme')], 1, false)],
		['of which nothing came but an empty item', [{}]],
		[
			'that is a notice of an earlier node',
			[{ issue: { code: 'noAnswer', message: 'm', remedy: 'r' } }],
		],
		['that is what an earlier node put out under Continue', [{ error: 'Request failed' }]],
	])('%s nobody is unmapped and no name decides', async (_, clients) => {
		const run = await match(threeCustomers, clients);
		expect(run.decided).toEqual([]);
		expect(Object.keys(statusOf(run.review))).toEqual(['1', '2', '3']);
	});

	it('that never came nobody is unmapped', async () => {
		const run = await match(threeCustomers, null);
		expect(run.decided).toEqual([]);
		expect(conflictsOf(run.review[0])[0]).toMatch(/^No list of Halo clients came in/);
	});

	it('nobody is unmapped, whichever client is left out', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(2), async (left) => {
				const rest = fourClients.filter((_, at) => at !== left);
				const run = await match(threeCustomers, rest);
				expect(Object.values(statusOf(run.decided))).not.toContain('unmapped');
				expect(run.decided.length + run.review.length).toBe(3);
			}),
			{ numRuns: 6 },
		);
	});
});

describe('what cannot be read', () => {
	it('of the customers leaves by Needs Attention with field and type, and the others are decided', async () => {
		const broken = { ...acme, domain: 5, list: threeCustomers[0].list } as unknown as IDataObject;
		const run = await match([broken, ...threeCustomers.slice(1)], fourClients);
		expect(run.attention).toEqual([
			expect.objectContaining({
				customerNo: '1',
				issue: expect.objectContaining({
					code: 'itemNotUnderstood',
					message:
						'Item 1 on Stellr Customers has a number in the field "domain", so it was not taken for a Stellr customer.',
				}),
			}),
		]);
		expect(run.pairs.attention).toEqual([{ item: 0, input: 0 }]);
		expect(statusOf(run.decided)).toEqual({ 2: 'mapped', 3: 'unmapped' });
		expect(run.hints).toEqual(['1 item needs attention: open the last output.']);
	});

	it('of the customers still keeps its name from passing for unique', async () => {
		const [first, second] = stamped('s', [acme, customer('2', 'ACME LTD')]);
		const run = await match([first, { ...second, phone: 5 }], fourClients);
		expect(statusOf(run.review)).toEqual({ 1: 'review' });
		expect(conflictsOf(run.review[0])[0]).toContain('2 Stellr customers have this name');
	});

	it('of the clients leaves by Needs Attention and counts as missing', async () => {
		const broken = { ...fourClients[2], name: null };
		const run = await match(threeCustomers, [...fourClients.slice(0, 2), broken]);
		expect(run.attention[0]).toMatchObject({
			id: 9,
			issue: { message: expect.stringContaining('null in the field "name"') },
		});
		expect(run.pairs.attention).toEqual([{ item: 2, input: 1 }]);
		expect(statusOf(run.decided)).toEqual({ 2: 'mapped' });
	});

	it('and came from an earlier node is passed on as it was, without a top-level "error"', async () => {
		const notice = { issue: { code: 'noAnswer', message: 'm', remedy: 'r' }, error: 'x' };
		const run = await match([...threeCustomers, notice], fourClients);
		expect(run.attention).toEqual([{ issue: notice.issue, upstreamError: 'x' }]);
		expect(statusOf(run.review)).toEqual({ 1: 'review', 3: 'review' });
	});
});

describe('the saved mapping', () => {
	const rows = (...all: Array<Record<string, unknown>>) => all as unknown as IDataObject[];

	it('is taken as Data tables give it', async () => {
		const row = { ...savedRow('3', 'manual', 9), haloClientId: '9', id: 4, createdAt: 'x' };
		const run = await match(threeCustomers, fourClients, rows(row));
		expect(run.decided[2]).toMatchObject({ haloClientId: 9, match: { savedDecision: 'manual' } });
	});

	it('is empty when no row or nothing but an empty item came', async () => {
		for (const saved of [null, [], [{}]]) {
			const run = await match(threeCustomers, fourClients, saved);
			expect(run.attention).toEqual([]);
			expect(run.decided).toHaveLength(3);
		}
	});

	it('with a row that cannot be read leaves its customer to a person', async () => {
		const broken = { ...savedRow('1', 'auto', 7), decision: 'perhaps' };
		const run = await match(threeCustomers, fourClients, rows(broken));
		expect(run.attention[0]).toMatchObject({
			customerNo: '1',
			issue: {
				code: 'savedRowNotUnderstood',
				message: expect.stringContaining('"decision" holds "perhaps"'),
			},
		});
		expect(run.pairs.attention).toEqual([{ item: 0, input: 2 }]);
		expect(statusOf(run.review)).toEqual({ 1: 'review' });
		expect(statusOf(run.decided)).toEqual({ 2: 'mapped', 3: 'unmapped' });
	});

	it('with a row about nobody known leaves all undecided to a person', async () => {
		const run = await match(threeCustomers, fourClients, rows({ decision: 'rejected' }));
		expect(run.attention).toHaveLength(1);
		expect(statusOf(run.decided)).toEqual({ 2: 'mapped' });
		expect(statusOf(run.review)).toEqual({ 1: 'review', 3: 'review' });
	});

	it('lapses by the calendar of the flow', async () => {
		const past = savedRow('1', 'ignored', null, { until: '2020-01-01' });
		const ahead = savedRow('3', 'ignored', null, { until: '2999-01-01' });
		const run = await match(threeCustomers, fourClients, rows(past, ahead));
		expect(statusOf(run.decided)).toEqual({ 1: 'mapped', 2: 'mapped', 3: 'ignored' });
	});
});

describe('options', () => {
	it('offer every rung under Decide By, all of them on', () => {
		const { properties } = new MappingMatch().description;
		const options = (properties.find(({ name }) => name === 'options')?.options ??
			[]) as INodeProperties[];
		const decideBy = options.find(({ name }) => name === 'decideBy');
		const offered = (decideBy?.options ?? []) as INodePropertyOptions[];
		const levels = [...rungLevels].sort();
		expect(offered.map(({ value }) => value).sort()).toEqual(levels);
		expect([...(decideBy?.default as string[])].sort()).toEqual(levels);
	});

	it('choose what may decide', async () => {
		const parameters = { options: { decideBy: ['storedKey'] } };
		const run = await match(threeCustomers, fourClients, undefined, { parameters });
		expect(statusOf(run.decided)).toEqual({ 1: 'unmapped', 2: 'mapped', 3: 'unmapped' });
	});

	it('let a stored key outrank a name', async () => {
		const clients = stamped('h', [client(7, 'Bolt'), client(8, 'X', { stellrKeys: ['us/2'] })]);
		expect((await match(stamped('s', [bolt]), clients)).review).toHaveLength(1);
		const parameters = { options: { keysOutrankNames: true } };
		const run = await match(stamped('s', [bolt]), clients, undefined, { parameters });
		expect(run.decided[0]).toMatchObject({ haloClientId: 8 });
	});
});
