import { approvedHashes } from '../../../../core/sync/approvedHashes';
import { approvable, approvalForm } from '../../../../core/sync/licences/approvalForm';
import { defaultGuardrails } from '../../../../core/sync/licences/guardrailPolicy';
import type { LicencePlanEntry } from '../../../../core/sync/licences/plan';
import { aCustomer, aKeyedRow, aLine, entriesFor } from '../records';

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

const fieldsOf = (entries: LicencePlanEntry[]): FormField[] =>
	JSON.parse(approvalForm(entries)) as FormField[];

const choicesOf = (entries: LicencePlanEntry[]): string[] =>
	(
		fieldsOf(entries).find(({ fieldName }) => fieldName === 'approve')?.fieldOptions?.values ?? []
	).map(({ option }) => option);

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
		const text = approvalForm(entries);
		expect(text).not.toContain('{{');
		expect(text).not.toContain('$');
		expect('={{ $json.form }}'.replace('={{ $json.form }}', text)).toBe(text);
		expect(choicesOf(entries)[0]).toContain(hostile);
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
