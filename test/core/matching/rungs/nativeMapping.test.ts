import { decisionOf } from '../decisions';
import { client, customer, savedRow } from '../records';

const mapped = (id: number, name: string, customerName: string | null, fields = {}) =>
	client(id, name, {
		nativeMappings: [{ customerNo: '100482', customerName, connection: 'Stellr US' }],
		...fields,
	});

describe("the mapping of Halo's own module", () => {
	it('decides where the module knew the customer by its name', () => {
		const match = decisionOf(
			[customer('100482', 'Contoso')],
			[mapped(7, 'Acorn Construction', 'contoso'), client(8, 'Birch')],
		);
		expect(match).toMatchObject({ status: 'mapped', level: 'nativeMapping', clientId: 7 });
		expect(match.reasons).toEqual([
			"Halo's own StreamOne Stellr module (Stellr US) maps this customer to it",
		]);
	});

	it('decides also with lists that are not whole, since it was recorded', () => {
		const match = decisionOf(
			[customer('100482', 'Contoso')],
			[mapped(7, 'Acorn Construction', 'Contoso')],
			{ incomplete: ['50 of 717 Halo clients came in'] },
		);
		expect(match.clientId).toBe(7);
	});

	it.each([['Fabrikam'], [null]])("under the name %s may be another account's", (customerName) => {
		const match = decisionOf(
			[customer('100482', 'Contoso')],
			[mapped(7, 'Acorn Construction', customerName)],
		);
		expect(match.status).toBe('review');
		expect(match.candidates[0].id).toBe(7);
	});

	it('under another name is believed when the domain says the same', () => {
		const match = decisionOf(
			[customer('100482', 'acorn.com')],
			[mapped(7, 'Acorn Construction', 'Acorn Ltd.', { website: 'acorn.com' })],
		);
		expect(match.clientId).toBe(7);
	});

	it('tells two accounts of one number apart by the name', () => {
		const match = decisionOf(
			[customer('100482', 'Contoso')],
			[mapped(7, 'Acorn Construction', 'Contoso'), mapped(8, 'Birch', 'Fabrikam')],
		);
		expect(match.clientId).toBe(7);
	});

	it('to two clients, or to one out of use, is left to a person', () => {
		const two = [mapped(7, 'Acorn', 'Contoso'), mapped(8, 'Birch', 'Contoso')];
		expect(decisionOf([customer('100482', 'Contoso')], two).status).toBe('review');
		const closed = [mapped(7, 'Acorn', 'Contoso', { inactive: true })];
		expect(decisionOf([customer('100482', 'Contoso')], closed).status).toBe('review');
	});

	it("that disagrees with an equal name is left to a person, and a person's word beats both", () => {
		const clients = [mapped(7, 'Acorn', 'Birch'), client(8, 'Birch')];
		expect(decisionOf([customer('100482', 'Birch')], clients).status).toBe('review');
		const saved = [savedRow('100482', 'manual', 8)];
		expect(decisionOf([customer('100482', 'Birch')], clients, {}, saved).clientId).toBe(8);
	});

	it('that a person rejected is not made again', () => {
		const saved = [savedRow('100482', 'rejected', 7)];
		const match = decisionOf(
			[customer('100482', 'Contoso')],
			[mapped(7, 'Acorn', 'Contoso')],
			{},
			saved,
		);
		expect(match).toMatchObject({ clientId: null, rejectedClientIds: [7] });
		expect(match.candidates).toEqual([]);
	});
});
