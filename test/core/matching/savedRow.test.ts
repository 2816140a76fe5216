import { mappingEntrySchema, parseSavedRow } from '../../../core/matching';

const row = {
	id: 12,
	createdAt: '2026-01-01T00:00:00.000Z',
	updatedAt: '2026-01-02T00:00:00.000Z',
	account: 'us',
	customerNo: '100482',
	stellrName: 'Acme',
	haloClientId: 7,
	haloClientName: 'Acme Inc',
	decision: 'auto',
	level: 'exactName',
	origin: 'mapped',
	decidedBy: null,
	decidedAt: '2026-01-01T03:00:00.000Z',
	reason: '',
	until: null,
};

describe('a row of the saved mapping', () => {
	it('is read without the columns of the Data table itself', () => {
		const read = parseSavedRow(row);
		expect(read.ok && mappingEntrySchema.strict().parse(read.entry)).toMatchObject({
			account: 'us',
			haloClientId: 7,
			reason: null,
		});
	});

	it.each([
		[{ customerNo: 100482 }, { customerNo: '100482' }],
		[{ haloClientId: ' 7 ' }, { haloClientId: 7 }],
		[{ haloClientId: '7.0' }, { haloClientId: 7 }],
		[{ decision: 'Manual ' }, { decision: 'manual' }],
		[{ decision: 'ignored', haloClientId: '' }, { haloClientId: null }],
		[{ until: new Date('2026-06-30T00:00:00Z') }, { until: '2026-06-30' }],
		[{ until: '2026-06-30T00:00:00.000Z' }, { until: '2026-06-30' }],
		[{ until: '' }, { until: null }],
		[{ origin: 'elsewhere' }, { origin: null }],
	])('is read leniently: %j', (cells, expected) => {
		const read = parseSavedRow({ ...row, ...cells });
		expect(read.ok && read.entry).toMatchObject(expected);
	});

	it.each([
		[{ account: null }, '"account" holds nothing where an account label is expected'],
		[{ customerNo: '' }, '"customerNo" holds nothing where a Stellr customer number is expected'],
		[
			{ decision: 'perhaps' },
			'"decision" holds "perhaps" where auto, manual, rejected, ignored, create, later, proposed is expected',
		],
		[{ haloClientId: 'seven' }, '"haloClientId" holds "seven" where a whole number is expected'],
		[{ haloClientId: 7.5 }, '"haloClientId" holds 7.5 where a whole number is expected'],
		[
			{ decision: 'rejected', haloClientId: null },
			'"haloClientId" holds nothing where the id of a Halo client for a row that is rejected is expected',
		],
		[{ until: 'soon' }, '"until" holds "soon" where a day such as 2026-12-31 is expected'],
		[
			{ until: '2026-13-45' },
			'"until" holds "2026-13-45" where a day such as 2026-12-31 is expected',
		],
		[
			{ haloClientId: {} },
			'"haloClientId" holds a value of type object where a whole number is expected',
		],
	])('is refused with the column at fault: %j', (cells, message) => {
		expect(parseSavedRow({ ...row, ...cells })).toMatchObject({ ok: false, message });
	});

	it('that is refused still says whose it is', () => {
		expect(parseSavedRow({ ...row, decision: '' })).toMatchObject({
			ok: false,
			account: 'us',
			customerNo: '100482',
		});
		expect(parseSavedRow('x')).toMatchObject({ ok: false, account: null, customerNo: null });
	});
});
