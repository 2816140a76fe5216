import fc from 'fast-check';

import type { RecurringInvoice } from '../../../core/halo/recurringInvoices';
import type { MappingEntry } from '../../../core/matching';
import { confirmChoice, confirmForm } from '../../../core/review/confirmForm';
import { readAnswer, type EditAnswer } from '../../../core/review/editAnswer';
import type { EditAction } from '../../../core/review/editChange';
import { clientChoice, customerChoice } from '../../../core/review/editChoices';
import {
	clientLeft,
	consequencesHtml,
	type OldClient,
} from '../../../core/review/editConsequences';
import { editForm } from '../../../core/review/editForm';
import type { EditLists } from '../../../core/review/editLists';
import { recordEdit } from '../../../core/review/editRecord';
import { oldClientRows } from '../../../core/review/oldClientRows';
import { actionLabels } from '../../../core/words/mappingEdit';
import { client, customer, savedRow } from '../matching/records';
import { licence, listsOf, pageOf, tableRows } from './editRecords';

/** Mapping by hand: the page of choices, what a choice leads to, and what a confirmation writes. */

const TODAY = '2026-11-25';
const MADE = { by: 'anna@msp.example', at: '2026-11-25T10:00:00.000Z' };

const acorn = customer('1', 'Acorn Construction');
const brook = customer('2', 'Brook & Söhne');
const acornClient = client(12, 'Acorn Construction');
const brookClient = client(13, 'Brook Trading');
const oldFirm = client(14, 'Old Firm', { inactive: true });
const all = [acornClient, brookClient, oldFirm];

function answer(
	lists: EditLists,
	action: EditAction,
	of: { customerNo?: string; clientId?: number; until?: string; reason?: string } = {},
): EditAnswer {
	const matched = lists.customers.find(
		(entry) => entry.customer.customerNo === (of.customerNo ?? '1'),
	);
	const chosen = lists.clients.find(({ id }) => id === of.clientId);
	if (matched === undefined) throw new Error('No such customer.');
	return {
		customer: customerChoice(matched, lists.rows),
		client: chosen === undefined ? '' : clientChoice(chosen),
		action: actionLabels[action],
		reason: of.reason ?? '',
		until: of.until ?? '',
	};
}

function changeOf(lists: EditLists, given: EditAnswer) {
	const read = readAnswer(given, lists, TODAY);
	if (!read.ok) throw new Error(read.refusal.message);
	return read;
}

function refusalOf(lists: EditLists, given: EditAnswer): string {
	const read = readAnswer(given, lists, TODAY);
	return read.ok ? 'none' : read.refusal.code;
}

/** What is written when the page is confirmed as it is. */
function written(lists: EditLists, given: EditAnswer, rows = lists.rows) {
	const { change } = changeOf(lists, given);
	return recordEdit(change, [confirmChoice(change, lists.rows)], rows, MADE);
}

const idsOf = (rows: Array<{ id: number }>) => rows.map(({ id }) => id);

describe('the page of choices', () => {
	it('finds customers by a part of the name or number, whatever case and accents', () => {
		const lists = listsOf([acorn, brook], all);
		const choices = (text: string) =>
			pageOf(editForm({ customer: text, client: '' }, lists).form).choices.customer ?? [];
		expect(choices('SOHNE')).toEqual([
			expect.stringContaining('Brook & Söhne (us/2): has no client'),
		]);
		expect(choices('us/1')).toHaveLength(1);
		expect(choices('')).toHaveLength(2);
		expect(choices('zebra')).toEqual([]);
	});

	it('says of each customer how it is mapped now', () => {
		const lists = listsOf([acorn, brook], all, [savedRow('2', 'manual', 13)]);
		expect(pageOf(editForm({ customer: '', client: '' }, lists).form).choices.customer).toEqual([
			expect.stringContaining('mapped to Acorn Construction (12), same name'),
			expect.stringContaining('mapped to Brook Trading (13), chosen by a person'),
		]);
	});

	it('offers clients by name and id, and in any case those that the customers have now', () => {
		const lists = listsOf([acorn], all);
		const clients = (text: string) =>
			(pageOf(editForm({ customer: 'acorn', client: text }, lists).form).choices.client ?? []).map(
				(text) => text.split(' (')[0],
			);
		expect(clients('')).toEqual(['Acorn Construction']);
		expect(clients('brook')).toEqual(['Brook Trading', 'Acorn Construction']);
		expect(clients('14')).toEqual(['Old Firm', 'Acorn Construction']);
	});

	it('offers at most 100 and says that there are more', () => {
		const many = Array.from({ length: 130 }, (_, at) => customer(String(at), `Firm ${at}`));
		const clients = Array.from({ length: 105 }, (_, at) => client(at + 1, `House ${at}`));
		const page = pageOf(
			editForm({ customer: 'firm', client: 'house' }, listsOf(many, clients)).form,
		);
		expect(page.choices.customer).toHaveLength(100);
		expect(page.choices.client).toHaveLength(100);
		expect(page.html).toContain('30 more are not');
		expect(page.html).toContain('5 more are not');
	});

	it('says when the clients came in part only', () => {
		const lists = { ...listsOf([acorn], all), clientsInPart: true };
		const { form } = editForm({ customer: '', client: '' }, lists);
		expect(pageOf(form).html).toContain('the one you look for may be missing');
	});

	it('takes a proposal for no mapping', () => {
		const lists = listsOf([brook], all, [savedRow('2', 'proposed', 13)]);
		const { change, matched } = changeOf(lists, answer(lists, 'ignore', { customerNo: '2' }));
		expect(clientLeft(change, matched, lists)).toBeNull();
	});

	it('says when no customer is found, and asks for nothing', () => {
		const made = editForm({ customer: '<b>x', client: '' }, listsOf([acorn], all));
		expect(made.customersFound).toBe(0);
		expect(pageOf(made.form).choices).toEqual({});
		expect(made.form).not.toContain('<b>x');
	});
});

describe('an answer', () => {
	it('is read by the hash that ends it, even where the page changed its other characters', () => {
		const hostile = customer('9', '<img src=x> & "Söhne"');
		const lists = listsOf([hostile], all);
		const given = answer(lists, 'map', { customerNo: '9', clientId: 13 });
		const mangled = given.customer.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'));
		expect(changeOf(lists, { ...given, customer: mangled }).change).toMatchObject({
			action: 'map',
			customerNo: '9',
			haloClientId: 13,
		});
	});

	it('that fits no customer, client or action any more is refused', () => {
		const lists = listsOf([acorn], all);
		const given = answer(lists, 'map', { clientId: 13 });
		const gone = 'Acorn Construction (us/1): mapped · 0123456789';
		expect(refusalOf(lists, { ...given, customer: gone })).toBe('customerNotChosen');
		expect(refusalOf(lists, { ...given, customer: '' })).toBe('customerNotChosen');
		expect(refusalOf(lists, { ...given, client: 'Brook · 0123456789' })).toBe('clientNotChosen');
		expect(refusalOf(lists, { ...given, client: '' })).toBe('clientNotChosen');
		expect(refusalOf(lists, { ...given, action: 'Delete all' })).toBe('actionNotChosen');
	});

	it('fits no more once the customer is mapped in another way', () => {
		const before = listsOf([acorn], all);
		const after = listsOf([acorn], all, [savedRow('1', 'manual', 13)]);
		expect(refusalOf(after, answer(before, 'ignore'))).toBe('customerNotChosen');
	});

	it('keeps Until for Reject and Ignore only, and refuses days that are over or none', () => {
		const lists = listsOf([acorn], all);
		const until = (action: EditAction, day: string) =>
			changeOf(lists, answer(lists, action, { clientId: 12, until: day })).change.until;
		expect(until('ignore', '2026-12-31')).toBe('2026-12-31');
		expect(until('reject', TODAY)).toBe(TODAY);
		expect(until('map', '2026-12-31')).toBeNull();
		expect(refusalOf(lists, answer(lists, 'ignore', { until: '2026-11-24' }))).toBe('dayOver');
		expect(refusalOf(lists, answer(lists, 'ignore', { until: '2026-02-30' }))).toBe(
			'dayNotUnderstood',
		);
		expect(refusalOf(lists, answer(lists, 'ignore', { until: 'soon' }))).toBe('dayNotUnderstood');
	});

	it('that would forget what is not saved is refused', () => {
		const lists = listsOf([acorn], all, [savedRow('1', 'rejected', 13)]);
		expect(refusalOf(lists, answer(lists, 'forget'))).toBe('nothingSaved');
		expect(refusalOf(lists, answer(lists, 'forgetAll'))).toBe('none');
	});

	it('about a customer with a row that a look-up would miss is refused, but can be forgotten', () => {
		const odd = { ...savedRow('1', 'manual', 12), decision: 'Manual' } as unknown as MappingEntry;
		const lists = listsOf([acorn], all);
		lists.rows = tableRows([odd]);
		expect(refusalOf(lists, answer(lists, 'map', { clientId: 13 }))).toBe('savedRowNotUnderstood');
		expect(written(lists, answer(lists, 'forget')).rowsGone).toEqual([{ id: 1 }]);
	});
});

describe('what a confirmation writes', () => {
	it('maps: one standing row, signed and dated', () => {
		const lists = listsOf([acorn], all);
		const given = answer(lists, 'map', { clientId: 13, reason: '  the  trading name ' });
		const record = written(lists, given);
		expect(record).toMatchObject({ written: true, rejectedRows: [], rowsGone: [] });
		expect(record.standingRows).toEqual([
			{
				account: 'us',
				customerNo: '1',
				stellrName: 'Acorn Construction',
				haloClientId: 13,
				haloClientName: 'Brook Trading',
				decision: 'manual',
				level: null,
				origin: 'mapped',
				decidedBy: 'anna@msp.example',
				decidedAt: '2026-11-25T10:00:00.000Z',
				reason: 'the trading name',
				until: null,
			},
		]);
	});

	it('maps and takes out the rejection of that same pair only', () => {
		const lists = listsOf([acorn], all, [
			savedRow('1', 'rejected', 13),
			savedRow('1', 'rejected', 14),
			savedRow('2', 'rejected', 13),
		]);
		expect(idsOf(written(lists, answer(lists, 'map', { clientId: 13 })).rowsGone)).toEqual([1]);
	});

	it('leaves one standing row where there were several', () => {
		const lists = listsOf([acorn], all, [savedRow('1', 'auto', 12), savedRow('1', 'manual', 14)]);
		const record = written(lists, answer(lists, 'map', { clientId: 13 }));
		expect(record.standingRows).toHaveLength(1);
		expect(idsOf(record.rowsGone)).toEqual([2]);
	});

	it('keeps that a client was created by an earlier run', () => {
		const lists = listsOf([acorn], all, [savedRow('1', 'auto', 12, { origin: 'imported' })]);
		const [same] = written(lists, answer(lists, 'map', { clientId: 12 })).standingRows;
		const [other] = written(lists, answer(lists, 'map', { clientId: 13 })).standingRows;
		expect([same.origin, other.origin]).toEqual(['imported', 'mapped']);
	});

	it('rejects a pair, and takes out the mapping that said the opposite', () => {
		const lists = listsOf([acorn], all, [savedRow('1', 'auto', 12)]);
		const record = written(lists, answer(lists, 'reject', { clientId: 12, until: '2027-01-31' }));
		expect(record.standingRows).toEqual([]);
		expect(record.rejectedRows).toEqual([
			expect.objectContaining({ decision: 'rejected', haloClientId: 12, until: '2027-01-31' }),
		]);
		expect(idsOf(record.rowsGone)).toEqual([1]);
		const another = written(lists, answer(lists, 'reject', { clientId: 13 }));
		expect(another.rowsGone).toEqual([]);
	});

	it('ignores: one standing row without a client', () => {
		const lists = listsOf([acorn], all, [savedRow('1', 'auto', 12)]);
		const record = written(lists, answer(lists, 'ignore', { reason: 'our own tenant' }));
		expect(record.standingRows).toEqual([
			expect.objectContaining({ decision: 'ignored', haloClientId: null, haloClientName: null }),
		]);
		expect(record.rowsGone).toEqual([]);
	});

	it('forgets the standing row, and the rejections only when asked', () => {
		const saved = [
			savedRow('1', 'auto', 12),
			savedRow('1', 'rejected', 13),
			savedRow('2', 'auto', 14),
		];
		const lists = listsOf([acorn], all, saved);
		expect(idsOf(written(lists, answer(lists, 'forget')).rowsGone)).toEqual([1]);
		expect(idsOf(written(lists, answer(lists, 'forgetAll')).rowsGone)).toEqual([1, 2]);
	});

	it('writes nothing without a tick, or for a tick that belongs to something else', () => {
		const lists = listsOf([acorn], all);
		const { change } = changeOf(lists, answer(lists, 'map', { clientId: 13 }));
		const other = changeOf(lists, answer(lists, 'map', { clientId: 14 })).change;
		for (const ticked of [undefined, null, [], [''], '', ['Yes · 0123456789abcdef']]) {
			const record = recordEdit(change, ticked, lists.rows, MADE);
			expect(record).toMatchObject({ written: false, standingRows: [], rowsGone: [] });
		}
		const ofOther = recordEdit(change, [confirmChoice(other, lists.rows)], lists.rows, MADE);
		expect(ofOther.written).toBe(false);
	});

	it('writes nothing when somebody decided about this customer in between, and all the same when about another', () => {
		const lists = listsOf([acorn], all, [savedRow('1', 'auto', 12)]);
		const given = answer(lists, 'map', { clientId: 13 });
		const meanwhile = tableRows([savedRow('1', 'manual', 14)]);
		const record = written(lists, given, meanwhile);
		expect(record.written).toBe(false);
		expect(record.html).toContain('changed while the page was open');
		const others = [...lists.rows, ...tableRows([savedRow('2', 'manual', 14)])];
		expect(written(lists, given, others).written).toBe(true);
	});

	it('leaves the next run with exactly what was decided, whatever was saved before', () => {
		const decision = fc.constantFrom('auto', 'manual', 'rejected', 'ignored', 'later' as const);
		const entry = fc
			.tuple(decision, fc.constantFrom(12, 13, 14))
			.map(([word, id]) => savedRow('1', word, word === 'ignored' || word === 'later' ? null : id));
		const action = fc.constantFrom('map', 'reject', 'ignore', 'forgetAll' as const);
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 5 }), action, (saved, doing) => {
				const lists = listsOf([acorn], all, saved);
				const read = readAnswer(answer(lists, doing, { clientId: 13 }), lists, TODAY);
				if (!read.ok) return expect(read.refusal.code).toBe('nothingSaved');
				const { standing, after } = stored(lists, read.change);
				const [match] = listsOf([acorn], all, after).customers;
				if (doing === 'map') expect(match.match.client?.id).toBe(13);
				if (doing === 'ignore') expect(match.match.status).toBe('ignored');
				if (doing === 'reject') expect(match.match.client?.id).not.toBe(13);
				if (doing === 'forgetAll') expect(after).toEqual([]);
				expect(standing).toBeLessThanOrEqual(doing === 'reject' ? saved.length : 1);
				return undefined;
			}),
		);
	});

	/** The table after the writes, as n8n's Data table node carries them out. */
	function stored(lists: EditLists, change: Parameters<typeof recordEdit>[0]) {
		const record = recordEdit(change, [confirmChoice(change, lists.rows)], lists.rows, MADE);
		const gone = new Set(record.rowsGone.map(({ id }) => id));
		let rows = lists.rows.map(({ id, entry }) => ({ id, entry: entry as MappingEntry }));
		for (const row of record.standingRows) rows = upsert(rows, row, isStanding);
		for (const row of record.rejectedRows)
			rows = upsert(rows, row, (e) => !isStanding(e) && e.haloClientId === row.haloClientId);
		const after = rows.filter(({ id }) => id === null || !gone.has(id)).map(({ entry }) => entry);
		return { after, standing: after.filter(isStanding).length };
	}

	type Stored = Array<{ id: number | null; entry: MappingEntry }>;
	const isStanding = (entry: MappingEntry) => entry.decision !== 'rejected';
	function upsert(rows: Stored, row: MappingEntry, fits: (entry: MappingEntry) => boolean): Stored {
		if (!rows.some(({ entry }) => fits(entry))) return [...rows, { id: null, entry: row }];
		return rows.map((stored) => (fits(stored.entry) ? { ...stored, entry: row } : stored));
	}
});

describe('what a choice leads to', () => {
	const invoice: RecurringInvoice = {
		id: -1051,
		shownNumber: 1042,
		clientId: 12,
		clientName: 'Acorn Construction',
		name: 'Managed services',
		currency: 'CAD',
		period: 'Monthly',
		inAdvance: true,
		inactive: false,
		startDate: null,
		endDate: null,
		nextInvoiceDate: null,
		lines: [
			{
				id: 901,
				itemId: null,
				itemCode: null,
				itemText: null,
				itemName: 'Microsoft 365',
				quantity: 1,
				sellPrice: null,
				unitCost: null,
				discountPercent: null,
				quantityFrom: 'subscription',
				inactive: false,
				startDate: null,
				endDate: null,
				links: [
					{
						licenceId: 501,
						free: 0,
						minimum: 0,
						proRata: false,
						useLinkedPrice: false,
						useLinkedCost: false,
					},
				],
			},
		],
	};
	const rows = oldClientRows(
		'us',
		[
			licence(501, { snowid: 'us/411833_1' }),
			licence(502, { name: 'Visio', snowid: null, texts: { notes: 'Stellr key: us/411833_2' } }),
			licence(503, { name: 'Typed by hand' }),
			licence(504, { snowid: 'ca/1_1' }),
			licence(505, { snowid: 'us/9_9', deleted: true }),
		],
		[invoice],
	);
	const old: OldClient = { id: 12, name: 'Acorn Construction', rows, unread: [] };

	function html(lists: EditLists, given: EditAnswer, left: OldClient | null = null): string {
		const { change, matched } = changeOf(lists, given);
		return consequencesHtml(change, matched, lists, left);
	}

	it('names the licences with a key of the account, in any key field, and their invoice lines', () => {
		expect(rows.keyed.map(({ licence: { id }, key }) => [id, key])).toEqual([
			[501, 'us/411833_1'],
			[502, 'us/411833_2'],
		]);
		expect(rows.withoutKey).toBe(2);
		const lists = listsOf([acorn], all);
		const text = html(lists, answer(lists, 'map', { clientId: 13 }), old);
		expect(text).toContain('This moves nothing: these licences stay at Acorn Construction (12)');
		expect(text).toContain(
			'Business Premium (501): count 42, Active, key us/411833_1; on recurring invoice 1042 &quot;Managed services&quot;, line &quot;Microsoft 365&quot;',
		);
		expect(text).toContain(
			'Visio (502): count 42, Active, key us/411833_2; on no recurring invoice',
		);
		expect(text).toContain('2 more licences at Acorn Construction (12) carry no such key');
	});

	it('looks at the old client where the customer leaves it, and nowhere else', () => {
		const lists = listsOf([acorn], all);
		const left = (action: EditAction, clientId?: number) => {
			const { change, matched } = changeOf(lists, answer(lists, action, { clientId }));
			return clientLeft(change, matched, lists)?.id ?? null;
		};
		expect(left('map', 13)).toBe(12);
		expect(left('map', 12)).toBeNull();
		expect(left('reject', 12)).toBe(12);
		expect(left('reject', 13)).toBeNull();
		expect(left('ignore')).toBe(12);
	});

	it('says when others share the old client, and when nothing there carries a key', () => {
		const saved = [savedRow('1', 'manual', 12), savedRow('2', 'manual', 12)];
		const lists = listsOf([acorn, brook], all, saved);
		const given = answer(lists, 'map', { clientId: 13 });
		expect(html(lists, given, old)).toContain('may belong to Brook &amp; Söhne (us/2)');
		const empty = { ...old, rows: { keyed: [], withoutKey: 0 } };
		expect(html(lists, given, empty)).toContain('No licence at Acorn Construction (12) carries');
		const unread = { ...empty, unread: ['Licences were not read.'] };
		expect(html(lists, given, unread)).not.toContain('No licence at');
		expect(html(lists, given, unread)).toContain('Licences were not read.');
	});

	it('warns of an inactive target, of others there, and of a rejection that it takes out', () => {
		const saved = [savedRow('2', 'manual', 14), savedRow('1', 'rejected', 14)];
		const lists = listsOf([acorn, brook], all, saved);
		const text = html(lists, answer(lists, 'map', { clientId: 14 }));
		expect(text).toContain('Old Firm (14) is inactive in Halo');
		expect(text).toContain('One more Stellr customer is mapped to Old Firm (14)');
		expect(text).toContain('A person said before that this customer is not Old Firm (14)');
	});

	it('warns of a key in Halo that speaks against the decision', () => {
		const keyed = client(12, 'Acorn Construction', { stellrKeys: ['us/1'] });
		const lists = listsOf([acorn], [keyed, brookClient], [savedRow('1', 'auto', 12)]);
		const text = (action: EditAction, clientId?: number) =>
			html(lists, answer(lists, action, { clientId }));
		expect(text('map', 13)).toContain('take it off there');
		expect(text('reject', 12)).toContain('Take it off there');
		expect(text('forget')).toContain('finds it again by that');
		expect(text('map', 12)).not.toContain('take it off there');
	});
});

describe('hostile names', () => {
	const nasty = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.constantFrom(
			'<script>alert(1)</script>',
			'{{ $json.secret }}',
			"'><img src=x onerror=alert(1)>",
			'$& $1 ${x} · 0123456789abcdef',
			'=HYPERLINK("http://x")',
			'x'.repeat(5000),
		),
	);

	it('are shown as text: no tag, no expression, and the choice still means what it says', () => {
		fc.assert(
			fc.property(nasty, nasty, nasty, (name, clientName, reason) => {
				const lists = listsOf(
					[customer('1', name)],
					[client(12, 'Somebody'), client(13, clientName)],
				);
				const page = editForm({ customer: '', client: '13' }, lists);
				expect(page.form).not.toMatch(/[$]|\{\{/);
				const { choices, html } = pageOf(page.form);
				expect(html).not.toMatch(/<(script|img)/i);
				const given = {
					...answer(lists, 'map', { clientId: 13, reason }),
					customer: choices.customer[0],
				};
				const { change, matched } = changeOf(lists, given);
				const shown = consequencesHtml(change, matched, lists, null);
				expect(shown).not.toMatch(/<(script|img)/i);
				const confirm = pageOf(confirmForm(change, lists.rows, shown)).choices.confirm;
				expect(recordEdit(change, confirm, lists.rows, MADE).standingRows[0]).toMatchObject({
					customerNo: '1',
					haloClientId: 13,
				});
			}),
		);
	});
});
