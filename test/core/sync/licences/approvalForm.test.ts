import { approvedHashes } from '../../../../core/sync/approvedHashes';
import { approvable, approvalForm } from '../../../../core/sync/licences/approvalForm';
import { defaultGuardrails } from '../../../../core/sync/licences/guardrailPolicy';
import type { LicencePlanEntry } from '../../../../core/sync/licences/plan';
import { defaultLicencePolicy } from '../../../../core/sync/licences/policy';
import { aCustomer, aKeyedRow, aLine, aRow, aSavedRow, entriesFor, PRODUCT } from '../records';

/** The page on which a person approves held items, and what is read from its answer. */

interface FormField {
	fieldType: string;
	fieldName?: string;
	html?: string;
	fieldOptions?: { values: Array<{ option: string }> };
}

/** Lines whose counts dropped too far, the later the dearer. */
function drops(count: number, name = 'Acorn Construction'): LicencePlanEntry[] {
	const ids = Array.from({ length: count }, (_, at) => `${700 + at}_1`);
	return entriesFor({
		customers: [
			aCustomer(
				ids.map((subscriptionId, at) =>
					aLine({ subscriptionId, quantity: 1, suggestedPrice: at + 1 }),
				),
				{ name },
			),
		],
		rows: ids.map((id, at) => aKeyedRow({ id: 600 + at, snowid: `us/${id}`, count: 42 })),
		policy: { guardrails: { ...defaultGuardrails, runRows: 1000, runPercentOfValue: 100 } },
	});
}

const over = { state: 'cancelled', status: 'Cancelled' } as const;

const fieldsOf = (entries: LicencePlanEntry[]): FormField[] =>
	JSON.parse(approvalForm(entries, 'snowid')) as FormField[];

const choicesOf = (entries: LicencePlanEntry[], name = 'approve'): string[] =>
	(fieldsOf(entries).find(({ fieldName }) => fieldName === name)?.fieldOptions?.values ?? []).map(
		({ option }) => option,
	);

describe('the approval page', () => {
	it('has one choice for each held item, its text ending in the hash of the item', () => {
		const entries = drops(3);
		const choices = choicesOf(entries);
		expect(choices).toHaveLength(3);
		for (const { plan } of entries)
			expect(choices.filter((choice) => choice.endsWith(` · ${plan.hash}`))).toHaveLength(1);
		expect(approvedHashes(choices).sort()).toEqual(entries.map(({ plan }) => plan.hash).sort());
	});

	it('says the money in a sentence of its own', () => {
		const [choice] = choicesOf(drops(1));
		expect(choice).toMatch(/[.!] About CAD [\d.]+ a month less\. · /);
	});

	it('shows at most the 25 dearest and counts the rest', () => {
		const entries = drops(30);
		const choices = choicesOf(entries);
		expect(choices).toHaveLength(25);
		const cheapest = entries.slice(0, 5).map(({ plan }) => plan.hash);
		expect(approvedHashes(choices).filter((hash) => cheapest.includes(hash))).toEqual([]);
		expect(fieldsOf(entries)[0].html).toContain('5 more come next time');
	});

	it('has no choice when nothing waits for an approval', () => {
		const entries = entriesFor({ rows: [aKeyedRow()] });
		expect(fieldsOf(entries)).toHaveLength(1);
		expect(fieldsOf(entries)[0].html).toContain('Nothing waits for an approval.');
	});

	it('offers only what an approval would write', () => {
		const conflict = entriesFor({ rows: [aKeyedRow(), aKeyedRow({ id: 502 })] });
		expect(conflict[0].plan.action).toBe('conflict');
		expect(approvable(conflict)).toEqual([]);
	});

	it('does not offer what is snoozed', () => {
		const snoozed = drops(1).map((entry) => ({
			...entry,
			plan: { ...entry.plan, reasons: [{ code: 'snoozed', text: 'Snoozed.' }] },
		}));
		expect(choicesOf(snoozed)).toEqual([]);
	});

	it('holds no sign that n8n takes for an expression or for a pattern, whatever a name says', () => {
		const hostile = `{{ $json.secret }} $& $' "}]</script><b>`;
		const entries = drops(1, hostile);
		const text = approvalForm(entries, 'snowid');
		expect(text).not.toContain('{{');
		expect(text).not.toContain('$');
		expect('={{ $json.form }}'.replace('={{ $json.form }}', text)).toBe(text);
		expect(choicesOf(entries)[0]).toContain(hostile);
	});
});

describe('a choice', () => {
	it('begins with the count that its tick sets', () => {
		const [choice] = choicesOf(drops(1));
		expect(choice).toMatch(
			/^Changes the count from 42 to 1 seat: Acorn Construction, Microsoft 365 Business Premium\. /,
		);
	});

	it.each([
		[42, 'its 42 seats stay: '],
		[50, 'its 50 seats stay for now, Stellr has 42: '],
	])('says that a row of %d seats is taken over, and that its count stays', (count, seats) => {
		for (const row of [aRow({ count }), aRow({ count, name: PRODUCT, azureConnectionId: 1 })]) {
			const [choice] = choicesOf(entriesFor({ rows: [row] }));
			expect(choice).toContain(`Gives the existing row 501 its key; ${seats}`);
		}
	});

	it('says that nothing is written where only the saved licence map learns of the row', () => {
		const rows = [aRow({ snowid: 'sherweb-9', azureConnectionId: 1 })];
		const saved = [aSavedRow({ key: 'us/1_1', haloLicenceId: 1 })];
		const [choice] = choicesOf(entriesFor({ rows, saved }));
		expect(choice).toMatch(/^Remembers the existing row 501 .* writes nothing to it; its 42 seats/);
	});

	it('says that a row gets the key of the line that follows', () => {
		const ended = aLine({ state: 'expired', vendorSubscriptionId: null, endDate: '2026-11-20' });
		const next = { subscriptionId: '5_1', vendorSubscriptionId: null, startDate: '2026-11-21' };
		const [choice] = choicesOf(entriesFor({ lines: [ended, aLine(next)], rows: [aKeyedRow()] }));
		expect(choice).toMatch(/^Gives the existing row 501 the new key; its 42 seats stay: /);
	});

	it('says that a row becomes active again, and with how many seats', () => {
		const [choice] = choicesOf(entriesFor({ rows: [aKeyedRow({ active: false, count: 40 })] }));
		expect(choice).toMatch(/^Activates the row 501, 42 seats: /);
	});

	it('names each other field that would be set', () => {
		const rows = [aKeyedRow({ snowid: 'us/411833_1 (adopted at 42)', price: 10 })];
		const owners = { ...defaultLicencePolicy.owners, price: 'stellr' } as const;
		const [choice] = choicesOf(entriesFor({ rows, policy: { owners } }));
		expect(choice).toMatch(/^Sets price to 29.93 instead of 10: /);
	});

	it('of a new licence says how many seats are new', () => {
		const [choice] = choicesOf(entriesFor({ lines: [aLine({ state: 'suspended' })] }));
		expect(choice).toMatch(/^Creates a new licence, 42 seats: /);
	});

	it('is not offered for a cancelled line that ends by itself after its day', () => {
		const entries = entriesFor({ lines: [aLine(over)], rows: [aKeyedRow()] });
		expect(entries[0].plan).toMatchObject({ action: 'held', wouldBe: 'end' });
		expect(fieldsOf(entries)).toHaveLength(1);
		expect(fieldsOf(entries)[0].html).toContain(
			'1 cancelled line is not listed: it ends without an approval, after its end date.',
		);
	});

	it('says of a cancelled line without a day that the licence ends today', () => {
		const lines = [aLine({ ...over, endDate: null })];
		const [choice] = choicesOf(entriesFor({ lines, rows: [aKeyedRow()] }));
		expect(choice).toMatch(
			/^Ends the licence today, 42 seats: the row 501 becomes inactive, although Stellr names no end date: /,
		);
	});
});

describe('choices that do what their reason warns of', () => {
	const alike = { rows: [aRow({ id: 5005, name: 'M365 BP seats' })] };

	it('stand behind all others, under what to do instead', () => {
		const other = aLine({
			subscriptionId: '7_1',
			productName: 'Visio',
			skuNo: '1',
			mfgPartNo: '2',
		});
		const visio = aKeyedRow({ id: 502, snowid: 'us/7_1', name: 'Visio', active: false });
		const entries = entriesFor({ lines: [aLine(), other], rows: [...alike.rows, visio] });
		const fields = fieldsOf(entries);
		expect(fields.map(({ fieldType, fieldName }) => fieldName ?? fieldType)).toEqual([
			'html',
			'approve',
			'html',
			'lookTwice',
		]);
		expect(fields[2].html).toContain('does not say &quot;yes, it is that row&quot;');
		expect(fields[2].html).toContain('into the Service Now ID of that row');
		expect(choicesOf(entries)).toHaveLength(1);
		expect(choicesOf(entries, 'lookTwice')).toHaveLength(1);
	});

	it('say that a second licence is made, beside which row, and the key that may belong there', () => {
		const [choice] = choicesOf(entriesFor(alike), 'lookTwice');
		expect(choice).toMatch(
			/^Creates a new licence, 42 seats, beside the row that may be its own: Acorn Construction, Microsoft 365 Business Premium \(us\/411833_1\)\. .*"M365 BP seats" \(5005\)/,
		);
		expect(choice).not.toContain('waits until');
	});

	it.each([
		[
			'severalRows',
			{ rows: [aRow({ productSku: '7654321' }), aRow({ id: 2, productSku: '7654321' })] },
		],
		['labelChanged', { rows: [aKeyedRow({ snowid: 'ca/411833_1' })] }],
		['likeUnreadable', { unreadableRows: [{ id: '9', clientId: 12, texts: [PRODUCT] }] }],
	])('are told by the reason "%s" too', (code, world) => {
		const entries = entriesFor(world);
		expect(entries[0].plan.reasons.map((reason) => reason.code)).toEqual([code]);
		expect(choicesOf(entries)).toEqual([]);
		expect(choicesOf(entries, 'lookTwice')[0]).toMatch(/^Creates a new licence, 42 seats, beside /);
	});

	it('are the end of a row, too, that a line that starts may take over', () => {
		const ended = { state: 'expired', status: 'Expire', endDate: '2026-11-20' } as const;
		const vendorSubscriptionId = 'ms-1';
		const lines = [
			aLine({ ...ended, vendorSubscriptionId }),
			aLine({ ...ended, vendorSubscriptionId, subscriptionId: '4_1' }),
			aLine({ vendorSubscriptionId, subscriptionId: '5_1', startDate: '2026-11-21' }),
		];
		const rows = [aKeyedRow(), aKeyedRow({ id: 502, snowid: 'us/4_1' })];
		const choices = choicesOf(entriesFor({ lines, rows }), 'lookTwice');
		expect(choices.map((choice) => choice.split(/[,:]/)[0]).sort()).toEqual([
			'Creates a new licence',
			'Ends the licence today',
			'Ends the licence today',
		]);
		for (const choice of choices.filter((text) => text.startsWith('Ends'))) {
			expect(choice).toContain('although a line that starts may take it over');
			expect(choice).not.toContain('(us/');
		}
	});
});

describe('the answer', () => {
	it('approves by the end of each choice only', () => {
		const inside = 'Product 0123456789abcdef: held · 3f9a01c2b4d5e6f7';
		expect(approvedHashes([inside])).toEqual(['3f9a01c2b4d5e6f7']);
		expect(approvedHashes(['Product 0123456789abcdef: held'])).toEqual([]);
		expect(approvedHashes(['x3f9a01c2b4d5e6f7'])).toEqual([]);
	});

	it('may be typed, with commas or spaces between', () => {
		expect(approvedHashes('3f9a01c2b4d5e6f7, 0123456789abcdef 0000000000000000')).toEqual([
			'3f9a01c2b4d5e6f7',
			'0123456789abcdef',
			'0000000000000000',
		]);
	});

	it('that did not come approves nothing', () => {
		for (const none of [undefined, null, '', [], [null], {}, 0])
			expect(approvedHashes(none)).toEqual([]);
	});
});
