import fc from 'fast-check';

import { hashAtEnd } from '../../../core/review/editChoices';
import {
	answerOf,
	candidate,
	doubtful,
	fieldsFor,
	fieldsOf,
	optionsOf,
	proposed,
	read,
	ticked,
	type Field,
} from './reviewRecords';

/** The page on which open cases are decided, as n8n's Form node gets it. */

const htmlOf = (fields: Field[]) => fields.map(({ html }) => html ?? '').join('\n');

describe('the review page', () => {
	it('says so when nobody waits, and asks nothing', () => {
		const fields = fieldsOf([]);
		expect(fields).toHaveLength(1);
		expect(fields[0].html).toContain('No customer waits for a decision.');
	});

	it('names who is to be asked about later', () => {
		const fields = fieldsOf([doubtful('1', 'Acorn', { askAfter: '2026-12-01' })]);
		expect(htmlOf(fields)).toContain('1 customer is to be asked about on a later day.');
	});

	it('offers whole groups first, says who is in them, and how many more', () => {
		const many = Array.from({ length: 143 }, (_, n) => proposed(`${n}`, `Firm ${n}`, 1000 + n));
		const fields = fieldsOf([...many, proposed('x', 'Cedar', 5, { level: 'domain' })]);
		expect(fields.map(({ fieldType }) => fieldType).slice(0, 3)).toEqual([
			'html',
			'html',
			'checkbox',
		]);
		expect(optionsOf(fields[2]).map((text) => text.replace(/ · .*/, ''))).toEqual([
			'Accept 1 customer by its domain',
			'Accept 143 customers with the same name as their Halo clients',
		]);
		expect(fields[1].html).toContain('Firm 0 (us/0) is Firm 0 (1000)');
		expect(fields[1].html).toContain('and 43 more');
	});

	it('asks about 25 customers at most and says how many are left', () => {
		const many = Array.from({ length: 30 }, (_, n) => doubtful(`${n}`, `Firm ${n}`));
		const fields = fieldsOf(many);
		expect(fields.filter(({ fieldType }) => fieldType === 'radio')).toHaveLength(25);
		expect(fields[0].html).toContain('30 customers wait for a decision. 5 more come next time.');
	});

	it('shows who the customer is, why it is asked about and what each client has for it', () => {
		const fields = fieldsOf([
			doubtful(
				'100482',
				'acorn.com',
				{ candidates: [candidate(12, 'Acorn', { reasons: ['same domain'] })] },
				{
					domain: 'acorn.com',
					phone: '+1 416',
					address: {
						line1: '1 Main St',
						line2: null,
						city: 'Toronto',
						state: 'ON',
						postalCode: 'M5V',
						country: 'CA',
					},
				},
			),
		]);
		const html = htmlOf(fields);
		expect(html).toContain('acorn.com (us/100482)');
		expect(html).toContain('1 Main St, Toronto, ON, M5V, CA, acorn.com, +1 416');
		expect(html).toContain('No client was found for certain');
		const { choice, name } = fieldsFor(fields, 'acorn.com');
		expect(optionsOf(choice).map((text) => text.replace(/ · .*/, ''))).toEqual([
			'Link to "Acorn" (12): same domain',
			'Create a new client with the name below',
			'None of these, ask again later',
			'Never import this customer',
		]);
		expect([name.placeholder, name.defaultValue]).toEqual(['e.g. Acorn', undefined]);
	});

	it("offers Stellr's name for a new client, but never a domain or what a page would change", () => {
		const offered = (name: string) => fieldsFor(fieldsOf([doubtful('1', name)]), 'us/1').name;
		expect(offered('Birch & Sons').defaultValue).toBe('Birch & Sons');
		expect(offered('birch-sons.com')).toMatchObject({ placeholder: 'e.g. Birch Sons' });
		for (const name of ['birch-sons.com', '<b>Birch</b>', 'B'.repeat(201), ' ']) {
			expect(offered(name).defaultValue).toBeUndefined();
		}
	});

	it('makes hostile names harmless: no HTML, no expression, no endless line', () => {
		const hostile = `<script>alert("1")</script>{{ $env.SECRET }} '"\n${'x'.repeat(2000)}`;
		const customers = [
			doubtful('1', hostile, {
				conflicts: [hostile],
				candidates: [candidate(12, hostile, { reasons: [hostile] })],
			}),
			proposed('2', hostile, 13),
		];
		const fields = fieldsOf(customers);
		const html = htmlOf(fields);
		expect(html).not.toContain('<script');
		expect(html).not.toMatch(/["']1["']/);
		for (const { fieldLabel } of fields) expect(fieldLabel.length).toBeLessThan(200);
		for (const option of fields.flatMap(optionsOf)) {
			expect(option.length).toBeLessThan(500);
			expect(option).not.toMatch(/\n/);
			expect(hashAtEnd(option)).not.toBeNull();
		}
	});

	it('resolves every option back to its own customer and choice, whatever the names', () => {
		const text = fc.oneof(
			fc.string({ maxLength: 40 }),
			fc.string({ unit: 'binary', maxLength: 40 }),
			fc.constantFrom('{{ 1 }}', '$("x")', '<b>', 'Acorn', 'acorn.com', '·', ' · 0123456789ab'),
		);
		const candidates = fc.uniqueArray(
			fc.record({ id: fc.integer({ min: 1, max: 9 }), name: text, reasons: fc.array(text) }),
			{ selector: ({ id }) => id, maxLength: 8 },
		);
		const cases = fc.array(fc.record({ name: fc.option(text), candidates, why: text }), {
			maxLength: 6,
		});
		fc.assert(
			fc.property(cases, (given) => {
				const customers = given.map(({ name, candidates: some, why }, n) =>
					doubtful(`${n}`, name, {
						conflicts: [why],
						candidates: some.map((entry) => ({ ...entry, score: 0.7 })),
					}),
				);
				const fields = fieldsOf(customers);
				const options = fields.flatMap(optionsOf);
				expect(new Set(options).size).toBe(options.length);
				for (const [at, field] of fields.entries()) {
					for (const option of optionsOf(field)) {
						// n8n shows angle brackets as entities and gives them back so.
						const shown = option.replace(/</g, '&lt;').replace(/>/g, '&gt;');
						const answer = {
							[String(field.fieldName)]: shown,
							[String(field.fieldName).replace('choice_', 'name_')]: 'A New Name',
						};
						const { decisions, unrecorded } = read(answer, customers);
						expect(unrecorded).toEqual([]);
						expect(decisions).toHaveLength(1);
						const { customer } = decisions[0].matched;
						expect(fields[at - 1].html).toMatch(new RegExp(`us/${customer.customerNo}\\)?</h3>`));
					}
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('escapes every text of the HTML, whatever the names', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (name, why) => {
				const customers = [
					doubtful('1', `<${name}>`, { conflicts: [`<${why}>`] }),
					proposed('2', `<${name}>`, 5),
				];
				const html = htmlOf(fieldsOf(customers)).replace(/<\/?(?:p|h3|strong|ul|li)>/g, '');
				expect(html).not.toMatch(/[<>"']/);
			}),
			{ numRuns: 200 },
		);
	});

	it('puts no dollar sign and no brace of a name into the parameter, so that nothing is an expression', () => {
		const fields = fieldsOf([proposed('1', '{{ $json.x }}', 5)]);
		expect(optionsOf(fieldsFor(fields, 'us/1').choice)[0]).toContain('{{ $json.x }}');
		expect(ticked(fields, 'Accept').accept).toHaveLength(1);
		expect(answerOf(fields, { 'us/1': { option: 'Link to' } })).toBeDefined();
	});
});
